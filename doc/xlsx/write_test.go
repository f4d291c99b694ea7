package xlsx

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/xuri/excelize/v2"
)

// inSheet puts blocks into the one sheet of a document.
func inSheet(blocks ...doc.Block) *doc.Document {
	return &doc.Document{ID: "d", Language: doc.Bokmal, Title: "D", Labels: doc.Labels{Clause: "punkt", Table: "Tabell"},
		Blocks: []doc.Block{&doc.Section{ID: "sheet", Level: 1, Title: doc.T("Ark"), Sheet: &doc.Sheet{Key: "s", Name: "Ark"}, Blocks: blocks}}}
}

func TestWriteIsDeterministicAndConcurrent(t *testing.T) {
	want := write(t, doctest.Workbook())
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := Write(&b, doctest.Workbook(), Options{}); err != nil {
				t.Error(err)
			} else if !bytes.Equal(b.Bytes(), want) {
				t.Error("other bytes")
			}
		})
	}
	wg.Wait()
}

func TestWriteRefuses(t *testing.T) {
	cases := doctest.Refused()
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			d := inSheet(c.Document.Blocks...)
			d.Running = c.Document.Running
			var b bytes.Buffer
			if err := Write(&b, d, Options{}); err == nil || !strings.HasPrefix(err.Error(), "xlsx: ") {
				t.Errorf("got the error %v", err)
			}
			if b.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestWriteErrors(t *testing.T) {
	para := func(s string) doc.Block { return &doc.Paragraph{ID: "p", Inlines: doc.T(s)} }
	column := func(e doc.Entry) doc.Block {
		return &doc.Table{ID: "t", Columns: []doc.Column{{Key: "a", Title: "A", Entry: e}}, Rows: []doc.Row{{ID: "1", Cells: []doc.Cell{{}}}}}
	}
	sheet := func(names ...string) func(*doc.Document) {
		return func(d *doc.Document) {
			d.Blocks = nil
			for _, n := range names {
				d.Blocks = append(d.Blocks, &doc.Section{ID: n, Sheet: &doc.Sheet{Key: n, Name: n}})
			}
		}
	}
	matrix := func(m *doc.Matrix) doc.Block {
		return &doc.Table{ID: "m", Kind: doc.MatrixTable, Matrix: m, Columns: []doc.Column{{}, {Title: "1"}}, Rows: []doc.Row{{Cells: []doc.Cell{{}, {}}}}}
	}
	register := func(rows ...doc.Row) doc.Block {
		return &doc.Table{ID: "t", Columns: []doc.Column{{Key: "a", Entry: doc.Entry{Input: true}}}, Rows: rows}
	}
	cell := func(c doc.Cell) doc.Row { return doc.Row{ID: "1", Cells: []doc.Cell{c}} }
	for name, c := range map[string]struct {
		blocks []doc.Block
		change func(*doc.Document)
		want   string
	}{
		"text too long":          {blocks: []doc.Block{para(strings.Repeat("x", 32768))}, want: "xlsx: sheet Ark: paragraph p: a text of 32768 characters; a cell holds 32767"},
		"text too long in UTF16": {blocks: []doc.Block{para(strings.Repeat("😀", 16384))}, want: "a text of 32768 characters"},
		"no sheet":               {change: func(d *doc.Document) { d.Blocks = []doc.Block{para("x")} }, want: "no section of the document is a sheet"},
		"long name":              {change: sheet(strings.Repeat("x", 32)), want: "a name of 32 characters; Excel takes 1 to 31"},
		"name with slash":        {change: sheet("a/b"), want: "a name cannot have any of"},
		"name with apostrophe":   {change: sheet("'a"), want: "apostrophe"},
		"name twice":             {change: sheet("Ark", "ark"), want: `two sheets with the name "ark"`},
		"name taken":             {change: sheet("_Samsvar"), want: "the name is taken"},
		"sheet in a sheet":       {blocks: []doc.Block{&doc.Section{Sheet: &doc.Sheet{Key: "b", Name: "B"}}}, want: "a sheet within a sheet: B"},
		"language":               {change: func(d *doc.Document) { d.Language = "se" }, want: `unknown language "se"`},
		"two languages":          {change: func(d *doc.Document) { d.Beside = d }, want: "a workbook is in one language"},
		"date":                   {change: func(d *doc.Document) { d.Meta.Date = "20.11.2026" }, want: `date "20.11.2026" is not YYYY-MM-DD`},
		"date of a cell":         {blocks: []doc.Block{register(cell(doc.Cell{Value: &doc.Scalar{Date: "2026-13-01"}}))}, want: `sheet Ark: table t: row 1: column a: date "2026-13-01"`},
		"date before Excel's":    {blocks: []doc.Block{register(cell(doc.Cell{Value: &doc.Scalar{Date: "1850-01-01"}}))}, want: `date "1850-01-01"`},
		"no such list":           {blocks: []doc.Block{column(doc.Entry{Type: doc.ChoiceEntry, List: "gone"})}, want: `column a: there is no list "gone"`},
		"choice without a list":  {blocks: []doc.Block{column(doc.Entry{Type: doc.ChoiceEntry})}, want: "a choice without a list"},
		"long note":              {blocks: []doc.Block{column(doc.Entry{Input: true, Note: strings.Repeat("x", 256)})}, want: "the note has 256 characters; Excel shows 255"},
		"unknown entry":          {blocks: []doc.Block{column(doc.Entry{Type: 9})}, want: "unknown kind of entry 9"},
		"unknown tone":           {blocks: []doc.Block{column(doc.Entry{Tones: []doc.ToneOf{{Text: "x", Tone: 9}}})}, want: "unknown tone 9"},
		"row without id":         {blocks: []doc.Block{register(doc.Row{Cells: []doc.Cell{{}}})}, want: `the id "" of row 1 is empty`},
		"row id twice":           {blocks: []doc.Block{register(cell(doc.Cell{}), cell(doc.Cell{}))}, want: `the id "1" of row 2 is empty or that of another`},
		"empty list":             {change: func(d *doc.Document) { d.Lists = []doc.List{{ID: "l"}} }, want: "list l: it is empty"},
		"label twice": {change: func(d *doc.Document) {
			d.Lists = []doc.List{{ID: "l", Items: []doc.ListItem{{Label: "Ja"}, {Label: "ja"}}}}
		}, want: `the label "ja" is empty or there twice`},
		"ragged grid":           {change: func(d *doc.Document) { d.Grids = []doc.Grid{{ID: "g", Rows: [][]string{{"a"}, {"b", "c"}}}} }, want: "grid g: row 2 has 2 texts"},
		"matrix without axes":   {blocks: []doc.Block{matrix(nil)}, want: "matrix without axes"},
		"matrix without source": {blocks: []doc.Block{matrix(&doc.Matrix{Source: "gone"})}, want: `there is no register "gone" in a sheet`},
		"matrix without column": {blocks: []doc.Block{register(cell(doc.Cell{})), matrix(&doc.Matrix{Source: "t", Row: "b"})}, want: `the register "t" has no column "b"`},
		"two tables, one id":    {blocks: []doc.Block{register(cell(doc.Cell{})), register(cell(doc.Cell{}))}, want: `two tables with the id "t"`},
	} {
		t.Run(name, func(t *testing.T) {
			d := inSheet(c.blocks...)
			if c.change != nil {
				c.change(d)
			}
			if err := Write(io.Discard, d, Options{}); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "xlsx: ") {
				t.Errorf("got %v, want …%s…", err, c.want)
			}
		})
	}
	if err := Write(io.Discard, nil, Options{}); err == nil {
		t.Error("no error for no document")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteReportsWriterError(t *testing.T) {
	if err := Write(fullDisk{}, doctest.Workbook(), Options{}); err == nil {
		t.Error("no error")
	}
}

// texts lists what stands in the cells of a workbook that can be seen.
func texts(t testing.TB, data []byte) string {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range x.GetSheetList() {
		rows, err := x.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			out = append(out, r...)
		}
	}
	return doctest.OneLine(strings.Join(out, "\n"))
}

// oneSheet puts a document made for paper into one sheet. Its matrices follow nothing
// there, and what it has for entries are texts.
func oneSheet(d *doc.Document, title string) {
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			b.Sheet = nil
		case *doc.Table:
			if b.Matrix != nil {
				axes := *b.Matrix
				axes.Source = ""
				b.Matrix = &axes
			}
			for i := range b.Columns {
				b.Columns[i].Entry = doc.Entry{} // a number and a date are written in another form
			}
			for _, r := range b.Rows {
				for i := range r.Cells {
					r.Cells[i].Value = nil
				}
			}
		}
		return nil
	})
	d.Lists, d.Grids = nil, nil
	d.Blocks = []doc.Block{&doc.Section{ID: "all", Level: 1, Title: doc.T(title), Sheet: &doc.Sheet{Key: "all", Name: "Alt"}, Blocks: d.Blocks}}
}

