// Package csv writes the main register of a workbook as comma-separated values (RFC
// 4180): the first one that may be filled in, or else the first. The header holds the
// keys of the columns, which are the same in every language, after the column id.
//
// For most uses, call [Write], and [Guard] and [Unguard] for single texts.
package csv

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/sheets"
)

// ErrNoRegister says that a document has no register in a sheet.
var ErrNoRegister = errors.New("csv: the document has no register in a sheet")

// IDColumn is the name of the column that holds the ids of the rows.
const IDColumn = "id"

// Write writes the register. Texts that a spreadsheet would take for a formula are
// guarded.
func Write(w io.Writer, d *doc.Document) error {
	r, ok := Main(d)
	if !ok {
		return ErrNoRegister
	}
	out := csv.NewWriter(w)
	header := []string{IDColumn}
	for _, c := range r.Columns {
		if c.Key != IDColumn {
			header = append(header, c.Key)
		}
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for _, row := range r.Rows {
		fields := []string{Guard(row.ID)}
		for i, c := range r.Columns {
			if c.Key == IDColumn {
				continue
			}
			switch v := sheets.Value(d, c, row.Cells[i]).(type) {
			case float64:
				fields = append(fields, doc.PlainNumber(v))
			case string:
				fields = append(fields, Guard(v))
			default:
				fields = append(fields, "")
			}
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Main finds the register that is written.
func Main(d *doc.Document) (*doc.Table, bool) {
	all := sheets.Registers(d)
	for _, r := range all {
		if r.FillIn() {
			return r.Table, true
		}
	}
	if len(all) == 0 {
		return nil, false
	}
	return all[0].Table, true
}

// Guard puts an apostrophe before a text that a spreadsheet would run as a formula
// (OWASP, CSV injection), and before one that begins with an apostrophe, so that
// Unguard gives the same text back.
func Guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@'\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Unguard takes the apostrophe away again. A text that nobody guarded is left as it is.
func Unguard(s string) string {
	rest, ok := strings.CutPrefix(s, "'")
	if ok && Guard(rest) != rest {
		return rest
	}
	return s
}
