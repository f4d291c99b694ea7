package docx

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

func sortStrings(s []string) []string { slices.Sort(s); return s }

func TestWriteIsDeterministicAndConcurrent(t *testing.T) {
	customer := parse(t, pack(t, customerParts()))
	for name, ref := range map[string]*Reference{"own": nil, "customer": customer} {
		want := write(t, sample(doc.Nynorsk), ref)
		var wg sync.WaitGroup
		for range 64 {
			wg.Go(func() {
				var b bytes.Buffer
				if err := Write(&b, sample(doc.Nynorsk), Options{Reference: ref}); err != nil {
					t.Error(err)
				} else if !bytes.Equal(b.Bytes(), want) {
					t.Errorf("%s: other bytes", name)
				}
			})
		}
		wg.Wait()
	}
}

// alien is a kind of node from outside the closed set.
type (
	alienBlock  struct{ doc.Block }
	alienInline struct{ doc.Inline }
)

func TestWriteErrors(t *testing.T) {
	para := func(in ...doc.Inline) []doc.Block { return []doc.Block{&doc.Paragraph{ID: "p", Inlines: in}} }
	cols := []doc.Column{{Title: "a"}, {Title: "b"}}
	tests := map[string]struct {
		blocks []doc.Block
		change func(*doc.Document)
		want   string
	}{
		"unknown block":          {blocks: []doc.Block{alienBlock{}}, want: "unknown kind of block docx.alienBlock"},
		"unknown inline":         {blocks: para(alienInline{}), want: "paragraph p: unknown kind of inline docx.alienInline"},
		"nil block":              {blocks: []doc.Block{nil}, want: "nothing where a block should be"},
		"nil section":            {blocks: []doc.Block{(*doc.Section)(nil)}, want: "nothing where a section"},
		"nil paragraph":          {blocks: []doc.Block{(*doc.Paragraph)(nil)}, want: "nothing where a paragraph"},
		"nil table":              {blocks: []doc.Block{(*doc.Table)(nil)}, want: "nothing where a table"},
		"nil cover":              {blocks: []doc.Block{(*doc.Cover)(nil)}, want: "nothing where a cover"},
		"nil contents":           {blocks: []doc.Block{(*doc.TOC)(nil)}, want: "nothing where a table of contents"},
		"nil signatures":         {blocks: []doc.Block{(*doc.Signatures)(nil)}, want: "nothing where signatures"},
		"nil inline":             {blocks: para(nil), want: "nothing where the inline"},
		"nil text":               {blocks: para((*doc.Text)(nil)), want: "nothing where the text"},
		"nil reference":          {blocks: para((*doc.Ref)(nil)), want: "nothing where the reference"},
		"nil open point":         {blocks: para((*doc.Open)(nil)), want: "nothing where the open point"},
		"nil footnote":           {blocks: para((*doc.Footnote)(nil)), want: "nothing where the footnote"},
		"nil link":               {blocks: para((*doc.Link)(nil)), want: "nothing where the link"},
		"dangling reference":     {blocks: para(&doc.Ref{Target: "gone"}), want: `reference to "gone", which has no number`},
		"reference to nothing":   {blocks: para(&doc.Ref{Target: "gone", Number: "1"}), want: `reference to "gone"`},
		"note in a note":         {blocks: para(&doc.Footnote{Inlines: []doc.Inline{&doc.Footnote{}}}), want: "footnote in a footnote"},
		"link in a link":         {blocks: para(&doc.Link{URL: "https://a.example", Inlines: []doc.Inline{&doc.Link{URL: "https://b.example"}}}), want: "within a link"},
		"bad link":               {blocks: para(&doc.Link{URL: "https://a b\x00"}), want: "no address"},
		"two blocks, one id":     {blocks: append(para(), para()...), want: `two blocks with the id "p"`},
		"no columns":             {blocks: []doc.Block{&doc.Table{ID: "t"}}, want: "table t: no columns"},
		"too many columns":       {blocks: []doc.Block{&doc.Table{Columns: make([]doc.Column, 64)}}, want: "64 columns"},
		"short row":              {blocks: []doc.Block{&doc.Table{Columns: cols, Rows: []doc.Row{{Cells: make([]doc.Cell, 1)}}}}, want: "row 1 has 1 cells for 2 columns"},
		"unknown kind of table":  {blocks: []doc.Block{&doc.Table{Kind: 7, Columns: cols}}, want: "unknown kind of table 7"},
		"unknown tone":           {blocks: []doc.Block{&doc.Table{Columns: cols[:1], Rows: []doc.Row{{Cells: []doc.Cell{{Tone: 5}}}}}}, want: "row 1 has a cell with the unknown tone 5"},
		"matrix without axes":    {blocks: []doc.Block{&doc.Table{Kind: doc.MatrixTable, Columns: cols}}, want: "matrix without axes"},
		"unknown alignment":      {blocks: []doc.Block{&doc.Table{Columns: []doc.Column{{Align: 9}}}}, want: "unknown alignment 9"},
		"section without level":  {blocks: []doc.Block{&doc.Section{ID: "s"}}, want: "section s: level 0"},
		"paragraph of level one": {blocks: []doc.Block{&doc.Paragraph{Level: 1}}, want: "level 1"},
		"unknown role":           {blocks: []doc.Block{&doc.Paragraph{Role: 9}}, want: "unknown role 9"},
		"unknown scheme":         {blocks: []doc.Block{&doc.Section{Level: 1, Scheme: 9}}, want: "unknown number series 9"},
		"no signatories":         {blocks: []doc.Block{&doc.Signatures{ID: "s"}}, want: "signatures s: no parties"},
		"language":               {change: func(d *doc.Document) { d.Language = "se" }, want: `unknown language "se"`},
		"date":                   {change: func(d *doc.Document) { d.Meta.Date = "20.11.2026" }, want: `date "20.11.2026" is not`},
		"note in the header":     {change: func(d *doc.Document) { d.Running.Left = []doc.Inline{&doc.Footnote{}} }, want: "header: footnote"},
		"place":                  {blocks: []doc.Block{&doc.Paragraph{ID: "p", Pos: doc.Pos{File: "a.md", Line: 3, Col: 1}, Inlines: []doc.Inline{nil}}}, want: "a.md:3:1: paragraph p: nothing"},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			d := &doc.Document{Language: doc.Bokmal, Blocks: c.blocks}
			if c.change != nil {
				c.change(d)
			}
			err := Write(io.Discard, d, Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "docx: ") {
				t.Errorf("got %v, want …%s…", err, c.want)
			}
		})
	}
	if err := Write(io.Discard, nil, Options{}); err == nil {
		t.Error("no error for no document")
	}
}