// TestWholeDocuments: a document made for paper, in one sheet, has all its text there.
func TestWholeDocuments(t *testing.T) {
	for _, d := range []*doc.Document{doctest.KitchenSink(), doctest.Workbook()} {
		if d.ID == "dpa" {
			oneSheet(d, "Alt")
		}
		running := doctest.OneLine(doc.Plain(d.Running.Left) + doc.Plain(d.Running.Right) + doc.Plain(d.Running.Footer))
		got := texts(t, write(t, d))
		for _, s := range doctest.Texts(d) {
			if s = doctest.OneLine(clean(s)); !strings.Contains(got, s) && !strings.Contains(running, s) {
				t.Errorf("%s: not in the workbook: %q", d.ID, s)
			}
		}
	}
}

// TestHostile: a text in every place where there can be one breaks nothing.
func TestHostile(t *testing.T) {
	for _, v := range append(doctest.Values(), "_x000D_ _x0041_", strings.Repeat("lang tekst ", 350)) {
		d := doctest.Filled(v)
		oneSheet(d, v)
		if found := Lint(write(t, d)); len(found) > 0 {
			t.Errorf("%.40q: %v", v, found)
		}
	}
}

// TestFormulasAreText: what begins as a formula is marked as text, and no cell that
// holds data has a formula.
func TestFormulasAreText(t *testing.T) {
	for _, v := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted", "\n=1"} {
		rows := []doc.Row{{ID: v, Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{doc.T(v)}}}}}
		data := write(t, inSheet(&doc.Table{ID: "t", Columns: []doc.Column{{Key: "a", Title: v, Entry: doc.Entry{Input: true}}}, Rows: rows}))
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, ref := range []string{"A5", "B4", "B5"} {
			f, _ := x.GetCellFormula("Ark", ref)
			s, _ := x.GetCellValue("Ark", ref)
			id, _ := x.GetCellStyle("Ark", ref)
			if q := x.Styles.CellXfs.Xf[id].QuotePrefix; f != "" || s != v || q == nil || !*q {
				t.Errorf("%s: formula %q, text %q, want %q as text", ref, f, s, v)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	d := doctest.BigWorkbook(1000)
	t := d.Blocks[1].(*doc.Section).Blocks[1].(*doc.Table)
	for len(t.Columns) < 40 { // as wide as a register can be
		c := t.Columns[10]
		c.Key += string(rune('a' + len(t.Columns)))
		t.Columns = append(t.Columns, c)
		for i := range t.Rows {
			t.Rows[i].Cells = append(t.Rows[i].Cells, t.Rows[i].Cells[10])
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := write(b, doctest.BigWorkbook(1000))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(data), int64(len(data)), ReadOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
