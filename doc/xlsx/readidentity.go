package xlsx

import (
	"fmt"
	"strconv"
)

// identity is what the hidden sheet says was written.
type identity struct {
	names  map[string]string // of sheets, by key
	tables []*writtenTable
}

type writtenTable struct {
	sheet, id string
	columns   []writtenColumn
	order     []string          // ids of rows
	rows      map[string]string // id → fingerprints
}

type writtenColumn struct {
	key, kind, usage, list string
	place                  int // among the input columns
}

// fingerprintLength is that of one cell.
const fingerprintLength = 8

// identify reads what was written, and takes the hidden sheet away.
func (rd *reader) identify() error {
	g := rd.named(identityName)
	if g == nil || g.at(0, 0) != "samsvar" {
		return ErrForeign
	}
	version, err := strconv.Atoi(g.at(1, 0))
	if err != nil {
		return ErrForeign
	}
	if version > format {
		return fmt.Errorf("%w: format %d, this one reads %d", ErrFormat, version, format)
	}
	d := rd.data
	d.Document, d.CaseID, d.Language, d.Version, d.Date = g.at(2, 0), g.at(3, 0), g.at(4, 0), g.at(5, 0), g.at(6, 0)
	w := &identity{names: map[string]string{}}
	rd.written = w
	byID := map[string]*writtenTable{}
	for i := range g.cells {
		id := g.at(1, i)
		switch t := byID[id]; g.at(0, i) {
		case "sheet":
			w.names[id] = g.at(2, i)
		case "table":
			if id = g.at(2, i); byID[id] == nil {
				byID[id] = &writtenTable{sheet: g.at(1, i), id: id, rows: map[string]string{}}
				w.tables = append(w.tables, byID[id])
			}
		case "column":
			if t != nil {
				t.column(g.at(2, i), g.at(3, i), g.at(4, i), g.at(5, i))
			}
		case "row":
			if row := g.at(2, i); t != nil {
				if _, ok := t.rows[row]; !ok {
					t.order = append(t.order, row)
				}
				t.rows[row] = g.at(3, i)
			}
		}
	}
	return nil
}

func (t *writtenTable) column(key, kind, usage, list string) {
	place := 0
	for _, c := range t.columns {
		if c.key == key {
			return
		}
		place += btoi(c.usage == usedInput)
	}
	t.columns = append(t.columns, writtenColumn{key, kind, usage, list, place})
}

// fingerprint is that of a cell as it was written, "" when the row was not.
func (t *writtenTable) fingerprint(row string, c writtenColumn) string {
	all, from := t.rows[row], c.place*fingerprintLength
	if from+fingerprintLength > len(all) {
		return ""
	}
	return all[from : from+fingerprintLength]
}

// readLists reads what choices choose from: each label has its value to the left.
func (rd *reader) readLists() {
	g := rd.named(listsName)
	if g == nil {
		return
	}
	for _, t := range rd.written.tables {
		for _, c := range t.columns {
			if c.list == "" || rd.lists[c.list] != nil {
				continue
			}
			for col := 1; len(g.cells) > 0 && col < len(g.cells[0]); col++ {
				if g.at(col, 0) != c.list || g.at(col-1, 0) != c.list+" value" {
					continue
				}
				values := map[string]string{}
				for row := 1; g.at(col, row) != ""; row++ {
					values[comparable(g.at(col, row))] = g.at(col-1, row)
				}
				rd.lists[c.list] = values
			}
		}
	}
}