// TestRefuses: what every writer must refuse writes nothing.
func TestRefuses(t *testing.T) {
	cases := doctest.Refused()
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range cases {
		var b bytes.Buffer
		if err := Write(&b, c.Document, Options{}); err == nil || b.Len() > 0 {
			t.Errorf("%s: written, %v", c.Name, err)
		}
	}
}

// TestSharedDocuments: what every writer must be able to write is sound.
func TestSharedDocuments(t *testing.T) {
	for name, d := range map[string]*doc.Document{"kitchen sink": doctest.KitchenSink(), "hostile": doctest.Hostile()} {
		for _, f := range Lint(write(t, d, nil)) {
			if f.Rule != "placeholder" { // a hostile text has it on purpose
				t.Errorf("%s: %v", name, f)
			}
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteReportsWriterError(t *testing.T) {
	if err := Write(fullDisk{}, sample(doc.Bokmal), Options{}); err == nil {
		t.Error("no error")
	}
}

// plain reads the text of a part the way a reader of the file does.
func plain(t testing.TB, xml string) string {
	t.Helper()
	root, err := ooxml.Parse([]byte(xml))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	root.Each(func(n *ooxml.Node) bool {
		switch n.Name {
		case "w:t":
			b.WriteString(n.Text)
		case "w:br":
			if n.Attr("w:type") == "" {
				b.WriteByte('\n')
			}
		case "w:tab":
			if n.Attr("w:pos") == "" {
				b.WriteByte('\t')
			}
		case "w:tabs", "w:instrText":
			return false
		}
		return true
	})
	return b.String()
}

func TestTextComesBack(t *testing.T) {
	long := strings.Repeat("æøå & <b> ", 10000)
	for _, s := range []string{"a<b>&\"'|*{{ .x }}", "a\nb\tc", "a\r\nb\rc", "😀 שלום 12 עולם a العربية.", "\x00\x01\uFFFE\uFFFFa\xff", long, " a ", "]]>", "\u2028\u00a0\u00ad"} {
		d := &doc.Document{Language: doc.English, Blocks: []doc.Block{&doc.Paragraph{Inlines: doc.T(s)}}}
		parts := unpack(t, write(t, d, nil))
		if got, want := plain(t, parts["word/document.xml"]), wanted(s); got != want {
			t.Errorf("%.40q came back as %.40q", want, got)
		}
	}
}

// wanted is what a text must come back as.
func wanted(s string) string {
	return ooxml.Clean(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
}

func TestDirection(t *testing.T) {
	for s, want := range map[string]string{
		"abc": "L:abc", "æ–😀": "L:æ–😀", "שלום": "R:שלום", "a שלום b": "L:a |R:שלום|L: b", "שלום 12 עולם.": "R:שלום 12 עולם|L:.", "العربية": "R:العربية", "42 שלום": "L:42 |R:שלום", "": "",
	} {
		var got []string
		for x := s; x != ""; {
			n, rtl := direction(x)
			got = append(got, map[bool]string{false: "L:", true: "R:"}[rtl]+x[:n])
			x = x[n:]
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: got %q, want %q", s, g, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a", "", "<w:p/>", "a\nb\tc\r", "\x00\xff\uFFFE", "{{ x }}", "שלום a", "]]>&amp;", strings.Repeat("long", 50), "a\u00a0b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in := doc.T(s)
		opens := []doc.Inline{&doc.Open{Path: s, Label: s}, &doc.Open{Path: s, Label: s, Reserved: true}}
		d := &doc.Document{
			ID: s, Language: doc.Bokmal, Title: s,
			Meta:    doc.Meta{Subject: s, Creator: s, CaseID: s, Version: s, Keywords: []string{s}, Generator: s},
			Running: doc.Running{Left: in, Right: in, Footer: in},
			Labels:  doc.Labels{Annex: s, Clause: s, Table: s},
			Blocks: []doc.Block{
				&doc.Cover{Kicker: s, Title: in, Subtitle: in, Badge: s, Parties: []doc.CoverParty{{Role: s, Name: in, Lines: [][]doc.Inline{in}}}, Facts: []doc.Fact{{Label: s, Value: in}}},
				&doc.TOC{Title: s, Depth: 2},
				&doc.Section{ID: "s" + s, Scheme: doc.Annex, Level: 1, Title: in, Blocks: []doc.Block{
					&doc.Paragraph{ID: "p" + s, Inlines: append(opens, &doc.Text{S: s, Bold: true}, &doc.Footnote{Inlines: in}, &doc.Ref{Target: "t" + s})},
					&doc.Table{ID: "t" + s, Caption: doc.T("x" + s), Columns: []doc.Column{{Title: s}}, Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{in}}}}}},
					&doc.Table{ID: "m" + s, Kind: doc.MatrixTable, Matrix: &doc.Matrix{RowAxis: s, ColumnAxis: s}, Columns: []doc.Column{{}, {Title: s}, {Title: s}},
						Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{in}}, {Tone: doc.ToneHigh, Paragraphs: [][]doc.Inline{in, in}}, {}}}}},
				}},
				&doc.Signatures{ID: "g" + s, Labels: doc.SignatureLabels{PlaceDate: s, Name: s, Electronic: s}, Parties: []doc.Signature{{Role: s, Party: in, Name: in, Remark: in}}},
			},
		}
		doc.Number(d)
		b := write(t, d, nil)
		for _, f := range Lint(b) {
			if f.Rule != "placeholder" || !strings.Contains(s, "{") {
				t.Errorf("%v", f)
			}
		}
		d = &doc.Document{Language: doc.Bokmal, Blocks: []doc.Block{&doc.Paragraph{Inlines: doc.T(s)}}}
		if got, want := plain(t, unpack(t, write(t, d, nil))["word/document.xml"]), wanted(s); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

