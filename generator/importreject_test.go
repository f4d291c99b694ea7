package generator_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/xlsx/xlsxtest"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/xuri/excelize/v2"
)

// TestImportReject: each file of testdata/import-reject holds a bad file, or what
// somebody does to a good workbook, and what is said of it, in bokmål and English. With
// an error nothing should be written; what else was filled in is found all the same.
//
// The part "edit" has a line for each thing that is done to the register's workbook in
// bokmål: set, number, merge, copy-row, drop-column, insert-column, drop-sheet,
// copy-sheet; or "file" and the kind of a file that is another. "case" makes it one of
// another case. The parts "input.csv" and "input.json" are files as they are.
func TestImportReject(t *testing.T) {
	files, err := filepath.Glob("testdata/import-reject/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	g, _ := registerCase(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { importReject(t, g, name) })
	}
}

func importReject(t *testing.T, g *generator.Generator, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]*txtar.File{}
	for i := range a.Files {
		parts[a.Files[i].Name] = &a.Files[i]
	}
	if parts["want.nb"] == nil || parts["want.en"] == nil || len(a.Comment) == 0 {
		t.Fatal("a comment, want.nb and want.en are needed")
	}
	data, file := []byte(nil), "register.xlsx"
	for kind, part := range parts {
		switch {
		case kind == "edit":
			data = spoilt(t, g, string(part.Data))
		case strings.HasPrefix(kind, "input."):
			data, file = part.Data, "register"+strings.TrimPrefix(kind, "input")
		}
	}
	_, c := registerCase(t)
	var problems []report.Problem
	wrong := false
	f, err := g.ReadFilled(file, bytes.NewReader(data), generator.FilledHint{Language: "nb"})
	var refused *generator.FilledError
	switch {
	case errors.As(err, &refused):
		problems = append(problems, refused.Problem)
	case err != nil:
		t.Fatal(err)
	default:
		im, err := g.Import(c, f)
		if err != nil {
			t.Fatal(err)
		}
		problems = im.Problems
		for _, change := range differences(im) {
			problems = append(problems, report.Problem{Rule: "", Args: report.Args("change", change)})
		}
	}
	for _, l := range []string{"nb", "en"} {
		var b strings.Builder
		for _, p := range problems {
			if p.Rule == "" {
				fmt.Fprintf(&b, "%v\n", p.Args["change"])
				continue
			}
			wrong = true
			at := ""
			if p.Pos.Line > 0 {
				at = fmt.Sprintf(" line %d", p.Pos.Line)
			}
			fmt.Fprintf(&b, "%s %s%s: %s\n", p.Severity(), p.Rule, at, strings.ReplaceAll(p.Message(l), "\u00a0", " "))
			if hint := p.Hint(l); hint != "" {
				fmt.Fprintf(&b, "  %s\n", hint)
			}
		}
		said := columnsNamed(t, g, b.String())
		if *update {
			parts["want."+l].Data = []byte(said)
		} else if diff := cmp.Diff(strings.Split(string(parts["want."+l].Data), "\n"), strings.Split(said, "\n")); diff != "" {
			t.Errorf("%s (-want +got; -update writes it anew):\n%s", l, diff)
		}
	}
	if !wrong {
		t.Error("nothing is wrong with it")
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var cellName = regexp.MustCompile(`(\p{L}+)!([A-Z]+)([0-9]+)?`)

// columnsNamed writes <key> for the letter of a column as the workbook was written, so
// that a column more in the register changes no expected text.
func columnsNamed(t *testing.T, g *generator.Generator, text string) string {
	t.Helper()
	if !cellName.MatchString(text) {
		return text
	}
	_, c := registerCase(t)
	d := xlsxtest.Open(t, written(t, g, c, doc.Bokmal, "xlsx"))
	names := map[string]string{}
	for _, table := range []string{"scenarios", "plan", "countries", "changes"} {
		sheet, _ := d.Table(table)
		for _, key := range d.Keys(table) {
			names[sheet+"!"+d.Column(table, key)] = sheet + "!<" + key + ">"
		}
	}
	return cellName.ReplaceAllStringFunc(text, func(s string) string {
		m := cellName.FindStringSubmatch(s)
		if name := names[m[1]+"!"+m[2]]; name != "" {
			return name + m[3]
		}
		return s
	})
}

// spoilt does what the lines say.
func spoilt(t *testing.T, g *generator.Generator, script string) []byte {
	t.Helper()
	var pairs []string
	var lines [][]string
	for line := range strings.Lines(script) {
		words := fields(t, line)
		switch words[0] {
		case "file":
			return otherFile(t, g, words[1])
		case "case":
			pairs = []string{`id: "2026/77"`, "id: " + strconv.Quote(words[1])}
		default:
			lines = append(lines, words)
		}
	}
	_, c := registerCase(t, pairs...)
	return edited(t, written(t, g, c, doc.Bokmal, "xlsx"), func(d desk) {
		for _, w := range lines {
			spoil(t, d, w)
		}
	})
}

func spoil(t *testing.T, d desk, w []string) {
	t.Helper()
	sheet, _ := d.Table(w[1])
	defer d.Moved()
	switch w[0] {
	case "set":
		d.Set(w[1], w[2], w[3], w[4])
	case "number":
		n, err := strconv.ParseFloat(w[4], 64)
		d.Must(err)
		d.Set(w[1], w[2], w[3], n)
	case "merge":
		d.Must(d.MergeCell(sheet, d.Ref(w[1], w[2], w[3]), d.Ref(w[1], w[4], w[5])))
	case "copy-row":
		d.Must(d.DuplicateRowTo(sheet, d.Row(w[1], w[2]), d.Row(w[1], w[3])))
	case "drop-column":
		d.Must(d.RemoveCol(sheet, d.Column(w[1], w[2])))
	case "insert-column":
		letter := d.Column(w[1], w[2])
		d.Must(d.InsertCols(sheet, letter, 1))
		d.Must(d.SetCellStr(sheet, letter+fmt.Sprint(d.Row(w[1], "samsvar:head:table:"+w[1])), w[3]))
	case "drop-sheet":
		d.Must(d.DeleteSheet(sheet))
	case "copy-sheet":
		to, err := d.NewSheet(w[2])
		d.Must(err)
		from, err := d.GetSheetIndex(sheet)
		d.Must(err)
		d.Must(d.CopySheet(from, to))
	case "formula":
		d.Must(d.SetCellFormula(sheet, d.Ref(w[1], w[2], w[3]), w[4]))
	default:
		t.Fatalf("%s is no edit", w[0])
	}
}

// fields are words, and texts in quotes.
func fields(t *testing.T, line string) (out []string) {
	t.Helper()
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if line[0] == '"' {
			q, err := strconv.QuotedPrefix(line)
			if err != nil {
				t.Fatal(err)
			}
			text, _ := strconv.Unquote(q)
			out, line = append(out, text), line[len(q):]
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		out, line = append(out, word), rest
	}
	return out
}

// otherFile is a file that is not a workbook of ours, or not a whole one.
func otherFile(t *testing.T, g *generator.Generator, kind string) []byte {
	t.Helper()
	_, c := registerCase(t)
	ours := func() []byte { return written(t, g, c, doc.Bokmal, "xlsx") }
	switch kind {
	case "foreign":
		return foreignWorkbook(t)
	case "macro":
		return rezipped(t, ours(), func(name string, data []byte) []byte {
			if name == "[Content_Types].xml" {
				return bytes.Replace(data, []byte("openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), []byte("ms-excel.sheet.macroEnabled.main+xml"), 1)
			}
			return data
		})
	case "encrypted":
		return []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("x", 600))
	case "bomb":
		return rezipped(t, ours(), func(name string, data []byte) []byte {
			if name == "xl/worksheets/sheet1.xml" {
				return append(data, bytes.Repeat([]byte(" "), 40<<20)...)
			}
			return data
		})
	case "damaged":
		return rezipped(t, ours(), func(name string, data []byte) []byte {
			if name == "xl/worksheets/sheet2.xml" {
				return data[:len(data)/2]
			}
			return data
		})
	case "truncated":
		return ours()[:1000]
	case "word":
		out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"dpa"}, Languages: []doc.Language{doc.Bokmal}})
		if err != nil {
			t.Fatal(err)
		}
		return out[0].Data
	case "large":
		return bytes.Repeat([]byte("a,"), generator.MaxFilled/2+1)
	case "empty":
		return nil
	}
	t.Fatalf("there is no file %s", kind)
	return nil
}

func foreignWorkbook(t *testing.T) []byte {
	t.Helper()
	x := excelize.NewFile()
	var b bytes.Buffer
	if err := errors.Join(x.SetCellStr("Sheet1", "A1", "Risiko"), x.Write(&b), x.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rezipped changes the parts of a file.
func rezipped(t *testing.T, data []byte, f func(name string, data []byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	same := true
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		var was bytes.Buffer
		if _, err := was.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		now := f(part.Name, was.Bytes())
		same = same && bytes.Equal(now, was.Bytes())
		to, err := w.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(now); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if same {
		t.Fatal("no part has changed")
	}
	return b.Bytes()
}
