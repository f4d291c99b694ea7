package formula_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
)

// everything is a sheet and a row with all columns, lists and grids that a formula asks
// for. The columns of a key with .* are two.
type everything struct{ *formula.Formula }

func (e everything) Keys() (keys []string) {
	for _, k := range e.Formula.Keys() {
		if prefix, several := strings.CutSuffix(k, "*"); several {
			keys = append(keys, prefix+"1", prefix+"2")
		}
	}
	return keys
}

func (e everything) List(key string) (string, bool) { return "Lists!$A$1:$A$9", true }
func (e everything) Grid(id string) (string, bool)  { return "Lists!$B$1:$F$9", true }

type (
	everySheet struct{ everything }
	everyRow   struct{ everything }
)

func (e everySheet) Cell(key string) (string, bool) { return "$A1", true }

func (e everyRow) Cell(key string) (formula.Value, bool) {
	return []formula.Value{{}, formula.Number(float64(len(key))), formula.Text(key)}[len(key)%3], true
}
func (e everyRow) Rank(key, text string) int { return len(text) % 4 }
func (e everyRow) Lookup(grid string, row, column int) (string, bool) {
	return grid, row+column < 10
}

// FuzzParse: parsing never panics; an error has a place in the formula; what parses is
// parsed the same again, is evaluated and, but for its size, written.
func FuzzParse(f *testing.F) {
	for _, s := range sources() {
		f.Add(s)
	}
	for _, s := range generated()[:40] {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		p, err := formula.Parse(source)
		var wrong *formula.Error
		if err != nil {
			if p != nil || !errors.As(err, &wrong) || wrong.Pos < 0 || wrong.Pos > len(source) || wrong.Message == "" {
				t.Fatalf("%v, %#v", p, err)
			}
			return
		}
		again, err := formula.Parse(p.Source)
		if err != nil || !reflect.DeepEqual(p, again) {
			t.Fatalf("again: %v", err)
		}
		v, err := p.Eval(everyRow{everything{p}})
		if err != nil || v.Kind() == formula.BoolKind {
			t.Fatalf("%v, %v", v, err)
		}
		s, err := p.Excel(everySheet{everything{p}})
		if err != nil && (!errors.As(err, &wrong) || !strings.HasPrefix(wrong.Message, "in a cell, ")) {
			t.Fatal(err)
		}
		if (s == "") != (err != nil) || len(s) > 4*8192 {
			t.Fatalf("%d bytes, %v", len(s), err)
		}
	})
}
