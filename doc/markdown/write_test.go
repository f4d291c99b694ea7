package markdown_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/html"
	"github.com/samsvar/samsvar/doc/markdown"
)

func TestRefuses(t *testing.T) {
	cases := doctest.Refused()
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			var b bytes.Buffer
			if err := markdown.Write(&b, c.Document, markdown.Options{}); err == nil {
				t.Errorf("written without an error:\n%s", b.String())
			}
			if b.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestErrors(t *testing.T) {
	p := func(in ...doc.Inline) []doc.Block { return []doc.Block{&doc.Paragraph{ID: "p", Inlines: in}} }
	link := &doc.Link{URL: "https://example.com", Inlines: doc.T("x")}
	for _, c := range []struct {
		blocks []doc.Block
		want   string
	}{
		{p(&doc.Ref{Target: "x"}), `markdown: p: reference to "x" has no number`},
		{p(&doc.Ref{Target: "x", Number: "9"}), `markdown: p: reference to "x", which no block has`},
		{p(&doc.Link{URL: "JAVASCRIPT:%20alert(1)"}), `markdown: p: link "JAVASCRIPT:%20alert(1)" is not http, https or mailto`},
		{p(&doc.Link{URL: link.URL, Inlines: []doc.Inline{link}}), `markdown: p: link inside a link`},
		{p(&doc.Footnote{Inlines: []doc.Inline{&doc.Footnote{}}}), `markdown: p: footnote inside a footnote`},
		{append(p(), p()...), `markdown: p: two blocks have this id`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Scheme: doc.Clause, Level: 3}}, `markdown: p: paragraph without a number`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Level: 1}}, `markdown: p: paragraph of level 1`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Role: 9}}, `markdown: p: unknown role 9`},
		{[]doc.Block{&doc.Section{ID: "s", Level: 1, Scheme: doc.Clause}}, `markdown: s: section without a number`},
		{[]doc.Block{&doc.Section{ID: "s", Level: 3}}, `markdown: s: section of level 3`},
		{[]doc.Block{&doc.Table{ID: "t"}}, `markdown: t: table without columns`},
		{[]doc.Block{&doc.Table{ID: "t", Kind: 9, Columns: []doc.Column{{}}}}, `markdown: t: unknown kind of table 9`},
		{[]doc.Block{&doc.Table{ID: "t", Columns: []doc.Column{{}}, Rows: []doc.Row{{}}}}, `markdown: t: row 1 has 0 cells under 1 columns`},
	} {
		d := &doc.Document{Title: "T", Language: doc.English, Blocks: c.blocks}
		if err := markdown.Write(io.Discard, d, markdown.Options{}); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	for _, d := range []*doc.Document{nil, {Title: "T", Language: "sv"}, {Language: doc.English}} {
		if err := markdown.Write(io.Discard, d, markdown.Options{}); err == nil {
			t.Errorf("%v is written", d)
		}
	}
}

// A link to a clause is the same whether it goes to the Markdown or the HTML file.
func TestAnchorsAsInHTML(t *testing.T) {
	for _, id := range []string{"dpa.audit#frequency", "a--b", "a-#b", "æ \"<&|_*~%"} {
		d := &doc.Document{Title: "T", Language: doc.English, Blocks: []doc.Block{&doc.Section{ID: id, Level: 1, Title: doc.T("S")}}}
		want := `<a id="` + html.Anchor(id) + `"></a>`
		if got := string(write(t, d)); !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

func TestHostile(t *testing.T) {
	read(t, write(t, doctest.Hostile()))
}

func TestConcurrent(t *testing.T) {
	d := doctest.KitchenSink()
	want := write(t, d)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := markdown.Write(&b, d, markdown.Options{}); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("differs, error %v", err)
			}
		})
	}
	wg.Wait()
}

func BenchmarkWrite(b *testing.B) {
	d := doctest.KitchenSink()
	b.ReportAllocs()
	for b.Loop() {
		_ = markdown.Write(io.Discard, d, markdown.Options{})
	}
}
