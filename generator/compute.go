package generator

import (
	"math"
	"strconv"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
)

// compute fills the cells of columns with a formula, from the left. What is open in
// a cell counts as empty.
func (a *assembly) compute(t *doc.Table) error {
	numbers(t)
	env := &cells{table: t, column: map[string]int{}, lists: a.lists, grids: a.grids}
	some := false
	for i, c := range t.Columns {
		env.column[c.Key] = i
		env.keys = append(env.keys, c.Key)
		some = some || c.Entry.Formula != nil
	}
	if !some {
		return nil
	}
	for i := range t.Rows {
		env.row = &t.Rows[i]
		for n, c := range t.Columns {
			if c.Entry.Formula == nil {
				continue
			}
			v, err := c.Entry.Formula.Eval(env)
			if err != nil {
				return err
			}
			cell := doc.Cell{}
			if text := v.String(); text != "" {
				cell = textCell(text)
			}
			if number, ok := v.Float(); ok && c.Entry.Type == doc.NumberEntry {
				cell.Value = &doc.Scalar{Number: number}
			}
			t.Rows[i].Cells[n] = cell
		}
	}
	return nil
}

// numbers makes numbers of what texts say in columns of numbers, as a workbook has them.
func numbers(t *doc.Table) {
	for n, c := range t.Columns {
		if c.Entry.Type != doc.NumberEntry || c.Entry.Formula != nil {
			continue
		}
		for i := range t.Rows {
			cell := &t.Rows[i].Cells[n]
			text := doc.PlainCell(*cell)
			f, err := strconv.ParseFloat(text, 64)
			if cell.Value == nil && err == nil && !math.IsNaN(f) && !math.IsInf(f, 0) && doc.PlainNumber(f) == text {
				cell.Value = &doc.Scalar{Number: f}
			}
		}
	}
}

// cells is a row of a table as formulas see it.
type cells struct {
	table  *doc.Table
	row    *doc.Row
	column map[string]int
	keys   []string
	lists  []doc.List
	grids  []doc.Grid
}

func (e *cells) Keys() []string { return e.keys }

func (e *cells) Cell(key string) (formula.Value, bool) {
	i, ok := e.column[key]
	if !ok {
		return formula.Text(""), false
	}
	c := e.row.Cells[i]
	if c.Value != nil && c.Value.Date == "" {
		return formula.Number(c.Value.Number), true
	}
	return formula.Text(doc.PlainCell(c)), true
}

func (e *cells) Rank(key, text string) int {
	i, ok := e.column[key]
	if !ok {
		return 0
	}
	for _, l := range e.lists {
		if l.ID != e.table.Columns[i].Entry.List {
			continue
		}
		labels := make([]string, len(l.Items))
		for n, item := range l.Items {
			labels[n] = item.Label
		}
		return formula.Position(labels, text)
	}
	return 0
}

func (e *cells) Lookup(grid string, row, column int) (string, bool) {
	for _, g := range e.grids {
		if g.ID == grid && row >= 1 && row <= len(g.Rows) && column >= 1 && column <= len(g.Rows[row-1]) {
			return g.Rows[row-1][column-1], true
		}
	}
	return "", false
}
