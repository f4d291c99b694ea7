package markdown

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/matrix"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// table writes a pipe table, with its caption before it. The first column of a
// Facts table is bold, and its header row, which pipe tables must have, is empty.
// Fills are left out: the words say the same.
func (w *writer) table(t *doc.Table) {
	caption := w.anchor(t.ID, false)
	switch {
	case len(t.Columns) == 0:
		w.fail("table without columns")
	case len(t.Caption) > 0 && t.Number == 0:
		w.fail("table without a number")
	}
	if err := matrix.Check(t); err != nil {
		w.fail("%w", err)
	}
	if w.err != nil {
		return
	}
	if len(t.Caption) > 0 {
		number := doc.Ref{Prefix: w.d.Labels.Table, Number: strconv.Itoa(t.Number)}
		caption += styled(number.Text(), true, false) + " " + w.lineOf(t.Caption) + w.secondCaption(t)
	}
	w.block("", caption)

	second, _ := twin.Of(w.pairs, t)
	var header, rule []string
	for i, c := range t.Columns {
		title := ""
		switch {
		case t.Kind == doc.MatrixTable && i == 0:
			title = w.axes(t.Matrix, second.Matrix)
		case t.Kind != doc.Facts:
			title = w.bothWords(c.Title, second.Columns[i].Title)
		}
		header = append(header, title)
		rule = append(rule, map[doc.Align]string{doc.Left: "---", doc.Right: "--:", doc.Center: ":-:"}[c.Alignment()])
	}
	rows := []string{cells(header), cells(rule)}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			w.fail("row %d has %d cells under %d columns", i+1, len(r.Cells), len(t.Columns))
			return
		}
		var row []string
		for j, c := range r.Cells {
			c2 := second.Rows[i].Cells[j]
			switch {
			case t.Kind == doc.MatrixTable && j > 0:
				row = append(row, w.matrixCell(c, c2))
			default:
				row = append(row, w.cell(c, c2, t.Kind != doc.Register && j == 0))
			}
		}
		rows = append(rows, cells(row))
	}
	w.block("", strings.Join(rows, "\n"))
}

func cells(s []string) string {
	return "| " + strings.Join(s, " | ") + " |"
}

func (w *writer) cell(c, second doc.Cell, bold bool) string {
	return strings.Join(w.cellLines(c.Paragraphs, second.Paragraphs, bold), hard)
}

// matrixCell sets the word of a cell in bold and what is placed there beneath it.
func (w *writer) matrixCell(c, second doc.Cell) string {
	return strings.Join(append(w.cellLines(matrix.Word(c), matrix.Word(second), true),
		w.cellLines(matrix.Placed(c), matrix.Placed(second), false)...), hard)
}

// axes are the names of the axes of a matrix with arrows to where they grow, for the
// corner of the table.
func (w *writer) axes(m, second *doc.Matrix) string {
	return w.bothWords(m.RowAxis, second.RowAxis) + " ↑" + hard + w.bothWords(m.ColumnAxis, second.ColumnAxis) + " →"
}

func (w *writer) cellLines(ps, second [][]doc.Inline, bold bool) []string {
	return w.linesOf(ps, second, func(p []doc.Inline) string {
		pieces := w.runs(p, newEscaper(midLine, hard))
		for i := range pieces {
			pieces[i].bold = pieces[i].bold || bold
		}
		return end(join(pieces))
	})
}

// fields writes labels with their values as a table without a header.
func (w *writer) fields(rows [][2]string) {
	out := []string{cells([]string{"", ""}), cells([]string{"---", "---"})}
	for _, r := range rows {
		out = append(out, cells([]string{r[0], r[1]}))
	}
	w.block("", strings.Join(out, "\n"))
}
