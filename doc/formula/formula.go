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
// of its user in a spreadsheet, so join whole numbers, or round them.
package formula

// Formula is a parsed formula. It is immutable and safe for concurrent use.
type Formula struct {
	Source string // as it was given to Parse
}

// Parse reads a formula and checks it as far as is possible without the columns that
// it is for. The error is an *Error.
func Parse(source string) (*Formula, error) {
	return nil, &Error{Message: "not written yet"}
}

// Keys are the keys of columns in the formula, each once, in the order in which they
// first stand there; those that end in .* as written.
func (f *Formula) Keys() []string { return nil }

// Ranked are the keys among Keys whose column must have a list, since rank asks for
// the position in it.
func (f *Formula) Ranked() []string { return nil }

// Grids are the ids of the grids that the formula looks up in, each once.
func (f *Formula) Grids() []string { return nil }

// Eval computes the formula for one row. The value is a text or a number; blank is the
// empty text. The error is an *Error: there is no such column, or a cell that is true
// or false.
func (f *Formula) Eval(env Env) (Value, error) {
	return Value{}, &Error{Message: "not written yet"}
}

// Excel writes the formula for a cell of one row, without the equals sign before it,
// with functions of Excel 2007 and commas between arguments, as it is stored in a file.
// The cell then shows what Eval gives for the same row, an empty cell and one with an
// empty text (the result of a formula) alike. The error is an *Error: there is no such
// column, list or grid, or the formula is longer or deeper than Excel takes.
func (f *Formula) Excel(w Writer) (string, error) {
	return "", &Error{Message: "not written yet"}
}
