package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// table writes a table in a region that scrolls by itself, by keyboard as well,
// where the screen is narrower than the table.
func (w *writer) table(t *doc.Table) {
	anchor := w.id(t.ID)
	second, bilingual := twin.Of(w.pairs, t)
	if len(t.Columns) == 0 {
		w.fail("table without columns")
		return
	}
	if len(t.Caption) > 0 && t.Number == 0 {
		w.fail("table without a number")
		return
	}
	if err := matrix.Check(t); err != nil {
		w.fail("%w", err)
		return
	}
	w.tables++
	caption, name := "~table-"+strconv.Itoa(w.tables), ""
	if len(t.Caption) == 0 {
		caption, name = "", w.word.table
	}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			w.fail("row %d has %d cells under %d columns", i+1, len(r.Cells), len(t.Columns))
			return
		}
	}
	class := map[doc.TableKind]string{doc.Register: "register", doc.Facts: "facts", doc.MatrixTable: "matrix"}[t.Kind]
	if dense(t) {
		class += " dense"
	}
	w.open("div", "class", "scroll", "id", anchor, "role", "region", "aria-labelledby", caption, "aria-label", name, "tabindex", "0")
	w.open("table", "class", class, "style", tableWidth(t))
	w.raw("\n")
	if len(t.Caption) > 0 {
		w.open("caption")
		w.open("span", "id", caption)
		number := doc.Ref{Prefix: w.d.Labels.Table, Number: strconv.Itoa(t.Number)}
		w.element("b", number.Text())
		w.raw(" ")
		w.inlines(t.Caption)
		if bilingual {
			w.secondCaption(t, second)
		}
		w.raw("</span></caption>\n")
	}
	if t.Kind == doc.MatrixTable {
		w.matrix(t, second)
		w.raw("</table></div>\n")
		return
	}
	w.columns(t.Columns)
	if t.Kind == doc.Register {
		w.raw("<thead>\n<tr>")
		for i, c := range t.Columns {
			w.open("th", "scope", "col", "class", align(c.Alignment()))
			w.lines([][]doc.Inline{doc.T(c.Title)}, [][]doc.Inline{doc.T(second.Columns[i].Title)}, true)
			w.close("th")
		}
		w.raw("</tr>\n</thead>\n")
	}
	w.raw("<tbody>\n")
	for i, r := range t.Rows {
		w.row(t, r, second.Rows[i])
	}
	w.raw("</tbody>\n</table></div>\n")
}

// tableWidth is the width below which a table scrolls instead of shrinking, and for
// a matrix the one above which its cells would be bars. Facts have short labels and
// text that wraps.
func tableWidth(t *doc.Table) string {
	switch t.Kind {
	case doc.Facts:
		return ""
	case doc.MatrixTable:
		n := len(t.Columns) - 1
		return "min-width:" + strconv.Itoa(9+4*n) + "rem;max-width:" + strconv.Itoa(8+12*n) + "rem"
	}
	return "min-width:" + strconv.Itoa(7*len(t.Columns)) + "rem"
}

func (w *writer) columns(cs []doc.Column) {
	total := 0
	for _, c := range cs {
		total += max(c.Weight, 1)
	}
	w.raw("<colgroup>")
	for _, c := range cs {
		share := float64(max(c.Weight, 1)) * 100 / float64(total)
		w.void("col", "style", "width:"+strconv.FormatFloat(share, 'f', 1, 64)+"%")
	}
	w.raw("</colgroup>\n")
}

// row writes a row; second is the same in the second language.
func (w *writer) row(t *doc.Table, r, second doc.Row) {
	w.raw("<tr>")
	for i, c := range r.Cells {
		tag, scope := "td", ""
		if t.Kind == doc.Facts && i == 0 {
			tag, scope = "th", "row"
		}
		w.open(tag, "scope", scope, "class", classes(align(t.Columns[i].Alignment()), tones[c.Tone]))
		w.lines(c.Paragraphs, second.Cells[i].Paragraphs, true)
		w.close(tag)
	}
	w.raw("</tr>\n")
}

// tones are the classes of cells with a fill.
var tones = [...]string{doc.NoTone: "", doc.ToneLow: "low", doc.ToneMedium: "medium", doc.ToneHigh: "high", doc.ToneVeryHigh: "very-high"}

// classes joins the names of classes, of which some may be empty.
func classes(names ...string) string {
	return strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), " ")
}

// align is the class of a cell; the empty class is set left.
func align(a doc.Align) string {
	switch a {
	case doc.Right:
		return "right"
	case doc.Center:
		return "center"
	}
	return ""
}

// secondCaption writes the caption in the second language on a line of its own.
func (w *writer) secondCaption(t, second *doc.Table) {
	label := w.d.Beside.Labels.Table
	if doc.SameText(t.Caption, second.Caption) && label == w.d.Labels.Table {
		return
	}
	w.text(newLine)
	number := doc.Ref{Prefix: label, Number: strconv.Itoa(t.Number)}
	w.secondary(append(doc.T(number.Text()+" "), second.Caption...))
}
