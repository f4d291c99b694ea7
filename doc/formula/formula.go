// Package formula is the language of computed columns: an expression over the other
// cells of a row, which is evaluated here and written as a formula of a spreadsheet,
// so that the two cannot differ. It is a leaf.
//
// A formula is written over keys of columns:
//
//	if(blank(likelihood), "", lookup("levels", rank(likelihood), max(rank(consequence.*))))
//
// Values are texts, numbers and true or false; an empty cell is the empty text. A key
// that ends in .* stands for all columns whose key begins so, and only in the
// arguments of a function that takes any number of them.
package formula

// Formula is a parsed formula. It is immutable and safe for concurrent use.
type Formula struct {
	Source string
}
