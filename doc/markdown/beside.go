package markdown

import (
	"strconv"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// In a document in two languages a paragraph or a heading in the second is a
// quotation under the first; elsewhere it follows the first, in italics.

// inSecond calls f to write in the second language.
func (w *writer) inSecond(f func()) {
	w.pairs.Second = true
	w.word, w.otherWord = w.otherWord, w.word
	f()
	w.word, w.otherWord = w.otherWord, w.word
	w.pairs.Second = false
}

const slash = " / "

// both puts a text in the second language after that in the first, in italics,
// when it does not read the same. The text of the first comes from render.
func (w *writer) both(first, second []doc.Inline, between string, render func([]doc.Inline) string) string {
	w.pairs.Notes(first, second)
	s := render(first)
	if w.pairs == nil || doc.SameText(first, second) || len(second) == 0 {
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
	for _, l := range w.pairs.Lines(first, second) {
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
	r, bilingual := twin.Of(w.pairs, t)
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
