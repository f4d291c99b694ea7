package generator

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/samsvar/samsvar/doc/xlsx"
	"github.com/samsvar/samsvar/generator/report"
)

// FilledError says why a file cannot be read back, as a problem.
type FilledError struct{ Problem report.Problem }

func (e *FilledError) Error() string { return e.Problem.Message("en") }

// FilledHint says what a file does not say itself: CSV has neither document type nor
// language.
type FilledHint struct{ Document, Language string }

// MaxFilled is how many bytes of a file are read.
const MaxFilled = 32 << 20

// ReadFilled reads a filled-in workbook, or its register as CSV or JSON; what it is, is
// seen in its bytes. Name stands in messages and is never opened. The error is
// *FilledError when the file cannot be used.
func (g *Generator) ReadFilled(name string, r io.Reader, hint FilledHint) (*Filled, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFilled+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxFilled {
		return nil, filledError(name, "import-too-large", "limit", "32 MiB")
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("PK")), bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return filledWorkbook(name, data)
	case bytes.HasPrefix(text, []byte("{")):
		return filledJSON(name, text)
	}
	return g.filledCSV(name, text, hint)
}

func filledError(name, rule string, pairs ...string) error {
	return &FilledError{report.Problem{Rule: rule, Pos: report.Pos{File: name}, Args: report.Args(pairs...)}}
}

// filledWorkbook reads an Excel file.
func filledWorkbook(name string, data []byte) (*Filled, error) {
	d, err := xlsx.Read(bytes.NewReader(data), int64(len(data)), xlsx.ReadOptions{})
	if err != nil {
		rule := "import-damaged"
		for _, r := range workbookFaults {
			if errors.Is(err, r.err) {
				rule = r.rule
				break
			}
		}
		return nil, filledError(name, rule, "reason", err.Error(), "limit", "32 MiB")
	}
	f := &Filled{Name: name, Document: d.Document, Language: d.Language, CaseID: d.CaseID}
	for _, s := range d.Sheets {
		out := FilledSheet{Key: s.Key, Table: s.Table}
		for _, c := range s.Columns {
			if c.Letter != "" {
				out.Columns = append(out.Columns, c.Key)
			}
		}
		for _, row := range s.Rows {
			r := FilledRow{ID: row.ID, Ref: cellRef(s.Name, strconv.Itoa(row.Number)), Cells: map[string]FilledCell{}}
			for key, c := range row.Cells {
				r.Cells[key] = FilledCell{Ref: cellRef(s.Name, c.Ref), Text: c.Text, Number: c.Number, Date: c.Date, Changed: c.Changed, Wrote: c.Wrote}
			}
			out.Rows = append(out.Rows, r)
		}
		f.Sheets = append(f.Sheets, out)
	}
	for _, p := range d.Problems {
		if rule := workbookProblems[p.Kind]; rule != "" {
			f.Problems = append(f.Problems, report.Problem{Rule: rule, Pos: report.Pos{File: name}, Document: d.Document,
				Args: report.Args("sheet", p.Sheet, "cell", cellRef(p.Sheet, p.Ref), "column", p.Key, "id", p.Key, "value", p.Text)})
		}
	}
	return f, nil
}

// cellRef is Register!D12.
func cellRef(sheet, ref string) string {
	switch {
	case sheet == "":
		return ref
	case ref == "":
		return sheet
	}
	return sheet + "!" + ref
}

// workbookFaults are the rules for what makes a workbook of no use.
var workbookFaults = []struct {
	err  error
	rule string
}{
	{xlsx.ErrForeign, "import-foreign"}, {xlsx.ErrMacro, "import-macro"}, {xlsx.ErrEncrypted, "import-encrypted"},
	{xlsx.ErrTooLarge, "import-too-large"}, {xlsx.ErrNotWorkbook, "import-not-workbook"}, {xlsx.ErrFormat, "import-format"},
}

// workbookProblems are the rules for what only a workbook knows; what a column or a
// row lacks is seen by holding it against the case.
var workbookProblems = map[xlsx.ProblemKind]string{
	xlsx.RegisterTwice: "import-sheet-twice", xlsx.ColumnTwice: "import-column-twice", xlsx.ColumnAdded: "import-column-added",
	xlsx.CellsMerged: "import-merged", xlsx.ErrorValue: "import-error-value",
}
