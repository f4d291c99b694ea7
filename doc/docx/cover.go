package docx

import (
	"github.com/samsvar/samsvar/doc"
)

// writeCover writes the first page. The facts stand in a frame at its foot, so
// that they are there however long the title is.
func (w *writer) writeCover(c *doc.Cover, next doc.Block) {
	s := &w.body
	line := func(st style, in []doc.Inline, f format) {
		if len(in) > 0 {
			s.open(para{style: st})
			s.inlines(in, f)
			s.close()
		}
	}
	line(sKicker, doc.T(c.Kicker), format{})
	line(sTitle, c.Title, format{})
	line(sSubtitle, c.Subtitle, format{})
	if c.Badge != "" {
		// The spaces carry the shading a little beyond the words.
		line(sBadge, doc.T("\u00a0\u00a0"+c.Badge+"\u00a0\u00a0"), format{style: sBadgeText})
	}
	s.open(para{style: sRule})
	s.close()
	w.coverParties(c.Parties)
	frame := `<w:framePr w:w="` + itoa(w.shape().textWidth()) + `" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>`
	for _, f := range c.Facts {
		s.open(para{style: sCoverFact, frame: frame})
		s.text(f.Label, format{style: sLabel})
		s.text("\t", format{})
		s.inlines(f.Value, format{})
		s.close()
	}
	s.open(para{style: sSpacer}) // the frame hangs on it
	from := len(s.buf)
	if next != nil {
		s.str(`<w:r><w:br w:type="page"/></w:r>`)
		w.last.breakAt = [2]int{from, len(s.buf)}
	}
	s.close()
	w.fresh = true
}

// coverParties writes the parties side by side, two in a row.
func (w *writer) coverParties(ps []doc.CoverParty) {
	if len(ps) == 0 {
		return
	}
	widths := w.openPairs()
	for i := 0; i < len(ps); i += 2 {
		w.pair(widths, i, len(ps), func(i int) {
			p := ps[i]
			if p.Role != "" {
				w.line(sPartyRole, doc.T(p.Role))
			}
			w.line(sPartyName, p.Name)
			for _, l := range p.Lines {
				w.line(sPartyLine, l)
			}
		})
	}
	w.closeTable()
}

func (w *writer) line(st style, in []doc.Inline) {
	w.body.open(para{style: st})
	w.body.inlines(in, format{})
	w.body.close()
}

// openPairs begins a table without lines in which things stand two and two.
func (w *writer) openPairs() [2]int {
	total := w.shape().textWidth()
	widths := [2]int{total / 2, total - total/2}
	w.openTable(sLayout, widths[:], false, false, "")
	return widths
}

// pair writes the row with the things i and i+1 of n. It calls f for each, which
// writes at least one paragraph.
func (w *writer) pair(widths [2]int, i, n int, f func(i int)) {
	w.body.str(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for j, width := range widths {
		w.openCell(width)
		if i+j < n {
			f(i + j)
		} else {
			w.line(sPartyLine, nil)
		}
		w.body.str(`</w:tc>`)
	}
	w.body.str(`</w:tr>`)
}