// big is a document of some 20 pages.
func big() *doc.Document {
	d := &doc.Document{ID: "big", Language: doc.Bokmal, Title: "Stor", Labels: sampleLabels[doc.Bokmal], Running: doc.Running{Left: doc.T("Stor"), Footer: []doc.Inline{&doc.PageNumber{}}}}
	d.Blocks = append(d.Blocks, &doc.TOC{Title: "Innhold", Depth: 1})
	for i := range 20 {
		id := "c" + itoa(i)
		s := &doc.Section{ID: id, Scheme: doc.Clause, Level: 1, Title: doc.T("Overskrift")}
		for j := range 12 {
			s.Blocks = append(s.Blocks, &doc.Paragraph{ID: id + "#" + itoa(j), Scheme: doc.Clause, Level: 2 + j%3, Inlines: []doc.Inline{
				&doc.Text{S: strings.Repeat("Databehandleren skal behandle personopplysninger etter avtalen. ", 4)}, &doc.Ref{Target: id}, &doc.Text{S: "."},
			}})
		}
		d.Blocks = append(d.Blocks, s)
	}
	doc.Number(d)
	return d
}

func BenchmarkWrite(b *testing.B) {
	d := big()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseReference(b *testing.B) {
	data := pack(b, customerParts())
	for b.Loop() {
		if _, err := ParseReference(bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}
