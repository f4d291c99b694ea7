package generator

import (
	"bytes"
	stdcsv "encoding/csv"
	stdjson "encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc/csv"
	"github.com/samsvar/samsvar/doc/json"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// filledJSON reads what doc/json writes. What it does not know of is an error: a
// misspelt key must not be lost in silence.
func filledJSON(name string, data []byte) (*Filled, error) {
	d := stdjson.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var book json.Book
	if err := d.Decode(&book); err != nil {
		return nil, filledError(name, "import-json", "reason", err.Error())
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, filledError(name, "import-json", "reason", "more after the end")
	}
	if book.Version != json.Version {
		return nil, filledError(name, "import-format", "reason", strconv.Itoa(book.Version))
	}
	f := &Filled{Name: name, Document: book.Document, Language: book.Language, CaseID: book.Case}
	for _, s := range book.Sheets {
		out := FilledSheet{Key: s.Sheet}
		for _, c := range s.Columns {
			out.Columns = append(out.Columns, c.Key)
		}
		for i, row := range s.Rows {
			r := FilledRow{ID: row.ID, Ref: s.Sheet + "[" + strconv.Itoa(i) + "]", Cells: map[string]FilledCell{}}
			for key, v := range row.Cells {
				cell := FilledCell{Ref: r.Ref + "." + key, Changed: true}
				switch v := v.(type) {
				case nil:
				case string:
					cell.Text = v
				case float64:
					cell.Number = &v
				case bool:
					cell.Text = strconv.FormatBool(v)
				default:
					return nil, filledError(name, "import-json", "reason", cell.Ref)
				}
				r.Cells[key] = cell
				if len(s.Columns) == 0 && !slices.Contains(out.Columns, key) {
					out.Columns = append(out.Columns, key)
				}
			}
			out.Rows = append(out.Rows, r)
		}
		slices.Sort(out.Columns)
		f.Sheets = append(f.Sheets, out)
	}
	return f, nil
}

// filledCSV reads a register as doc/csv writes it, with commas or semicolons.
func (g *Generator) filledCSV(name string, data []byte, hint FilledHint) (*Filled, error) {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	in := stdcsv.NewReader(bytes.NewReader(data))
	if bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		in.Comma = ';' // as Excel writes it in Norway
	}
	records, err := in.ReadAll()
	if err != nil {
		return nil, filledError(name, "import-csv", "reason", err.Error())
	}
	if len(records) == 0 || !slices.Contains(records[0], csv.IDColumn) {
		return nil, filledError(name, "import-not-workbook")
	}
	t, sheet := g.registerOf(records[0], hint.Document)
	if t == nil {
		return nil, filledError(name, "import-not-workbook")
	}
	f := &Filled{Name: name, Document: t.ID, Language: hint.Language, Alone: true}
	out := FilledSheet{Key: sheet}
	seen := map[string]bool{}
	for _, key := range records[0] {
		if seen[key] {
			f.Problems = append(f.Problems, report.Problem{Rule: "import-column-twice", Pos: report.Pos{File: name, Line: 1}, Args: report.Args("column", key)})
		}
		seen[key] = true
	}
	out.Columns = slices.Clone(records[0])
	for i, record := range records[1:] {
		r := FilledRow{Ref: strconv.Itoa(i + 2), Cells: map[string]FilledCell{}}
		for n, text := range record {
			text = csv.Unguard(text)
			if records[0][n] == csv.IDColumn {
				r.ID = strings.TrimSpace(text)
				continue
			}
			r.Cells[records[0][n]] = FilledCell{Ref: r.Ref + ":" + records[0][n], Text: text, Changed: true}
		}
		out.Rows = append(out.Rows, r)
	}
	f.Sheets = []FilledSheet{out}
	return f, nil
}

// registerOf finds the workbook whose register has the columns of a header, and the
// sheet that it stands in.
func (g *Generator) registerOf(header []string, document string) (*templates.Template, string) {
	var best *templates.Template
	sheet, most := "", 0
	for _, t := range g.set.Templates() {
		if t.Form != workbook || document != "" && t.ID != document {
			continue
		}
		for _, item := range t.Outline {
			for _, inner := range item.Inner() {
				for _, name := range inner.TableNames() {
					if table := t.Tables[name]; item.Sheet != nil && table.Into != "" {
						if n := known(table, header); n > most {
							best, sheet, most = t, item.Sheet.Key, n
						}
					}
				}
			}
		}
	}
	return best, sheet
}

// known counts the names that are columns of a table.
func known(t *templates.Table, header []string) (n int) {
	for _, key := range header {
		if e, _ := (rows{t: t}).entry(key); e.Input {
			n++
		}
	}
	return n
}
