package html_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/html"
)

func TestRefuses(t *testing.T) {
	cases := doctest.Refused()
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			var b bytes.Buffer
			if err := html.Write(&b, c.Document, html.Options{}); err == nil {
				t.Error("written without an error")
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
		{p(&doc.Ref{Target: "x"}), `html: p: reference to "x" has no number`},
		{p(&doc.Ref{Target: "x", Number: "9"}), `html: p: reference to "x", which no block has`},
		{p(&doc.Link{URL: "javascript:alert(1)"}), `html: p: link "javascript:alert(1)" is not http, https or mailto`},
		{p(&doc.Link{URL: "//example.com"}), `html: p: link "//example.com" is not http, https or mailto`},
		{p(&doc.Link{URL: link.URL, Inlines: []doc.Inline{link}}), `html: p: link inside a link`},
		{p(&doc.Footnote{Inlines: []doc.Inline{&doc.Footnote{}}}), `html: p: footnote inside a footnote`},
		{append(p(), p()...), `html: p: two blocks have this id`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Scheme: doc.Clause, Level: 3}}, `html: p: paragraph without a number`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Level: 1}}, `html: p: paragraph of level 1`},
		{[]doc.Block{&doc.Paragraph{ID: "p", Role: 9}}, `html: p: unknown role 9`},
		{[]doc.Block{&doc.Section{ID: "s", Level: 1, Scheme: doc.Clause}}, `html: s: section without a number`},
		{[]doc.Block{&doc.Section{ID: "s", Level: 3}}, `html: s: section of level 3`},
		{[]doc.Block{&doc.Table{ID: "t"}}, `html: t: table without columns`},
		{[]doc.Block{&doc.Table{ID: "t", Kind: 9, Columns: []doc.Column{{}}}}, `html: t: unknown kind of table 9`},
		{[]doc.Block{&doc.Table{ID: "t", Columns: []doc.Column{{}}, Rows: []doc.Row{{}}}}, `html: t: row 1 has 0 cells under 1 columns`},
		{[]doc.Block{&doc.TOC{Entries: []doc.TOCEntry{{Text: "x", Target: "x"}}}}, `html: reference to "x", which no block has`},
	} {
		d := &doc.Document{Title: "T", Language: doc.English, Blocks: c.blocks}
		if err := html.Write(io.Discard, d, html.Options{}); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	for _, d := range []*doc.Document{nil, {Title: "T", Language: "sv"}, {Language: doc.English}} {
		if err := html.Write(io.Discard, d, html.Options{}); err == nil {
			t.Errorf("%v is written", d)
		}
	}
	if err := html.Write(io.Discard, doctest.KitchenSink(), html.Options{CSS: "</style>"}); err == nil {
		t.Error("a style sheet that ends the element is written")
	}
}

func TestAnchor(t *testing.T) {
	for id, want := range map[string]string{
		"dpa.audit#frequency": "dpa.audit--frequency",
		"sub_1-a":             "sub_1-a",
		"a--b":                "a~2D~2Db",
		"æ \"<'&":             "~C3~A6~20~22~3C~27~26",
	} {
		if got := html.Anchor(id); got != want {
			t.Errorf("Anchor(%q) = %q, want %q", id, got, want)
		}
	}
	// All short IDs of the awkward characters have anchors of their own.
	seen := map[string]string{}
	var try func(id string, n int)
	try = func(id string, n int) {
		a := html.Anchor(id)
		if other, ok := seen[a]; ok {
			t.Fatalf("%q and %q have the anchor %q", id, other, a)
		}
		seen[a] = id
		for _, c := range "-#~%2." {
			if n > 0 {
				try(id+string(c), n-1)
			}
		}
	}
	try("", 6)
}

func TestOneMainHeading(t *testing.T) {
	d := doctest.KitchenSink()
	d.Blocks = append(d.Blocks, &doc.Cover{Title: doc.T("Another cover")})
	if n := strings.Count(string(write(t, d)), "<h1"); n != 1 {
		t.Errorf("%d headings of the first level", n)
	}
}

func TestConcurrent(t *testing.T) {
	d := doctest.KitchenSink()
	want := write(t, d)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := html.Write(&b, d, html.Options{}); err != nil || !bytes.Equal(b.Bytes(), want) {
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
		_ = html.Write(io.Discard, d, html.Options{})
	}
}
