// Package xlsxtest fills in workbooks that package xlsx has written, as somebody would
// who has one open in a spreadsheet, for tests of reading them back.
package xlsxtest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Desk is a workbook on somebody's screen. Cells are found by the id of their row and
// the key of their column; what fails ends the test.
type Desk struct {
	*excelize.File
	t    testing.TB
	rows map[string][][]string // of sheets, as they were read last
}

// Open opens a workbook.
func Open(t testing.TB, data []byte) *Desk {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return &Desk{x, t, map[string][][]string{}}
}

// Save is the workbook as a file. It is closed.
func (d *Desk) Save() []byte {
	d.t.Helper()
	var b bytes.Buffer
	d.Must(d.Write(&b))
	d.Must(d.Close())
	return b.Bytes()
}

// Must ends the test when there is an error.
func (d *Desk) Must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// Moved is to be called when rows, columns or sheets are not where they were.
func (d *Desk) Moved() { clear(d.rows) }

// Table finds the sheet of a register, and the row of its keys, from 1.
func (d *Desk) Table(id string) (sheet string, keys int) {
	d.t.Helper()
	for _, name := range d.GetSheetList() {
		if strings.HasPrefix(name, "_") {
			continue
		}
		if d.rows[name] == nil {
			rows, err := d.GetRows(name, excelize.Options{RawCellValue: true})
			d.Must(err)
			d.rows[name] = rows
		}
		for i, r := range d.rows[name] {
			if len(r) > 0 && r[0] == "samsvar:keys:table:"+id {
				return name, i + 1
			}
		}
	}
	d.t.Fatalf("there is no register %s", id)
	return "", 0
}

// Keys are those of the columns of a register, in their order.
func (d *Desk) Keys(table string) (out []string) {
	d.t.Helper()
	sheet, keys := d.Table(table)
	for _, key := range d.rows[sheet][keys-1][1:] {
		if key != "" {
			out = append(out, key)
		}
	}
	return out
}

// Column is the letter of a column.
func (d *Desk) Column(table, key string) string {
	d.t.Helper()
	sheet, keys := d.Table(table)
	n := slices.Index(d.rows[sheet][keys-1], key)
	if n < 0 {
		d.t.Fatalf("%s has no column %s", table, key)
	}
	name, err := excelize.ColumnNumberToName(n + 1)
	d.Must(err)
	return name
}

// Row is the number of a row by its id; "+1" is the first of the spare ones.
func (d *Desk) Row(table, id string) int {
	d.t.Helper()
	sheet, keys := d.Table(table)
	last := 0
	for i, r := range d.rows[sheet] {
		switch {
		case i < keys || len(r) == 0 || r[0] == "" || strings.HasPrefix(r[0], "samsvar:end:"):
			continue
		case r[0] == id:
			return i + 1
		}
		last = i + 1 // the mark of the titles, or a row with an id
	}
	var spare int
	if _, err := fmt.Sscanf(id, "+%d", &spare); err != nil || last == 0 {
		d.t.Fatalf("%s has no row %s", table, id)
	}
	return last + spare
}

// Ref is the name of a cell.
func (d *Desk) Ref(table, id, key string) string {
	d.t.Helper()
	return d.Column(table, key) + fmt.Sprint(d.Row(table, id))
}

// Set fills in a cell: nil empties it.
func (d *Desk) Set(table, id, key string, value any) {
	d.t.Helper()
	sheet, _ := d.Table(table)
	d.Must(d.SetCellValue(sheet, d.Ref(table, id, key), value))
}

// Swap lets two rows change places, as sorting does: all but what is computed.
func (d *Desk) Swap(table, a, b string) {
	d.t.Helper()
	sheet, keys := d.Table(table)
	x, y := d.Row(table, a), d.Row(table, b)
	for n := range d.rows[sheet][keys-1] {
		letter, err := excelize.ColumnNumberToName(n + 1)
		d.Must(err)
		p, q := letter+fmt.Sprint(x), letter+fmt.Sprint(y)
		if f, err := d.GetCellFormula(sheet, p); err != nil || f != "" {
			d.Must(err)
			continue
		}
		v, w := d.Raw(sheet, p), d.Raw(sheet, q)
		d.Must(d.SetCellValue(sheet, p, w))
		d.Must(d.SetCellValue(sheet, q, v))
	}
	d.Moved()
}

// Raw is what a cell holds: nil, a number or text.
func (d *Desk) Raw(sheet, ref string) any {
	d.t.Helper()
	kind, err := d.GetCellType(sheet, ref)
	d.Must(err)
	s, err := d.GetCellValue(sheet, ref, excelize.Options{RawCellValue: true})
	d.Must(err)
	var n float64
	if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
		if _, err := fmt.Sscan(s, &n); err == nil {
			return n
		}
	}
	if s == "" {
		return nil
	}
	return s
}
