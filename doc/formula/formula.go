// Package formula is the language of computed columns: an expression over the other
// cells of a row, which is evaluated here and written as a formula of a spreadsheet,
// so that the two cannot differ. It is a leaf.
//
// A formula is written over keys of columns:
//
//	if(or(blank(likelihood), blank(highest)), "", lookup("levels", rank(likelihood), highest))
//	max(rank(consequence.*))
//
// Keys begin with a letter and go on with letters of a to z, digits and _, in parts
// joined by a full stop. A key that ends in .* stands for all columns whose key
// begins so, and only in the arguments of a function that takes any number of them
// (max, min, mean), alone or in rank. Texts stand in double quotes, which are doubled
// within; numbers have a decimal point. The operators are, from the loosest:
//
//	= <> < <= > >=    compare; = and <> take texts and numbers, the others numbers
//	&                 joins texts
//	+ -               and - before a number
//	* /
//
// The functions:
//
//	if(condition, then, otherwise)
//	and(condition, …), or(condition, …), not(condition)
//	blank(x)                  x is empty
//	max(x, …), min(…), mean(…)   of the arguments that are numbers; none: blank
//	round(x), round(x, digits)   half away from zero; digits is written out, 0 to 9
//	rank(key)                 the position of the cell's text in the list of its column, from 1; none: blank
//	lookup("grid", row, column)  the text there, rows and columns from 1; outside: blank
//
// What is true or false is a condition and nothing else: it cannot be the result, nor
// be joined or compared, since a spreadsheet would show it in the language of its user.
// What is neither can be no condition. Such mistakes, a text to calculate with, wrong
// numbers of arguments and names that are no function are found when it is parsed.
//
// # Blanks and errors
//
// An empty cell and the empty text are the same: blank. Blank equals the empty text and
// no number. Nothing fails when it is evaluated: what cannot be calculated is blank.
// So it is with an operand that is blank or a text, also a text of digits (the cell
// holds a text that looks like a number), a division by zero, a row or a column outside
// the grid, and what no spreadsheet can hold. A comparison by size with such an
// operand is false. Row and column of a lookup are cut to whole numbers.
//
// Texts are equal when they differ only in the case of letters. Numbers are equal when
// their first 15 digits are, which is as much as a spreadsheet holds. A number that is
// joined to a text has up to 15 digits; the decimal sign is a full stop here and that
// of its user in a spreadsheet, so join whole numbers only.
package formula

import "slices"

// Formula is a parsed formula. It is immutable and safe for concurrent use.
type Formula struct {
	Source string // as it was given to Parse
	root   node
}

// Parse reads a formula and checks it as far as is possible without the columns that
// it is for. The error is an *Error.
func Parse(source string) (*Formula, error) {
	tokens, err := lex(source)
	if err != nil {
		return nil, err
	}
	p := parser{tokens: tokens}
	root, err := p.formula()
	if err == nil {
		err = wants(root, anything)
	}
	if err != nil {
		return nil, err
	}
	return &Formula{source, root}, nil
}

// Keys are the keys of columns in the formula, each once, in the order in which they
// first stand there; those that end in .* as written.
func (f *Formula) Keys() []string {
	var keys []string
	f.keys(func(k *key, _ bool) { keys = appendNew(keys, k.name) })
	return keys
}

// Ranked are those of Keys whose columns must have a list, since rank asks for the
// position in it.
func (f *Formula) Ranked() []string {
	var keys []string
	f.keys(func(k *key, ranked bool) {
		if ranked {
			keys = appendNew(keys, k.name)
		}
	})
	return keys
}

// Grids are the ids of the grids that the formula looks up in, each once.
func (f *Formula) Grids() []string {
	var ids []string
	walk(f.root, func(n node) {
		if c, ok := n.(*call); ok && c.name == "lookup" {
			ids = appendNew(ids, c.args[0].(*text).value)
		}
	})
	return ids
}

// keys calls do for each key, and tells whether rank asks for its position.
func (f *Formula) keys(do func(k *key, ranked bool)) {
	ranked := false
	walk(f.root, func(n node) {
		if k, ok := n.(*key); ok {
			do(k, ranked)
		}
		c, ok := n.(*call)
		ranked = ok && c.name == "rank"
	})
}

// appendNew appends a text that is not there yet.
func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
