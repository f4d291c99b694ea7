package xlsx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/samsvar/samsvar/doc"
	"github.com/xuri/excelize/v2"
)

// book is a workbook that is laid out and not yet written: what stands in which cell,
// and all that belongs to cells. First everything gets its place, then what points to
// a place in another sheet is filled in (see live.go), then it is written.
type book struct {
	d      *doc.Document
	sheets []*sheet
	lists  *lists
	tables map[string]*placed // by ID
	live   *live
	at     *sheet   // the one that is being laid out
	where  []string // what is being laid out, for errors
	err    error
}

// sheet is a sheet that is laid out. Rows count from 1, as in Excel; column 0 is A,
// which is hidden and holds the marks.
type sheet struct {
	name, key   string
	section     *doc.Section
	widths      []float64 // of the columns after A
	left        int       // column where the text begins: 1, or 2 after a column of numbers
	rows        []*row
	merged      []area
	validations []validation
	toned       []toned
	links       []hyperlink
	notes       []*doc.Footnote
	main        *placed // the register that the columns of the sheet are made for
	first       spot    // the first cell to fill in; the zero value for none
	quiet       []area  // where digits may be text
	ended       int     // number of the last row that ends a register; 0 for none
}

// row is one row of a sheet.
type row struct {
	height float64
	hidden bool
	cells  []cell
}

// cell is one cell.
type cell struct {
	look    look
	set     bool
	text    string
	runs    []run // where one font is not enough
	number  *float64
	formula string // without "="; text or number is what it gives
}

// spot is a cell: a column (0 is A) and a row from 1.
type spot struct{ col, row int }

func (s spot) ref() string { return colName(s.col) + strconv.Itoa(s.row) }

func (s spot) abs() string { return "$" + colName(s.col) + "$" + strconv.Itoa(s.row) }

// colName is the letters of a column, 0 for A.
func colName(col int) string {
	name, err := excelize.ColumnNumberToName(col + 1)
	if err != nil {
		return "XFD" // no sheet is laid out so wide: see maxColumns
	}
	return name
}

// area is a range of cells.
type area struct{ from, to spot }

func (a area) ref() string {
	if a.from == a.to {
		return a.from.ref()
	}
	return a.from.ref() + ":" + a.to.ref()
}

// abs is the range with the name of its sheet, for a formula.
func (a area) abs(sheet string) string {
	return quoteSheet(sheet) + "!" + a.from.abs() + ":" + a.to.abs()
}

func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// hyperlink leads to a page, or to a place in the workbook.
type hyperlink struct {
	at         spot
	url, place string // one of them
}

// plan lays a document out.
func plan(d *doc.Document) (*book, error) {
	if d == nil {
		return nil, errors.New("no document")
	}
	b := &book{d: d, tables: map[string]*placed{}}
	if d.Language.Tag() == string(d.Language) {
		return nil, fmt.Errorf("unknown language %q", d.Language)
	}
	if d.Beside != nil {
		return nil, errors.New("a workbook is in one language")
	}
	if d.Meta.Date != "" {
		if _, err := time.Parse(time.DateOnly, d.Meta.Date); err != nil {
			return nil, fmt.Errorf("date %q is not YYYY-MM-DD", d.Meta.Date)
		}
	}
	b.lists = b.newLists()
	b.live = &live{}
	portions := b.divide()
	for i := range portions {
		p := &portions[i]
		b.in("sheet "+p.section.Sheet.Name, func() {
			p.tables, p.numbered = b.survey(append(append(append([]doc.Block(nil), p.before...), p.section.Blocks...), p.after...))
		})
	}
	if b.err != nil {
		return nil, b.err
	}
	for _, p := range portions {
		b.layOut(p)
		if b.err != nil {
			return nil, b.err
		}
	}
	b.connect()
	return b, b.err
}

// fail keeps the first error, with what it is about.
func (b *book) fail(format string, a ...any) {
	if b.err == nil {
		b.err = errors.New(strings.Join(append(b.where, fmt.Sprintf(format, a...)), ": "))
	}
}

// in runs f with the name of what it lays out before its errors.
func (b *book) in(what string, f func()) {
	b.where = append(b.where, what)
	f()
	b.where = b.where[:len(b.where)-1]
}

// portion is what a sheet holds: its section, with the blocks that stand in none.
type portion struct {
	section *doc.Section
	before  []doc.Block
	after   []doc.Block

	tables   []*doc.Table
	numbered bool // paragraphs have numbers that want a column of their own
}

// divide gives each block of the document to a sheet: a section with a Sheet begins
// one, what stands in none belongs to the one before it, or to the first.
func (b *book) divide() []portion {
	var out []portion
	var before []doc.Block
	for _, bl := range b.d.Blocks {
		s, ok := bl.(*doc.Section)
		switch {
		case ok && s != nil && s.Sheet != nil:
			out = append(out, portion{section: s, before: before})
			before = nil
		case len(out) > 0:
			out[len(out)-1].after = append(out[len(out)-1].after, bl)
		default:
			before = append(before, bl)
		}
	}
	if len(out) == 0 {
		b.fail("no section of the document is a sheet")
	}
	names := map[string]string{}
	keys := map[string]bool{}
	for _, p := range out {
		b.in("sheet "+p.section.Sheet.Name, func() { b.sheetName(p.section.Sheet, names, keys) })
	}
	return out
}

// sheetName checks a name by what Excel takes.
func (b *book) sheetName(s *doc.Sheet, names map[string]string, keys map[string]bool) {
	folded := strings.ToLower(s.Name)
	switch n := utf16Len(s.Name); {
	case n == 0 || n > 31:
		b.fail("a name of %d characters; Excel takes 1 to 31", n)
	case strings.ContainsAny(s.Name, `:\/?*[]`) || clean(s.Name) != s.Name || strings.ContainsAny(s.Name, "\n\t"):
		b.fail(`a name cannot have any of : \ / ? * [ ]`)
	case strings.HasPrefix(s.Name, "'") || strings.HasSuffix(s.Name, "'"):
		b.fail("a name cannot begin or end with an apostrophe")
	case folded == "history" || folded == identityName || folded == listsName || folded == liveName:
		b.fail("the name is taken")
	case names[folded] != "":
		b.fail("two sheets with the name %q", s.Name)
	case s.Key == "" || keys[s.Key]:
		b.fail("the key %q is empty or that of another sheet", s.Key)
	}
	names[folded], keys[s.Key] = s.Name, true
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
