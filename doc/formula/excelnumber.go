package formula

import "strings"

// number writes a node as a number, or an error if it is none.
func (x *excel) number(n node) written {
	if kindOf(n) == aText {
		x.value(n) // for its errors
		return noNumber
	}
	switch n := n.(type) {
	case *key:
		cell := x.cell(n)
		return x.function(n, "IF", x.function(n, "ISNUMBER", cell), cell, noNumber)
	case *negation:
		operand := x.number(n.x)
		if operand.strength < negationStrength {
			operand = atom("(", operand.text, ")")
		}
		return written{"-" + operand.text, negationStrength}
	case *operation:
		return x.join(n.operator, x.number(n.left), x.number(n.right))
	case *call:
		switch n.name {
		case "if":
			return x.function(n, "IF", x.condition(n.args[0]), x.number(n.args[1]), x.number(n.args[2]))
		case "max", "min":
			return x.extreme(n, noNumber)
		case "mean":
			return x.mean(n)
		case "round":
			places := plain(0)
			if len(n.args) == 2 {
				places = x.value(n.args[1])
			}
			return x.function(n, "ROUND", x.number(n.args[0]), places)
		}
		k := n.args[0].(*key)
		return x.rank(k, k.name, x.cell(k))
	}
	return x.value(n)
}

// rank writes the position of the text of a cell in the list of its column, or an error
// if it is not there. SUBSTITUTE makes a text of a number, and keeps MATCH from reading
// a * or ? that was typed in as any characters, and ~ as a sign for the like.
func (x *excel) rank(n node, key string, cell written) written {
	list, ok := x.List(key)
	if !ok {
		x.fail(errorAt(n.position(), "the column %s has no list", key))
	}
	for _, c := range "~*?" {
		cell = x.function(n, "SUBSTITUTE", cell, quote(string(c)), quote("~"+string(c)))
	}
	return x.function(n, "MATCH", cell, atom(list), plain(0))
}

// lookup writes the reference to a cell of a grid, or an error.
func (x *excel) lookup(n *call) written {
	id := n.args[0].(*text)
	grid, ok := x.Grid(id.value)
	if !ok {
		x.fail(errorAt(id.pos, "there is no grid %s", id.value))
	}
	return x.function(n, "INDEX", atom(grid), x.place(n.args[1]), x.place(n.args[2]))
}

// place writes a row or column as a number from 1, or an error: INDEX takes 0 for all
// rows or columns.
func (x *excel) place(n node) written {
	if positive(n) {
		return x.number(n)
	}
	if k, ok := n.(*key); ok {
		cell := x.cell(k)
		within := x.function(n, "AND", x.function(n, "ISNUMBER", cell), x.join(">=", cell, plain(1)))
		return x.function(n, "IF", within, cell, noNumber)
	}
	f := x.number(n)
	return x.function(n, "IF", x.join(">=", f, plain(1)), f, noNumber)
}

// positive reports whether a number is at least 1 whatever the cells hold, unless it is
// an error.
func positive(n node) bool {
	switch n := n.(type) {
	case *literal:
		return n.value >= 1
	case *operation:
		return strings.Contains("+*", n.operator) && positive(n.left) && positive(n.right)
	case *call:
		switch n.name {
		case "rank":
			return true
		case "if":
			return positive(n.args[1]) && positive(n.args[2])
		case "round":
			return positive(n.args[0])
		case "max", "min", "mean":
			for _, a := range n.args {
				if !positive(a) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// item is an argument of max, min or mean: a reference, or a number that may be an error.
type item struct {
	written
	reference bool
}

// items are the arguments of max, min or mean, and whether all are references.
// In references, all that is no number is skipped; in other arguments it is an error.
func (x *excel) items(n *call) (items []item, references bool) {
	references = true
	for _, a := range n.args {
		k, cell := a.(*key)
		c, ok := a.(*call)
		switch {
		case cell:
			for _, reference := range x.cells(k) {
				items = append(items, item{reference, true})
			}
			continue
		case ok && c.name == "rank":
			items = append(items, x.ranks(c.args[0].(*key))...)
		default:
			items = append(items, item{x.number(a), false})
		}
		references = false
	}
	return items, references
}

// ranks are the positions for all columns of a key.
func (x *excel) ranks(k *key) []item {
	columns, err := columnsOf(k, x.columns, func(c string) bool { _, ok := x.Cell(c); return ok })
	if err != nil {
		x.fail(err)
	}
	items := make([]item, len(columns))
	for i, c := range columns {
		reference, _ := x.Cell(c)
		items[i] = item{x.rank(k, c, atom(reference)), false}
	}
	return items
}

// counted writes COUNT of the items, which takes errors and skips them.
func (x *excel) counted(n node, items []item) written {
	args := make([]written, len(items))
	for i, a := range items {
		args[i] = a.written
	}
	return x.function(n, "COUNT", args...)
}

// gathered writes a function of the items, with another number for an error.
func (x *excel) gathered(n node, name string, items []item, none written) written {
	args := make([]written, len(items))
	for i, a := range items {
		args[i] = a.written
		if !a.reference {
			args[i] = x.function(n, "IFERROR", a.written, none)
		}
	}
	return x.function(n, name, args...)
}

// greatest is the greatest number that can stand in a formula.
const greatest = "9.99999999999999E+307"

// extreme writes max or min, and what it is if there is no number.
func (x *excel) extreme(n *call, none written) written {
	items, _ := x.items(n)
	least := atom("-" + greatest)
	switch {
	case n.name == "min":
		least = atom(greatest)
	case positive(n):
		least = plain(0)
	}
	extreme := x.gathered(n, strings.ToUpper(n.name), items, least)
	return x.function(n, "IF", x.join("=", x.counted(n, items), plain(0)), none, extreme)
}

// mean writes mean, or an error if there is no number.
func (x *excel) mean(n *call) written {
	items, references := x.items(n)
	if references {
		return x.gathered(n, "AVERAGE", items, noText)
	}
	return x.join("/", x.gathered(n, "SUM", items, plain(0)), x.counted(n, items))
}
