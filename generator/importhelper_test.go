package generator_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/xuri/excelize/v2"
)

// library is the whole library, in every language.
var library = sync.OnceValues(func() (*generator.Generator, error) {
	return generator.New(generator.Options{Languages: doc.Languages()})
})

// registerText is the case file of the register that the tests fill in.
func registerText(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/register/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// registerCase loads the case, with pairs of texts replaced.
func registerCase(t testing.TB, pairs ...string) (*generator.Generator, *model.Case) {
	t.Helper()
	g, err := library()
	if err != nil {
		t.Fatal(err)
	}
	return g, reload(t, g, []byte(change(t, registerText(t), pairs...)))
}

// reload loads a case that must be valid.
func reload(t testing.TB, g *generator.Generator, text []byte) *model.Case {
	t.Helper()
	c, problems := g.Load("case.yaml", bytes.NewReader(text))
	if c == nil {
		t.Fatal(problems)
	}
	for _, p := range append(problems, c.Validate()...) {
		if p.Severity() == report.Error {
			t.Fatalf("%s: %s", p.Path, p.Message("en"))
		}
	}
	return c
}

// written makes the register in a format.
func written(t testing.TB, g *generator.Generator, c *model.Case, l doc.Language, format string) []byte {
	t.Helper()
	out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"risk-register"}, Languages: []doc.Language{l}, Formats: []string{format}})
	if err != nil || len(out) != 1 {
		t.Fatalf("%d files: %v", len(out), err)
	}
	return out[0].Data
}

// imported reads a file back.
func imported(t testing.TB, g *generator.Generator, c *model.Case, name string, data []byte) *generator.Imported {
	t.Helper()
	f, err := g.ReadFilled(name, bytes.NewReader(data), generator.FilledHint{Language: "nb"})
	if err != nil {
		t.Fatal(err)
	}
	im, err := g.Import(c, f)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// differences are the changes as text, without the cells they come from.
func differences(im *generator.Imported) (out []string) {
	for _, c := range im.Changes {
		s := fmt.Sprintf("%s %s", c.Kind, c.Path)
		if c.Kind == generator.ImportAdd {
			s += " " + c.Row
		}
		out = append(out, fmt.Sprintf("%s: %q → %q", s, c.Old, c.New))
	}
	return out
}

// complaints are the problems: rule and message.
func complaints(problems []report.Problem) (out []string) {
	for _, p := range problems {
		out = append(out, p.Rule+": "+p.Message("en"))
	}
	return out
}

// desk is a workbook on somebody's screen.
type desk struct {
	*excelize.File
	t    testing.TB
	rows map[string][][]string // of sheets, as they were read last
}

// edited changes a workbook as somebody would who has it open.
func edited(t testing.TB, data []byte, f func(d desk)) []byte {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	f(desk{x, t, map[string][][]string{}})
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (d desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// moved is to be called when rows, columns or sheets are not where they were.
func (d desk) moved() { clear(d.rows) }

// table finds the sheet of a register, and the row of its keys, from 1.
func (d desk) table(id string) (sheet string, keys int) {
	d.t.Helper()
	for _, name := range d.GetSheetList() {
		if strings.HasPrefix(name, "_") {
			continue
		}
		if d.rows[name] == nil {
			rows, err := d.GetRows(name, excelize.Options{RawCellValue: true})
			d.must(err)
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

// column is the letter of a column.
func (d desk) column(table, key string) string {
	d.t.Helper()
	sheet, keys := d.table(table)
	n := slices.Index(d.rows[sheet][keys-1], key)
	if n < 0 {
		d.t.Fatalf("%s has no column %s", table, key)
	}
	name, err := excelize.ColumnNumberToName(n + 1)
	d.must(err)
	return name
}

// row is the number of a row by its id; "+1" is the first of the spare ones.
func (d desk) row(table, id string) int {
	d.t.Helper()
	sheet, keys := d.table(table)
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

// ref is the name of a cell.
func (d desk) ref(table, id, key string) string {
	d.t.Helper()
	return d.column(table, key) + fmt.Sprint(d.row(table, id))
}

// set fills in a cell: nil empties it.
func (d desk) set(table, id, key string, value any) {
	d.t.Helper()
	sheet, _ := d.table(table)
	d.must(d.SetCellValue(sheet, d.ref(table, id, key), value))
}

// swap lets two rows change places, as sorting does: all but what is computed.
func (d desk) swap(table, a, b string) {
	d.t.Helper()
	sheet, keys := d.table(table)
	x, y := d.row(table, a), d.row(table, b)
	for n := range d.rows[sheet][keys-1] {
		letter, err := excelize.ColumnNumberToName(n + 1)
		d.must(err)
		p, q := letter+fmt.Sprint(x), letter+fmt.Sprint(y)
		if f, err := d.GetCellFormula(sheet, p); err != nil || f != "" {
			d.must(err)
			continue
		}
		v, w := d.raw(sheet, p), d.raw(sheet, q)
		d.must(d.SetCellValue(sheet, p, w))
		d.must(d.SetCellValue(sheet, q, v))
	}
	d.moved()
}

// raw is what a cell holds: nil, a number or text.
func (d desk) raw(sheet, ref string) any {
	d.t.Helper()
	kind, err := d.GetCellType(sheet, ref)
	d.must(err)
	s, err := d.GetCellValue(sheet, ref, excelize.Options{RawCellValue: true})
	d.must(err)
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
