package generator

import "github.com/samsvar/samsvar/generator/report"

// Filled is what a workbook says that has been filled in, whatever file it came in.
type Filled struct {
	Name               string // of the file, for messages
	Document, Language string // document type, and the language of its words
	CaseID             string // of the case that it was made from; empty where the file does not say
	Sheets             []FilledSheet
	// Part: the file may hold just some of the registers and columns, as a program that
	// knows only these writes it. That the others are not there says nothing.
	Part bool
	// Problems are what is wrong with the file, but not so that it cannot be read.
	Problems []report.Problem
}

// FilledSheet is a sheet with a register.
type FilledSheet struct {
	Key     string   // of the sheet in the document type
	Table   string   // ID of the register; empty where the sheet has just one
	Columns []string // keys of the columns that are there
	Rows    []FilledRow
}

// FilledRow is a row; without an id it is new.
type FilledRow struct {
	ID    string
	Ref   string // where it is, such as "Register!12"
	Cells map[string]FilledCell
}

// FilledCell is what a cell holds: a number, a date as YYYY-MM-DD, or text.
type FilledCell struct {
	Ref    string // such as "Register!D12"
	Text   string
	Number *float64
	Date   string
	// Changed: it holds something else than what was written. A file that does not
	// know what was written says so of every cell.
	Changed bool
	// Wrote reports whether a text is what was written; nil where the file does not
	// know.
	Wrote func(text string) bool
}
