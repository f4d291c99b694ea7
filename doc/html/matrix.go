package html

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
)

// roomy is how many columns, the labels included, a matrix on paper has at most
// where its text is not set smaller.
const roomy = 7

func dense(t *doc.Table) bool { return t.Kind == doc.MatrixTable && len(t.Columns) > roomy }

// upright tells whether the titles of the columns run upwards: where the columns are
// narrow and have a word of more letters than fit.
func upright(t *doc.Table) bool {
	const fits = 7
	return dense(t) && slices.ContainsFunc(t.Columns[1:], func(c doc.Column) bool {
		return slices.ContainsFunc(strings.Fields(c.Title), func(word string) bool { return utf8.RuneCountInString(word) > fits })
	})
}

// matrix writes the rows of a table with axes; second is the same in the second
// language. The names of the axes are headers of all columns and of all rows.
func (w *writer) matrix(t, second *doc.Table) {
	n := strconv.Itoa(len(t.Columns) - 1)
	w.raw("<colgroup>")
	w.void("col", "class", "axis")
	w.void("col", "class", "label")
	w.raw("</colgroup>")
	w.open("colgroup", "span", n)
	w.raw("</colgroup>\n<thead>\n<tr>")
	w.open("td", "colspan", "2", "rowspan", "2")
	w.close("td")
	w.open("th", "scope", "colgroup", "colspan", n, "class", "axis")
	w.axis(t.Matrix.ColumnAxis, second.Matrix.ColumnAxis)
	w.raw("</th></tr>\n<tr>")
	up := upright(t) || upright(second)
	for i, c := range t.Columns[1:] {
		w.open("th", "scope", "col")
		if up {
			w.raw(`<div class="up">`)
		}
		w.lines([][]doc.Inline{doc.T(c.Title)}, [][]doc.Inline{doc.T(second.Columns[i+1].Title)}, true)
		if up {
			w.raw("</div>")
		}
		w.close("th")
	}
	w.raw("</tr>\n</thead>\n<tbody>\n")
	for i, r := range t.Rows {
		w.raw("<tr>")
		if i == 0 {
			w.open("th", "scope", "rowgroup", "rowspan", strconv.Itoa(len(t.Rows)), "class", "axis")
			w.axis(t.Matrix.RowAxis, second.Matrix.RowAxis)
			w.close("th")
		}
		w.open("th", "scope", "row")
		w.lines(r.Cells[0].Paragraphs, second.Rows[i].Cells[0].Paragraphs, true)
		w.close("th")
		for j, c := range r.Cells[1:] {
			w.matrixCell(c, second.Rows[i].Cells[j+1])
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody>\n")
}

// axis writes the name of an axis with an arrow to where it grows, which is not read
// aloud.
func (w *writer) axis(first, second string) {
	w.open("span")
	w.bothWords(first, second, slash)
	w.element("span", " →", "aria-hidden", "true")
	w.close("span")
}

func (w *writer) matrixCell(c, second doc.Cell) {
	w.open("td", "class", tones[c.Tone])
	line := func(class string, l doc.Line) {
		w.open("p", "class", class)
		w.parts(l)
		w.close("p")
	}
	for _, l := range w.pairs.Lines(matrix.Word(c), matrix.Word(second)) {
		class := "word"
		if l[0].Second {
			class = ""
		}
		line(class, l)
	}
	for _, l := range w.pairs.Lines(matrix.Placed(c), matrix.Placed(second)) {
		if items := matrix.Items(l[0].Inlines); len(l) == 1 && !l[0].Second && items != nil {
			w.items(items)
			continue
		}
		line("placed", l)
	}
	w.close("td")
}

// items writes names, each of which a line break keeps whole.
func (w *writer) items(names []string) {
	w.open("p", "class", "placed")
	for i, s := range names {
		if i > 0 {
			w.text(" ")
		}
		w.element("span", s)
	}
	w.close("p")
}
