// Package templates holds the document types. A document type is a folder with a
// template.yaml (see doc/guide/add-a-document.md): an outline of clauses and
// tables, a cover, signatures, and what the type is for; and with a schema.json
// when it needs facts of its own. It needs no Go.
//
// For most uses, call Load with Embedded() and a loaded text library.
package templates

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// Lines is one line in each loaded language.
type Lines map[doc.Language]*clauses.Line

// Template is a document type.
type Template struct {
	ID        string
	Title     Lines
	Form      string // document or workbook
	Audience  string // internal, supplier, signatory, authority or public
	Exemption string // suggested exemption from public access, or "none"
	Phase     string // phase from which the set holds it
	When      *expr.Expr
	Subject   Lines
	Cover     *Cover // nil: no cover
	Outline   []Item
	Tables    map[string]*Table
	Fields    []Field
	File      string

	Signatures map[string]*Signatures

	Lists []List // of a workbook, by id
	Grids []Grid

	PerParty *PerParty // nil: one document for all parties
	Body     *Body     // nil: the document is ours from beginning to end

	covers  map[string][]string          // demand → places
	reasons map[string]map[string]string // condition → language → words

	source []byte // of the file, for places in it
}

// Cover is the first page.
type Cover struct {
	Kicker, Title, Subtitle Lines
	Parties                 []CoverParty
	Facts                   []Row
}

// CoverParty is a party, or a list of them.
type CoverParty struct {
	When  *expr.Expr
	Each  *expr.Expr
	Role  Lines
	Name  Lines
	Lines []CellLine
}

// Item is one entry of the outline; just one of the fields says what it is.
type Item struct {
	When       *expr.Expr
	OpenPoints bool
	TOC        int
	Clause     string
	Unnumbered bool     // the clause is in no number series
	Prose      bool     // its heading is numbered, and its paragraphs are not
	Tables     []string // after the text of the clause
	Signatures string
	Annex      *Annex
	Sheet      *Sheet // of a workbook
	Table      string // a table without a clause, in a sheet
	Line       int    // in the template's file
}

// Annex is an annex with an outline of its own.
type Annex struct {
	ID        string
	Title     Lines
	Landscape bool
	Outline   []Item
}

// Signatures is a block of signatures, one for each element.
type Signatures struct {
	ID         string
	Each       *expr.Expr
	Electronic *expr.Expr
	Role       Lines
	Party      Lines
	Name       Lines
	Title      Lines
	Remark     []CellLine
}

// Table is a table of facts from the case, or of fixed texts.
type Table struct {
	ID      string
	Kind    doc.TableKind
	Caption Lines
	Empty   Lines      // instead of rows when there are none
	Each    *expr.Expr // of a register: an element a row; nil with fixed rows
	Where   *expr.Expr // which elements get a row; nil: all
	RowID   *expr.Expr
	Columns []Column
	Rows    []Row      // of facts
	Fixed   []FixedRow // of a register
	Covers  []string   // demands that the table meets
	// Answers says which demands each row meets by itself: those that the library's
	// scenario or measure answers from which the row's was made (scenarios, measures),
	// or the row of a catalogue that has its id (the id of the catalogue).
	Answers string
	Into    string // list of the case that rows are read back into; empty: none are
	Stage   string // of a matrix: initial, current or residual
	Live    *Live  // of a matrix that follows a register
}

// Column of a register.
type Column struct {
	Key    string
	Title  Lines
	When   *expr.Expr // leaves the column out
	Weight int
	Align  doc.Align
	Each   *expr.Expr // repeats the lines for each element
	Lines  []CellLine // of a table with Each
	Tones  *expr.Expr // what gives cells a fill by their text: elements with label and tone
	Covers []string   // demands that the column meets
	Entry  Entry      // in a sheet
}

// FixedRow is a row of a register that the document type brings, and not the case.
// Cells are in the order of the columns. Key is its name, as a column has one.
type FixedRow struct {
	Key    string
	When   *expr.Expr
	Cells  []Lines
	Covers []string // demands that the row meets
	Line   int      // in the template's file
}

// Row of facts. Key is its name, the same in every language; a row without one
// has its ordinal.
type Row struct {
	Key   string
	Label Lines
	When  *expr.Expr
	Each  *expr.Expr
	Lines []CellLine
	// Covers are the demands that the row meets.
	Covers []string
}

// CellLine is one paragraph of a cell.
type CellLine struct {
	When *expr.Expr
	Each *expr.Expr // repeats the line for each element
	Text Lines
}

// Set is the loaded document types with the words that the program itself prints.
// It is immutable and safe for concurrent use.
type Set struct {
	templates map[string]*Template
	words     words
	replaced  []string
	bases     []clauses.Replaced // document types of the house library that replace some
	documents *model.DocumentTypes
	scales    map[string]*risk.Scale
}

// Documents are the facts of the document types' own, for model.Load, for
// model.Case.With and for the schema of the case.
func (s *Set) Documents() *model.DocumentTypes { return s.documents }

// Overridden lists the files that a house library replaced.
func (s *Set) Overridden() []string { return s.replaced }

// Template finds a document type.
func (s *Set) Template(id string) (*Template, bool) {
	t, ok := s.templates[id]
	return t, ok
}

// Templates lists the document types, sorted by id.
func (s *Set) Templates() []*Template {
	out := make([]*Template, 0, len(s.templates))
	for _, id := range slices.Sorted(maps.Keys(s.templates)) {
		out = append(out, s.templates[id])
	}
	return out
}

// IDs lists the ids of the document types, in the order of Templates.
func (s *Set) IDs() []string {
	var out []string
	for _, t := range s.Templates() {
		out = append(out, t.ID)
	}
	return out
}
