package xlsx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// layOut lays out one sheet: its blocks in order, down the sheet.
func (b *book) layOut(p portion) {
	sec := p.section
	s := &sheet{name: sec.Sheet.Name, key: sec.Sheet.Key, section: sec}
	b.sheets = append(b.sheets, s)
	b.at = s
	defer func() { b.at = nil }()
	b.in("sheet "+s.name, func() {
		b.frame(s, p.tables, p.numbered)
		if s.main != nil {
			s.add(&row{hidden: true}) // of the keys: see marks.go
		}
		b.blocks(p.before)
		b.heading(sec, title)
		b.blocks(sec.Blocks)
		b.blocks(p.after)
		b.foot()
		s.unend()
	})
}

// survey lists the tables among the blocks, and tells whether paragraphs have numbers
// that want a column of their own. It checks what the layout relies on.
func (b *book) survey(blocks []doc.Block) (tables []*doc.Table, numbered bool) {
	for _, bl := range blocks {
		switch n := bl.(type) {
		case *doc.Section:
			if n == nil {
				b.fail("nothing where a section should be")
				continue
			}
			if n.Sheet != nil {
				b.fail("a sheet within a sheet: %s", n.Sheet.Name)
			}
			t, num := b.survey(n.Blocks)
			tables, numbered = append(tables, t...), numbered || num || n.Number != ""
		case *doc.Paragraph:
			numbered = numbered || n != nil && n.Level == 2 && n.Number != ""
		case *doc.Table:
			if b.sound(n) {
				tables = append(tables, n)
			}
		}
	}
	return tables, numbered
}

func (b *book) blocks(blocks []doc.Block) {
	for _, bl := range blocks {
		if b.err != nil {
			return
		}
		b.block(bl)
	}
}

func (b *book) block(bl doc.Block) {
	switch n := bl.(type) {
	case *doc.Section:
		b.in("section "+n.ID, func() {
			b.heading(n, heading)
			b.blocks(n.Blocks)
		})
	case *doc.Paragraph:
		if n == nil {
			b.fail("nothing where a paragraph should be")
			return
		}
		b.in("paragraph "+n.ID, func() { b.paragraph(n) })
	case *doc.Table:
		b.in("table "+n.ID, func() { b.table(n) })
	case *doc.Cover:
		if n == nil {
			b.fail("nothing where a cover should be")
			return
		}
		b.in("cover", func() { b.cover(n) })
	case *doc.TOC:
		if n == nil {
			b.fail("nothing where a table of contents should be")
			return
		}
		b.toc(n)
	case *doc.Signatures:
		if n == nil {
			b.fail("nothing where signatures should be")
			return
		}
		b.in("signatures "+n.ID, func() { b.signatures(n) })
	case nil:
		b.fail("nothing where a block should be")
	default:
		b.fail("unknown kind of block %T", bl)
	}
}

// heading writes the heading of a section and the comments on it.
func (b *book) heading(n *doc.Section, p part) {
	if p != title {
		b.at.space(8)
	}
	c := &content{}
	b.inlines(c, n.Title)
	number := n.Number
	if n.Scheme == doc.Clause && number != "" {
		number += "."
	}
	if p == title && number != "" { // its number is part of it, and needs no column
		c.runs = append([]run{{s: clean(number) + "\u00a0 "}}, c.runs...)
		number = ""
	}
	b.prose(c, look{part: p}, number)
	for _, remark := range n.Comments {
		b.in("comment", func() { b.comment(remark) })
	}
}

func (b *book) comment(n doc.Comment) {
	c := &content{}
	c.add(n.Author+":", true, false)
	for _, p := range n.Paragraphs {
		c.add("\n", false, false)
		for _, i := range p {
			b.inline(c, i, true)
		}
	}
	b.prose(c, look{part: note, italic: true}, "")
}

func (b *book) paragraph(p *doc.Paragraph) {
	l := look{}
	switch p.Role {
	case doc.Body:
	case doc.Lead:
		l.part = lead
	case doc.Note:
		l.part = note
	default:
		b.fail("unknown role %d", p.Role)
	}
	if p.Level < 0 || p.Level == 1 || p.Level > 4 {
		b.fail("level %d", p.Level)
	}
	c := &content{}
	number := p.Number
	if p.Level > 2 {
		l.indent = p.Level - 2
		switch {
		case number != "":
			c.add(number+"\u00a0 ", false, false)
		case !p.Continues: // an item of a list that is in no number series
			c.add("–\u00a0 ", false, false)
		}
		number = ""
	}
	b.inlines(c, p.Inlines)
	b.prose(c, l, number)
}

