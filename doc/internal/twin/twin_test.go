package twin

import (
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func bilingual(left, right []doc.Inline) *doc.Document {
	side := func(l doc.Language, in []doc.Inline) *doc.Document {
		return &doc.Document{Language: l, Blocks: []doc.Block{
			&doc.Section{ID: "a", Blocks: []doc.Block{&doc.Paragraph{ID: "a.1", Inlines: in}, &doc.Table{ID: "t"}}},
		}}
	}
	d := side(doc.Bokmal, left)
	d.Beside = side(doc.English, right)
	return d
}

// TestOneLanguage: a document in one language has no pairs, and asking for them is
// no fault.
func TestOneLanguage(t *testing.T) {
	p, err := New(&doc.Document{Language: doc.Bokmal})
	if p != nil || err != nil {
		t.Fatal(p, err)
	}
	b, note := &doc.Paragraph{ID: "a"}, &doc.Footnote{Inlines: doc.T("x")}
	if r, ok := Of(p, b); r != b || ok {
		t.Errorf("the twin is %v, %t", r, ok)
	}
	p.Notes([]doc.Inline{note}, []doc.Inline{note})
	p.Wrote(note, 1)
	p.Afresh()
	if p.Both("a") || p.Own("a") || p.Suffix("a") != "" || p.SameNote(note) != 0 || doc.Plain(p.NoteText(note)) != "x" {
		t.Error("a document in one language has something in a second one")
	}
	if l := p.Lines([][]doc.Inline{doc.T("one")}, nil); len(l) != 1 || len(l[0]) != 1 || l[0][0].Second {
		t.Errorf("lines are %v", l)
	}
}

// TestPairs: blocks and notes are found in the other language; only sections and
// paragraphs have an anchor in each.
func TestPairs(t *testing.T) {
	left := &doc.Footnote{About: "law", Inlines: doc.T("lov")}
	right := &doc.Footnote{About: "law", Inlines: doc.T("act")}
	alone := &doc.Footnote{About: "other", Inlines: doc.T("alone")}
	d := bilingual([]doc.Inline{left}, []doc.Inline{right, alone})
	p, err := New(d)
	if err != nil {
		t.Fatal(err)
	}
	s := d.Blocks[0].(*doc.Section)
	if r, ok := Of(p, s); !ok || r != d.Beside.Blocks[0] {
		t.Errorf("the twin of the section is %v, %t", r, ok)
	}
	p.Lines([][]doc.Inline{{left}}, [][]doc.Inline{{right, alone}})
	p.Wrote(left, 7)
	for _, second := range []bool{false, true} {
		p.Second = second
		suffix, number := "", 0
		if second {
			suffix, number = "~en-GB", 7
		}
		if got := p.Suffix("a") + p.Suffix("t"); got != suffix {
			t.Errorf("second %t: the suffixes are %q", second, got)
		}
		if got := p.SameNote(right); got != number {
			t.Errorf("second %t: the note has the number %d", second, got)
		}
	}
	if p.SameNote(alone) != 0 || doc.Plain(p.NoteText(alone)) != "alone" || doc.Plain(p.NoteText(left)) != "act" {
		t.Error("the texts of the notes are not those of the other language")
	}
	if p.Afresh(); p.SameNote(right) != 0 {
		t.Error("a number outlives the round it was written in")
	}
}

// TestNotTheSame: documents that differ in more than words are not paired, nor one
// in a language that the writer has no words in.
func TestNotTheSame(t *testing.T) {
	d := bilingual(nil, nil)
	d.Beside.Blocks = nil
	if p, err := New(d); p != nil || err == nil {
		t.Error(p, err)
	}
	d = bilingual(nil, nil)
	has := func(l doc.Language) (string, bool) { return "words", l == doc.Bokmal }
	if p, _, err := WithWords(d, has); p != nil || err == nil {
		t.Error("a language without words", p, err)
	}
	if p, w, err := WithWords(d, func(doc.Language) (string, bool) { return "words", true }); p == nil || w != "words" || err != nil {
		t.Error(p, w, err)
	}
}
