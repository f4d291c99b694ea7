// Package doc is the document tree that everything else is built around: the
// generator makes one, a writer (docx, html, markdown) turns it into a file.
//
// The package is a leaf: it imports only the standard library and knows nothing
// of cases, clauses or file formats. The sets of blocks and inlines are closed,
// so that a writer can be checked to handle every kind; a writer that meets a
// kind it does not know returns an error and never skips it.
//
// A tree holds values, never markup: the text of a node is printed as it is,
// whatever characters it contains.
package doc

// Language is one of the three languages of the product.
type Language string

// The languages that a document can be written in.
const (
	Bokmal  Language = "nb"
	Nynorsk Language = "nn"
	English Language = "en"
)

// Languages lists the languages in the order in which the product prefers them.
func Languages() []Language { return []Language{Bokmal, Nynorsk, English} }

// Tag returns the BCP 47 tag with region that file formats want, such as nb-NO.
func (l Language) Tag() string {
	switch l {
	case Bokmal:
		return "nb-NO"
	case Nynorsk:
		return "nn-NO"
	case English:
		return "en-GB"
	}
	return string(l)
}

// Document is the root of a prose document.
type Document struct {
	ID       string   // document type, such as "dpa"
	Language Language // language of all text that is not marked otherwise
	Title    string   // title for the file's properties
	Meta     Meta
	Running  Running // header and footer of every page but the cover
	Labels   Labels  // words that writers print around numbers
	Blocks   []Block
	// Lists and Grids are what the columns of its tables choose from and look up.
	Lists []List
	Grids []Grid
	// Beside is the same document in a second language, block for block (see
	// Twins): a writer sets the two beside each other. It is nil for a document in
	// one language, and has none beside it itself.
	Beside *Document
}

// Meta becomes the properties of the file.
type Meta struct {
	Subject   string // what the document is about, such as the name of the service
	Creator   string // who issues the document
	CaseID    string // the case number
	Version   string // version of the document, such as "0.3"
	Date      string // YYYY-MM-DD; the date of the case, never of the clock; also that of the comments
	Keywords  []string
	Generator string // name of the program
}

// Running is what stands in the header and the footer.
type Running struct {
	Left   []Inline // header, left
	Right  []Inline // header, right: classification or exemption from public access
	Footer []Inline // footer, right; may hold PageNumber and PageCount
}

// Labels are words in the document's language that belong to numbers.
type Labels struct {
	Annex     string // "Bilag"
	Clause    string // "punkt", before the number of a clause or paragraph
	Table     string // "Tabell", before the number of a table in its caption
	TableRef  string // "tabell", before the number of a table in running text; Table where empty
	Footnotes string // "Fotnoter", heading of the notes where there are no pages
	Entry     EntryLabels
}

// EntryLabels are what a workbook says when something is filled in that its column
// cannot take. Where one is empty, the program that shows the workbook has its own.
type EntryLabels struct {
	Title  string // "Kan ikke brukes her", above the others; at most 32 characters
	Choice string // "Velg en av verdiene i listen."
	Number string // "Skriv et tall."
	Date   string // "Skriv en dato, for eksempel 31.12.2026."
}

// Scheme tells which of the document's two number series a block belongs to.
type Scheme int

// The number series. Clause numbers run 1. / 1.1 / (a) / (i); annex numbers run
// Bilag A / A.1 / (a) / (i).
const (
	Unnumbered Scheme = iota
	Clause
	Annex
)

// Pos is the place in a source file that a block came from; the zero value
// means that it came from none.
type Pos struct {
	File string
	Line int // from 1
	Col  int // from 1, in bytes
}

// Block is a node that stands on lines of its own. The set is closed: *Cover,
// *TOC, *Section, *Paragraph, *Table and *Signatures.
type Block interface{ block() }

// Section is a heading with what stands under it. Level is 1 or 2: level 1 is a
// clause, an annex or an unnumbered heading, level 2 a section of an annex or a
// subheading.
type Section struct {
	ID        string // "dpa.audit"; unique in the document
	Scheme    Scheme
	Level     int
	Number    string // filled in by Number: "9", "Bilag A" or "A.1"
	Title     []Inline
	Break     bool   // begins on a new page
	Landscape bool   // its pages lie on their side
	Sheet     *Sheet // nil: no sheet of its own in a workbook
	Comments  []Comment
	Blocks    []Block
	Pos       Pos
}

