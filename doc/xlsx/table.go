package xlsx

import (
	"fmt"
	"strconv"
	"time"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
)

const (
	headHeight  = 30.0
	spareHeight = 30.0
	mostFrozen  = 230.0 // points of a sheet that may stay in sight above its rows
)

// placed is a table that has its place.
type placed struct {
	table       *doc.Table
	sheet       *sheet
	keyed       bool // has marks: see marks.go
	keyRow      int  // 0 when it is not keyed
	headRow     int  // 0 of facts
	first, last int  // rows of data, spare ones included; last < first when there is none
	cols        []span
}

// column is the range of the cells of a column.
func (p *placed) column(i int) area {
	return area{spot{p.cols[i].from, p.first}, spot{p.cols[i].from, p.last}}
}

// index finds a column by its key, -1 when there is none.
func (p *placed) index(key string) int { return columnIndex(p.table, key) }

func columnIndex(t *doc.Table, key string) int {
	for i, c := range t.Columns {
		if c.Key == key {
			return i
		}
	}
	return -1
}

// sound checks the shape of a table.
func (b *book) sound(t *doc.Table) bool {
	if t == nil {
		b.fail("nothing where a table should be")
		return false
	}
	before := b.err
	b.in("table "+t.ID, func() {
		if err := matrix.Check(t); err != nil {
			b.fail("%v", err)
		}
		switch n := len(t.Columns); {
		case n == 0:
			b.fail("no columns")
		case n > maxColumns:
			b.fail("%d columns", n)
		}
		keys := map[string]bool{}
		for _, c := range t.Columns {
			if c.Align < doc.Left || c.Align > doc.Center {
				b.fail("unknown alignment %d", c.Align)
			}
			if fillable(t) && (c.Key == "" || keys[c.Key]) {
				b.fail("the key %q of a column is empty or that of another", c.Key)
			}
			keys[c.Key] = true
			b.entry(c)
		}
		ids := map[string]bool{}
		for i, r := range t.Rows {
			if len(r.Cells) != len(t.Columns) {
				b.fail("row %d has %d cells for %d columns", i+1, len(r.Cells), len(t.Columns))
			}
			if fillable(t) && (clean(r.ID) == "" || ids[clean(r.ID)]) {
				b.fail("the id %q of row %d is empty or that of another", r.ID, i+1)
			}
			ids[clean(r.ID)] = true
			for _, c := range r.Cells {
				for _, p := range c.Paragraphs {
					b.known(p)
				}
			}
		}
	})
	return before == b.err
}

// table writes a table where the sheet has come to.
func (b *book) table(t *doc.Table) {
	s := b.at
	s.space(8)
	b.caption(t)
	if b.err != nil {
		return
	}
	p := &placed{table: t, sheet: s, cols: s.spans(b.wants(t))}
	if t.Kind == doc.MatrixTable {
		b.matrix(p)
		return
	}
	if s.main != nil && s.main.table == t {
		s.main = p
	}
	if t.ID != "" {
		if b.tables[t.ID] != nil {
			b.fail("two tables with the id %q", t.ID)
		}
		b.tables[t.ID] = p
	}
	p.keyed = s.main == p && t.ID != "" || fillable(t)
	b.keys(p)
	if t.Kind == doc.Register {
		b.head(p)
	}
	p.first = len(s.rows) + 1
	for i := range t.Rows {
		b.in(fmt.Sprintf("row %d", i+1), func() { b.row(p, &t.Rows[i]) })
		if b.err != nil {
			return
		}
	}
	if s.main == p || s.main == nil && fillable(t) && t.Kind == doc.Register {
		for range s.section.Sheet.Spare {
			b.row(p, nil)
		}
	}
	p.last = len(s.rows)
	b.ends(p)
	b.rules(p)
	s.quiet = append(s.quiet, area{spot{s.left, p.first}, spot{len(s.widths), max(p.first, p.last)}})
}

func (b *book) caption(t *doc.Table) {
	c := &content{}
	if t.Number > 0 {
		c.add((&doc.Ref{Prefix: b.d.Labels.Table, Number: strconv.Itoa(t.Number)}).Text()+"\u2002", false, false)
	}
	b.inlines(c, t.Caption)
	if len(c.runs) > 0 {
		b.prose(c, look{part: caption}, "")
	}
}

