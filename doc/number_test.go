package doc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
)

// outline builds a tree from lines such as "C1", "C3" or "A3+": scheme, level and
// + for a paragraph that continues. Level 1 of a scheme, A2 and U1 are sections;
// P2 is a section of level 2 without a number.
func outline(lines string) []doc.Block {
	var top []doc.Block
	var s1, s2 *doc.Section
	add := func(b doc.Block) {
		switch {
		case s2 != nil:
			s2.Blocks = append(s2.Blocks, b)
		case s1 != nil:
			s1.Blocks = append(s1.Blocks, b)
		default:
			top = append(top, b)
		}
	}
	for i, line := range strings.Fields(lines) {
		id := fmt.Sprintf("b%d", i+1)
		scheme := map[byte]doc.Scheme{'C': doc.Clause, 'A': doc.Annex, 'U': doc.Unnumbered, 'P': doc.Unnumbered}[line[0]]
		level := int(line[1] - '0')
		switch {
		case level == 1:
			s1, s2 = &doc.Section{ID: id, Scheme: scheme, Level: 1, Title: doc.T(id)}, nil
			top = append(top, s1)
		case line[:2] == "A2" || line[0] == 'P':
			s2 = nil
			s := &doc.Section{ID: id, Scheme: scheme, Level: 2, Title: doc.T(id)}
			add(s)
			s2 = s
		default:
			add(&doc.Paragraph{ID: id, Scheme: scheme, Level: level, Continues: strings.HasSuffix(line, "+")})
		}
	}
	return top
}

