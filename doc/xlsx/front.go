package xlsx

import "github.com/samsvar/samsvar/doc"

// What is made for paper stands in a sheet as rows: a cover, a table of contents and
// the places to sign.

func (b *book) cover(n *doc.Cover) {
	line := func(in []doc.Inline, l look) {
		if len(in) > 0 {
			c := &content{}
			b.inlines(c, in)
			b.prose(c, l, "")
		}
	}
	line(doc.T(n.Kicker), look{part: note})
	line(n.Title, look{part: title})
	line(n.Subtitle, look{part: lead})
	line(doc.T(n.Badge), look{part: subheading, fill: openFill})
	for _, p := range n.Parties {
		b.pair(p.Role, append([][]doc.Inline{p.Name}, p.Lines...))
	}
	for _, f := range n.Facts {
		b.pair(f.Label, [][]doc.Inline{f.Value})
	}
	b.at.space(8)
}

// toc writes the table of contents; an entry that is a sheet leads there.
func (b *book) toc(n *doc.TOC) {
	b.at.space(8)
	b.prose(&content{runs: []run{{s: clean(n.Title)}}}, look{part: heading}, "")
	for _, e := range n.Entries {
		c := &content{}
		if e.Number != "" {
			c.add(e.Number+"\u00a0 ", false, false)
		}
		c.add(e.Text, false, false)
		b.prose(c, look{indent: max(e.Level-1, 0), link: b.sheetOf(e.Target) != ""}, "")
		if name := b.sheetOf(e.Target); name != "" {
			s := b.at
			s.links = append(s.links, hyperlink{at: spot{s.left, len(s.rows)}, place: quoteSheet(name) + "!B2"})
		}
	}
}

// sheetOf is the name of the sheet of a section, "" when it is none.
func (b *book) sheetOf(id string) string {
	for _, bl := range b.d.Blocks {
		if s, ok := bl.(*doc.Section); ok && s != nil && s.Sheet != nil && s.ID == id {
			return s.Sheet.Name
		}
	}
	return ""
}

func (b *book) signatures(n *doc.Signatures) {
	for _, p := range n.Parties {
		b.at.space(8)
		b.prose(&content{runs: []run{{s: clean(p.Role)}}}, look{part: subheading}, "")
		c := &content{}
		b.inlines(c, p.Party)
		b.prose(c, look{}, "")
		if n.Electronic {
			b.prose(&content{runs: []run{{s: clean(n.Labels.Electronic)}}}, look{part: note}, "")
		} else {
			b.pair(n.Labels.PlaceDate, nil)
			b.pair(n.Labels.Signature, nil)
		}
		b.pair(n.Labels.Name, [][]doc.Inline{p.Name})
		b.pair(n.Labels.Title, [][]doc.Inline{p.Title})
		if len(p.Remark) > 0 {
			b.pair("", [][]doc.Inline{p.Remark})
		}
	}
}

// pair writes a label and what belongs to it, beside each other.
func (b *book) pair(name string, value [][]doc.Inline) {
	s := b.at
	all := s.proseSpan()
	left := span{all.from, all.from}
	for left.to < all.to-1 && s.width(left) < labelWidth {
		left.to++
	}
	right := span{left.to + 1, all.to}
	c := b.paragraphs(value)
	if right.to < right.from { // a sheet of one column
		c.runs = append([]run{{s: clean(name) + ": "}}, c.runs...)
		b.prose(c, look{}, "")
		return
	}
	n := max(lines(clean(name), s.width(left)-cellIndent, boldSlack), lines(c.text(), s.width(right)-cellIndent, 1))
	s.add(&row{height: height(n, 1)})
	b.fits(clean(name))
	s.set(left, cell{look: look{part: label, quote: quoted(clean(name))}, text: clean(name)})
	k := cell{look: look{part: data, fill: c.fill()}}
	b.fill(&k, c)
	b.hyperlink(c, right.from)
	s.set(right, k)
}
