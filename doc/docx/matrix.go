package docx

import (
	"cmp"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
)

// A matrix is a table like others, which a screen reader and an editor can go
// through: no picture. The axis of the columns is a row above their labels, that of
// the rows a narrow column before theirs, with its text upwards, as likelihood grows.

// The measures of a matrix, in twips.
const (
	axisLeast   = 397  // the width of the axis of the rows, 7 mm
	axisLine    = 230  // and what another line of its text takes
	cellLeast   = 907  // the height of a cell, 16 mm
	cellWidest  = 2551 // 45 mm; a wider cell is a bar
	labelLeast  = 1304 // the width of the labels of the rows, 23 mm
	labelSmall  = 1020 // in a matrix that is set small, 18 mm
	rowsHighest = 9638 // all rows together, 170 mm: they stand on one page with the caption
)

// matrixSize is a size that a matrix can be set in. Sizes of text are in twips.
type matrixSize struct {
	labelStyle, wordStyle, placedStyle style
	textSize, placedSize               int
	padding                            int // left and right together
	label                              int // least width of the labels of the rows
}

var matrixSizes = [...]matrixSize{
	{sMatrixLabel, sMatrixWord, sMatrixPlaced, 180, 170, 120, labelLeast},
	{sMatrixLabelSmall, sMatrixWordSmall, sMatrixPlacedSmall, 150, 140, 60, labelSmall},
}

// matrixLook is how one matrix is set.
type matrixLook struct {
	matrixSize
	axisWidth, labelWidth, cellWidth int
	cellHeight                       int
	upright                          int // height of the titles of the columns where they run upwards
	slack                            int // per cent, as in widths
}

// matrixLook finds the larger size in which no word is broken; r is the same table
// in the second language.
func (w *writer) matrixLook(t, r *doc.Table) matrixLook {
	n := len(t.Columns) - 1
	var title, label, word, placed int // the longest words, in thousandths of an em
	for _, t := range []*doc.Table{t, r} {
		for _, c := range t.Columns[1:] {
			title = max(title, longest(c.Title))
		}
		for _, row := range t.Rows {
			label = max(label, longestOf(row.Cells[0].Paragraphs))
			for _, c := range row.Cells[1:] {
				word = max(word, longestOf(matrix.Word(c)))
				placed = max(placed, longestOf(matrix.Placed(c)))
			}
		}
	}
	l := matrixLook{slack: foreignSlack, cellHeight: min(cellLeast, rowsHighest/len(t.Rows))}
	if w.ref.own {
		l.slack = ownSlack
	}
	axis := t.Matrix.RowAxis
	if r.Matrix.RowAxis != axis {
		axis += slash + r.Matrix.RowAxis
	}
	lines := wide(axis+arrow) * matrixSizes[0].textSize / 1000 * l.slack / 100 / (len(t.Rows)*l.cellHeight - 120)
	l.axisWidth = axisLeast + min(lines, 3)*axisLine
	total := w.shape().textWidth() - l.axisWidth
	fits := func(em, size int) bool { return em*size/1000*l.slack/100+l.padding <= l.cellWidth }
	for _, l.matrixSize = range matrixSizes {
		l.labelWidth = min(max(l.label, label*l.textSize/1000*l.slack/100+l.padding), total/2)
		l.cellWidth = max(min((total-l.labelWidth)/n, cellWidest), 1)
		if fits(word, l.textSize) && fits(title, l.textSize) && fits(placed, l.placedSize) {
			return l
		}
	}
	if !fits(title, l.textSize) {
		l.upright = uprightHeight(t, r, l)
	}
	return l
}

func longestOf(ps [][]doc.Inline) int {
	em := 0
	for _, p := range ps {
		em = max(em, longest(doc.Plain(p)))
	}
	return em
}

// uprightHeight is how high the longest title of a column is that runs upwards, up
// to 40 mm.
func uprightHeight(t, r *doc.Table, l matrixLook) int {
	em := 0
	for _, t := range []*doc.Table{t, r} {
		for _, c := range t.Columns[1:] {
			em = max(em, wide(c.Title))
		}
	}
	return min(em*l.textSize/1000*l.slack/100+120, 2268)
}

// matrix writes a table with axes; r is the same in the second language, and id the
// bookmark of the table where no caption has it.
func (w *writer) matrix(t, r *doc.Table, id string) {
	l := w.matrixLook(t, r)
	n := len(t.Columns) - 1
	widths := append([]int{l.axisWidth, l.labelWidth}, slices.Repeat([]int{l.cellWidth}, n)...)
	about := matrix.Summary(t)
	if second := matrix.Summary(r); second != about {
		about += slash + second
	}
	w.openTable(sMatrix, widths, true, true, alternative(t, r), about)

	const corner = `<w:gridSpan w:val="2"/>`
	w.matrixRow(0, true)
	w.matrixCell(l.axisWidth+l.labelWidth, corner+`<w:vMerge w:val="restart"/>`, "", "")
	w.matrixParagraph(sMatrixAxis, "", id, true, func() {})
	w.body.str(`</w:tc>`)
	w.matrixCell(n*l.cellWidth, `<w:gridSpan w:val="`+itoa(n)+`"/>`, "", "")
	w.axis(t.Matrix.ColumnAxis, r.Matrix.ColumnAxis, true)
	w.body.str(`</w:tc>`)
	w.body.str(`</w:tr>`)

	w.matrixRow(l.upright, true)
	w.matrixCell(l.axisWidth+l.labelWidth, corner+`<w:vMerge/>`, "", "")
	w.matrixParagraph(sMatrixAxis, "", "", true, func() {})
	w.body.str(`</w:tc>`)
	direction, align := vBottom, "center"
	if l.upright > 0 {
		direction, align = upwards+vMiddle, ""
	}
	for i, c := range t.Columns[1:] {
		w.matrixCell(l.cellWidth, "", "", direction)
		w.linesOf([][]doc.Inline{doc.T(c.Title)}, [][]doc.Inline{doc.T(r.Columns[i+1].Title)}, format{regular: true}, func(text func()) {
			w.matrixParagraph(l.labelStyle, align, "", true, text)
		})
		w.body.str(`</w:tc>`)
	}
	w.body.str(`</w:tr>`)

	for i := range t.Rows {
		w.matrixDataRow(t, r, i, l)
	}
	w.closeTable()
}