// prose writes a paragraph over the columns that it takes. One that is higher than a
// row can be goes on in the next.
func (b *book) prose(c *content, l look, number string) {
	s := b.at
	x := s.proseSpan()
	if number != "" && s.left == 1 {
		c.runs = append([]run{{s: clean(number) + "\u00a0 "}}, c.runs...)
		number = ""
	}
	if l.fill == "" {
		l.fill = c.fill()
	}
	width := s.width(x) - 1.5*float64(l.indent)
	text := c.text()
	b.fits(text)
	pieces := []string{text}
	if n := lines(text, width, l.scale()); height(n, l.lineScale()) >= maxHeight {
		pieces = pieced(text, width, l)
	}
	for i, piece := range pieces {
		s.add(&row{height: height(lines(piece, width, l.scale()), l.lineScale())})
		if number != "" && i == 0 {
			s.set(span{1, 1}, cell{look: look{part: l.part}, text: clean(number)})
		}
		k := cell{look: l, text: piece}
		if len(pieces) == 1 {
			b.fill(&k, c)
		}
		b.hyperlink(c, x.from)
		s.set(x, k)
	}
}

// pieced cuts a text between words into pieces that fit in a row each.
func pieced(text string, width float64, l look) []string {
	most := int((maxHeight - rowPadding) / (lineHeight * l.lineScale()))
	var out []string
	var piece strings.Builder
	n, at := 0, 0 // lines of the piece without its last, and where that begins
	for s := text; s != ""; {
		word := s
		if i := strings.IndexAny(s, " \n"); i >= 0 {
			word = s[:i+1]
		}
		if len(word) > maxWord {
			word = strings.ToValidUTF8(word[:maxWord], "")
		}
		s = s[len(word):]
		line := piece.String()[at:] + word
		if more := lines(strings.TrimRight(line, " \n"), width, l.scale()); n+more > most {
			out = append(out, strings.TrimRight(piece.String(), " \n"))
			piece.Reset()
			n, at = 0, 0
		} else if more > 1 {
			n, at = n+more-1, piece.Len()
		}
		piece.WriteString(word)
		if strings.HasSuffix(word, "\n") {
			n, at = n+1, piece.Len()
		}
	}
	return append(out, strings.TrimRight(piece.String(), " \n"))
}

// maxWord is where a text without spaces may be cut, in bytes.
const maxWord = 500

// foot writes the notes of the sheet.
func (b *book) foot() {
	s := b.at
	if len(s.notes) == 0 {
		return
	}
	s.space(8)
	if w := b.d.Labels.Footnotes; w != "" {
		b.prose(&content{runs: []run{{s: clean(w)}}}, look{part: subheading}, "")
	}
	for i, n := range s.notes {
		c := &content{}
		c.add(superscript(i+1)+" ", false, false)
		for _, in := range n.Inlines {
			b.inline(c, in, true)
		}
		b.prose(c, look{part: note}, "")
	}
}

// fill gives a cell the text of a content, in its fonts.
func (b *book) fill(k *cell, c *content) {
	k.text = c.text()
	b.fits(k.text)
	k.look.quote = quoted(k.text)
	if c.uniform() {
		if len(c.runs) == 1 {
			r := c.runs[0]
			k.look.bold, k.look.italic, k.look.link = r.bold, k.look.italic || r.italic, k.look.link || r.link
		}
		return
	}
	k.runs = c.runs
}

// hyperlink makes the first link of a content that of its cell, which comes into the
// last row of the sheet.
func (b *book) hyperlink(c *content, col int) {
	if s := b.at; len(c.links) > 0 {
		s.links = append(s.links, hyperlink{at: spot{col, len(s.rows)}, url: c.links[0]})
	}
}

// add begins a row.
func (s *sheet) add(r *row) *row {
	s.rows = append(s.rows, r)
	return r
}

// space leaves some room, in points, unless the sheet begins here.
func (s *sheet) space(points float64) {
	if n := len(s.rows); n > 1 || n == 1 && !s.rows[0].hidden {
		s.add(&row{height: points})
	}
}

// set puts a cell into the last row, over the columns of a span.
func (s *sheet) set(x span, k cell) {
	r := s.rows[len(s.rows)-1]
	k.set = true
	r.put(x.from, k)
	for col := x.from + 1; col <= x.to; col++ {
		r.put(col, cell{look: k.look, set: true})
	}
	if x.to > x.from {
		n := len(s.rows)
		s.merged = append(s.merged, area{spot{x.from, n}, spot{x.to, n}})
	}
}

func (r *row) put(col int, k cell) {
	for len(r.cells) <= col {
		r.cells = append(r.cells, cell{})
	}
	r.cells[col] = k
}
