//go:build office

package formula_test

import (
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
	"github.com/xuri/excelize/v2"
)

// entry is a formula in a row of its own, with the cells that it is over.
type entry struct {
	*formula.Formula
	row
}

// entries are all generated formulas over random rows, and those of the table of Eval
// over theirs.
func entries(t *testing.T) (all []entry) {
	g := newGenerator()
	for _, source := range generated() {
		f := parse(t, source)
		for range 20 {
			all = append(all, entry{f, row{keys, g.cells()}})
		}
	}
	for _, c := range evaluations {
		all = append(all, entry{parse(t, c.source), row{keys, c.cells}})
	}
	return all
}

// The formula stands after the cells, and then a plain reference to the cell of x.
var (
	formulaColumn   = len(keys) + 1
	referenceColumn = len(keys) + 2
)

// TestRecalculate: LibreOffice computes what Eval does, from a file without computed
// values. Excel is not here to be asked; the functions are few and old, and where the
// two are known to differ (texts of digits, empty cells) the formulas ask first.
func TestRecalculate(t *testing.T) {
	all := entries(t)
	file := filepath.Join(t.TempDir(), "formulas.xlsx")
	write(t, file, all)
	computed := recalculate(t, file)
	numbers, texts, blanks, seen := 0, 0, 0, false
	for i, e := range all {
		want, err := e.Eval(e.row)
		if err != nil {
			t.Fatal(err)
		}
		got := read(t, computed, formulaColumn, i+1)
		switch {
		case got.Kind() == formula.NumberKind:
			numbers++
		case got.Blank():
			blanks++
		default:
			texts++
		}
		if !same(got, want) {
			s, _ := e.Excel(sheet{e.row, i + 1})
			t.Errorf("%s with %v: LibreOffice has %q, Eval %q\n\t%s", e.Source, e.cells, got, want, s)
		}
		// What a formula must not be: a reference is 0 for an empty cell.
		seen = seen || !same(read(t, computed, referenceColumn, i+1), e.cells["x"])
	}
	t.Logf("%d formulas: %d numbers, %d texts, %d blanks", len(all), numbers, texts, blanks)
	if min(numbers, texts, blanks) < len(all)/10 {
		t.Error("one kind of result is rare: was it computed?")
	}
	if !seen {
		t.Error("a reference to an empty cell is said to be blank: nothing is compared")
	}
}

// same reports whether LibreOffice and Eval have the same value, but for the last
// digits of a number.
func same(got, want formula.Value) bool {
	a, number := got.Float()
	b, _ := want.Float()
	if got.Kind() != want.Kind() || !number {
		return got == want
	}
	return math.Abs(a-b) <= 1e-12*math.Max(1, math.Abs(b))
}

// write makes the workbook. No cell with a formula has a value.
func write(t *testing.T, file string, all []entry) {
	x := excelize.NewFile()
	defer x.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := x.NewSheet("Lists")
	must(err)
	for column, list := range [][]string{likelihoods, consequences} {
		for i, s := range list {
			must(x.SetCellStr("Lists", at(column+1, i+1), s))
		}
	}
	for i, texts := range levels {
		for j, s := range texts {
			if s != "" {
				must(x.SetCellStr("Lists", at(4+j, i+1), s))
			}
		}
	}
	for i, e := range all {
		for j, key := range keys {
			v := e.cells[key]
			f, number := v.Float()
			switch cell := at(j+1, i+1); {
			case key == "highest": // the result of a formula, also when it is blank
				s := `IF(TRUE,"` + v.String() + `")`
				if number {
					s = v.String() + "+0"
				}
				must(x.SetCellFormula("Sheet1", cell, s))
			case number:
				must(x.SetCellFloat("Sheet1", cell, f, -1, 64))
			case !v.Blank():
				must(x.SetCellStr("Sheet1", cell, v.String()))
			}
		}
		s, err := e.Excel(sheet{e.row, i + 1})
		must(err)
		must(x.SetCellFormula("Sheet1", at(formulaColumn, i+1), s))
		must(x.SetCellFormula("Sheet1", at(referenceColumn, i+1), fmt.Sprintf("$C%d", i+1)))
	}
	for i := range all {
		if v := read(t, x, formulaColumn, i+1); !v.Blank() {
			t.Fatalf("a value is written with the formula: %q", v)
		}
	}
	must(x.SaveAs(file))
}

// at is the name of a cell, rows and columns from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err)
	}
	return name
}

// recalculate lets LibreOffice open a workbook and save it again.
func recalculate(t *testing.T, file string) *excelize.File {
	out := t.TempDir()
	c := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+t.TempDir(), "--convert-to", "xlsx", "--outdir", out, file)
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	x, err := excelize.OpenFile(filepath.Join(out, filepath.Base(file)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// read is the value that stands in a cell.
func read(t *testing.T, x *excelize.File, column, row int) formula.Value {
	t.Helper()
	kind, err := x.GetCellType("Sheet1", at(column, row))
	if err != nil {
		t.Fatal(err)
	}
	s, err := x.GetCellValue("Sheet1", at(column, row), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var f float64
	switch kind {
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		if s == "" {
			return formula.Value{}
		}
		if _, err := fmt.Sscan(s, &f); err != nil {
			t.Fatalf("%s: %q is no number", at(column, row), s)
		}
		return formula.Number(f)
	case excelize.CellTypeFormula, excelize.CellTypeInlineString, excelize.CellTypeSharedString:
		return formula.Text(s)
	}
	return formula.Text(fmt.Sprintf("a cell of the kind %d: %s", kind, s)) // an error, or true or false
}