// matrixDataRow writes the row i of cells. The axis is in the first one, merged with
// those below. All rows but the last keep with the next one.
func (w *writer) matrixDataRow(t, r *doc.Table, i int, l matrixLook) {
	keep := i < len(t.Rows)-1
	w.matrixRow(l.cellHeight, false)
	if i == 0 {
		w.matrixCell(l.axisWidth, `<w:vMerge w:val="restart"/>`, "", upwards+vMiddle)
		w.axis(t.Matrix.RowAxis, r.Matrix.RowAxis, keep)
	} else {
		w.matrixCell(l.axisWidth, `<w:vMerge/>`, "", upwards+vMiddle)
		w.matrixParagraph(sMatrixAxis, "", "", keep, func() {})
	}
	w.body.str(`</w:tc>`)
	for j, c := range t.Rows[i].Cells {
		c2 := r.Rows[i].Cells[j]
		paragraph := func(st style) func(func()) {
			return func(text func()) { w.matrixParagraph(st, "", "", keep, text) }
		}
		st := l.wordStyle
		if j == 0 {
			st = l.labelStyle
			w.matrixCell(l.labelWidth, "", "", vMiddle)
			w.linesOf(c.Paragraphs, c2.Paragraphs, format{regular: true}, paragraph(st))
		} else {
			w.matrixCell(l.cellWidth, "", cmp.Or(fills[c.Tone], noFill), vMiddle)
			w.linesOf(matrix.Word(c), matrix.Word(c2), format{regular: true}, paragraph(st))
			w.linesOf(l.broken(matrix.Placed(c)), l.broken(matrix.Placed(c2)), format{}, paragraph(l.placedStyle))
		}
		if len(c.Paragraphs)+len(c2.Paragraphs) == 0 {
			paragraph(st)(func() {})
		}
		w.body.str(`</w:tc>`)
	}
	w.body.str(`</w:tr>`)
}

// noFill is the ground of a cell of a matrix without a tone.
const noFill = `<w:shd w:val="clear" w:color="auto" w:fill="F2F4F7"/>`

// broken is what is placed in a cell, with the lines ended where a name such as R-12
// would be broken: Word breaks a line after any hyphen, and a hyphen that does not
// break is another character to those who search for the name.
func (l matrixLook) broken(ps [][]doc.Inline) [][]doc.Inline {
	room := (l.cellWidth - l.padding) * 100 / l.slack
	out := make([][]doc.Inline, len(ps))
	for i, p := range ps {
		items := matrix.Items(p)
		if out[i] = p; !slices.ContainsFunc(items, func(s string) bool { return strings.Contains(s, "-") }) {
			continue
		}
		var b strings.Builder
		used := 0
		for _, item := range items {
			width := wide(item) * l.placedSize / 1000
			space := wide(" ") * l.placedSize / 1000
			switch {
			case b.Len() == 0:
			case used+space+width <= room:
				b.WriteByte(' ')
				width += space
			default:
				b.WriteByte('\n')
				used = 0
			}
			b.WriteString(item)
			used += width
		}
		out[i] = doc.T(b.String())
	}
	return out
}

// arrow shows where an axis grows.
const arrow = " →"

// axis writes the name of an axis with an arrow to where it grows.
func (w *writer) axis(first, second string, keep bool) {
	w.matrixParagraph(sMatrixAxis, "", "", keep, func() {
		w.body.alike(doc.T(first), doc.T(second), slash)
		w.body.text(arrow, format{})
	})
}

// What a cell says of the direction and the place of its text.
const (
	upwards = `<w:textDirection w:val="btLr"/>`
	vMiddle = `<w:vAlign w:val="center"/>`
	vBottom = `<w:vAlign w:val="bottom"/>`
)

// matrixRow begins a row of at least a height.
func (w *writer) matrixRow(height int, head bool) {
	w.body.str(`<w:tr><w:trPr><w:cantSplit/>`)
	if height > 0 {
		w.body.str(`<w:trHeight w:val="`)
		w.body.int(height)
		w.body.str(`" w:hRule="atLeast"/>`)
	}
	if head {
		w.body.str(`<w:tblHeader/>`)
	}
	w.body.str(`</w:trPr>`)
}

// matrixCell begins a cell. The order of the properties is fixed
// (ISO/IEC 29500-1, 17.4.69).
func (w *writer) matrixCell(width int, span, fill, set string) {
	w.body.str(`<w:tc><w:tcPr><w:tcW w:w="`)
	w.body.int(width)
	w.body.str(`" w:type="dxa"/>`)
	w.body.str(span)
	w.body.str(fill)
	w.body.str(set)
	w.body.str(`</w:tcPr>`)
}

func (w *writer) matrixParagraph(st style, align, mark string, keep bool, text func()) {
	w.body.open(para{style: st, keepNext: keep, align: align})
	end := w.startMark(mark)
	text()
	w.endMark(end)
	w.body.close()
}
