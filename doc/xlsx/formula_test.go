package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/xuri/excelize/v2"
)

// formulas lists the cells with a formula, as sheet and reference.
func formulas(t testing.TB, x *excelize.File) [][2]string {
	t.Helper()
	var out [][2]string
	for _, name := range x.GetSheetList() {
		rows, err := x.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			for j := range r {
				ref := spot{j, i + 1}.ref()
				if f, err := x.GetCellFormula(name, ref); err == nil && f != "" {
					out = append(out, [2]string{name, ref})
				}
			}
		}
	}
	return out
}

// TestFormulasGiveWhatStandsThere: what cells show before they are computed is what a
// spreadsheet computes. In the register, in the hidden sheet and in the matrix.
func TestFormulasGiveWhatStandsThere(t *testing.T) {
	x, err := excelize.OpenReader(bytes.NewReader(write(t, doctest.Workbook())))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, at := range formulas(t, x) {
		seen[at[0]]++
		want, _ := x.GetCellValue(at[0], at[1])
		got, err := x.CalcCellValue(at[0], at[1])
		if err != nil || got != want {
			f, _ := x.GetCellFormula(at[0], at[1])
			t.Errorf("%s %s: shows %q, computes %q (%v): %s", at[0], at[1], want, got, err, f)
		}
	}
	for _, name := range []string{"Risiko", "Risikobilde", liveName} {
		if seen[name] < 16 {
			t.Errorf("%d formulas in %s", seen[name], name)
		}
	}
}

// TestMatrixIsLive: the matrix follows the register, spare rows included, and sorting
// does not break it.
func TestMatrixIsLive(t *testing.T) {
	const matrix = "Risikobilde"
	x, err := excelize.OpenReader(bytes.NewReader(write(t, doctest.BigWorkbook(4))))
	if err != nil {
		t.Fatal(err)
	}
	// Of the rows R-1 … R-4, two change places as when they are sorted, and a spare
	// one is filled in.
	swap := func(a, b int) {
		for col := range 12 {
			p, q := spot{col, a}.ref(), spot{col, b}.ref()
			v, _ := x.GetCellValue(reg, p)
			w, _ := x.GetCellValue(reg, q)
			if f, _ := x.GetCellFormula(reg, p); f != "" {
				continue // the same formula in each row
			}
			if err := all(x.SetCellStr(reg, p, w), x.SetCellStr(reg, q, v)); err != nil {
				t.Fatal(err)
			}
		}
	}
	swap(7, 10)
	if err := all(x.SetCellStr(reg, "C11", "Nytt scenario"), x.SetCellStr(reg, "D11", "1 Usannsynlig"), x.SetCellStr(reg, "E11", "2 Mindre alvorlig"), x.SetCellStr(reg, "F11", "")); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, at := range formulas(t, x) {
		if at[0] != matrix {
			continue
		}
		v, err := x.CalcCellValue(matrix, at[1])
		if err != nil {
			t.Fatal(err)
		}
		if word, ids, ok := strings.Cut(v, "\n"); ok {
			got[ids] = word
		}
	}
	want := map[string]string{"R-4": "Middels", "R-2": "Høy", "R-3": "Svært høy", "R-1, #5": "Lav"}
	for ids, word := range want {
		if got[ids] != word {
			t.Errorf("%s: %q, want %q; all: %v", ids, got[ids], word, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
}
