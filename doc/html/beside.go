package html

import (
	"fmt"
	"strconv"

	"github.com/samsvar/samsvar/doc"
)

// beside is what the writer of a document in two languages keeps in mind. What
// stands in the second language is marked as such; a paragraph or a heading stands
// in a pair with its counterpart, which a wide screen shows side by side.
type beside struct {
	twins  map[doc.Block]doc.Block
	ids    map[string]bool // of the blocks that have an anchor of their own in the second language
	second bool            // what is being written is in the second language
	word   words           // of the language that is not being written
	notes  map[*doc.Footnote]*doc.Footnote
	numbs  map[*doc.Footnote]int // numbers of the notes that have been written
}

func newBeside(d *doc.Document) (*beside, error) {
	twins, err := d.Twins()
	if twins == nil {
		return nil, err
	}
	word, ok := wordsIn(d.Beside.Language)
	if !ok {
		return nil, fmt.Errorf("no words in language %q", d.Beside.Language)
	}
	b := &beside{twins: twins, word: word, ids: map[string]bool{}, notes: map[*doc.Footnote]*doc.Footnote{}, numbs: map[*doc.Footnote]int{}}
	err = doc.Walk(d.Beside.Blocks, func(x doc.Block) error {
		switch x := x.(type) {
		case *doc.Section:
			b.ids[x.ID] = true
		case *doc.Paragraph:
			b.ids[x.ID] = true
		}
		return nil
	})
	return b, err
}

// twin is the block that says the same as b in the second language; without one
// it is b itself.
func twin[B doc.Block](w *writer, b B) (r B, bilingual bool) {
	if w.beside == nil {
		return b, false
	}
	if t, ok := w.beside.twins[doc.Block(b)].(B); ok {
		return t, true
	}
	return b, false
}

// inSecond calls f to write in the second language.
func (w *writer) inSecond(f func()) {
	w.beside.second = true
	w.word, w.beside.word = w.beside.word, w.word
	f()
	w.word, w.beside.word = w.beside.word, w.word
	w.beside.second = false
}

// lang is the tag of the second language, for the attribute of an element.
func (w *writer) lang() string { return w.d.Beside.Language.Tag() }

// suffix tells the anchor of a block in the second language from that in the
// first: ~en-GB. No anchor of a block has a tilde before a small letter.
func (w *writer) suffix(id string) string {
	if w.beside == nil || !w.beside.second || !w.beside.ids[id] {
		return ""
	}
	return "~" + w.lang()
}

// What stands between a text in the first language and the same in the second.
const (
	slash   = " / "
	newLine = "\n"
)

// both writes a text and after it the same in the second language, if the
// document has one and it does not read the same.
func (w *writer) both(first, second []doc.Inline, between string) {
	if w.beside == nil || doc.SameText(first, second) {
		w.inlines(first)
		return
	}
	w.pairNotes(first, second)
	w.inlines(first)
	if len(second) == 0 {
		return
	}
	if len(first) > 0 {
		w.text(between)
	}
	w.secondary(second)
}

// bothWords is both for words.
func (w *writer) bothWords(first, second, between string) {
	w.both(doc.T(first), doc.T(second), between)
}

func (w *writer) secondary(in []doc.Inline) {
	w.open("span", "class", "second", "lang", w.lang())
	w.inSecond(func() { w.inlines(in) })
	w.close("span")
}

// runBoth writes an element with a text in both languages, or nothing when there is
// none.
func (w *writer) runBoth(tag, class string, first, second []doc.Inline, between string) {
	if len(first)+len(second) > 0 {
		w.open(tag, "class", class)
		w.both(first, second, between)
		w.close(tag)
		w.raw("\n")
	}
}

// lines writes lines as paragraphs, those of the second language after their
// counterparts. One line alone stands without a paragraph where bare is set.
func (w *writer) lines(first, second [][]doc.Inline, bare bool) {
	var all []doc.Line
	if w.beside == nil {
		for _, l := range first {
			all = append(all, doc.Line{{Inlines: l}})
		}
	} else {
		if len(first) == len(second) {
			for i, l := range first {
				w.pairNotes(l, second[i])
			}
		}
		all = doc.Lines(first, second)
	}
	for _, l := range all {
		if bare && len(all) == 1 {
			w.parts(l)
		} else if len(l) > 1 || len(l[0].Inlines) > 0 {
			w.open("p")
			w.parts(l)
			w.close("p")
			w.raw("\n")
		}
	}
}

func (w *writer) parts(l doc.Line) {
	for _, p := range l {
		if p.Second {
			w.secondary(p.Inlines)
		} else {
			w.inlines(p.Inlines)
		}
	}
}

// pairNotes remembers which notes of two texts say the same.
func (w *writer) pairNotes(first, second []doc.Inline) {
	if w.beside == nil {
		return
	}
	for r, l := range doc.PairNotes(first, second) {
		w.beside.notes[r], w.beside.notes[l] = l, r
	}
}

// sameNote writes the mark of a note in the second language whose text stands in
// the note of the first. Where f is no such note it writes nothing.
func (w *writer) sameNote(f *doc.Footnote) bool {
	b := w.beside
	if b == nil || !b.second || b.numbs[b.notes[f]] == 0 {
		return false
	}
	no := strconv.Itoa(b.numbs[b.notes[f]])
	w.raw(`<sup class="note">`)
	w.element("a", no, "href", "#~note-"+no, "role", "doc-noteref")
	w.raw("</sup>")
	return true
}

// secondNote is the text of a note in the second language.
func (w *writer) secondNote(f *doc.Footnote) []doc.Inline {
	if w.beside != nil {
		if other, ok := w.beside.notes[f]; ok {
			return other.Inlines
		}
	}
	return f.Inlines
}
