package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
)

// A live matrix follows its register while it is filled in. Functions that join texts
// came after Excel 2007, so that a hidden sheet does it, a row for each row of the
// register, by position, which sorting cannot break:
//
//	label  what is shown of the row; a new one has nothing
//	key    its place in the matrix as a number; 0, or no cell's, when it has none
//	list   its label, or # and its place in the register, and after a comma the list of
//	       the next row below with the same key
//
// A cell of the matrix shows the list of the first row with its key.

const (
	keyFactor = 1000 // the key is row × keyFactor + column
	liveSpare = 50   // rows that may be inserted into the register
)

// live is the hidden sheet. Matrices with the same source share columns.
type live struct {
	links []*liveLink
}

// liveLink is a register whose rows are placed in matrices.
type liveLink struct {
	matrix *doc.Matrix
	table  *doc.Table
	row    int // indexes of the columns that hold row, column and label
	column int
	label  int
	cells  []liveCell
	first  int // column in the hidden sheet
	where  []string
}

type liveCell struct {
	sheet       *sheet
	at          spot
	row, column int
}

// liveOf is the register that a matrix follows, nil when it follows none.
func (b *book) liveOf(t *doc.Table) *liveLink {
	m := t.Matrix
	if m.Source == "" {
		return nil
	}
	for _, l := range b.live.links {
		if *l.matrix == (doc.Matrix{RowAxis: l.matrix.RowAxis, ColumnAxis: l.matrix.ColumnAxis, Source: m.Source, Row: m.Row, Column: m.Column, Label: m.Label}) {
			return l
		}
	}
	l := &liveLink{matrix: m, table: b.register(m.Source), where: append([]string(nil), b.where...)}
	if l.table == nil {
		b.fail("there is no register %q in a sheet", m.Source)
		return nil
	}
	for _, c := range []struct {
		at  *int
		key string
	}{{&l.row, m.Row}, {&l.column, m.Column}, {&l.label, m.Label}} {
		if *c.at = columnIndex(l.table, c.key); *c.at < 0 {
			b.fail("the register %q has no column %q", m.Source, c.key)
			return nil
		}
	}
	b.live.links = append(b.live.links, l)
	return l
}

// register finds a register among the sheets, which may come later.
func (b *book) register(id string) *doc.Table {
	var found *doc.Table
	_ = doc.Walk(b.d.Blocks, func(bl doc.Block) error {
		if t, ok := bl.(*doc.Table); ok && t != nil && t.ID == id && t.Kind == doc.Register {
			found = t
		}
		return nil
	})
	return found
}

// show is what a cell of the matrix shows before it is computed anew: its word, and
// the labels of the rows that the register has there now.
func (l *liveLink) show(b *book, k cell, row, column int) string {
	word, _, _ := strings.Cut(k.text, "\n")
	var placed []string
	for i := range l.table.Rows {
		r := &l.table.Rows[i]
		if l.position(b, l.row, r) == row && l.position(b, l.column, r) == column {
			placed = append(placed, l.name(i))
		}
	}
	if len(placed) == 0 {
		return word
	}
	text := word + "\n" + strings.Join(placed, ", ")
	b.fits(text)
	return text
}

// name is what is shown of a row.
func (l *liveLink) name(i int) string {
	if s := plain(&l.table.Rows[i].Cells[l.label]); s != "" {
		return s
	}
	return numbered(i)
}

// numbered is what is shown of a row without a label.
func numbered(i int) string { return "#" + strconv.Itoa(i+1) }

// position is the place that a row says it has, 0 for none.
func (l *liveLink) position(b *book, column int, r *doc.Row) int {
	env := &rowEnv{b: b, p: &placed{table: l.table}, row: r}
	c := l.table.Columns[column]
	v, _ := env.Cell(c.Key)
	if c.Entry.List != "" {
		return formula.Position(b.lists.labels(c.Entry.List), v.String())
	}
	n, ok := v.Float()
	if !ok || n != float64(int(n)) {
		return 0
	}
	return int(n)
}

func (l *liveLink) place(s *sheet, at spot, row, column int) {
	l.cells = append(l.cells, liveCell{s, at, row, column})
}

// connect writes what points to places in other sheets, when all have theirs.
func (b *book) connect() {
	col := 0
	for _, l := range b.live.links {
		b.where = l.where
		p := b.tables[l.table.ID]
		if p == nil {
			b.fail("the register %q stands in no sheet", l.table.ID)
			return
		}
		if p.last < p.first {
			continue // nothing can be filled in
		}
		l.first = col
		b.connectOne(l, p)
		col += 3
	}
	b.where = nil
	b.identity()
}

