// Package twin is what each writer of a document in two languages keeps in mind:
// which blocks and notes say the same in the other language, and which of the two
// is being written.
package twin

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
)

// Pairs are the pairs of a document in two languages. Nil is a document in one
// language, which has none.
type Pairs struct {
	Second bool // what is being written is in the second language

	blocks  map[doc.Block]doc.Block
	ids     map[string]bool                 // of the blocks that have an anchor of their own in the second language
	tag     string                          // of the second language
	notes   map[*doc.Footnote]*doc.Footnote // a note and the one that says the same in the other language
	numbers map[*doc.Footnote]int           // of the notes that have been written
}

// New pairs the blocks of a document with those of the one beside it; without one
// it returns nil. The error is that of doc.Document.Twins.
func New(d *doc.Document) (*Pairs, error) {
	blocks, err := d.Twins()
	if blocks == nil {
		return nil, err
	}
	p := &Pairs{
		blocks: blocks, ids: map[string]bool{}, tag: d.Beside.Language.Tag(),
		notes: map[*doc.Footnote]*doc.Footnote{}, numbers: map[*doc.Footnote]int{},
	}
	err = doc.Walk(d.Beside.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			p.ids[b.ID] = true
		case *doc.Paragraph:
			p.ids[b.ID] = true
		}
		return nil
	})
	return p, err
}

// WithWords is New with the words that a writer has in the second language; the
// error is also that it has none.
func WithWords[W any](d *doc.Document, in func(doc.Language) (W, bool)) (*Pairs, W, error) {
	var none W
	p, err := New(d)
	if p == nil || err != nil {
		return nil, none, err
	}
	words, ok := in(d.Beside.Language)
	if !ok {
		return nil, none, fmt.Errorf("no words in language %q", d.Beside.Language)
	}
	return p, words, nil
}

// Of is the block that says the same as b in the second language; without one it
// is b itself.
func Of[B doc.Block](p *Pairs, b B) (r B, bilingual bool) {
	if p == nil {
		return b, false
	}
	if t, ok := p.blocks[doc.Block(b)].(B); ok {
		return t, true
	}
	return b, false
}

// Both reports whether the block with this ID has an anchor in each language, as
// sections and paragraphs have.
func (p *Pairs) Both(id string) bool { return p != nil && p.ids[id] }

// Own reports whether what is being written has an anchor of its own for the block
// with this ID, beside that in the first language.
func (p *Pairs) Own(id string) bool { return p.Both(id) && p.Second }

// Suffix tells the anchor of a block in the second language from that in the
// first: ~en-GB. No anchor of a block has a tilde before a small letter.
func (p *Pairs) Suffix(id string) string {
	if !p.Own(id) {
		return ""
	}
	return "~" + p.tag
}

// Notes remembers which notes of two texts say the same.
func (p *Pairs) Notes(first, second []doc.Inline) {
	if p == nil {
		return
	}
	for r, l := range doc.PairNotes(first, second) {
		p.notes[r], p.notes[l] = l, r
	}
}

// Lines remembers which notes of lines say the same, where each line has a
// counterpart, and puts the lines under each other (doc.Lines).
func (p *Pairs) Lines(first, second [][]doc.Inline) []doc.Line {
	if p == nil {
		out := make([]doc.Line, len(first))
		for i, l := range first {
			out[i] = doc.Line{{Inlines: l}}
		}
		return out
	}
	if len(first) == len(second) {
		for i, l := range first {
			p.Notes(l, second[i])
		}
	}
	return doc.Lines(first, second)
}

// Wrote remembers the number that a note was written with.
func (p *Pairs) Wrote(f *doc.Footnote, number int) {
	if p != nil {
		p.numbers[f] = number
	}
}

// Afresh forgets which notes have been written.
func (p *Pairs) Afresh() {
	if p != nil {
		clear(p.numbers)
	}
}

// SameNote is the number of the note in the first language that holds the text of
// f, which is in the second; 0 where f is a note of its own.
func (p *Pairs) SameNote(f *doc.Footnote) int {
	if p == nil || !p.Second {
		return 0
	}
	return p.numbers[p.notes[f]]
}

// OtherNote is the note that says the same as f in the other language.
func (p *Pairs) OtherNote(f *doc.Footnote) (*doc.Footnote, bool) {
	if p == nil {
		return nil, false
	}
	other, ok := p.notes[f]
	return other, ok
}

// NoteText is the text of a note in the other language; of one that has no
// counterpart its own.
func (p *Pairs) NoteText(f *doc.Footnote) []doc.Inline {
	if other, ok := p.OtherNote(f); ok {
		return other.Inlines
	}
	return f.Inlines
}
