package formula

import "strings"

// node is a part of a formula. The kinds are literal, text, key, negation, operation
// and call.
type node interface{ position() int }

type (
	// literal is a number.
	literal struct {
		pos   int
		value float64
	}
	// text is a text in quotes.
	text struct {
		pos   int
		value string
	}
	// key is a column, or all columns of a pattern.
	key struct {
		pos  int
		name string
	}
	// negation is a minus before a number.
	negation struct {
		pos int
		x   node
	}
	// operation is an operator between two operands; pos is that of the operator.
	operation struct {
		pos         int
		operator    string
		left, right node
	}
	// call is a function with its arguments. What it gives is set when it is checked.
	call struct {
		pos   int
		name  string
		args  []node
		gives kind
	}
)

func (n *literal) position() int   { return n.pos }
func (n *text) position() int      { return n.pos }
func (n *key) position() int       { return n.pos }
func (n *negation) position() int  { return n.pos }
func (n *operation) position() int { return n.pos }
func (n *call) position() int      { return n.pos }

// prefix is what the keys of a pattern begin with; false: it is one column.
func (n *key) prefix() (string, bool) { return strings.CutSuffix(n.name, "*") }

// strengths is how tightly operators bind. What is neither an operation nor a
// negation never needs parentheses.
var strengths = map[string]int{
	"=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1,
	"&": 2, "+": 3, "-": 3, "*": 4, "/": 4,
}

// negationStrength is that of the minus before a number, which binds more tightly than
// any operator, and unbreakable that of what is no operation.
const (
	negationStrength = 5
	unbreakable      = 6
)

// walk calls f for a node and all within it, in reading order.
func walk(n node, f func(node)) {
	switch n := n.(type) {
	case *operation:
		walk(n.left, f)
		f(n)
		walk(n.right, f)
		return
	case *negation:
		f(n)
		walk(n.x, f)
		return
	}
	f(n)
	if c, ok := n.(*call); ok {
		for _, a := range c.args {
			walk(a, f)
		}
	}
}
