package html

import (
	"strconv"

	"github.com/samsvar/samsvar/doc"
)

// In a document in two languages what stands in the second is marked as such; a
// paragraph or a heading stands in a pair with its counterpart, which a wide screen
// shows side by side.

// inSecond calls f to write in the second language.
func (w *writer) inSecond(f func()) {
	w.pairs.Second = true
	w.word, w.otherWord = w.otherWord, w.word
	f()
	w.word, w.otherWord = w.otherWord, w.word
	w.pairs.Second = false
}

// lang is the tag of the second language, for the attribute of an element.
func (w *writer) lang() string { return w.d.Beside.Language.Tag() }

// What stands between a text in the first language and the same in the second.
const (
	slash   = " / "
	newLine = "\n"
)

// both writes a text and after it the same in the second language, if the
// document has one and it does not read the same.
func (w *writer) both(first, second []doc.Inline, between string) {
	if w.pairs == nil || doc.SameText(first, second) {
		w.inlines(first)
		return
	}
	w.pairs.Notes(first, second)
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
	all := w.pairs.Lines(first, second)
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

// sameNote writes the mark of a note in the second language whose text stands in
// the note of the first. Where f is no such note it writes nothing.
func (w *writer) sameNote(f *doc.Footnote) bool {
	same := w.pairs.SameNote(f)
	if same == 0 {
		return false
	}
	no := strconv.Itoa(same)
	w.raw(`<sup class="note">`)
	w.element("a", no, "href", "#~note-"+no, "role", "doc-noteref")
	w.raw("</sup>")
	return true
}
