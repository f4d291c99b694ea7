package docx

import (
	"github.com/samsvar/samsvar/doc"
)

// signatures writes the blocks side by side. They stay on one page, together with
// the end of the paragraph before them: a page with nothing but signatures could
// be put behind another agreement.
func (w *writer) signatures(b *doc.Signatures) {
	if len(b.Parties) == 0 {
		w.fail("no parties")
		return
	}
	w.keepLast()
	mark := b.ID
	w.sideBySide(len(b.Parties), func(i int, lastRow bool) {
		w.signature(b, b.Parties[i], mark, !lastRow)
		mark = ""
	})
}

// keepLast keeps the last paragraph with the one that comes.
func (w *writer) keepLast() {
	l := &w.last
	if !l.paragraph || l.keep || w.fresh {
		return
	}
	s := &w.body
	const keep = `<w:keepNext/>`
	tail := append([]byte(nil), s.buf[l.style:]...)
	s.buf = append(append(s.buf[:l.style], keep...), tail...)
	l.end += len(keep)
	l.keep = true
}

// signature writes the block of one signatory. Its paragraphs keep with each
// other; the last one with the next row where there is one.
func (w *writer) signature(b *doc.Signatures, p doc.Signature, mark string, keepRow bool) {
	s := &w.body
	line := func(st style, keep bool, label string, in []doc.Inline, f format) {
		s.open(para{style: st, keepNext: keep})
		end := w.startMark(mark)
		mark = ""
		if label != "" {
			s.text(label, format{style: sLabel})
			if len(in) > 0 {
				s.text(": ", format{style: sLabel})
			}
		}
		s.inlines(in, f)
		w.endMark(end)
		s.close()
	}
	l := b.Labels
	line(sPartyRole, true, "", doc.T(p.Role), format{})
	line(sPartyName, true, "", p.Party, format{})
	if len(p.Remark) > 0 {
		line(sSignText, true, "", p.Remark, format{style: sLabel})
	}
	named := func(label string, in []doc.Inline) {
		switch {
		case len(in) > 0:
			line(sSignText, true, label, in, format{})
		case !b.Electronic: // a place to write it
			line(sSignLine, true, "", doc.T(label), format{})
		}
	}
	if b.Electronic {
		named(l.Name, p.Name)
		named(l.Title, p.Title)
		line(sSignText, keepRow, "", doc.T(l.Electronic), format{italic: true})
		return
	}
	line(sSignLine, true, "", doc.T(l.PlaceDate), format{})
	line(sSignLine, true, "", doc.T(l.Signature), format{})
	named(l.Name, p.Name)
	named(l.Title, p.Title)
	line(sSpacer, keepRow, "", nil, format{})
}
