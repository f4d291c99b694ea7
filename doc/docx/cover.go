package docx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// writeCover writes the first page. The facts stand in a frame at its foot, so
// that they are there however long the title is.
func (w *writer) writeCover(c *doc.Cover, next doc.Block) {
	s := &w.body
	r, bilingual := twin.Of(w.pairs, c)
	line := func(st style, in, second []doc.Inline, sep string, f format) {
		if len(in)+len(second) > 0 {
			s.open(para{style: st})
			s.both(in, second, sep, f)
			s.close()
		}
	}
	if c.Kicker != "" {
		s.open(para{style: sKicker})
		s.bothAs(doc.T(c.Kicker), doc.T(r.Kicker), newLine, format{}, format{regular: true})
		s.close()
	}
	line(sTitle, c.Title, c.Title, "", format{})
	if !doc.SameText(c.Title, r.Title) {
		w.inSecond(func() { line(sTitle2, r.Title, r.Title, "", format{}) })
	}
	line(sSubtitle, c.Subtitle, r.Subtitle, newLine, format{})
	if c.Badge != "" {
		f := format{style: sBadgeText}
		s.open(para{style: sBadge})
		s.inlines(badge(c.Badge), f)
		if bilingual && r.Badge != c.Badge {
			s.text("  ", format{})
			w.inSecond(func() { s.inlines(badge(r.Badge), f) })
		}
		s.close()
	}
	s.open(para{style: sRule})
	s.close()
	w.coverParties(c.Parties, r.Parties)
	frame := `<w:framePr w:w="` + itoa(w.shape().textWidth()) + `" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>`
	fact := sCoverFact
	if bilingual {
		fact = sCoverFact2
	}
	for i, f := range c.Facts {
		s.open(para{style: fact, frame: frame})
		s.both(doc.T(f.Label), doc.T(r.Facts[i].Label), slash, format{style: sLabel})
		s.text("\t", format{})
		s.both(f.Value, r.Facts[i].Value, newLine, format{})
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

// badge has spaces that carry the shading a little beyond the words.
func badge(s string) []doc.Inline { return doc.T("\u00a0\u00a0" + s + "\u00a0\u00a0") }

// coverParties writes the parties side by side, two in a row; rs are the same in
// the second language.
func (w *writer) coverParties(ps, rs []doc.CoverParty) {
	if len(ps) == 0 {
		return
	}
	widths := w.openPairs()
	for i := 0; i < len(ps); i += 2 {
		w.pair(widths, i, len(ps), func(i int) {
			p, r := ps[i], rs[i]
			if p.Role != "" {
				w.body.open(para{style: sPartyRole})
				w.body.alike(doc.T(p.Role), doc.T(r.Role), slash)
				w.body.close()
			}
			w.body.open(para{style: sPartyName})
			w.body.both(p.Name, r.Name, newLine, format{})
			w.body.close()
			w.linesOf(p.Lines, r.Lines, secondary(format{}), func(text func()) {
				w.body.open(para{style: sPartyLine})
				text()
				w.body.close()
			})
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
	w.openTable(sLayout, widths[:], false, false, "", "")
	return widths
}

// pair writes the row with the things i and i+1 of n. It calls f for each, which
// writes at least one paragraph.
func (w *writer) pair(widths [2]int, i, n int, f func(i int)) {
	w.body.str(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for j, width := range widths {
		w.openCell(width, doc.NoTone)
		if i+j < n {
			f(i + j)
		} else {
			w.line(sPartyLine, nil)
		}
		w.body.str(`</w:tc>`)
	}
	w.body.str(`</w:tr>`)
}
