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
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc/csv"
	"github.com/samsvar/samsvar/doc/json"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// filledJSON reads what doc/json writes. What it does not know of is an error: a
// misspelt key must not be lost in silence.
func filledJSON(name string, data []byte) (*Filled, error) {
	if !utf8.Valid(data) {
		return nil, jsonError(name, data, 0, errors.New("not UTF-8")) // the decoder would put signs in place of what it cannot read
	}
	d := stdjson.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var book json.Book
	if err := d.Decode(&book); err != nil {
		return nil, jsonError(name, data, d.InputOffset(), err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, jsonError(name, data, d.InputOffset(), errors.New("more after the end"))
	}
	if book.Version != json.Version {
		return nil, filledError(name, "import-format", "reason", strconv.Itoa(book.Version))
	}
	f := &Filled{Name: name, Document: book.Document, Language: book.Language, CaseID: book.Case, Part: true}
	for _, s := range book.Sheets {
		out := FilledSheet{Key: s.Sheet, Table: s.Table}
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
					return nil, filledError(name, "import-json-type", "key", cell.Ref)
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

// jsonError says where a file is no JSON, or what in it is not known.
func jsonError(name string, data []byte, offset int64, err error) error {
	var syntax *stdjson.SyntaxError
	var kind *stdjson.UnmarshalTypeError
	rule, key := "import-json", ""
	if k, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		rule, key = "import-json-key", strings.Trim(k, `"`)
	} else if errors.As(err, &kind) {
		rule, key, offset = "import-json-type", kind.Field, kind.Offset
	} else if errors.As(err, &syntax) {
		offset = syntax.Offset
	}
	line := 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
	return &FilledError{report.Problem{Rule: rule, Pos: report.Pos{File: name, Line: line}, Args: report.Args("key", key)}}
}

// csvError says in which line the quotation marks or the number of cells are wrong.
func csvError(name string, err error) error {
	var at *stdcsv.ParseError
	p := report.Problem{Rule: "import-csv", Pos: report.Pos{File: name}}
	if errors.As(err, &at) {
		p.Pos.Line = at.Line
	}
	if errors.Is(err, stdcsv.ErrFieldCount) {
		p.Rule = "import-csv-cells"
	}
	return &FilledError{p}
}

// filledCSV reads a register as doc/csv writes it, with commas or semicolons.
func (g *Generator) filledCSV(name string, data []byte, hint FilledHint) (*Filled, error) {
	if !utf8.Valid(data) {
		data = windows1252(data)
	}
	line, _, _ := bytes.Cut(data, []byte("\n"))
	in := stdcsv.NewReader(bytes.NewReader(data))
	if bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		in.Comma = ';' // as Excel writes it in Norway
	}
	header, err := in.Read()
	if err != nil || !slices.Contains(header, csv.IDColumn) {
		return nil, filledError(name, "import-not-workbook")
	}
	records, err := in.ReadAll()
	if err != nil {
		return nil, csvError(name, err)
	}
	t, sheet := g.registerOf(header, hint.Document)
	if t == nil {
		return nil, filledError(name, "import-not-workbook")
	}
	f := &Filled{Name: name, Document: t.ID, Language: hint.Language, Part: true}
	out := FilledSheet{Key: sheet}
	seen := map[string]bool{}
	for _, key := range header {
		if seen[key] {
			f.Problems = append(f.Problems, report.Problem{Rule: "import-column-twice", Pos: report.Pos{File: name, Line: 1}, Args: report.Args("column", key)})
		}
		seen[key] = true
	}
	out.Columns = slices.Clone(header)
	for i, record := range records {
		line := strconv.Itoa(i + 2) // as a spreadsheet counts, where a cell may have several lines
		r := FilledRow{Ref: "A" + line, Cells: map[string]FilledCell{}}
		for n, text := range record {
			text = csv.Unguard(text)
			if slices.Index(header, header[n]) < n {
				continue // stands twice
			}
			if header[n] == csv.IDColumn {
				r.ID = strings.TrimSpace(text)
				continue
			}
			r.Cells[header[n]] = FilledCell{Ref: letters(n) + line, Text: text, Changed: true}
		}
		out.Rows = append(out.Rows, r)
	}
	f.Sheets = []FilledSheet{out}
	return f, nil
}

// windows1252 reads what Excel in Norway saves as CSV when nobody asks for UTF-8.
func windows1252(data []byte) []byte {
	const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" // 80 to 9F
	runes := []rune(high)
	var out []byte
	for _, b := range data {
		r := rune(b)
		if b >= 0x80 && b <= 0x9F {
			r = runes[b-0x80]
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// letters name a column, from 0, as a spreadsheet does.
func letters(n int) (s string) {
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
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
		for in, table := range readBack(t) {
			if n := known(table, header); n > most {
				best, sheet, most = t, in.Key, n
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