func (b *book) connectOne(l *liveLink, p *placed) {
	s := b.hidden(liveName)
	n := p.last - p.first + 1 + liveSpare
	last := n + 1
	label, key, list := l.first, l.first+1, l.first+2
	for i, name := range []string{"label", "key", "list"} {
		s.put(1, l.first+i, l.table.ID+" "+name)
	}
	nth := func(i, at int) string {
		return fmt.Sprintf("INDEX(%s,%d)", p.column(i).abs(p.sheet.name), at)
	}
	number := func(i, at int) string {
		cell := nth(i, at)
		if list := l.table.Columns[i].Entry.List; list != "" {
			return b.rank(cell, list)
		}
		return cell
	}
	labels, keys, lists := make([]string, n+1), make([]float64, n+1), make([]string, n+1)
	for i := min(n, len(l.table.Rows)) - 1; i >= 0; i-- {
		r := &l.table.Rows[i]
		labels[i] = plain(&r.Cells[l.label])
		keys[i] = float64(l.position(b, l.row, r)*keyFactor + l.position(b, l.column, r))
		if keys[i] == 0 {
			continue
		}
		lists[i] = l.name(i)
		if j := slices.Index(keys[i+1:], keys[i]); j >= 0 {
			lists[i] += ", " + lists[i+1+j]
		}
	}
	for i := range n {
		at := i + 2
		below := func(col int) string {
			return "$" + colName(col) + strconv.Itoa(at+1) + ":$" + colName(col) + "$" + strconv.Itoa(last+1)
		}
		cellAt := func(col int) string { return "$" + colName(col) + strconv.Itoa(at) }
		s.compute(at, label, fmt.Sprintf(`IFERROR(%s&"","")`, nth(l.label, i+1)), labels[i], nil)
		s.compute(at, key, fmt.Sprintf("IFERROR(N(%s)*%d+N(%s),0)", number(l.row, i+1), keyFactor, number(l.column, i+1)), "", &keys[i])
		s.compute(at, list, fmt.Sprintf(`IF(%s>0,IF(%s="",%s,%s)&IFERROR(", "&INDEX(%s,MATCH(%s,%s,0)),""),"")`, cellAt(key), cellAt(label), quoteText(numbered(i)), cellAt(label),
			below(list), cellAt(key), below(key)), lists[i], nil)
	}
	for _, c := range l.cells {
		k := &c.sheet.rows[c.at.row-1].cells[c.at.col]
		word, _, _ := strings.Cut(k.text, "\n")
		k.formula = fmt.Sprintf(`%s&IFERROR(CHAR(10)&INDEX(%s,MATCH(%d,%s,0)),"")`, quoteText(word),
			area{spot{list, 2}, spot{list, last}}.abs(liveName), c.row*keyFactor+c.column, area{spot{key, 2}, spot{key, last}}.abs(liveName))
		k.look.quote = false
	}
}

// rank is the formula for the position of a text in a list, in the words of package
// formula: a blank when it is not there.
func (b *book) rank(cell, list string) string {
	f, err := formula.Parse("rank(x)")
	if err == nil {
		var s string
		if s, err = f.Excel(oneCell{cell, b.lists.ranges[list].abs(listsName)}); err == nil {
			return s
		}
	}
	b.fail("place in the list %s: %v", list, err)
	return ""
}

// oneCell is a row of one column, x.
type oneCell struct{ cell, list string }

func (c oneCell) Cell(string) (string, bool) { return c.cell, true }
func (c oneCell) Keys() []string             { return []string{"x"} }
func (c oneCell) List(string) (string, bool) { return c.list, true }
func (c oneCell) Grid(string) (string, bool) { return "", false }

// compute writes a formula into a hidden sheet, with what it gives.
func (s *sheet) compute(at, col int, f, text string, number *float64) {
	s.put(at, col, text)
	k := &s.rows[at-1].cells[col]
	k.formula, k.number, k.look.quote = f, number, false
}

// hidden is the hidden sheet with a name, made when it is first asked for.
func (b *book) hidden(name string) *sheet {
	for _, s := range b.sheets {
		if s.name == name {
			return s
		}
	}
	s := &sheet{name: name}
	b.sheets = append(b.sheets, s)
	return s
}
