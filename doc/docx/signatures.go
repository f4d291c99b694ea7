package docx

import (
	"github.com/samsvar/samsvar/doc"
)

// signatures writes the blocks side by side. They stay on one page, together with
// the end of the paragraph before them: a page with nothing but signatures could
// be put behind another agreement.
func (w *writer) signatures(b *doc.Signatures) {
	n := len(b.Parties)
	if n == 0 {
		w.fail("no parties")
		return
	}
	w.keepLast()
	widths := w.openPairs()
	mark := b.ID
	for i := 0; i < n; i += 2 {
		// Two rows, so that the lines of both stand level however much is
		// said above them.
		w.pair(widths, i, n, func(i int) {
			w.signatory(b.Parties[i], mark)
			mark = ""
		})
		last := i+2 >= n
		w.pair(widths, i, n, func(i int) { w.signingPlace(b, b.Parties[i], !last) })
	}
	w.closeTable()
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

// signatory writes who signs for whom.
func (w *writer) signatory(p doc.Signature, mark string) {
	s := &w.body
	s.open(para{style: sPartyRole, keepNext: true})
	end := w.startMark(mark)
	s.text(p.Role, format{})
	w.endMark(end)
	s.close()
	s.open(para{style: sPartyName, keepNext: true})
	s.inlines(p.Party, format{})
	s.close()
}

// signingPlace writes the lines to sign on. What is not known gets a line too.
// Its last paragraph keeps with the next pair where there is one.
func (w *writer) signingPlace(b *doc.Signatures, p doc.Signature, keep bool) {
	s := &w.body
	text := func(label string, in []doc.Inline) {
		s.open(para{style: sSignText, keepNext: true})
		if label != "" {
			s.text(label+": ", format{style: sLabel})
		}
		s.inlines(in, format{})
		s.close()
	}
	// The space is a paragraph of its own: two paragraphs with the same border
	// become one box.
	line := func(label string) {
		s.open(para{style: sSignSpace, keepNext: true})
		s.close()
		s.open(para{style: sSignLine, keepNext: true})
		s.text(label, format{})
		s.close()
	}
	l := b.Labels
	if !b.Electronic {
		line(l.PlaceDate)
		line(l.Signature)
	}
	for _, x := range []struct {
		label string
		in    []doc.Inline
	}{{l.Name, p.Name}, {l.Title, p.Title}} {
		switch {
		case len(x.in) > 0:
			text(x.label, x.in)
		case !b.Electronic:
			line(x.label)
		}
	}
	if len(p.Remark) > 0 {
		s.open(para{style: sSignText, keepNext: true})
		s.inlines(p.Remark, format{style: sLabel})
		s.close()
	}
	end := para{style: sSpacer, keepNext: keep}
	if b.Electronic {
		end.style = sSignText
	}
	s.open(end)
	if b.Electronic {
		s.text(l.Electronic, format{italic: true})
	}
	s.close()
}
