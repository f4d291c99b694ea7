package formula_test

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/doc/formula"
)

// row is a row of a register, as formulas are evaluated and written for it. Its cells
// stand in row 2 from column A on; the lists and grids are those of the tests.
type row struct {
	keys  []string
	cells map[string]formula.Value
}

var (
	likelihoods  = []string{"Usannsynlig", "Lite sannsynlig", "Mulig", "Sannsynlig", "Svært sannsynlig"}
	consequences = []string{"1 Ubetydelig", "2 Alvorlig", "Vet ikke?", "5*", "a~b", "7"}
	levels       = [][]string{{"Lav", "Lav", "Middels"}, {"Lav", "Middels", "Høy"}, {"Middels", "Høy", ""}}
)

// listOf is the list of a column, and its place in the workbook of the tests.
func listOf(key string) (list []string, place string) {
	switch key {
	case "likelihood":
		return likelihoods, "Lists!$A$1:$A$5"
	case "consequence.a", "consequence.b", "consequence.c":
		return consequences, "Lists!$B$1:$B$6"
	}
	return nil, ""
}

func (r row) Cell(key string) (formula.Value, bool) {
	return r.cells[key], slices.Contains(r.keys, key)
}

func (r row) Keys() []string { return r.keys }

func (r row) Rank(key, text string) int {
	list, _ := listOf(key)
	return formula.Position(list, text)
}

func (r row) Lookup(grid string, row, column int) (string, bool) {
	if grid != "levels" || row > len(levels) || column > len(levels[0]) {
		return "", false
	}
	return levels[row-1][column-1], true
}

// sheet writes formulas for a row of a worksheet.
type sheet struct {
	row
	number int
}

func (s sheet) Cell(key string) (string, bool) {
	i := slices.Index(s.keys, key)
	return fmt.Sprintf("$%c%d", 'A'+i, s.number), i >= 0
}

func (s sheet) List(key string) (string, bool) {
	_, place := listOf(key)
	return place, place != ""
}

func (s sheet) Grid(id string) (string, bool) { return "Lists!$D$1:$F$3", id == "levels" }

// keys are the columns of the tests: a choice, a text, two numbers, the result of a
// formula, and choices with a common beginning.
var keys = []string{"likelihood", "name", "x", "y", "highest", "consequence.a", "consequence.b", "consequence.c"}

var (
	_ formula.Env    = row{}
	_ formula.Writer = sheet{}
)
