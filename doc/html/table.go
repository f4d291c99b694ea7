package html

import (
	"strconv"

	"github.com/samsvar/samsvar/doc"
)

// table writes a table in a region that scrolls by itself, by keyboard as well,
// where the screen is narrower than the table.
func (w *writer) table(t *doc.Table) {
	anchor := w.id(t.ID)
	if len(t.Columns) == 0 {
		w.fail("table without columns")
		return
	}
	if len(t.Caption) > 0 && t.Number == 0 {
		w.fail("table without a number")
		return
	}
	w.tables++
	caption, name := "~table-"+strconv.Itoa(w.tables), ""
	if len(t.Caption) == 0 {
		caption, name = "", w.word.table
	}
	var class string
	switch t.Kind {
	case doc.Register:
		class = "register"
	case doc.Facts:
		class = "facts"
	default:
		w.fail("unknown kind of table %d", t.Kind)
		return
	}
	w.open("div", "class", "scroll", "id", anchor, "role", "region", "aria-labelledby", caption, "aria-label", name, "tabindex", "0")
	w.open("table", "class", class, "style", minWidth(t))
	w.raw("\n")
	if len(t.Caption) > 0 {
		w.open("caption")
		w.open("span", "id", caption)
		number := doc.Ref{Prefix: w.d.Labels.Table, Number: strconv.Itoa(t.Number)}
		w.element("b", number.Text())
		w.raw(" ")
		w.inlines(t.Caption)
		w.raw("</span></caption>\n")
	}
	w.columns(t.Columns)
	if t.Kind == doc.Register {
		w.raw("<thead>\n<tr>")
		for _, c := range t.Columns {
			w.element("th", c.Title, "scope", "col", "class", align(c.Align))
		}
		w.raw("</tr>\n</thead>\n")
	}
	w.raw("<tbody>\n")
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			w.fail("row %d has %d cells under %d columns", i+1, len(r.Cells), len(t.Columns))
			return
		}
		w.row(t, r)
	}
	w.raw("</tbody>\n</table></div>\n")
}

// minWidth is the width below which a table scrolls instead of shrinking. Facts
// have short labels and text that wraps.
func minWidth(t *doc.Table) string {
	if t.Kind == doc.Facts {
		return ""
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

func (w *writer) row(t *doc.Table, r doc.Row) {
	w.raw("<tr>")
	for i, c := range r.Cells {
		tag, scope := "td", ""
		if t.Kind == doc.Facts && i == 0 {
			tag, scope = "th", "row"
		}
		w.open(tag, "scope", scope, "class", align(t.Columns[i].Align))
		if len(c.Paragraphs) == 1 {
			w.inlines(c.Paragraphs[0])
		} else {
			for _, p := range c.Paragraphs {
				w.run("p", "", p)
			}
		}
		w.close(tag)
	}
	w.raw("</tr>\n")
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
