//go:build office

package xlsx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/xuri/excelize/v2"
)

// workbooks are those that the office gate looks at: the sample in full, one with a
// hostile text in every place, and a document for paper in one sheet.
func workbooks() map[string]*doc.Document {
	paper := doctest.KitchenSink()
	hostile := doctest.Filled(strings.Join(doctest.Values(), "\n"))
	for _, d := range []*doc.Document{paper, hostile} {
		oneSheet(d, "Alt")
	}
	return map[string]*doc.Document{"workbook": doctest.Workbook(), "big": doctest.BigWorkbook(200), "paper": paper, "hostile": hostile}
}

// results are what the formulas of a sheet give.
var results = regexp.MustCompile(`</f><v>[^<]*</v>`)

// TestResaved: LibreOffice, given a workbook whose formulas have no results, computes
// those that we write; and in the file that it saves we find what was written. Where
// SAMSVAR_OFFICE is a folder, the workbooks are left there for the validator.
func TestResaved(t *testing.T) {
	out := os.Getenv("SAMSVAR_OFFICE")
	for name, d := range workbooks() {
		t.Run(name, func(t *testing.T) {
			data := write(t, d)
			if out != "" {
				if err := os.WriteFile(filepath.Join(out, name+".xlsx"), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			again := resave(t, withoutResults(t, data))
			got := read(t, again)
			if len(got.Problems) > 0 || len(changed(got)) > 0 {
				t.Errorf("problems %v, changed %v", got.Problems, changed(got))
			}
			before := read(t, data)
			for i, s := range before.Sheets {
				if i >= len(got.Sheets) || len(got.Sheets[i].Rows) != len(s.Rows) {
					t.Fatalf("register %s has other rows", s.Table)
				}
			}
			computed(t, data, again, name == "workbook" || name == "big")
		})
	}
}

// withoutResults takes the results of formulas out of a file.
func withoutResults(t *testing.T, data []byte) []byte {
	p := unpack(t, data)
	for _, name := range p.Names() {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			part, _ := p.Part(name)
			p.Set(name, results.ReplaceAll(part, []byte("</f>")))
		}
	}
	return pack(t, p)
}

// computed compares the results of all formulas.
func computed(t *testing.T, want, got []byte, some bool) {
	x, err := excelize.OpenReader(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	y, err := excelize.OpenReader(bytes.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, at := range formulas(t, x) {
		a, _ := x.GetCellValue(at[0], at[1])
		b, _ := y.GetCellValue(at[0], at[1])
		n++
		if a != b {
			t.Errorf("%s %s: we have %q, LibreOffice %q", at[0], at[1], a, b)
		}
	}
	if some && n < 100 {
		t.Errorf("%d formulas: was anything compared?", n)
	}
	t.Logf("%d formulas", n)
}

// resave lets LibreOffice open a workbook and save it again.
func resave(t *testing.T, data []byte) []byte {
	in, out := filepath.Join(t.TempDir(), "file.xlsx"), t.TempDir()
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+t.TempDir(), "--convert-to", "xlsx", "--outdir", out, in)
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	again, err := os.ReadFile(filepath.Join(out, "file.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return again
}