// Comment is a remark on a section by the one who drafts, not part of the text: a
// comment in Word. Its date is that of the document.
type Comment struct {
	Author     string
	Initials   string
	Paragraphs [][]Inline // without footnotes, which are part of a text
}

// Paragraph is a run of text. Level 0 is unnumbered; 2 is 9.1; 3 is (a); 4 is (i).
// In the Annex scheme only levels 3 and 4 are numbered.
type Paragraph struct {
	ID        string // "dpa.audit#frequency"; unique in the document; may be empty
	Scheme    Scheme
	Level     int
	Continues bool   // belongs to the item above at the same level and has no number of its own
	Number    string // filled in by Number: "9.2" or "(a)"
	Full      string // filled in by Number: the number with its context, "9.2(a)"
	Role      Role
	KeepNext  bool // stays on the page of the block after it
	Inlines   []Inline
	Pos       Pos
}

// Role is what a paragraph is for; a writer maps it to a style.
type Role int

// The roles of a paragraph.
const (
	Body Role = iota
	Lead      // introduces the document or a section; set a little apart
	Note      // small and secondary: a source, a remark
)

// Table is a table with a caption. Cells are rows × columns; every row has as
// many cells as there are columns.
type Table struct {
	ID      string
	Kind    TableKind
	Caption []Inline
	Number  int // filled in by Number: 1 for the first table with a caption
	Columns []Column
	Rows    []Row
	Matrix  *Matrix // of a table of that kind
	Pos     Pos
}

// TableKind tells how a table is read.
type TableKind int

// A Register has a header row that repeats on each page. Facts has no header
// row: its first column holds the header of each row. A MatrixTable has both, and
// axes (see Matrix).
const (
	Register TableKind = iota
	Facts
	MatrixTable
)

// Column describes one column of a table or a sheet.
type Column struct {
	Key    string // stable name, the same in every language
	Title  string
	Weight int // share of the width, relative to the other columns; 0 counts as 1
	Align  Align
	Entry  Entry // what the column is in a sheet; the zero value is text that is read
}

// Align is how the content of a column is set.
type Align int

// Text is set left, numbers right, marks in the centre.
const (
	Left Align = iota
	Right
	Center
)

// Row is one row of a table.
type Row struct {
	ID    string // id of the thing that the row describes, such as "sub-1"; may be empty
	Cells []Cell
}

// Cell holds one or more short paragraphs; none means an empty cell.
type Cell struct {
	Paragraphs [][]Inline
	Tone       Tone    // fill behind dark text; the words say the same
	Value      *Scalar // what the cell holds in a sheet, where that is not its text
}

// Cover is the first page.
type Cover struct {
	Kicker   string // kind of document, small and spaced
	Title    []Inline
	Subtitle []Inline
	Badge    string // "UTKAST – 5 åpne punkter"; empty in a final version
	Parties  []CoverParty
	Facts    []Fact // at the foot: case, version, date, state of the law
}

// CoverParty is one party on the cover.
type CoverParty struct {
	Role  string // "Dataansvarlig"
	Name  []Inline
	Lines [][]Inline // organisation number, address, contact
}

// Fact is a label with its value.
type Fact struct {
	Label string // empty where it is more of the fact above
	Value []Inline
}

// TOC is the table of contents. Entries is filled in by Number.
type TOC struct {
	Title   string
	Break   bool // begins on a new page
	Depth   int  // deepest level of section listed, 1 or 2
	Entries []TOCEntry
}

// TOCEntry is one line of the table of contents.
type TOCEntry struct {
	Level  int
	Number string // "9", "Bilag A"; empty for an unnumbered heading
	Text   string
	Target string // ID of the section
}

// Signatures is the block where the parties sign.
type Signatures struct {
	ID         string
	Electronic bool // signed electronically: no lines to write on
	Labels     SignatureLabels
	Parties    []Signature
}

// SignatureLabels are the words around the lines, in the document's language.
type SignatureLabels struct {
	PlaceDate  string // "Sted og dato"
	Signature  string // "Underskrift"
	Name       string // "Navn"
	Title      string // "Tittel"
	Electronic string // "Signeres elektronisk"
}

// Signature is the block of one signatory.
type Signature struct {
	Role   string   // "For dataansvarlig"
	Party  []Inline // name of the party
	Name   []Inline // name of the signatory
	Title  []Inline
	Remark []Inline // authority to sign; may be empty
}

func (*Cover) block()      {}
func (*TOC) block()        {}
func (*Section) block()    {}
func (*Paragraph) block()  {}
func (*Table) block()      {}
func (*Signatures) block() {}
