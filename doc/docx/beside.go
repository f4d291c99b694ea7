package docx

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// beside is what the writer of a document in two languages keeps in mind.
type beside struct {
	look *columnsLook
	lang []byte // w:lang of a run in the second language

	open   bool   // a table of two columns is open
	widths [2]int // of its columns
	row    [2]int // bytes in the body after the w:pStyle of both paragraphs in its last row
}

// besides prepares the writer for two languages and returns the parts that
// documents of the first language share.
func (w *writer) besides() (*ooxml.Package, error) {
	second := w.d.Beside
	if !slices.Contains(doc.Languages(), second.Language) {
		return nil, fmt.Errorf("unknown language %q", second.Language)
	}
	pairs, err := twin.New(w.d)
	if err != nil {
		return nil, err
	}
	look, err := w.ref.columns()
	if err != nil {
		return nil, err
	}
	w.pairs, w.styles = pairs, &look.styles
	w.beside = &beside{look: look, lang: []byte(`<w:lang w:val="` + second.Language.Tag() + `"/>`)}
	if w.ref.own {
		w.page.left, w.page.right = columnsMargin, columnsMargin
	}
	return look.parts[w.d.Language], nil
}

// target is what a reference points to in the language that is being written.
func (w *writer) target(id string) (target, bool) {
	if w.pairs.Own(id) {
		return w.secondTarget(id)
	}
	t, ok := w.targets[id]
	return t, ok
}

// secondTarget is what references in the second language point to.
func (w *writer) secondTarget(id string) (target, bool) {
	t, ok := w.targets[id]
	t.name = bookmarkName(string(w.d.Beside.Language) + "\n" + id) // no id has a line break
	return t, ok
}

// inSecond calls f to write in the second language.
func (w *writer) inSecond(f func()) {
	lang := w.lang
	w.pairs.Second, w.lang = true, w.beside.lang
	f()
	w.pairs.Second, w.lang = false, lang
}

// What stands between a text in the first language and the same in the second.
const (
	slash   = " / "
	newLine = "\n"
)

// both writes a text and after it the same in the second language, set apart from
// it, if the document has one and it does not read the same.
func (s *story) both(first, second []doc.Inline, between string, f format) {
	s.bothAs(first, second, between, f, secondary(f))
}

// alike writes a text and after it the same in the second language, where all of
// the paragraph is set back already.
func (s *story) alike(first, second []doc.Inline, between string) {
	s.bothAs(first, second, between, format{}, format{})
}

func (s *story) bothAs(first, second []doc.Inline, between string, f, f2 format) {
	if s.w.beside == nil || doc.SameText(first, second) {
		s.inlines(first, f)
		return
	}
	s.w.pairs.Notes(first, second)
	s.inlines(first, f)
	s.w.inSecond(func() {
		if len(first) > 0 && len(second) > 0 {
			s.text(between, f2)
		}
		s.inlines(second, f2)
	})
}

// secondary is how a text in the second language is set where it stands after the
// first one, in a style that is not its own already.
func secondary(f format) format {
	if f.style == 0 {
		f.style, f.regular = sSecond, true
	}
	return f
}

// linesOf calls f for each line with what writes its text: those of the first
// language, and of the second what does not read the same, which is set as f2 says.
func (w *writer) linesOf(first, second [][]doc.Inline, f2 format, f func(text func())) {
	s := &w.body
	for _, l := range w.pairs.Lines(first, second) {
		f(func() {
			for _, p := range l {
				if p.Second {
					w.inSecond(func() { s.inlines(p.Inlines, f2) })
				} else {
					s.inlines(p.Inlines, format{})
				}
			}
		})
	}
}

// secondCaption writes the caption in the second language on a line of its own.
func (w *writer) secondCaption(t, r *doc.Table) {
	if w.beside == nil {
		return
	}
	word := w.d.Beside.Labels.Table
	if doc.SameText(t.Caption, r.Caption) && (t.Number == 0 || word == w.d.Labels.Table) {
		return
	}
	s := &w.body
	f := secondary(format{})
	s.text(newLine, format{})
	w.inSecond(func() {
		if t.Number > 0 {
			if word != "" {
				s.text(word+"\u00a0", f)
			}
			if to, ok := w.target(t.ID); ok {
				s.field(" REF "+to.name+` \h `, itoa(t.Number), f)
			} else {
				s.text(itoa(t.Number), f)
			}
			s.text("  ", f)
		}
		s.inlines(r.Caption, f)
	})
}

// alternative is the alternative text of a table.
func alternative(t, r *doc.Table) string {
	if doc.SameText(t.Caption, r.Caption) {
		return doc.Plain(t.Caption)
	}
	return doc.Plain(t.Caption) + slash + doc.Plain(r.Caption)
}

// secondHeader writes the header in the second language on a line of its own.
func (w *writer) secondHeader(s *story) {
	if w.beside == nil {
		return
	}
	r, r2 := w.d.Running, w.d.Beside.Running
	if doc.SameText(r.Left, r2.Left) && doc.SameText(r.Right, r2.Right) {
		return
	}
	s.text(newLine, format{})
	w.inSecond(func() {
		if !doc.SameText(r.Left, r2.Left) {
			s.inlines(r2.Left, format{})
		}
		s.text("\t", format{})
		if !doc.SameText(r.Right, r2.Right) {
			s.inlines(r2.Right, format{})
		}
	})
}

// startNote is the text of a note in the second language, and the bookmark by
// which the mark there has the same number (see sameNote).
func (s *story) startNote(n *doc.Footnote) (second []doc.Inline, mark int) {
	w := s.w
	if w.beside == nil {
		return nil, 0
	}
	other, ok := w.pairs.OtherNote(n)
	if !ok {
		return n.Inlines, 0
	}
	number := w.noteID - w.ref.notes.first + 1
	w.pairs.Wrote(n, number)
	w.bookmark++
	s.str(`<w:bookmarkStart w:id="`)
	s.int(w.bookmark)
	s.str(`" w:name="` + noteMark(number) + `"/>`)
	return other.Inlines, w.bookmark
}

func noteMark(no int) string { return "_sv_note_" + itoa(no) }

// sameNote writes the mark of a note in the second language whose text stands in
// the note of the first: a field that has its number (ISO/IEC 29500-1,
// 17.16.5.37). Where n is no such note it writes nothing.
func (s *story) sameNote(n *doc.Footnote) bool {
	no := s.w.pairs.SameNote(n)
	if no == 0 {
		return false
	}
	s.field(" NOTEREF "+noteMark(no)+` \f \h `, itoa(no), format{style: sFootnoteReference})
	return true
}
