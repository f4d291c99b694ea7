package docx

import (
	"cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// maxColumns is what Word takes in one table.
const maxColumns = 63

var alignment = [...]string{doc.Left: "", doc.Right: "right", doc.Center: "center"}

// table writes the caption and the table under it.
func (w *writer) table(t *doc.Table) {
	switch n := len(t.Columns); {
	case n == 0:
		w.fail("no columns")
		return
	case n > maxColumns:
		w.fail("%d columns; word takes %d", n, maxColumns)
		return
	}
	r, _ := twin.Of(w.pairs, t)
	if err := cmp.Or(matrix.Check(t), matrix.Check(r)); err != nil {
		w.fail("%w", err)
		return
	}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			w.fail("row %d has %d cells for %d columns", i+1, len(r.Cells), len(t.Columns))
			return
		}
	}
	for _, c := range t.Columns {
		if c.Align < doc.Left || c.Align > doc.Center {
			w.fail("unknown alignment %d", c.Align)
			return
		}
	}
	id := t.ID
	if len(t.Caption) > 0 {
		w.caption(t, r)
		id = ""
		if w.err != nil { // there may be nothing to take the plain text of
			return
		}
	}
	if t.Kind == doc.MatrixTable {
		w.matrix(t, r, id)
		return
	}
	widths := w.widths(t, r)
	style := sRegister
	if t.Kind == doc.Facts {
		style = sFacts
	}
	w.openTable(style, widths, t.Kind == doc.Register, t.Kind == doc.Facts, alternative(t, r), "")
	mark := ""
	if id != "" {
		mark = id // no caption to hold the bookmark: the first cell does
	}
	if t.Kind == doc.Register {
		w.body.str(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, c := range t.Columns {
			w.openCell(widths[i], doc.NoTone)
			w.linesOf([][]doc.Inline{doc.T(c.Title)}, [][]doc.Inline{doc.T(r.Columns[i].Title)}, secondary(format{}), func(text func()) {
				w.cellParagraph(sTableHead, c, text, mark, true)
				mark = ""
			})
			w.body.str(`</w:tc>`)
		}
		w.body.str(`</w:tr>`)
	}
	rows, second := t.Rows, r.Rows
	if len(rows) == 0 && t.Kind == doc.Facts { // a table has a row
		rows = []doc.Row{{Cells: make([]doc.Cell, len(t.Columns))}}
		second = rows
	}
	for n, r := range rows {
		w.body.str(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, c := range r.Cells {
			st, other := sTableText, secondary(format{})
			if c.Tone != doc.NoTone { // grey is hard to read on it
				st, other = sTableToned, format{regular: true}
			} else if t.Kind == doc.Facts && i == 0 {
				st = sTableLabel
			}
			w.openCell(widths[i], c.Tone)
			c2 := second[n].Cells[i]
			w.linesOf(c.Paragraphs, c2.Paragraphs, other, func(text func()) {
				w.cellParagraph(st, t.Columns[i], text, mark, false)
				mark = ""
			})
			if len(c.Paragraphs)+len(c2.Paragraphs) == 0 {
				w.cellParagraph(st, t.Columns[i], func() {}, mark, false)
				mark = ""
			}
			w.body.str(`</w:tc>`)
		}
		w.body.str(`</w:tr>`)
	}
	w.closeTable()
}

// caption writes label, number and text. The bookmark stands around the number
// only, so that a reference to it says "Tabell 3" in whatever words it is put. In
// the second language, r, the number is such a reference.
func (w *writer) caption(t, r *doc.Table) {
	s := &w.body
	s.open(para{style: sCaption, keepNext: true})
	if t.Number > 0 {
		if l := w.d.Labels.Table; l != "" {
			s.text(l+"\u00a0", format{})
		}
		end := w.startMark(t.ID)
		s.field(` SEQ samsvar_table \* ARABIC `, itoa(t.Number), format{})
		w.endMark(end)
		s.text("  ", format{})
		s.inlines(t.Caption, format{})
	} else {
		end := w.startMark(t.ID)
		s.inlines(t.Caption, format{})
		w.endMark(end)
	}
	w.secondCaption(t, r)
	s.close()
}

// openTable begins a table with fixed widths. The alternative text is what a
// screen reader says before it, its title and then what it shows.
func (w *writer) openTable(st style, widths []int, firstRow, firstColumn bool, alt, about string) {
	s := &w.body
	total := 0
	for _, x := range widths {
		total += x
	}
	s.str(`<w:tbl><w:tblPr><w:tblStyle w:val="`)
	s.attr(w.styles[st])
	s.str(`"/><w:tblW w:w="`)
	s.int(total)
	s.str(`" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	switch {
	case firstRow && firstColumn:
		s.str(`<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	case firstRow:
		s.str(`<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	case firstColumn:
		s.str(`<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	default:
		s.str(`<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	}
	if alt != "" {
		s.str(`<w:tblCaption w:val="`)
		s.attr(alt)
		s.str(`"/>`)
	}
	if about != "" {
		s.str(`<w:tblDescription w:val="`)
		s.attr(about)
		s.str(`"/>`)
	}
	s.str(`</w:tblPr><w:tblGrid>`)
	for _, x := range widths {
		s.str(`<w:gridCol w:w="`)
		s.int(x)
		s.str(`"/>`)
	}
	s.str(`</w:tblGrid>`)
}

// closeTable ends a table and sets it apart from what follows. Word needs the
// paragraph as well: two tables without one between them become one.
func (w *writer) closeTable() {
	w.body.str(`</w:tbl>`)
	w.body.open(para{style: sSpacer})
	w.body.close()
}

func (w *writer) openCell(width int, tone doc.Tone) {
	w.body.str(`<w:tc><w:tcPr><w:tcW w:w="`)
	w.body.int(width)
	w.body.str(`" w:type="dxa"/>`)
	w.body.str(fills[tone])
	w.body.str(`</w:tcPr>`)
}

// fills are the colours of the tones. The text on them has the contrast of black or
// of whatever a reader's settings make of it (w:color auto).
var fills = [...]string{
	doc.NoTone:       "",
	doc.ToneLow:      `<w:shd w:val="clear" w:color="auto" w:fill="CFE8D5"/>`,
	doc.ToneMedium:   `<w:shd w:val="clear" w:color="auto" w:fill="FFF1B8"/>`,
	doc.ToneHigh:     `<w:shd w:val="clear" w:color="auto" w:fill="FFD6B0"/>`,
	doc.ToneVeryHigh: `<w:shd w:val="clear" w:color="auto" w:fill="F4B6B6"/>`,
}

func (w *writer) cellParagraph(st style, c doc.Column, text func(), mark string, keep bool) {
	w.body.open(para{style: st, keepNext: keep, align: alignment[c.Alignment()]})
	end := w.startMark(mark)
	text()
	w.endMark(end)
	w.body.close()
}

// split shares a width among columns by weight; the shares sum to the width.
func split(total int, columns []doc.Column) []int {
	sum := 0
	for _, c := range columns {
		sum += max(c.Weight, 1)
	}
	out := make([]int, len(columns))
	at, cum := 0, 0
	for i, c := range columns {
		cum += max(c.Weight, 1)
		edge := total * cum / sum
		out[i] = edge - at
		at = edge
	}
	return out
}
