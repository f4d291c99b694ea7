package formula

import (
	"math"
	"slices"
	"strings"
)

// kind is what is known of a value before there are any cells.
type kind int

const (
	anything  kind = iota // a text or a number
	aText                 //
	aNumber               // or blank
	condition             // true or false
	many                  // numbers of several columns
)

// function is what a function takes and gives.
type function struct {
	name     string
	min, max int // arguments; max 0: any number
	takes    kind
	gives    kind
}

// functions in the order of the alphabet. What if, rank and lookup take is checked
// apart.
var functions = []function{
	{"and", 1, 0, condition, condition},
	{"blank", 1, 1, anything, condition},
	{"if", 3, 3, anything, anything},
	{"lookup", 3, 3, anything, aText},
	{"max", 1, 0, many, aNumber},
	{"mean", 1, 0, many, aNumber},
	{"min", 1, 0, many, aNumber},
	{"not", 1, 1, condition, condition},
	{"or", 1, 0, condition, condition},
	{"rank", 1, 1, anything, aNumber},
	{"round", 1, 2, aNumber, aNumber},
}

// kindOf is what a checked node gives.
func kindOf(n node) kind {
	switch n := n.(type) {
	case *text:
		return aText
	case *key:
		if _, several := n.prefix(); several {
			return many
		}
		return anything
	case *operation:
		_, gives := operands(n.operator)
		return gives
	case *call:
		return n.gives
	}
	return aNumber
}

// operands is what an operator takes and gives.
func operands(operator string) (takes, gives kind) {
	switch operator {
	case "&":
		return anything, aText
	case "=", "<>":
		return anything, condition
	case "<", "<=", ">", ">=":
		return aNumber, condition
	}
	return aNumber, aNumber
}

// check finds what is wrong in a node.
func check(n node) *Error {
	switch n := n.(type) {
	case *negation:
		return wants(n.x, aNumber)
	case *operation:
		takes, _ := operands(n.operator)
		if err := wants(n.left, takes); err != nil {
			return err
		}
		return wants(n.right, takes)
	case *call:
		return n.check()
	}
	return nil
}

// wants finds what is wrong in a node, and whether it can be what is wanted.
func wants(n node, want kind) *Error {
	if err := check(n); err != nil {
		return err
	}
	return fits(n, want)
}

// fits finds whether a checked node can be what is wanted.
func fits(n node, want kind) *Error {
	switch got := kindOf(n); {
	case got == want, want == many && (got == aNumber || got == anything):
		return nil
	case got == many:
		return errorAt(n.position(), "several columns stand only in max, min and mean, alone or in rank")
	case want == condition:
		return errorAt(n.position(), "this is neither true nor false; compare it with something")
	case got == condition:
		return errorAt(n.position(), "this is true or false; if makes a text or a number of it")
	case got == aText && want != anything:
		return errorAt(n.position(), "this is a text; a number belongs here")
	}
	return nil
}

// check finds what is wrong in a call, and sets what it gives.
func (n *call) check() *Error {
	i, found := slices.BinarySearchFunc(functions, n.name, func(f function, name string) int { return strings.Compare(f.name, name) })
	if !found {
		return errorAt(n.pos, "%s is no function; there are %s", n.name, functionNames())
	}
	f := functions[i]
	n.gives = f.gives
	if len(n.args) < f.min || f.max > 0 && len(n.args) > f.max {
		return errorAt(n.pos, "%s takes %s, not %d", n.name, f.count(), len(n.args))
	}
	switch n.name {
	case "if":
		return n.checkIf()
	case "rank":
		if _, ok := n.args[0].(*key); !ok {
			return errorAt(n.args[0].position(), "rank takes the key of a column")
		}
		if kindOf(n.args[0]) == many {
			n.gives = many
		}
		return nil
	case "lookup":
		if _, ok := n.args[0].(*text); !ok {
			return errorAt(n.args[0].position(), "lookup takes the name of a grid in quotes first")
		}
		if err := wants(n.args[1], aNumber); err != nil {
			return err
		}
		return wants(n.args[2], aNumber)
	case "round":
		if len(n.args) == 2 {
			if d, ok := n.args[1].(*literal); !ok || d.value != math.Trunc(d.value) || d.value > 9 {
				return errorAt(n.args[1].position(), "round takes the number of digits second, from 0 to 9")
			}
		}
	}
	for _, a := range n.args {
		if err := wants(a, f.takes); err != nil {
			return err
		}
	}
	return nil
}

// checkIf finds what is wrong in an if, which gives what its branches do.
func (n *call) checkIf() *Error {
	if err := wants(n.args[0], condition); err != nil {
		return err
	}
	then, otherwise := n.args[1], n.args[2]
	if err := check(then); err != nil {
		return err
	}
	if err := check(otherwise); err != nil {
		return err
	}
	// The branches are both true or false, or both something else.
	want := anything
	if kindOf(then) == condition {
		want = condition
	}
	if err := fits(then, want); err != nil {
		return err
	}
	if kindOf(then) == kindOf(otherwise) {
		n.gives = kindOf(then)
	}
	return fits(otherwise, want)
}

// count is how many arguments a function takes, in words.
func (f function) count() string {
	switch {
	case f.max == 0:
		return "one argument or more"
	case f.min != f.max:
		return "1 or 2 arguments"
	case f.min == 1:
		return "1 argument"
	}
	return "3 arguments"
}

// functionNames lists the functions.
func functionNames() string {
	names := make([]string, len(functions))
	for i, f := range functions {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}
