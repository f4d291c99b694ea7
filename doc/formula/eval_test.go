package formula_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
)

type cells = map[string]formula.Value

var (
	str = formula.Text
	num = formula.Number
)

// evaluations are formulas with what they give for some cells; the other cells are
// blank. A text that is expected stands in quotes.
var evaluations = []struct {
	source string
	cells  cells
	want   string
}{
	// Operators: strength, from the left, spaces.
	{"1+2*3", nil, "7"},
	{" ( 1 + 2 ) * 3 ", nil, "9"},
	{"10-2-3", nil, "5"},
	{"12/2/3", nil, "2"},
	{"-2*-3", nil, "6"},
	{"--2", nil, "2"},
	{"10-(2-3)", nil, "11"},
	{"8/(4/2)", nil, "4"},
	{"8/-(4*2)", nil, "-1"},
	{"-(x-1)", cells{"x": num(3)}, "-2"},
	{"1+2&3+4", nil, `"37"`},
	{`if("a"&"b"="ab", 1, 2)`, nil, "1"},
	{"x-1", cells{"x": num(3)}, "2"},
	{`"say ""no"""`, nil, `"say "no""`},
	// Calculations with what is no number are blank.
	{"x+1", nil, `""`},
	{"1+x", cells{"x": str("3")}, `""`},
	{"-x", cells{"x": str("a")}, `""`},
	{"x", nil, `""`},
	{"1/0", nil, `""`},
	{"x/y", cells{"x": num(0), "y": num(0)}, `""`},
	{"1/0+1", nil, `""`},
	{"x*x", cells{"x": num(1e200)}, `""`},
	{"-x", cells{"x": num(0)}, "0"},
	{"0.1+0.2-0.3", nil, "0"},
	// Joining.
	{`name & x & y`, cells{"name": str("a"), "x": num(2.5)}, `"a2.5"`},
	{`1/3 & ""`, nil, `"0.333333333333333"`},
	{`1/0 & "a"`, nil, `"a"`},
	// Comparing.
	{`if(name = "høy", 1, 2)`, cells{"name": str("HØY")}, "1"},
	{`if(name <> "høy", 1, 2)`, cells{"name": str("Hoy")}, "1"},
	{`if(x = "3", 1, 2)`, cells{"x": num(3)}, "2"},
	{`if(x = 0, 1, 2)`, nil, "2"},
	{`if(x <> 0, 1, 2)`, nil, "1"},
	{`if(x = "", 1, 2)`, nil, "1"},
	{`if(x = y, 1, 2)`, nil, "1"},
	{`if(x = y, 1, 2)`, cells{"y": num(0)}, "2"},
	{`if(x = 1/0, 1, 2)`, nil, "1"},
	{`if(0.1+0.2 = 0.3, 1, 2)`, nil, "1"},
	{`if(0.1+0.2 > 0.3, 1, 2)`, nil, "2"},
	{`if(0.1+0.2 >= 0.3, 1, 2)`, nil, "1"},
	{`if(x < 5, 1, 2)`, nil, "2"},
	{`if(x > 5, 1, 2)`, cells{"x": str("9")}, "2"},
	{`if(x <= 5, 1, 2)`, cells{"x": num(5)}, "1"},
	{`if(x < 5, 1, 2)`, cells{"x": num(5)}, "2"},
	{`if(x < y, 1, 2)`, cells{"x": num(-1), "y": num(0)}, "1"},
	// Conditions.
	{`if(and(x=1, y=2), "both", "no")`, cells{"x": num(1), "y": num(2)}, `"both"`},
	{`if(and(x=1, y=2), "both", "no")`, cells{"x": num(1)}, `"no"`},
	{`if(or(x=1, y=2), "one", "no")`, cells{"y": num(2)}, `"one"`},
	{`if(or(x=1, y=2), "one", "no")`, nil, `"no"`},
	{`if(not(blank(x)), 1, 2)`, cells{"x": num(0)}, "1"},
	{`if(blank(x), 1, 2)`, cells{"x": str(" ")}, "2"},
	{`if(blank(x+1), 1, 2)`, nil, "1"},
	{`if(if(x=1, y=2, y=3), 1, 2)`, cells{"x": num(1), "y": num(3)}, "2"},
	{`if(if(x=1, y=2, y=3), 1, 2)`, cells{"y": num(3)}, "1"},
	{`if(x=1, y, name)`, cells{"name": str("b")}, `"b"`},
	// max, min and mean of what are numbers.
	{"max(x, y)", cells{"x": num(-5)}, "-5"},
	{"min(x, y, 3)", cells{"x": num(-5), "y": str("-9")}, "-5"},
	{"max(x, y, -x)", cells{"y": str("3")}, `""`},
	{"mean(x, y)", cells{"x": num(2), "y": num(3)}, "2.5"},
	{"mean(x, y, 1/0)", cells{"y": num(3)}, "3"},
	{"mean(x)", nil, `""`},
	{`max(if(x=1, "a", 2), 1)`, nil, "2"},
	{`max(if(x=1, "a", 2), 1)`, cells{"x": num(1)}, "1"},
	{"max(consequence.*)", cells{"consequence.a": num(2), "consequence.c": num(9)}, "9"},
	{"round(mean(x, y))", cells{"x": num(2), "y": num(3)}, "3"},
	{"round(x)", cells{"x": num(-2.5)}, "-3"},
	{"round(x, 2)", cells{"x": num(1.005)}, "1.01"},
	{"round(x, 1)", cells{"x": num(-0.04)}, "0"},
	{"round(x, 9)", cells{"x": num(123456.789)}, "123456.789"},
	{"round(x)", cells{"x": str("2.5")}, `""`},
	// rank.
	{"rank(likelihood)", cells{"likelihood": str("Mulig")}, "3"},
	{"rank(likelihood)", cells{"likelihood": str("SVÆRT sannsynlig")}, "5"},
	{"rank(likelihood)", cells{"likelihood": str("Kanskje")}, `""`},
	{"rank(likelihood)", cells{"likelihood": num(3)}, `""`},
	{"rank(likelihood)", cells{"likelihood": str("M*")}, `""`},
	{"rank(likelihood)", nil, `""`},
	{"rank(consequence.a)", cells{"consequence.a": num(7)}, "6"},
	{"rank(consequence.a)", cells{"consequence.a": str("vet ikke?")}, "3"},
	{"rank(consequence.a)", cells{"consequence.a": str("5*")}, "4"},
	{"rank(consequence.a)", cells{"consequence.a": str("a~b")}, "5"},
	{"max(rank(consequence.*))", nil, `""`},
	{"max(rank(consequence.*))", cells{"consequence.b": str("2 alvorlig"), "consequence.c": str("1 ubetydelig")}, "2"},
	{"min(rank(consequence.*), 9)", cells{"consequence.b": str("2 alvorlig"), "consequence.c": str("?")}, "2"},
	{"mean(rank(consequence.*), x)", cells{"consequence.b": str("2 alvorlig"), "x": num(5)}, "3.5"},
	// lookup.
	{`lookup("levels", 1, 3)`, nil, `"Middels"`},
	{`lookup("levels", x, y)`, cells{"x": num(2.9), "y": num(2)}, `"Middels"`},
	{`lookup("levels", 3, 3)`, nil, `""`},
	{`lookup("levels", 4, 1)`, nil, `""`},
	{`lookup("levels", x, 1)`, cells{"x": num(0)}, `""`},
	{`lookup("levels", x, 1)`, cells{"x": num(-1)}, `""`},
	{`lookup("levels", 1, x)`, cells{"x": num(1e18)}, `""`},
	{`lookup("levels", x, 1)`, cells{"x": str("1")}, `""`},
	{`lookup("levels", 1, x)`, nil, `""`},
	{`lookup("levels", rank(likelihood), max(rank(consequence.*)))`, cells{"likelihood": str("Lite sannsynlig"), "consequence.a": str("Vet ikke?")}, `"Høy"`},
}

