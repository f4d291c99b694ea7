package formula_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
)

// generator makes formulas that are right, and rows for them. The same seed gives the
// same ones.
type generator struct{ *rand.Rand }

func newGenerator() generator { return generator{rand.New(rand.NewPCG(20261125, 5))} }

// pick chooses one of several.
func pick[T any](g generator, all ...T) T { return all[g.IntN(len(all))] }

// formula makes the source of a formula.
func (g generator) formula() string { return g.value(3) }

// value makes a text or a number.
func (g generator) value(depth int) string {
	if depth == 0 {
		return pick(g, g.column(), g.text(), g.constant())
	}
	switch g.IntN(6) {
	case 0, 1:
		return g.number(depth)
	case 2:
		return fmt.Sprintf("if(%s, %s, %s)", g.condition(depth-1), g.value(depth-1), g.value(depth-1))
	case 3:
		return fmt.Sprintf(`lookup("levels", %s, %s)`, g.number(depth-1), g.number(depth-1))
	case 4:
		return g.joined(depth-1) + " & " + g.joined(depth-1)
	}
	return g.column()
}

// joined makes an operand of &: a number with few digits, since those of others depend
// on the program.
func (g generator) joined(depth int) string {
	return pick(g, g.text(), g.column(), fmt.Sprintf("round(%s, %d)", g.number(depth), g.IntN(3)), "("+g.text()+" & "+g.column()+")")
}

// number makes a number.
func (g generator) number(depth int) string {
	if depth == 0 {
		return pick(g, g.column(), g.constant(), g.rank())
	}
	switch g.IntN(7) {
	case 0:
		return fmt.Sprintf("round(%s%s)", g.number(depth-1), pick(g, "", ", 0", ", 1", ", 3"))
	case 1, 2:
		return fmt.Sprintf("%s(%s)", pick(g, "max", "min", "mean"), strings.Join(g.arguments(depth-1), ", "))
	case 3:
		return fmt.Sprintf("(%s %s %s)", g.number(depth-1), pick(g, "+", "-", "*", "/"), g.number(depth-1))
	case 4:
		return fmt.Sprintf("%s%s%s", g.number(0), pick(g, "+", "-", "*", "/", "*-"), g.number(0))
	case 5:
		return "-" + g.number(0)
	}
	return fmt.Sprintf("if(%s, %s, %s)", g.condition(depth-1), g.number(depth-1), g.number(depth-1))
}

// arguments makes those of max, min or mean.
func (g generator) arguments(depth int) (args []string) {
	for range 1 + g.IntN(3) {
		args = append(args, pick(g, "consequence.*", "rank(consequence.*)", "rank(consequence.*)", g.number(depth), g.column()))
	}
	return args
}

// condition makes what is true or false.
func (g generator) condition(depth int) string {
	if depth == 0 {
		return pick(g, "blank("+g.column()+")", g.column()+" "+pick(g, "=", "<>")+" "+pick(g, g.text(), g.column(), g.constant()))
	}
	switch g.IntN(7) {
	case 0:
		return fmt.Sprintf("%s(%s, %s)", pick(g, "and", "or"), g.condition(depth-1), g.condition(depth-1))
	case 1:
		return "not(" + g.condition(depth-1) + ")"
	case 2:
		return fmt.Sprintf("if(%s, %s, %s)", g.condition(depth-1), g.condition(depth-1), g.condition(depth-1))
	case 3:
		return fmt.Sprintf("blank(%s)", g.value(depth-1))
	case 4:
		return fmt.Sprintf("%s %s %s", g.value(depth-1), pick(g, "=", "<>"), g.value(depth-1))
	}
	return fmt.Sprintf("%s %s %s", g.number(depth-1), pick(g, "<", "<=", ">", ">="), g.number(depth-1))
}

func (g generator) column() string { return pick(g, keys...) }
func (g generator) rank() string {
	return fmt.Sprintf("rank(%s)", pick(g, "likelihood", "consequence.a", "consequence.b"))
}
func (g generator) constant() string {
	return pick(g, "0", "1", "2", "3", "2.5", "0.1", "0.2", "0.3", "1.005")
}
func (g generator) text() string {
	return pick(g, `""`, `"a"`, `"Høy"`, `"3"`, `"mulig"`, `"say ""no"""`, `" <b> & "`)
}

// cells makes a row. The cell of highest is the result of a formula there.
func (g generator) cells() cells {
	c := cells{}
	for _, key := range keys {
		list, _ := listOf(key)
		switch {
		case g.IntN(4) == 0: // empty
		case list != nil && g.IntN(4) > 0:
			label := pick(g, list...)
			c[key] = str(pick(g, label, strings.ToUpper(label), strings.ToLower(label)))
		case list != nil:
			c[key] = pick(g, num(7), num(2), str("5?"), str("*"), str("~"), str("2"), str("2 Alv*"), str("ukjent"))
		case key == "name":
			c[key] = pick(g, str("a"), str("HØY"), str("3"), str("Mulig"), num(3), str("'a"), str("=1"))
		default:
			c[key] = pick(g, num(0), num(1), num(2), num(3), num(-1), num(2.5), num(0.1), num(0.3), num(100), str("2"), str("a"))
		}
	}
	return c
}

// generated are the formulas of the test in an ordinary run and of the office gate.
func generated() (all []string) {
	for g := newGenerator(); len(all) < 300; {
		if s := g.formula(); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// TestGenerated: the formulas are right, use all of the language, and are written with
// functions of Excel 2007 only.
func TestGenerated(t *testing.T) {
	words := []string{"if(", "and(", "or(", "not(", "blank(", "max(", "min(", "mean(", "round(", "rank(", "lookup(", "consequence.*",
		" & ", " = ", " <> ", " < ", " <= ", " > ", " >= ", " + ", " - ", " * ", " / ", "*-", `""no""`}
	g := newGenerator()
	all := generated()
	for _, source := range all {
		f := parse(t, source)
		s, err := f.Excel(sheet{row{keys: keys}, 2})
		if err != nil {
			t.Errorf("%s: %v", source, err)
		}
		for _, name := range functionsOf(s) {
			if !slices.Contains(excel2007, name) {
				t.Errorf("%s: %s", source, name)
			}
		}
		if v, err := f.Eval(row{keys, g.cells()}); err != nil || v.Kind() == formula.BoolKind {
			t.Errorf("%s: %v, %v", source, v, err)
		}
	}
	text := strings.Join(all, "\n")
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("no formula has %q", w)
		}
	}
}
