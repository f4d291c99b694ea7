package xlsx

import "errors"

// The reasons for which Read refuses a file; the error that it returns wraps one.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrEncrypted   = errors.New("encrypted, or in the binary format of before 2007")
	ErrTooLarge    = errors.New("too large")
	ErrDamaged     = errors.New("damaged")
	ErrMacro       = errors.New("a workbook with macros")
	ErrForeign     = errors.New("not a workbook that was made here")
	ErrFormat      = errors.New("made by a newer version")
)

// Data is what a workbook holds that was written by Write and has been filled in.
type Data struct {
	Document string // ID of the document
	CaseID   string
	Language string // in which it was written
	Version  string // of the document
	Date     string // of the document
	Sheets   []SheetData
	Problems []Problem // in the order of the sheets and the rows
}

// SheetData is one register of a sheet, in the order in which its rows stand now.
type SheetData struct {
	Key     string // of the sheet
	Table   string // ID of the register
	Name    string // of the sheet as it is called now
	Columns []ReadColumn
	Rows    []ReadRow
}

// ReadColumn is a column that was written, at the place where it stands now.
type ReadColumn struct {
	Key    string
	Header string // its title now
	Letter string // "" when the column is gone
	Input  bool
	List   string // ID of the list that it chooses from
}

// ReadRow is a row. A row without an ID is new.
type ReadRow struct {
	ID     string
	Number int // of the row in the sheet, from 1
	Cells  map[string]ReadCell
}

// ReadCell is a cell; an empty one has no text. Number and Date are set in columns of
// these kinds, and Value in a column of choices: it is that of the list whose label the
// text is.
type ReadCell struct {
	Ref    string // such as "F12"
	Text   string
	Number *float64
	Date   string // YYYY-MM-DD
	Value  string
	// Changed: an input cell that does not hold what was written. In a new row all
	// cells that are not empty have changed.
	Changed bool
	was     string // fingerprint of what was written, "" in a new row
}

// Wrote reports whether a text, a number without signs for thousands or a day as
// YYYY-MM-DD is what was written into the cell.
func (c ReadCell) Wrote(s string) bool {
	for _, kind := range []byte{'t', 'n', 'd'} {
		if c.was == fingerprint(kind, comparable(s)) {
			return true
		}
	}
	return c.was == "" && s == ""
}

// Problem is something in a workbook that whoever reads it must know of.
type Problem struct {
	Kind  ProblemKind
	Sheet string // name of the sheet now; when it is gone, its name when it was written
	Ref   string // of the cell or the column, "" for the sheet
	Key   string // of the column, the ID of the row, or of the register
	Text  string // what stands there
}

// ProblemKind is a kind of problem.
type ProblemKind string

// The kinds of problem, with what their Key and Text are.
const (
	// A register is no longer there: its sheet or its marks have been deleted. Key
	// is the ID of the register.
	RegisterMissing ProblemKind = "register-missing"
	// A register is there twice: its sheet was copied. The first one counts. Key is
	// the ID of the register.
	RegisterTwice ProblemKind = "register-twice"
	// A column was deleted. Key is that of the column.
	ColumnMissing ProblemKind = "column-missing"
	// A key stands over two columns: one was copied. The first one counts.
	ColumnTwice ProblemKind = "column-twice"
	// A column was inserted; it is not read. Text is its title.
	ColumnAdded ProblemKind = "column-added"
	// A row was deleted. Key is its ID.
	RowMissing ProblemKind = "row-missing"
	// Two rows have one ID: one was copied. Both are among the rows. Key is the ID.
	RowTwice ProblemKind = "row-twice"
	// A row has an ID that was not written. Key is the ID.
	RowUnknown ProblemKind = "row-unknown"
	// Cells of the register were merged: what the others held is gone. Ref is the
	// range.
	CellsMerged ProblemKind = "cells-merged"
	// A text that is no number, or no date, or none of the list, where one is asked
	// for. Key is that of the column, Text what stands there.
	NotNumber ProblemKind = "not-number"
	NotDate   ProblemKind = "not-date"
	NotChoice ProblemKind = "not-choice"
	// A cell shows an error, such as #REF!. It counts as empty, and not as changed.
	// Key is that of the column, Text the error.
	ErrorValue ProblemKind = "error-value"
)
