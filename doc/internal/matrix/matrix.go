// Package matrix is what each writer needs to know of a table with axes and of the
// fills of cells.
package matrix

import (
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// Check tells what no writer can write: a table of an unknown kind or with an
// unknown fill, a text that is not there, and a matrix that lacks its axes, its
// columns or its rows.
func Check(t *doc.Table) error {
	switch {
	case t.Kind < doc.Register || t.Kind > doc.MatrixTable:
		return fmt.Errorf("unknown kind of table %d", t.Kind)
	case t.Kind != doc.MatrixTable && t.Matrix != nil:
		return fmt.Errorf("axes on a table that is no matrix")
	case t.Kind == doc.MatrixTable && t.Matrix == nil:
		return fmt.Errorf("matrix without axes")
	case t.Kind == doc.MatrixTable && len(t.Columns) < 2:
		return fmt.Errorf("matrix without columns beside the labels")
	case t.Kind == doc.MatrixTable && len(t.Rows) == 0:
		return fmt.Errorf("matrix without rows")
	}
	for i, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Tone < doc.NoTone || c.Tone > doc.ToneVeryHigh {
				return fmt.Errorf("row %d has a cell with the unknown tone %d", i+1, c.Tone)
			}
			for _, p := range c.Paragraphs {
				if missing(p) {
					return fmt.Errorf("row %d has a cell with nothing where an inline should be", i+1)
				}
			}
		}
	}
	return nil
}

// missing tells whether an inline is not there: such a text has no width and no
// words.
func missing(in []doc.Inline) bool {
	return slices.ContainsFunc(in, func(i doc.Inline) bool {
		switch i := i.(type) {
		case nil:
			return true
		case *doc.Text:
			return i == nil
		case *doc.Ref:
			return i == nil
		case *doc.Open:
			return i == nil
		case *doc.Footnote:
			return i == nil
		case *doc.Link:
			return i == nil || missing(i.Inlines)
		}
		return false
	})
}

// Word is the first paragraph of a cell: the word of its level. It is no line where
// the cell is empty.
func Word(c doc.Cell) [][]doc.Inline {
	return c.Paragraphs[:min(len(c.Paragraphs), 1)]
}

// Placed are the other paragraphs of a cell: what is placed there.
func Placed(c doc.Cell) [][]doc.Inline {
	return c.Paragraphs[len(Word(c)):]
}

// between stands between two things in one paragraph.
const between = ", "

// Items are the things in a paragraph such as "R-1, R-2", each with its comma, which
// writers keep from breaking where they can. A paragraph that is more than a text is
// one thing.
func Items(p []doc.Inline) []string {
	if len(p) != 1 {
		return nil
	}
	t, ok := p[0].(*doc.Text)
	if !ok || t == nil || t.Bold || t.Italic || !strings.Contains(t.S, between) {
		return nil
	}
	items := strings.Split(t.S, between)
	for i := range items[:len(items)-1] {
		items[i] += between[:1]
	}
	return items
}

// Summary says in words what the colours show to those who see them: where
// something is placed, one place after the other.
func Summary(t *doc.Table) string {
	var b strings.Builder
	b.WriteString(t.Matrix.RowAxis + " / " + t.Matrix.ColumnAxis + ".")
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if i == 0 || len(c.Paragraphs) < 2 {
				continue
			}
			b.WriteString(" " + line(r.Cells[0].Paragraphs) + " / " + t.Columns[i].Title + ": " + line(Word(c)) + " – " + line(Placed(c)) + ".")
		}
	}
	return b.String()
}

func line(ps [][]doc.Inline) string {
	var out []string
	for _, p := range ps {
		out = append(out, doc.Plain(p))
	}
	return strings.Join(out, between)
}
