package xlsx

import (
	"strconv"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
)

// formula makes a cell a computed one. What it shows until it is computed anew is what
// the document says, and in a spare row what the formula gives for empty cells.
func (b *book) formula(k *cell, p *placed, i int, r *doc.Row) {
	col := p.table.Columns[i]
	row := len(b.at.rows)
	text, err := col.Entry.Formula.Excel(&rowWriter{b, p, row})
	if err != nil {
		b.fail("formula %q: %v", col.Entry.Formula.Source, err)
		return
	}
	k.formula, k.runs, k.look.quote = text, nil, false
	if r != nil && k.text != "" {
		return
	}
	v, err := col.Entry.Formula.Eval(&rowEnv{b: b, p: p, row: r})
	if err != nil {
		b.fail("formula %q: %v", col.Entry.Formula.Source, err)
		return
	}
	k.text = v.String()
	if n, ok := v.Float(); ok {
		k.number = &n
	}
}

func keysOf(t *doc.Table) []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Key
	}
	return out
}

// rowWriter says where the cells of a row stand.
type rowWriter struct {
	b   *book
	p   *placed
	row int
}

func (w *rowWriter) Keys() []string { return keysOf(w.p.table) }

func (w *rowWriter) Cell(key string) (string, bool) {
	i := w.p.index(key)
	if i < 0 {
		return "", false
	}
	return "$" + colName(w.p.cols[i].from) + strconv.Itoa(w.row), true
}

func (w *rowWriter) List(key string) (string, bool) {
	if i := w.p.index(key); i >= 0 {
		if a, ok := w.b.lists.ranges[w.p.table.Columns[i].Entry.List]; ok {
			return a.abs(listsName), true
		}
	}
	return "", false
}

func (w *rowWriter) Grid(id string) (string, bool) {
	a, ok := w.b.lists.grids[id]
	if !ok {
		return "", false
	}
	return a.abs(listsName), true
}

// rowEnv is the values of a row; a nil row is empty.
type rowEnv struct {
	b     *book
	p     *placed
	row   *doc.Row
	depth int
}

// deepest is how many formulas may build on each other.
const deepest = 32

func (e *rowEnv) Keys() []string { return keysOf(e.p.table) }

func (e *rowEnv) Cell(key string) (formula.Value, bool) {
	i := e.p.index(key)
	if i < 0 {
		return formula.Value{}, false
	}
	c := e.p.table.Columns[i]
	if e.row != nil {
		cell := &e.row.Cells[i]
		if cell.Value != nil && cell.Value.Date == "" {
			return formula.Number(cell.Value.Number), true
		}
		if cell.Value != nil {
			n, _ := serial(cell.Value.Date)
			return formula.Number(n), true
		}
		if text := plain(cell); text != "" {
			if n, err := strconv.ParseFloat(text, 64); err == nil && c.Entry.Type == doc.NumberEntry && formatNumber(n) == text {
				return formula.Number(n), true
			}
			return formula.Text(text), true
		}
	}
	if c.Entry.Formula != nil {
		if e.depth == deepest {
			e.b.fail("formulas that build on each other without end")
			return formula.Value{}, true
		}
		v, err := c.Entry.Formula.Eval(&rowEnv{e.b, e.p, e.row, e.depth + 1})
		if err != nil {
			e.b.fail("formula of %s: %v", key, err)
		}
		return v, true
	}
	return formula.Text(""), true
}

func (e *rowEnv) Rank(key, text string) int {
	i := e.p.index(key)
	if i < 0 {
		return 0
	}
	return formula.Position(e.b.lists.labels(e.p.table.Columns[i].Entry.List), text)
}

func (e *rowEnv) Lookup(grid string, row, column int) (string, bool) {
	rows := e.b.lists.texts[grid]
	if row < 1 || row > len(rows) || column < 1 || column > len(rows[row-1]) {
		return "", false
	}
	return rows[row-1][column-1], true
}

// plain is the text of a cell.
func plain(c *doc.Cell) string {
	s := ""
	for i, p := range c.Paragraphs {
		if i > 0 {
			s += "\n"
		}
		s += doc.Plain(p)
	}
	return clean(s)
}
