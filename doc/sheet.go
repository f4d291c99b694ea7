package doc

import "github.com/samsvar/samsvar/doc/formula"

// A workbook is a document whose top sections are sheets: each has a Sheet. Writers
// of prose write it as sections; a writer of workbooks takes the layout from here.

// Sheet is how a section stands in a workbook.
type Sheet struct {
	Key  string // stable name, the same in every language
	Name string // on the tab: at most 31 characters, without : \ / ? * [ ]
	// Freeze is how many columns of the sheet's register stay in sight.
	Freeze int
	// Protected locks all but the cells of input columns, without a password.
	Protected bool
	// Spare is how many empty rows follow the register, to be filled in.
	Spare int
}

// Entry is what a column is in a sheet.
type Entry struct {
	Type EntryType
	// List is the id of a List of the document, of a Choice.
	List string
	// Input: the cells may be filled in. They are told apart by their fill, and a
	// protected sheet leaves them open.
	Input bool
	// Note says what to fill in; it is shown when a cell is chosen.
	Note string
	// Formula computes the cells from others of their row. The cells hold what it
	// gives as text.
	Formula *formula.Formula
	// Tones gives cells a fill by their text, live.
	Tones []ToneOf
}

// Alignment is how prose sets the cells of a column: as it says, and numbers right
// where it says nothing.
func (c Column) Alignment() Align {
	if c.Align == Left && c.Entry.Type == NumberEntry {
		return Right
	}
	return c.Align
}

// EntryType is the kind of value in the cells of a column.
type EntryType int

// The kinds of value. A Choice is one of the labels of a list.
const (
	TextEntry EntryType = iota
	NumberEntry
	DateEntry
	ChoiceEntry
)

// ToneOf is the tone of a text.
type ToneOf struct {
	Text string
	Tone Tone
}

// Tone is the role of a fill. The four risk tones rise in order; a writer gives each
// a colour on which dark text is legible.
type Tone int

// The tones.
const (
	NoTone Tone = iota
	ToneLow
	ToneMedium
	ToneHigh
	ToneVeryHigh
)

// Scalar is a value that is not text.
type Scalar struct {
	Number float64
	Date   string // YYYY-MM-DD; Number counts when it is empty
}

// List is what a Choice chooses from. The position of an item, from 1, is what
// rank gives in a formula.
type List struct {
	ID    string
	Items []ListItem
}

// ListItem is a choice: a value that never changes with the language, and the label
// that stands in the cell.
type ListItem struct {
	Value, Label string
}

// Grid is a table of texts that formulas look up, by row and column from 1.
type Grid struct {
	ID   string
	Rows [][]string
}

// Matrix is what a MatrixTable places: the first column of the table holds the
// labels of the rows, the first row those of the columns (the titles of the columns
// of the table). The rows are in the order in which they are drawn, the highest
// first. Each cell holds its word and then, in paragraphs of their own, what is
// placed there, such as "R-1, R-2".
type Matrix struct {
	RowAxis, ColumnAxis string // "Sannsynlighet", "Konsekvens"
	// Source is the ID of the register in the document whose rows are placed, with
	// the keys of its columns that hold the row and the column, as numbers from 1
	// or as choices; Label is the key of the column that is shown. Empty: nothing
	// is live.
	Source, Row, Column, Label string
}
