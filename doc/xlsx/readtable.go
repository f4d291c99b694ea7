package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// foundTable is where the marks of a register stand now; columns and rows count from 0.
type foundTable struct {
	grid      *grid
	ids       int            // column of the ids
	keys      int            // row of the keys
	head, end int            // rows; -1 when there is no such mark
	columns   map[string]int // by key
}

// marks looks for the marks in a sheet.
func (rd *reader) marks(g *grid) {
	if strings.HasPrefix(g.name, "_") && (strings.EqualFold(g.name, identityName) || strings.EqualFold(g.name, listsName) || strings.EqualFold(g.name, liveName)) {
		return
	}
	for row, cells := range g.cells {
		for col, v := range cells {
			if !strings.HasPrefix(v, "samsvar:") {
				continue
			}
			if id, ok := strings.CutPrefix(v, keysMark); ok {
				rd.keysFound(g, id, col, row)
			} else if id, ok := strings.CutPrefix(v, headMark); ok {
				if t := rd.found[id]; t != nil && t.grid == g && t.ids == col && t.head < 0 {
					t.head = row
				}
			} else if id, ok := strings.CutPrefix(v, endMark); ok {
				if t := rd.found[id]; t != nil && t.grid == g && t.ids == col && t.end < 0 {
					t.end = row
				}
			}
		}
	}
}

// keysFound notes a row of keys of a register that was written.
func (rd *reader) keysFound(g *grid, id string, col, row int) {
	var t *writtenTable
	for _, w := range rd.written.tables {
		if w.id == id {
			t = w
		}
	}
	if t == nil {
		return // a text that looks like a mark
	}
	if rd.found[id] != nil {
		rd.problem(RegisterTwice, g.name, spot{col, row + 1}.ref(), id, "")
		return
	}
	f := &foundTable{grid: g, ids: col, keys: row, head: -1, end: -1, columns: map[string]int{}}
	for _, c := range t.columns {
		for i, v := range g.cells[row] {
			if v != c.key || i == col {
				continue
			}
			if _, twice := f.columns[c.key]; twice {
				rd.problem(ColumnTwice, g.name, colName(i), c.key, "")
				continue
			}
			f.columns[c.key] = i
		}
	}
	rd.found[id] = f
}

// table reads one register.
func (rd *reader) table(w *writtenTable) error {
	f := rd.found[w.id]
	if f == nil {
		rd.problem(RegisterMissing, rd.written.names[w.sheet], "", w.id, "")
		return nil
	}
	s := SheetData{Key: w.sheet, Table: w.id, Name: f.grid.name}
	for _, c := range w.columns {
		col := ReadColumn{Key: c.key, Input: c.usage == usedInput, List: c.list}
		if at, ok := f.columns[c.key]; ok {
			col.Letter = colName(at)
			if f.head >= 0 {
				col.Header = f.grid.at(at, f.head)
			}
		} else {
			rd.problem(ColumnMissing, f.grid.name, "", c.key, "")
		}
		s.Columns = append(s.Columns, col)
	}
	rd.added(f)
	if err := rd.rows(w, f, &s); err != nil {
		return err
	}
	rd.data.Sheets = append(rd.data.Sheets, s)
	return nil
}

// added reports columns with a title and without a key.
func (rd *reader) added(f *foundTable) {
	if f.head < 0 || f.head >= len(f.grid.cells) {
		return
	}
	known := map[int]bool{f.ids: true}
	for _, at := range f.columns {
		known[at] = true
	}
	for col, text := range f.grid.cells[f.head] {
		if !known[col] && strings.TrimSpace(text) != "" && f.grid.at(col, f.keys) == "" {
			rd.problem(ColumnAdded, f.grid.name, colName(col), "", text)
		}
	}
}

// rows reads the rows of a register: from below its titles to its end.
func (rd *reader) rows(w *writtenTable, f *foundTable, s *SheetData) error {
	first, last := max(f.keys, f.head)+1, len(f.grid.cells)-1
	if f.end >= first {
		last = f.end - 1
	}
	seen := map[string]bool{}
	for row := first; row <= last; row++ {
		id := f.grid.at(f.ids, row)
		if strings.HasPrefix(id, "samsvar:") {
			break // its own end is gone, and another register begins
		}
		r := ReadRow{ID: id, Number: row + 1, Cells: map[string]ReadCell{}}
		empty := true
		var later []Problem
		for _, c := range w.columns {
			at, ok := f.columns[c.key]
			if !ok {
				continue
			}
			cell, problem, err := rd.cell(w, f, c, id, at, row)
			if err != nil {
				return err
			}
			if problem != "" {
				later = append(later, Problem{problem, f.grid.name, cell.Ref, c.key, cell.Text})
			}
			if problem == ErrorValue {
				cell.Text = ""
			}
			empty = empty && (c.usage == usedComputed || cell.Text == "")
			r.Cells[c.key] = cell
		}
		if id == "" && empty {
			continue
		}
		ref := spot{f.ids, row + 1}.ref()
		switch _, known := w.rows[id]; {
		case id == "":
		case seen[id]:
			rd.problem(RowTwice, f.grid.name, ref, id, "")
		case !known:
			rd.problem(RowUnknown, f.grid.name, ref, id, "")
		}
		seen[id] = true
		rd.data.Problems = append(rd.data.Problems, later...)
		s.Rows = append(s.Rows, r)
	}
	for _, id := range w.order {
		if !seen[id] {
			rd.problem(RowMissing, f.grid.name, "", id, "")
		}
	}
	return rd.merged(f, first+1, last+1)
}

// merged reports cells of the register that are one: more than one row, or more than
// one column that was written. A column that takes several of the sheet was written so.
func (rd *reader) merged(f *foundTable, first, last int) error {
	all, err := rd.f.GetMergeCells(f.grid.name, true)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	for _, m := range all {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || bottom < first || top > last {
			continue
		}
		columns := 0
		for _, at := range f.columns {
			columns += btoi(at+1 >= left && at+1 <= right)
		}
		if columns > 1 || columns == 1 && bottom > top {
			rd.problem(CellsMerged, f.grid.name, m.GetStartAxis()+":"+m.GetEndAxis(), "", "")
		}
	}
	return nil
}