func TestEval(t *testing.T) {
	for _, c := range evaluations {
		v, err := parse(t, c.source).Eval(row{keys, c.cells})
		got := v.String()
		if v.Kind() == formula.TextKind {
			got = `"` + got + `"`
		}
		if err != nil || got != c.want {
			t.Errorf("%s with %v: got %s, %v, want %s", c.source, c.cells, got, err, c.want)
		}
	}
}

func TestEvalErrors(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"x + missing", "5: there is no column missing"},
		{`if(x=1, 2, rank(missing))`, "17: there is no column missing"},
		{"max(x, consequences.*)", "8: there is no column whose key begins with consequences."},
		{"max(rank(likelihood.*))", "10: there is no column whose key begins with likelihood."},
		{`x & " " & name`, "11: the cell of name is true or false"},
	} {
		v, err := parse(t, c.source).Eval(row{keys, cells{"name": formula.Bool(true)}})
		if err == nil || err.Error() != c.want || v != (formula.Value{}) {
			t.Errorf("%s: got %v, %v, want %s", c.source, v, err, c.want)
		}
	}
}

func TestValue(t *testing.T) {
	huge := 1e308
	for _, c := range []struct {
		value formula.Value
		kind  formula.Kind
		want  string
	}{
		{formula.Value{}, formula.TextKind, ""},
		{str("a"), formula.TextKind, "a"},
		{formula.Bool(true), formula.BoolKind, "TRUE"},
		{formula.Bool(false), formula.BoolKind, "FALSE"},
		{num(0), formula.NumberKind, "0"},
		{num(-2.5), formula.NumberKind, "-2.5"},
		{num(0.1 + 0.2), formula.NumberKind, "0.3"},
		{num(123456789012345), formula.NumberKind, "123456789012345"},
		{num(1234567890123456), formula.NumberKind, "1.23456789012346E+15"},
		{num(0.00001), formula.NumberKind, "0.00001"},
		{num(1e-10), formula.NumberKind, "1E-10"},
		{num(huge * 10), formula.TextKind, ""},
		{num(huge*10 - huge*10), formula.TextKind, ""},
	} {
		_, number := c.value.Float()
		if c.value.Kind() != c.kind || c.value.String() != c.want ||
			number != (c.kind == formula.NumberKind) || c.value.Blank() != (c.kind == formula.TextKind && c.want == "") {
			t.Errorf("%#v: %v %q", c.value, c.value.Kind(), c.value)
		}
	}
	if i := formula.Position([]string{"Lav", "Høy", "høy"}, "HØY"); i != 2 {
		t.Errorf("HØY is at %d", i)
	}
	if i := formula.Position([]string{"Lav"}, "La"); i != 0 {
		t.Errorf("La is at %d", i)
	}
	if !formula.Equal("Ærlig", "ærlig") || formula.Equal("a", "a ") || formula.Equal("å", "a") {
		t.Error("Equal")
	}
}

// TestLong: the deepest and the longest formulas are evaluated.
func TestLong(t *testing.T) {
	sum := strings.Repeat("1+", 4000) + "1"
	if v, err := parse(t, sum).Eval(row{}); err != nil || v != num(4001) {
		t.Errorf("got %v, %v", v, err)
	}
	deep := strings.Repeat("(", 63) + "1" + strings.Repeat(")", 63)
	if v, err := parse(t, deep).Eval(row{}); err != nil || v != num(1) {
		t.Errorf("got %v, %v", v, err)
	}
}

// TestNotParsed: a formula that Parse has not made is an error and nothing worse.
func TestNotParsed(t *testing.T) {
	for _, f := range []*formula.Formula{nil, {}, {Source: "1"}} {
		if _, err := f.Eval(nil); err == nil {
			t.Error("no error in Eval")
		}
		if _, err := f.Excel(nil); err == nil {
			t.Error("no error in Excel")
		}
	}
}