// numbers lists the numbers of a tree, with the full number where it differs.
func numbers(t *testing.T, blocks []doc.Block) string {
	t.Helper()
	var out []string
	err := doc.Walk(blocks, func(b doc.Block) error {
		n := "-"
		switch b := b.(type) {
		case *doc.Section:
			if b.Number != "" {
				n = b.Number
			}
		case *doc.Paragraph:
			if b.Number != "" {
				n = b.Number
			}
			if b.Full != b.Number {
				n += "=" + b.Full
			}
		}
		out = append(out, n)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

var labels = doc.Labels{Annex: "Bilag", Clause: "punkt", Table: "Tabell"}

func TestNumber(t *testing.T) {
	for _, c := range []struct{ name, outline, want string }{
		{"clauses", "C1 C2 C2 C1 C2", "1 1.1 1.2 2 2.1"},
		{"lists start again under a paragraph", "C1 C2 C3 C3 C2 C3", "1 1.1 (a)=1.1(a) (b)=1.1(b) 1.2 (a)=1.2(a)"},
		{"lists start again under an item", "C1 C2 C3 C4 C4 C3 C4", "1 1.1 (a)=1.1(a) (i)=1.1(a)(i) (ii)=1.1(a)(ii) (b)=1.1(b) (i)=1.1(b)(i)"},
		{"lists start again under a heading", "C1 C3 C1 C3", "1 (a)=1(a) 2 (a)=2(a)"},
		{"a list right under the heading, then a paragraph", "C1 C3 C2 C3", "1 (a)=1(a) 1.1 (a)=1.1(a)"},
		{"an item without its parent", "C1 C2 C4 C4", "1 1.1 (i)=1.1(i) (ii)=1.1(ii)"},
		{"plain text does not start a list again", "C1 C2 C3 U0 C3", "1 1.1 (a)=1.1(a) - (b)=1.1(b)"},
		{"a continuation does not count", "C1 C2 C3 C3+ C3 C2+ C3 C2", "1 1.1 (a)=1.1(a) - (b)=1.1(b) - (c)=1.1(c) 1.2"},
		{"unnumbered headings do not count", "U1 C1 C2 U1 C1 C2", "- 1 1.1 - 2 2.1"},
		{"subheadings do not start anything again", "C1 C2 C3 P2 C3 C2", "1 1.1 (a)=1.1(a) - (b)=1.1(b) 1.2"},
		{"annexes", "A1 A2 A2 A1 A2", "Bilag A A.1 A.2 Bilag B B.1"},
		{"clauses and annexes count apart", "C1 C2 A1 A2 C1 C2 A1", "1 1.1 Bilag A A.1 2 2.1 Bilag B"},
		{"lists in annexes", "A1 A2 A3 A4 A3 A2 A3", "Bilag A A.1 (a)=A.1(a) (i)=A.1(a)(i) (b)=A.1(b) A.2 (a)=A.2(a)"},
		{"a list right under the annex", "A1 A3 A3 A1 A3", "Bilag A (a)=Bilag A(a) (b)=Bilag A(b) Bilag B (a)=Bilag B(a)"},
		{"a continuation in an annex", "A1 A2 A3 A3+ A3", "Bilag A A.1 (a)=A.1(a) - (b)=A.1(b)"},
	} {
		d := &doc.Document{Labels: labels, Blocks: outline(c.outline)}
		if missing := doc.Number(d); missing != nil {
			t.Errorf("%s: dangling %q", c.name, missing)
		}
		if got := numbers(t, d.Blocks); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		doc.Number(d)
		if again := numbers(t, d.Blocks); again != c.want {
			t.Errorf("%s: the second time\ngot  %s\nwant %s", c.name, again, c.want)
		}
	}
}

// Level 2 of an annex is text without a number, and does not start lists again.
func TestNumberAnnexText(t *testing.T) {
	text := &doc.Paragraph{ID: "text", Scheme: doc.Annex, Level: 2}
	item := &doc.Paragraph{ID: "item", Scheme: doc.Annex, Level: 3}
	after := &doc.Paragraph{ID: "after", Scheme: doc.Annex, Level: 3}
	d := &doc.Document{Labels: labels, Blocks: []doc.Block{
		&doc.Section{ID: "s", Scheme: doc.Annex, Level: 1, Blocks: []doc.Block{item, text, after}},
	}}
	doc.Number(d)
	if text.Number != "" || item.Number != "(a)" || after.Number != "(b)" {
		t.Errorf("got %q, %q and %q", text.Number, item.Number, after.Number)
	}
}

// What Word prints for large numbers: letters repeat after z, and roman numerals.
func TestNumberForms(t *testing.T) {
	var blocks []doc.Block
	for range 53 {
		blocks = append(blocks, &doc.Paragraph{Scheme: doc.Clause, Level: 3})
	}
	blocks = append(blocks, &doc.Paragraph{Scheme: doc.Clause, Level: 3})
	for range 49 {
		blocks = append(blocks, &doc.Paragraph{Scheme: doc.Clause, Level: 4})
	}
	d := &doc.Document{Labels: labels, Blocks: []doc.Block{&doc.Section{Scheme: doc.Clause, Level: 1, Blocks: blocks}}}
	for range 28 {
		d.Blocks = append(d.Blocks, &doc.Section{Scheme: doc.Annex, Level: 1})
	}
	doc.Number(d)
	for i, want := range map[int]string{
		0: "(a)", 25: "(z)", 26: "(aa)", 27: "(bb)", 51: "(zz)", 52: "(aaa)",
		54: "(i)", 57: "(iv)", 62: "(ix)", 67: "(xiv)", 93: "(xl)", 102: "(xlix)",
	} {
		if got := blocks[i].(*doc.Paragraph).Number; got != want {
			t.Errorf("paragraph %d: got %s, want %s", i, got, want)
		}
	}
	if got := d.Blocks[28].(*doc.Section).Number; got != "Bilag BB" {
		t.Errorf("annex 28: got %s", got)
	}
}

func TestNumberTables(t *testing.T) {
	first, bare, second := &doc.Table{ID: "t1", Caption: doc.T("A")}, &doc.Table{ID: "t2"}, &doc.Table{ID: "t3", Caption: doc.T("B")}
	ref := &doc.Ref{Target: "t3"}
	d := &doc.Document{Labels: labels, Blocks: []doc.Block{first, bare,
		&doc.Section{Level: 1, Blocks: []doc.Block{second, &doc.Paragraph{Inlines: []doc.Inline{ref}}}}}}
	doc.Number(d)
	if first.Number != 1 || bare.Number != 0 || second.Number != 2 {
		t.Errorf("got %d, %d and %d", first.Number, bare.Number, second.Number)
	}
	if got := ref.Text(); got != "Tabell\u00a02" {
		t.Errorf("got %q", got)
	}
	second.Caption = nil
	if missing := doc.Number(d); second.Number != 0 || len(missing) != 1 {
		t.Errorf("without its caption the table has the number %d; dangling %q", second.Number, missing)
	}
}

func TestNumberReferences(t *testing.T) {
	d := &doc.Document{Labels: labels, Blocks: outline("U1 C1 C2 C3 C4 A1 A2 A3")}
	want := map[string]string{
		"b1": "b1", "b2": "punkt 1", "b3": "punkt 1.1", "b4": "punkt 1.1(a)", "b5": "punkt 1.1(a)(i)",
		"b6": "Bilag A", "b7": "punkt A.1", "b8": "punkt A.1(a)", "nowhere": "", "neither": "",
	}
	refs := map[string]*doc.Ref{}
	var in []doc.Inline
	for _, id := range []string{"nowhere", "b8", "b7", "b6", "b5", "b4", "b3", "b2", "b1", "neither", "nowhere"} {
		refs[id] = &doc.Ref{Target: id}
		in = append(in, refs[id])
	}
	d.Blocks = append(d.Blocks, &doc.Paragraph{Inlines: []doc.Inline{
		&doc.Footnote{Inlines: []doc.Inline{&doc.Link{Inlines: in}}}}})
	missing := doc.Number(d)
	if diff := cmp.Diff([]string{"nowhere", "neither"}, missing); diff != "" {
		t.Errorf("dangling (-want +got)\n%s", diff)
	}
	for id, w := range want {
		if got := strings.ReplaceAll(refs[id].Text(), "\u00a0", " "); got != w {
			t.Errorf("%s: got %q, want %q", id, got, w)
		}
	}
	if refs["b5"].Level != 4 || refs["b6"].Level != 1 {
		t.Errorf("levels %d and %d", refs["b5"].Level, refs["b6"].Level)
	}

	// A target that has gone takes its number along.
	d.Blocks = d.Blocks[len(d.Blocks)-1:]
	doc.Number(d)
	if r := refs["b5"]; r.Text() != "" || r.Level != 0 {
		t.Errorf("a reference to nowhere still reads %q, level %d", r.Text(), r.Level)
	}
}

func TestNumberContents(t *testing.T) {
	toc, shallow := &doc.TOC{Depth: 2}, &doc.TOC{}
	d := &doc.Document{Labels: labels, Blocks: append([]doc.Block{toc, shallow}, outline("U1 C1 C2 P2 A1 A2")...)}
	d.Blocks = append(d.Blocks,
		&doc.Section{Level: 1, Title: doc.T("without an id is not listed")},
		&doc.Section{ID: "last", Level: 1, Title: []doc.Inline{&doc.Text{S: "See "}, &doc.Ref{Target: "b5"}}})
	doc.Number(d)
	doc.Number(d) // the entries are made anew
	want := []doc.TOCEntry{
		{Level: 1, Text: "b1", Target: "b1"},
		{Level: 1, Number: "1", Text: "b2", Target: "b2"},
		{Level: 2, Text: "b4", Target: "b4"},
		{Level: 1, Number: "Bilag A", Text: "b5", Target: "b5"},
		{Level: 2, Number: "A.1", Text: "b6", Target: "b6"},
		{Level: 1, Text: "See Bilag A", Target: "last"},
	}
	if diff := cmp.Diff(want, toc.Entries); diff != "" {
		t.Errorf("depth 2 (-want +got)\n%s", diff)
	}
	for _, e := range shallow.Entries {
		if e.Level != 1 {
			t.Errorf("depth 0 lists %+v", e)
		}
	}
	if len(shallow.Entries) != 4 {
		t.Errorf("depth 0 lists %d sections", len(shallow.Entries))
	}
}

// References and contents must be right the first time, not only the second.
func TestNumberOnce(t *testing.T) {
	toc := &doc.TOC{Depth: 1}
	d := &doc.Document{Labels: labels, Blocks: []doc.Block{toc,
		&doc.Section{ID: "a", Level: 1, Title: []doc.Inline{&doc.Text{S: "See "}, &doc.Ref{Target: "b"}}},
		&doc.Section{ID: "b", Scheme: doc.Annex, Level: 1, Title: doc.T("B")},
	}}
	doc.Number(d)
	if got := toc.Entries[0].Text; got != "See Bilag A" {
		t.Errorf("got %q", got)
	}
}