// head writes the header row.
func (b *book) head(p *placed) {
	s := b.at
	n := 1
	for i, c := range p.table.Columns {
		b.fits(clean(c.Title))
		n = max(n, lines(clean(c.Title), s.width(p.cols[i])-cellIndent-filterButton, boldSlack))
	}
	s.add(&row{height: max(headHeight, height(n, 1))})
	for i, c := range p.table.Columns {
		text := clean(c.Title)
		s.set(p.cols[i], cell{look: look{part: head, align: entryAlign(c), quote: quoted(text)}, text: text})
	}
	p.headRow = len(s.rows)
	b.headMark(p)
}

// row writes a row of data; nil is a spare one.
func (b *book) row(p *placed, r *doc.Row) {
	s := b.at
	added := s.add(&row{height: height(1, 1)})
	if r == nil {
		added.height = spareHeight
	}
	tallest := 1
	for i, c := range p.table.Columns {
		var k cell
		b.in("column "+c.Key, func() { k = b.cell(p, i, r) })
		if k.text != "" {
			tallest = max(tallest, lines(k.text, s.width(p.cols[i])-cellIndent, k.look.scale()))
		}
		s.set(p.cols[i], k)
		if c.Entry.Input && s.first.row == 0 {
			s.first = spot{p.cols[i].from, len(s.rows)}
		}
	}
	added.height = max(added.height, height(tallest, 1))
	b.rowMark(p, r)
}

// cell is the cell of a column in the row that has just begun.
func (b *book) cell(p *placed, i int, r *doc.Row) cell {
	col := p.table.Columns[i]
	k := cell{look: look{part: data, align: entryAlign(col), input: col.Entry.Input}}
	if p.table.Kind == doc.Facts && i == 0 && !col.Entry.Input {
		k.look.part = label
	}
	if col.Entry.Input {
		k.look.fill = inputFill
	}
	if col.Entry.Type == doc.DateEntry {
		k.look.format = b.dateFormat() // of spare cells as well
	}
	if r != nil {
		c := &r.Cells[i]
		if c.Tone != doc.NoTone {
			k.look.fill = tones[c.Tone]
		}
		in := b.paragraphs(c.Paragraphs)
		if f := in.fill(); f != "" {
			k.look.fill = f
		}
		b.value(&k, col, c, in)
		b.hyperlink(in, p.cols[i].from)
	}
	if col.Entry.Formula != nil {
		b.formula(&k, p, i, r)
	}
	return k
}

// value fills a cell with what stands in it.
func (b *book) value(k *cell, col doc.Column, c *doc.Cell, in *content) {
	switch {
	case c.Value != nil && c.Value.Date != "":
		n, ok := serial(c.Value.Date)
		if !ok {
			b.fail("date %q is not YYYY-MM-DD from 1900 on", c.Value.Date)
		}
		k.number, k.text, k.look.format = &n, dateSample, b.dateFormat()
	case c.Value != nil:
		n := c.Value.Number
		k.number = &n
		k.text = formatNumber(n)
	case col.Entry.Input && openOnly(c):
		// The cell is to be filled in: it is empty, and the fill tells of the gap.
	default:
		text := in.text()
		if n, err := strconv.ParseFloat(text, 64); err == nil && col.Entry.Type == doc.NumberEntry && formatNumber(n) == text {
			k.number, k.text = &n, text
			return
		}
		b.fill(k, in)
		if col.Entry.Input { // what is read back is text: one font
			k.runs = nil
		}
	}
}

// openOnly reports whether all that a cell says is that something is open.
func openOnly(c *doc.Cell) bool {
	some := false
	for _, p := range c.Paragraphs {
		for _, n := range p {
			if _, open := n.(*doc.Open); !open {
				return false
			}
			some = true
		}
	}
	return some
}

const dateSample = "00.00.0000" // as wide as a date

// serial is a date as Excel counts: days from the end of 1899. Before March 1900 it
// counts a day that there was not, so that no date begins there.
func serial(date string) (float64, bool) {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil || t.Year() < 1901 {
		return 0, false
	}
	return t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24, true
}

// formatNumber writes a number with the digits that a workbook keeps.
func formatNumber(n float64) string {
	s := strconv.FormatFloat(n, 'g', 15, 64)
	if m, err := strconv.ParseFloat(s, 64); err == nil {
		return strconv.FormatFloat(m, 'f', -1, 64)
	}
	return s
}

func (b *book) dateFormat() string {
	if b.d.Language == doc.English {
		return "yyyy-mm-dd"
	}
	return "dd.mm.yyyy"
}

// entryAlign sets numbers and dates in the middle.
func entryAlign(c doc.Column) doc.Align {
	if c.Align == doc.Right || c.Align == doc.Left && (c.Entry.Type == doc.NumberEntry || c.Entry.Type == doc.DateEntry) {
		return doc.Center
	}
	return c.Align
}
