package doc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
)

// TestBilingual: the shared document has every kind of block, and each is beside
// its counterpart with the same number.
func TestBilingual(t *testing.T) {
	d := doctest.Bilingual()
	twins, err := d.Twins()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		have[fmt.Sprintf("%T", b)] = true
		switch b := b.(type) {
		case *doc.Section:
			r := twins[b].(*doc.Section)
			want := strings.Replace(b.Number, "Bilag", "Annex", 1)
			if b.ID != r.ID || b.Number != "" && r.Number != want {
				t.Errorf("section %s %s beside %s %s", b.ID, b.Number, r.ID, r.Number)
			}
		case *doc.Paragraph:
			if r := twins[b].(*doc.Paragraph); b.ID != r.ID || b.Full != r.Full {
				t.Errorf("paragraph %s %s beside %s %s", b.ID, b.Full, r.ID, r.Full)
			}
		case *doc.Table:
			if r := twins[b].(*doc.Table); b.Number != r.Number {
				t.Errorf("table %d beside %d", b.Number, r.Number)
			}
		}
		return nil
	})
	for _, kind := range kinds(t, "block") {
		if !have[kind] {
			t.Errorf("doctest.Bilingual has no %s", kind)
		}
	}
	if twins, err := doctest.KitchenSink().Twins(); twins != nil || err != nil {
		t.Errorf("a document in one language: %v, %v", twins, err)
	}
}

func TestApart(t *testing.T) {
	want := map[string]string{
		"the same language": "a document in nb stands beside one in nb",
		"a third":           "a document in en stands beside one in nb",
		"a block less":      "nb and en are not the same document: the document: 9 blocks beside 8",
		"another kind":      "the document: block 3 is table of contents to level 2 beside paragraph",
		"a nil block":       "section annex.b: block 1 is table",
		"another id":        `block 9 is section "annex.b"`,
		"another level":     "section annex.b: block 1 is table",
		"a row less":        `section annex.b: block 1 is table "subs"`,
		"a cell less":       `"sub-1" of 3 beside`,
		"another column":    `"other" "country"`,
		"another fill":      ", tone 4 in 3 \"l1\" of 3, tone 1 in 2, tone 2 in 3 placed from \"\" by \"\", \"\", \"\" beside",
		"another source":    `beside table "risks"`,
		"another entry":     `"likelihood" "c1" (entry 0, list "", input true)`,
		"another value":     `"l2" of 3, {2 } in 1`,
		"another sheet":     `on the sheet "b" (freeze 0, protected false, spare 0)`,
		"other choices":     `the choices of its columns are nothing beside list "likelihood" of "1"`,
		"another grid":      `the choices of its columns are nothing beside grid "levels" of 1`,
		"a party less":      "section annex.b: block 3 is signatures",
		"a fact less":       "the document: block 1 is cover with 2 parties and 2 facts beside",
	}
	for name, d := range doctest.Apart() {
		if _, err := d.Twins(); err == nil || want[name] == "" || !strings.Contains(err.Error(), want[name]) {
			t.Errorf("%s: %v, want %s", name, err, want[name])
		}
	}
}

func TestLines(t *testing.T) {
	text := func(s string) doc.Inline { return &doc.Text{S: s} }
	open := func(label string) doc.Inline { return &doc.Open{No: 1, Path: "p", Label: label} }
	line := func(in ...doc.Inline) []doc.Inline { return in }
	show := func(ls []doc.Line) string {
		var b strings.Builder
		for i, l := range ls {
			if i > 0 {
				b.WriteString(" ¶ ")
			}
			for _, p := range l {
				mark := ""
				if p.Second {
					mark = "_"
				}
				b.WriteString(mark + doc.Plain(p.Inlines) + mark)
			}
		}
		return b.String()
	}
	for _, c := range []struct {
		left, right [][]doc.Inline
		want        string
	}{
		{nil, nil, ""},
		{[][]doc.Inline{line(text("a"))}, [][]doc.Inline{line(text("a"))}, "a"},
		{[][]doc.Inline{line(text("ja")), line(text("1"))}, [][]doc.Inline{line(text("yes")), line(text("1"))}, "ja ¶ _yes_ ¶ 1"},
		{[][]doc.Inline{line(text("Org.nr. "), text("9"))}, [][]doc.Inline{line(text("Org. no. "), text("9"))}, "Org.nr. / _Org. no._ 9"},
		{[][]doc.Inline{line(text("Org.nr. "), open("nummer"))}, [][]doc.Inline{line(text("Org. no. "), open("number"))}, "Org.nr. [nummer] ¶ _Org. no. [number]_"},
		{[][]doc.Inline{line(text("et langt ord foran en verdi "), text("9"))}, [][]doc.Inline{line(text("x "), text("9"))}, "et langt ord foran en verdi 9 ¶ _x 9_"},
		{[][]doc.Inline{line(&doc.Text{S: "x", Bold: true})}, [][]doc.Inline{line(text("x"))}, "x ¶ _x_"},
		{[][]doc.Inline{line(text("a")), line(text("b"))}, [][]doc.Inline{line(text("c"))}, "a ¶ b ¶ _c_"},
		{[][]doc.Inline{line(&doc.Ref{Target: "x", Prefix: "punkt", Number: "9"})}, [][]doc.Inline{line(&doc.Ref{Target: "x", Prefix: "clause", Number: "9"})}, "punkt\u00a09 ¶ _clause\u00a09_"},
		{[][]doc.Inline{line(nil)}, [][]doc.Inline{line(nil)}, " ¶ __"},
	} {
		if got := show(doc.Lines(c.left, c.right)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestPairNotes(t *testing.T) {
	n := func(about string) *doc.Footnote { return &doc.Footnote{About: about} }
	a, b, c := n("a"), n("b"), n("")
	x, y, z := n("b"), n("a"), n("")
	got := doc.PairNotes([]doc.Inline{a, b, c}, []doc.Inline{x, y, z})
	if got[x] != b || got[y] != a || got[z] != c {
		t.Error("notes about the same are not paired")
	}
	if got := doc.PairNotes([]doc.Inline{a, c}, []doc.Inline{z, n("q"), y, n("a")}); len(got) != 1 || got[y] != a {
		t.Errorf("%d pairs", len(got))
	}
}
