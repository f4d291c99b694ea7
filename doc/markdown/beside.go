package markdown

import (
	"fmt"
	"strconv"

	"github.com/samsvar/samsvar/doc"
)

// beside is what the writer of a document in two languages keeps in mind. A
// paragraph or a heading in the second language is a quotation under the first;
// elsewhere it follows the first, in italics.
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

// suffix tells the anchor of a block in the second language from that in the
// first, as in the HTML file: ~en-GB.
func (w *writer) suffix(id string) string {
	if w.beside == nil || !w.beside.second || !w.beside.ids[id] {
		return ""
	}
	return "~" + w.d.Beside.Language.Tag()
}

// What stands between a text in the first language and the same in the second.
const slash = " / "

// both puts a text in the second language after that in the first, in italics,
// when it does not read the same. The text of the first comes from render.
func (w *writer) both(first, second []doc.Inline, between string, render func([]doc.Inline) string) string {
	w.pairNotes(first, second)
	s := render(first)
	if w.beside == nil || doc.SameText(first, second) || len(second) == 0 {
		return s
	}
	if s != "" {
		s += between
	}
	w.inSecond(func() { s += w.italic(second) })
	return s
}

// italic renders inlines on one line, after something else, in italics.
func (w *writer) italic(in []doc.Inline) string {
	pieces := w.runs(in, newEscaper(midLine, hard))
	slant(pieces)
	return end(join(pieces))
}

// bothWords is both for words.
func (w *writer) bothWords(first, second string) string {
	return w.both(doc.T(first), doc.T(second), slash, w.lineOf)
}

// linesOf renders lines, those of the second language after their counterparts.
// Render is how the text of the first is set at the start of a line.
func (w *writer) linesOf(first, second [][]doc.Inline, render func([]doc.Inline) string) []string {
	var out []string
	if w.beside == nil {
		for _, l := range first {
			out = append(out, render(l))
		}
		return out
	}
	if len(first) == len(second) {
		for i, l := range first {
			w.pairNotes(l, second[i])
		}
	}
	for _, l := range doc.Lines(first, second) {
		switch {
		case len(l) > 1:
			out = append(out, w.shared(l))
		case l[0].Second:
			w.inSecond(func() { out = append(out, w.italic(l[0].Inlines)) })
		default:
			out = append(out, render(l[0].Inlines))
		}
	}
	return out
}

// shared renders a line that is partly in the first and partly in the second
// language.
func (w *writer) shared(l doc.Line) string {
	var out []piece
	e := newEscaper(midLine, hard)
	for _, p := range l {
		pieces := w.runs(p.Inlines, e)
		if p.Second {
			slant(pieces)
		}
		out = append(out, pieces...)
	}
	return end(join(out))
}

// slant sets pieces in italics, except those that are marked in another way.
func slant(pieces []piece) {
	for i := range pieces {
		pieces[i].italic = pieces[i].italic || !pieces[i].bold
	}
}

// secondCaption is the caption of a table in the second language.
func (w *writer) secondCaption(t *doc.Table) string {
	r, bilingual := twin(w, t)
	if !bilingual {
		return ""
	}
	label := w.d.Beside.Labels.Table
	if doc.SameText(t.Caption, r.Caption) && label == w.d.Labels.Table {
		return ""
	}
	number := doc.Ref{Prefix: label, Number: strconv.Itoa(t.Number)}
	s := ""
	w.inSecond(func() { s = hard + w.italic(append(doc.T(number.Text()+" "), r.Caption...)) })
	return s
}

// quote puts a block in the second language under the one just written.
func (w *writer) quote(indent, s string) {
	w.separate(false)
	w.lines(indent+"> ", indent+"> ", s)
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

// sameNote is the number of the note in the first language that holds the text of
// f, or 0.
func (w *writer) sameNote(f *doc.Footnote) int {
	if b := w.beside; b != nil && b.second {
		return b.numbs[b.notes[f]]
	}
	return 0
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
