package formula

import (
	"strconv"
	"strings"
)

// Excel writes the formula for a cell of one row, without the equals sign before it,
// with functions of Excel 2007 and commas between arguments, as it is stored in a file.
// The cell then shows what Eval gives for the same row, an empty cell and one with an
// empty text (the result of a formula) alike. The error is an *Error: there is no such
// column, list or grid, or the formula is longer or deeper than Excel takes.
func (f *Formula) Excel(w Writer) (string, error) {
	if f == nil || f.root == nil {
		return "", notParsed()
	}
	x := excel{Writer: w, columns: w.Keys()}
	s := x.value(f.root).text
	if characters("="+s) > maxFormula {
		x.tooLong()
	}
	if nesting(s) > maxDepth {
		x.fail(errorAt(0, "in a cell, more than %d levels of functions are within each other", maxDepth))
	}
	if x.err != nil {
		return "", x.err
	}
	return s, nil
}

// excel writes a formula for one row. A node is written in one of three ways, by what
// the place where it stands does with it: as a value, which is never an error; as a
// number, which is an error when it is blank or a text, so that errors carry the blanks
// of a calculation to the IFERROR around it; or as a condition, which is TRUE or FALSE.
type excel struct {
	Writer
	columns []string
	err     *Error // the first one
}

// written is a text of a formula with how tightly its outermost operator binds.
type written struct {
	text     string
	strength int
}

func atom(parts ...string) written { return written{strings.Join(parts, ""), unbreakable} }

// fail keeps the first error.
func (x *excel) fail(err *Error) {
	if x.err == nil {
		x.err = err
	}
}

func (x *excel) tooLong() {
	x.fail(errorAt(0, "in a cell, the formula is longer than %d characters", maxFormula))
}

// short is a part that can still be part of a formula. What stands within each other
// can double at each level, so that it ends here, and after an error.
func (x *excel) short(w written) written {
	if len(w.text) > 4*maxFormula {
		x.tooLong()
	}
	if x.err != nil {
		return noText
	}
	return w
}

// function writes a function with its arguments.
func (x *excel) function(n node, name string, args ...written) written {
	if len(args) > maxArguments {
		x.fail(errorAt(n.position(), "in a cell, a function takes at most %d arguments", maxArguments))
	}
	texts := make([]string, len(args))
	for i, a := range args {
		texts[i] = a.text
	}
	return x.short(atom(name, "(", strings.Join(texts, ","), ")"))
}

// join writes an operator between its operands, those in parentheses that need it.
func (x *excel) join(operator string, left, right written) written {
	s := strengths[operator]
	if left.strength < s {
		left = atom("(", left.text, ")")
	}
	if right.strength <= s {
		right = atom("(", right.text, ")")
	}
	return x.short(written{left.text + operator + right.text, s})
}

// quote is a text in a formula.
func quote(s string) written { return atom(`"`, strings.ReplaceAll(s, `"`, `""`), `"`) }

var (
	noText   = quote("")
	noNumber = atom("NA()")
	no       = atom("FALSE")
)

// plain is a number in a formula.
func plain(f float64) written { return atom(strconv.FormatFloat(f, 'f', -1, 64)) }

// cells are the references to the cells of a key.
func (x *excel) cells(k *key) []written {
	columns, err := columnsOf(k, x.columns, func(c string) bool { _, ok := x.Cell(c); return ok })
	if err != nil {
		x.fail(err)
		return nil
	}
	references := make([]written, len(columns))
	for i, c := range columns {
		reference, _ := x.Cell(c)
		references[i] = atom(reference)
	}
	return references
}

// cell is the reference to the cell of a key of one column.
func (x *excel) cell(k *key) written {
	if cells := x.cells(k); cells != nil {
		return cells[0]
	}
	return noText
}

// value writes a node as a value: a number, a text, or the empty text. A reference
// alone would show 0 for an empty cell.
func (x *excel) value(n node) written {
	switch n := n.(type) {
	case *literal:
		return plain(n.value)
	case *text:
		return quote(n.value)
	case *key:
		cell := x.cell(n)
		return x.function(n, "IF", x.join("=", cell, noText), noText, cell)
	case *operation:
		if n.operator == "&" {
			return x.join("&", x.joined(n.left), x.joined(n.right))
		}
	case *call:
		switch n.name {
		case "if":
			return x.function(n, "IF", x.condition(n.args[0]), x.value(n.args[1]), x.value(n.args[2]))
		case "max", "min":
			return x.extreme(n, noText)
		case "lookup":
			return x.function(n, "IFERROR", x.join("&", x.lookup(n), noText), noText)
		}
	}
	return x.function(n, "IFERROR", x.number(n), noText)
}

// joined writes an operand of &, to which an empty cell is an empty text.
func (x *excel) joined(n node) written {
	if k, ok := n.(*key); ok {
		return x.cell(k)
	}
	return x.value(n)
}

// condition writes a node that is true or false.
func (x *excel) condition(n node) written {
	if o, ok := n.(*operation); ok {
		if o.operator == "=" || o.operator == "<>" {
			return x.join(o.operator, x.compared(o.left, o.right), x.compared(o.right, o.left))
		}
		return x.function(n, "IFERROR", x.join(o.operator, x.number(o.left), x.number(o.right)), no)
	}
	c := n.(*call)
	if c.name == "blank" {
		return x.join("=", x.joined(c.args[0]), noText)
	}
	args := make([]written, len(c.args))
	for i, a := range c.args {
		args[i] = x.condition(a)
	}
	return x.function(n, strings.ToUpper(c.name), args...)
}

// compared writes an operand of = or <>. An empty cell equals the empty text, but also
// 0, and another empty cell: alone, it is only right beside what is never 0 nor empty.
func (x *excel) compared(n, other node) written {
	k, ok := n.(*key)
	if l, number := other.(*literal); ok && (kindOf(other) == aText || number && l.value != 0) {
		return x.cell(k)
	}
	return x.value(n)
}

// nesting is how many parentheses are within each other at most, outside of texts and
// names of sheets.
func nesting(s string) int {
	depth, deepest := 0, 0
	var quote rune
	for _, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '(':
			depth++
			deepest = max(deepest, depth)
		case r == ')':
			depth--
		}
	}
	return deepest
}
