//go:build office

package examples_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/xlsx"
	"github.com/samsvar/samsvar/doc/xlsx/xlsxtest"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/xuri/excelize/v2"
)

// What LibreOffice computes of a risk register is what Go computes of the case.

// computedRegister is a case, and its workbook in a language after LibreOffice has
// computed it.
type computedRegister struct {
	name string
	c    *model.Case
	l    doc.Language
	data []byte
}

// TestRiskRecalculated: LibreOffice, given the register of each example and variant
// without any results, computes the levels, marks and matrices that Go has; and the file
// that it saves changes nothing when it is read back. Where SAMSVAR_OFFICE is a folder,
// the workbooks are left there for the validator.
func TestRiskRecalculated(t *testing.T) {
	g := newGenerator(t)
	cases := assessedCases(t, g)
	var all []computedRegister
	seen := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		for _, l := range doc.Languages() {
			d := doc.Dump(tree(t, g, cases[name], "risk-register", l))
			if !seen[d] {
				seen[d] = true
				all = append(all, computedRegister{name, cases[name], l, registerOf(t, g, cases[name], l, "xlsx")})
			}
		}
	}
	if out := os.Getenv("SAMSVAR_OFFICE"); out != "" {
		for _, r := range all {
			if err := os.WriteFile(filepath.Join(out, r.name+"."+string(r.l)+".xlsx"), r.data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	recalculate(t, all)
	formulas, placed := 0, 0
	for _, r := range all {
		t.Run(r.name+"."+string(r.l), func(t *testing.T) {
			unchanged(t, "saved by LibreOffice", readBack(t, g, r.c, "resaved.xlsx", r.data, r.l))
			n := sameAsTree(t, r, tree(t, g, r.c, "risk-register", r.l))
			formulas += n
			placed += sameAsArithmetic(t, g, r, readData(t, r.data), nil)
		})
	}
	t.Logf("%d registers, %d formulas, %d places in matrices", len(all), formulas, placed)
	if formulas < 1000 || placed < 100 {
		t.Error("was anything compared?")
	}
}

// edits is how many workbooks are filled in at random, and how many edits each gets.
const workbooks, editsEach = 10, 20

// TestRiskEdited: 200 edits at random, of values, texts, new rows and the order of the
// rows. What LibreOffice then computes in the workbook is what Go computes of the case
// that the workbook is read back into.
func TestRiskEdited(t *testing.T) {
	g := newGenerator(t)
	cases := assessedCases(t, g)
	names := []string{"register"} // and the examples themselves
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		if name != "register" && !strings.HasPrefix(name, "variant-") {
			names = append(names, name)
		}
	}
	var all []computedRegister
	var news []map[string]int // title of a new row → its place among the rows
	made := map[string]int{}
	for i := range workbooks {
		name, l := names[i%len(names)], doc.Languages()[i%len(doc.Languages())]
		r := computedRegister{fmt.Sprintf("%02d-%s", i, name), cases[name], l, nil}
		e := &editor{Desk: xlsxtest.Open(t, registerOf(t, g, r.c, l, "xlsx")), random: rand.New(rand.NewPCG(2026, uint64(i))), d: tree(t, g, r.c, "risk-register", l), made: made}
		for range editsEach {
			e.edit()
		}
		places := e.places()
		r.data = e.Save()
		im := readBack(t, g, r.c, r.name+".xlsx", r.data, l)
		for _, p := range im.Problems {
			t.Errorf("%s: %s", r.name, p.Message("en"))
		}
		text, err := r.c.Source().Patch(im.Edits)
		if err != nil {
			t.Fatal(err)
		}
		if len(im.Edits) == 0 {
			t.Errorf("%s: nothing has changed", r.name)
		}
		next, problems := g.Load("case.yaml", bytes.NewReader(text))
		if next == nil || slices.ContainsFunc(append(problems, next.Validate()...), func(p report.Problem) bool { return p.Severity() == report.Error }) {
			t.Fatalf("%s: the case is no longer valid: %v", r.name, problems)
		}
		r.c = next
		all, news = append(all, r), append(news, places)
	}
	total := 0
	for _, kind := range slices.Sorted(maps.Keys(made)) {
		total += made[kind]
		if made[kind] < 5 {
			t.Errorf("only %d edits of the kind %s", made[kind], kind)
		}
	}
	if total != workbooks*editsEach {
		t.Errorf("%d edits", total)
	}
	recalculate(t, all)
	placed := 0
	for i, r := range all {
		t.Run(r.name, func(t *testing.T) {
			placed += sameAsArithmetic(t, g, r, readData(t, r.data), news[i])
			// What LibreOffice has saved is read back into the same case.
			im := readBack(t, g, r.c, "resaved.xlsx", r.data, r.l)
			for _, c := range im.Changes {
				t.Errorf("%s %s: %q → %q", c.Ref, c.Path, c.Old, c.New)
			}
		})
	}
	t.Logf("%d edits (%v), %d places in matrices", total, made, placed)
}

// editor fills in a register at random.
type editor struct {
	*xlsxtest.Desk
	random *rand.Rand
	d      *doc.Document
	made   map[string]int // edits by kind
	news   int            // rows that were added
}

func (e *editor) edit() {
	t := e.register()
	row := t.Rows[e.random.IntN(len(t.Rows))].ID
	if e.news > 0 && e.random.IntN(4) == 0 {
		row = fmt.Sprintf("+%d", 1+e.random.IntN(e.news))
	}
	kind := ""
	switch n := e.random.IntN(100); {
	case n < 20:
		kind = "likelihood"
		e.choose(row, kind)
	case n < 45:
		kind = "consequence"
		e.choose(row, e.dimension("consequence."))
	case n < 55:
		kind = "residual likelihood"
		e.choose(row, "residualLikelihood")
	case n < 70:
		kind = "residual consequence"
		e.choose(row, e.dimension("residualConsequence."))
	case n < 76:
		kind = "emptied"
		for _, c := range t.Columns {
			if strings.HasPrefix(c.Key, "residualConsequence.") || c.Key == "residualLikelihood" {
				e.Set("scenarios", row, c.Key, nil)
			}
		}
	case n < 84:
		kind = "text"
		e.Set("scenarios", row, "rationale", []string{"=1+1", "Ny begrunnelse", "+", "007"}[e.random.IntN(4)])
	case n < 92:
		kind = "new row"
		e.news++
		row = fmt.Sprintf("+%d", e.news)
		e.Set("scenarios", row, "title", fmt.Sprintf("Ny %d", e.news))
		e.choose(row, "likelihood")
		e.choose(row, e.dimension("consequence."))
	default:
		kind = "sorted"
		e.Swap("scenarios", t.Rows[e.random.IntN(len(t.Rows))].ID, t.Rows[e.random.IntN(len(t.Rows))].ID)
	}
	e.made[kind]++
}

// register is the table of scenarios as it was written.
func (e *editor) register() *doc.Table { return tableOf(e.d, "table:scenarios") }

// dimension is the key of one of the columns with a prefix.
func (e *editor) dimension(prefix string) string {
	var keys []string
	for _, c := range e.register().Columns {
		if strings.HasPrefix(c.Key, prefix) {
			keys = append(keys, c.Key)
		}
	}
	return keys[e.random.IntN(len(keys))]
}

// choose fills in a step, or now and then empties the cell.
func (e *editor) choose(row, key string) {
	for _, c := range e.register().Columns {
		for _, l := range e.d.Lists {
			if c.Key == key && l.ID == c.Entry.List {
				if n := e.random.IntN(len(l.Items) + 1); n > 0 {
					e.Set("scenarios", row, key, l.Items[n-1].Label)
				} else {
					e.Set("scenarios", row, key, nil)
				}
			}
		}
	}
}

// places tells where the new rows stand among all rows, which is what the matrices show
// of a row that has no id yet.
func (e *editor) places() map[string]int {
	out := map[string]int{}
	first := e.Row("scenarios", "samsvar:head:table:scenarios") + 1
	for i := range e.news {
		out[fmt.Sprintf("Ny %d", i+1)] = e.Row("scenarios", fmt.Sprintf("+%d", i+1)) - first + 1
	}
	return out
}

// sameAsTree compares all computed cells of the registers, and the matrices, with the
// tree; it counts the cells.
func sameAsTree(t *testing.T, r computedRegister, d *doc.Document) (n int) {
	t.Helper()
	data := readData(t, r.data)
	x := opened(t, r.data)
	for _, s := range sheetsOf(d) {
		for _, table := range tablesOf(s) {
			if table.Kind == doc.MatrixTable {
				got := matrixIn(t, x, s.Sheet.Name, table)
				for i, row := range table.Rows {
					for j, cell := range row.Cells[1:] {
						n++
						if want := textOf(cell); got[i][j] != want {
							t.Errorf("%s %s %s: LibreOffice has %q, Go %q", s.Sheet.Name, row.ID, table.Columns[j+1].Key, got[i][j], want)
						}
					}
				}
				continue
			}
			for _, row := range table.Rows {
				for j, c := range table.Columns {
					if c.Entry.Formula == nil {
						continue
					}
					n++
					got := cellIn(t, data, table.ID, row.ID, c.Key)
					if want := textOf(row.Cells[j]); got != want {
						t.Errorf("%s %s: LibreOffice has %q, Go %q", row.ID, c.Key, got, want)
					}
				}
			}
		}
	}
	return n
}

// sameAsArithmetic compares levels, steps, marks and matrices with what package risk
// makes of the case. New rows are known by their titles, and in the matrices by their
// place. It counts the places in matrices.
func sameAsArithmetic(t *testing.T, g *generator.Generator, r computedRegister, data *xlsx.Data, news map[string]int) (places int) {
	t.Helper()
	id := r.c.Risk.Scale
	if id == "" {
		id = "webinar-5x5"
	}
	s, ok := g.Templates().Scale(id)
	if !ok {
		t.Fatalf("no scale %s", id)
	}
	reg := risk.Assess(s, r.c.Risk)
	shown := map[risk.Stage]map[int]string{risk.Initial: {}, risk.Residual: {}} // in the matrix, by scenario
	for i, a := range reg.Scenarios {
		key, place := a.Scenario.ID, news[a.Scenario.Title]
		if place > 0 {
			key = "new " + a.Scenario.Title
		}
		for stage, column := range map[risk.Stage]string{risk.Initial: "initialLevel", risk.Current: "currentLevel", risk.Residual: "residualLevel"} {
			want := ""
			if at := a.At(stage); at.Level >= 0 {
				want = s.Levels[at.Level].Label[r.l]
			}
			if got := cellIn(t, data, "table:scenarios", key, column); got != want {
				t.Errorf("%s %s: LibreOffice has %q, Go %q", key, column, got, want)
			}
		}
		for stage, columns := range map[risk.Stage][3]string{risk.Initial: {"", "highest", "mark"}, risk.Residual: {"residualRow", "residualColumn", "residualMark"}} {
			at := a.At(stage)
			step := func(n int) string {
				if n == 0 {
					return ""
				}
				return strconv.Itoa(n)
			}
			mark := ""
			if at.Override != nil {
				mark = "*"
			}
			want := [3]string{step(at.Likelihood), step(at.Consequence), a.Scenario.ID + mark}
			shown[stage][i] = want[2]
			if place > 0 {
				want[2], shown[stage][i] = mark, "#"+strconv.Itoa(place)
			}
			for n, column := range columns {
				if column == "" {
					continue
				}
				if got := cellIn(t, data, "table:scenarios", key, column); got != want[n] {
					t.Errorf("%s %s: LibreOffice has %q, Go %q", key, column, got, want[n])
				}
			}
		}
	}
	x := opened(t, r.data)
	d := tree(t, g, r.c, "risk-register", r.l)
	for _, sheet := range sheetsOf(d) {
		for _, table := range tablesOf(sheet) {
			if table.Kind != doc.MatrixTable {
				continue
			}
			stage := risk.Stage(strings.TrimPrefix(table.ID, "table:"))
			got := matrixIn(t, x, sheet.Sheet.Name, table)
			for l, row := range reg.Matrix(stage) {
				for c, scenarios := range row {
					var want []string
					for _, i := range scenarios {
						want = append(want, shown[stage][i])
						places++
					}
					word, list, _ := strings.Cut(got[len(got)-1-l][c], "\n")
					var have []string
					if list != "" {
						have = strings.Split(list, ", ")
					}
					slices.Sort(want) // the workbook has them in the order of its rows
					slices.Sort(have)
					if word != s.Levels[s.Cells[l][c]].Label[r.l] || !slices.Equal(have, want) {
						t.Errorf("%s matrix %d×%d: LibreOffice has %q, Go %s %v", stage, l+1, c+1, got[len(got)-1-l][c], s.Levels[s.Cells[l][c]].ID, want)
					}
				}
			}
		}
	}
	return places
}

// cellIn is what a cell of a register shows. A new row has the id "new " and its title.
func cellIn(t *testing.T, data *xlsx.Data, table, id, key string) string {
	t.Helper()
	title, isNew := strings.CutPrefix(id, "new ")
	for _, s := range data.Sheets {
		for _, row := range s.Rows {
			if s.Table == table && (row.ID == id && !isNew || isNew && row.ID == "" && row.Cells["title"].Text == title) {
				return row.Cells[key].Text
			}
		}
	}
	t.Fatalf("%s has no row %s", table, id)
	return ""
}

// matrixIn finds a matrix in a sheet by its labels, and returns what its cells show.
func matrixIn(t *testing.T, x *excelize.File, sheet string, m *doc.Table) [][]string {
	t.Helper()
	rows, err := x.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	columns := make([]int, len(m.Columns)-1)
	out := make([][]string, len(m.Rows))
	for _, row := range rows {
		for j, c := range m.Columns[1:] {
			if n := slices.Index(row, c.Title); n >= 0 && columns[j] == 0 {
				columns[j] = n
			}
		}
		for i, r := range m.Rows {
			if out[i] == nil && columns[0] > 0 && slices.Contains(row, textOf(r.Cells[0])) {
				out[i] = make([]string, len(columns))
				for j, n := range columns {
					if n > 0 && n < len(row) {
						out[i][j] = row[n]
					}
				}
			}
		}
	}
	for i := range out {
		if out[i] == nil {
			t.Fatalf("%s has no row %q", sheet, textOf(m.Rows[i].Cells[0]))
		}
	}
	return out
}

// textOf is what a cell of the tree says.
func textOf(c doc.Cell) string {
	if c.Value != nil && c.Value.Date == "" {
		return strconv.FormatFloat(c.Value.Number, 'f', -1, 64)
	}
	var lines []string
	for _, p := range c.Paragraphs {
		lines = append(lines, doc.Plain(p))
	}
	return strings.Join(lines, "\n")
}

func sheetsOf(d *doc.Document) (out []*doc.Section) {
	for _, b := range d.Blocks {
		if s, ok := b.(*doc.Section); ok && s.Sheet != nil {
			out = append(out, s)
		}
	}
	return out
}

func tablesOf(s *doc.Section) (out []*doc.Table) {
	_ = doc.Walk(s.Blocks, func(b doc.Block) error {
		if t, ok := b.(*doc.Table); ok {
			out = append(out, t)
		}
		return nil
	})
	return out
}

func tableOf(d *doc.Document, id string) *doc.Table {
	for _, s := range sheetsOf(d) {
		for _, t := range tablesOf(s) {
			if t.ID == id {
				return t
			}
		}
	}
	return nil
}

func readData(t *testing.T, data []byte) *xlsx.Data {
	t.Helper()
	d, err := xlsx.Read(bytes.NewReader(data), int64(len(data)), xlsx.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

// recalculate lets LibreOffice compute the workbooks, all in one run. The results are
// taken out first: what is there afterwards, it has computed.
func recalculate(t *testing.T, all []computedRegister) {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "xlsx", "--outdir", out}
	for i, r := range all {
		name := filepath.Join(in, strconv.Itoa(i)+".xlsx")
		if err := os.WriteFile(name, withoutResults(t, r.data), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if text, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	for i := range all {
		data, err := os.ReadFile(filepath.Join(out, strconv.Itoa(i)+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		all[i].data = data
	}
}

var result = regexp.MustCompile(`(</f>|<f [^>]*/>)<v>[^<]*</v>`)

// withoutResults takes what formulas give out of a workbook.
func withoutResults(t *testing.T, data []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	taken := 0
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			taken += len(result.FindAll(part, -1))
			part = result.ReplaceAll(part, []byte("$1"))
			if n := bytes.Count(part, []byte("</f>")); n > 0 && len(regexp.MustCompile(`</f><v>`).FindAll(part, -1)) > 0 {
				t.Fatalf("%s: results are left", f.Name)
			}
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if taken < 100 {
		t.Fatalf("%d results were taken out", taken)
	}
	return b.Bytes()
}
