package xlsx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

const matrixHeight = 62.0 // of a row: four lines

// matrix writes a matrix: the axis of the columns above it, that of the rows on end
// beside it, and in each cell its word and what is placed there.
func (b *book) matrix(p *placed) {
	t, s := p.table, b.at
	want := b.wants(t)
	all := s.spans(want)
	side, names, cells := all[0], all[1], all[2:]
	across := span{cells[0].from, cells[len(cells)-1].to}

	s.add(&row{height: height(1, 1) + 4})
	s.set(across, b.label(t.Matrix.ColumnAxis, axis))
	n := 1
	for i, c := range t.Columns[1:] {
		n = max(n, lines(clean(c.Title), s.width(cells[i]), boldSlack))
	}
	s.add(&row{height: height(n, 1) + 4})
	s.set(names, b.label(t.Columns[0].Title, label))
	for i, c := range t.Columns[1:] {
		k := b.label(c.Title, label)
		k.look.align = doc.Center
		s.set(cells[i], k)
	}
	link := b.liveOf(t)
	first := len(s.rows) + 1
	for i := range t.Rows {
		tallest := 1
		s.add(&row{})
		k := cell{look: look{part: label}}
		b.fill(&k, b.paragraphs(t.Rows[i].Cells[0].Paragraphs))
		tallest = max(tallest, lines(k.text, s.width(names)-cellIndent, boldSlack))
		s.set(names, k)
		for j := range cells {
			k := b.level(&t.Rows[i].Cells[j+1])
			if link != nil {
				k.text = link.show(b, k, len(t.Rows)-i, j+1)
			}
			tallest = max(tallest, lines(k.text, s.width(cells[j])-cellIndent, 1))
			s.set(cells[j], k)
			if link != nil {
				link.place(s, spot{cells[j].from, len(s.rows)}, len(t.Rows)-i, j+1)
			}
		}
		s.rows[len(s.rows)-1].height = max(matrixHeight, height(tallest, 1))
	}
	if len(t.Rows) == 0 {
		return
	}
	// The axis of the rows stands beside all of them.
	last := len(s.rows)
	k := b.label(t.Matrix.RowAxis, upright)
	k.set = true
	s.rows[first-1].put(side.from, k)
	for r := first; r <= last; r++ {
		for col := side.from; col <= side.to; col++ {
			if r > first || col > side.from {
				s.rows[r-1].put(col, cell{look: k.look, set: true})
			}
		}
	}
	if first < last || side.from < side.to {
		s.merged = append(s.merged, area{spot{side.from, first}, spot{side.to, last}})
	}
}

func (b *book) label(text string, p part) cell {
	text = clean(text)
	b.fits(text)
	return cell{look: look{part: p, quote: quoted(text)}, text: text}
}

// level is a cell of a matrix: the word of the level on a line of its own.
func (b *book) level(c *doc.Cell) cell {
	k := cell{look: look{part: level, fill: tones[c.Tone]}}
	if len(c.Paragraphs) == 0 {
		return k
	}
	word := b.paragraphs(c.Paragraphs[:1])
	var placed []string
	for _, p := range c.Paragraphs[1:] {
		placed = append(placed, b.paragraphs([][]doc.Inline{p}).text())
	}
	if len(placed) > 0 {
		word.add("\n"+strings.Join(placed, ", "), false, false)
	}
	b.fill(&k, word)
	k.runs = nil // a live cell has one font; all of them look alike
	if k.look.fill == "" {
		k.look.fill = word.fill()
	}
	return k
}
