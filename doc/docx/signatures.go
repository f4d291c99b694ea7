package docx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
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
	r, _ := twin.Of(w.pairs, b)
	for i := 0; i < n; i += 2 {
		// Two rows, so that the lines of both stand level however much is
		// said above them.
		w.pair(widths, i, n, func(i int) {
			w.signatory(b.Parties[i], r.Parties[i], mark)
			mark = ""
		})
		last := i+2 >= n
		w.pair(widths, i, n, func(i int) { w.signingPlace(b, r, i, !last) })
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
	for _, at := range []int{l.style, l.row[1], l.row[0]} { // the last first
		if at > 0 {
			tail := append([]byte(nil), s.buf[at:]...)
			s.buf = append(append(s.buf[:at], keep...), tail...)
			l.end += len(keep)
		}
	}
	l.keep, l.row = true, [2]int{}
}

// signatory writes who signs for whom; r is the same in the second language.
func (w *writer) signatory(p, r doc.Signature, mark string) {
	s := &w.body
	s.open(para{style: sPartyRole, keepNext: true})
	end := w.startMark(mark)
	s.alike(doc.T(p.Role), doc.T(r.Role), slash)
	w.endMark(end)
	s.close()
	s.open(para{style: sPartyName, keepNext: true})
	s.both(p.Party, r.Party, newLine, format{})
	s.close()
}

// signingPlace writes the lines to sign on. What is not known gets a line too.
// Its last paragraph keeps with the next pair where there is one. The block r is
// the same in the second language.
func (w *writer) signingPlace(b, r *doc.Signatures, i int, keep bool) {
	s := &w.body
	text := func(l, r string, in, in2 []doc.Inline) {
		s.open(para{style: sSignText, keepNext: true})
		switch {
		case l == "" && r == "":
		case l == r:
			s.text(l+": ", format{style: sLabel})
		default:
			s.both(doc.T(l), doc.T(r+": "), slash, format{style: sLabel})
		}
		s.both(in, in2, newLine, format{})
		s.close()
	}
	// The space is a paragraph of its own: two paragraphs with the same border
	// become one box.
	line := func(l, r string) {
		s.open(para{style: sSignSpace, keepNext: true})
		s.close()
		s.open(para{style: sSignLine, keepNext: true})
		s.alike(doc.T(l), doc.T(r), slash)
		s.close()
	}
	p, p2, l, l2 := b.Parties[i], r.Parties[i], b.Labels, r.Labels
	if !b.Electronic {
		line(l.PlaceDate, l2.PlaceDate)
		line(l.Signature, l2.Signature)
	}
	for _, x := range []struct {
		label, label2 string
		in, in2       []doc.Inline
	}{{l.Name, l2.Name, p.Name, p2.Name}, {l.Title, l2.Title, p.Title, p2.Title}} {
		switch {
		case len(x.in)+len(x.in2) > 0:
			text(x.label, x.label2, x.in, x.in2)
		case !b.Electronic:
			line(x.label, x.label2)
		}
	}
	if len(p.Remark)+len(p2.Remark) > 0 {
		s.open(para{style: sSignText, keepNext: true})
		s.remark(p.Remark, p2.Remark)
		s.close()
	}
	end := para{style: sSpacer, keepNext: keep}
	if b.Electronic {
		end.style = sSignText
	}
	s.open(end)
	if b.Electronic {
		s.both(doc.T(l.Electronic), doc.T(l2.Electronic), newLine, format{italic: true})
	}
	s.close()
}

// remark writes the authority to sign, in both languages where they differ.
func (s *story) remark(first, second []doc.Inline) {
	f := format{style: sLabel}
	if s.w.beside == nil {
		s.inlines(first, f)
		return
	}
	for i, l := range doc.Lines([][]doc.Inline{first}, [][]doc.Inline{second}) {
		if i > 0 {
			s.text(newLine, f)
		}
		for _, p := range l {
			if p.Second {
				s.w.inSecond(func() { s.inlines(p.Inlines, f) })
			} else {
				s.inlines(p.Inlines, f)
			}
		}
	}
}
