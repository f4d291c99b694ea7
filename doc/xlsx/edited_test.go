package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// problems is the problems without what they say, one a line.
func problems(d *Data) string {
	var b strings.Builder
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "%s %s %s %s %s\n", p.Kind, p.Sheet, p.Ref, p.Key, p.Text)
	}
	return b.String()
}

// all runs steps until one fails.
func all(steps ...error) error { return errors.Join(steps...) }

const reg = "Risiko"

func TestReadEdited(t *testing.T) {
	base := write(t, doctest.BigWorkbook(4))
	owner := table(t, read(t, base), "t.owners").Rows[1].Cells["value"].Ref
	tests := map[string]struct {
		edit     func(x *excelize.File) error
		changed  map[string]string
		problems string
	}{
		"filled in": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellValue(reg, "C7", "Ny tekst"), x.SetCellValue(reg, "D7", "3 Sannsynlig"), x.SetCellValue(reg, "I7", 42), x.SetCellValue(reg, "J7", 46388), x.SetCellStr(reg, "L8", ""))
			},
			changed: map[string]string{"R-1 title": "Ny tekst", "R-1 likelihood": "3 Sannsynlig", "R-1 cost": "42", "R-1 due": "2027-01-01", "R-2 assessment": ""},
		},
		"the same again": {edit: func(x *excelize.File) error {
			return all(x.SetCellValue(reg, "I8", 1250.5), x.SetCellStr(reg, "D8", "2 Lite sannsynlig"), x.SetCellStr(reg, "J8", "15.02.2027"))
		}},
		"numbers as people write them": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellStr(reg, "I7", "1 250,50"), x.SetCellStr(reg, "I8", "-3.5"))
			},
			changed: map[string]string{"R-1 cost": "1250.5", "R-2 cost": "-3.5"},
		},
		"what is no number, date or choice": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellStr(reg, "I7", "ca. 10"), x.SetCellStr(reg, "J7", "til våren"), x.SetCellStr(reg, "D7", "ofte"))
			},
			changed:  map[string]string{"R-1 cost": "ca. 10", "R-1 due": "til våren", "R-1 likelihood": "ofte"},
			problems: "not-choice Risiko D7 likelihood ofte\nnot-number Risiko I7 cost ca. 10\nnot-date Risiko J7 due til våren\n",
		},
		"a date and a number in a column of text": {
			edit: func(x *excelize.File) error {
				id, err := x.NewStyle(&excelize.Style{NumFmt: 14})
				return all(err, x.SetCellValue(reg, "L7", 46388), x.SetCellStyle(reg, "L7", "L7", id), x.SetCellValue(reg, "L8", 7), x.SetCellBool(reg, "L9", true))
			},
			changed: map[string]string{"R-1 assessment": "2027-01-01", "R-2 assessment": "7", "R-3 assessment": "TRUE"},
		},
		"spare row": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellStr(reg, "C12", "Nytt"), x.SetCellStr(reg, "D12", "1 Usannsynlig"))
			},
			changed: map[string]string{"new title": "Nytt", "new likelihood": "1 Usannsynlig"},
		},
		"row inserted": {
			edit: func(x *excelize.File) error {
				return all(x.InsertRows(reg, 8, 1), x.SetCellStr(reg, "C8", "Innsatt"))
			},
			changed: map[string]string{"new title": "Innsatt"},
		},
		"row deleted": {
			edit:     func(x *excelize.File) error { return x.RemoveRow(reg, 8) },
			problems: "row-missing Risiko  R-2 \n",
		},
		"row copied": {
			edit:     func(x *excelize.File) error { return x.DuplicateRow(reg, 8) },
			problems: "row-twice Risiko A9 R-2 \n",
		},
		"id typed": {
			edit:     func(x *excelize.File) error { return x.SetCellStr(reg, "A12", "X-1") },
			problems: "row-unknown Risiko A12 X-1 \n",
		},
		"rows above": {
			edit: func(x *excelize.File) error { return all(x.InsertRows(reg, 1, 3), x.SetCellStr(reg, "C10", "Ny")) },
			changed: map[string]string{
				"R-1 title": "Ny",
			},
		},
		"column inserted": {
			edit: func(x *excelize.File) error {
				return all(x.InsertCols(reg, "D", 1), x.SetCellStr(reg, "D6", "Min kolonne"), x.SetCellStr(reg, "D7", "x"), x.SetCellStr(reg, "C7", "Ny"))
			},
			changed:  map[string]string{"R-1 title": "Ny"},
			problems: "column-added Risiko D  Min kolonne\n",
		},
		"columns moved": {
			edit: func(x *excelize.File) error {
				for row := 1; row <= 15; row++ { // titles and assessments change places
					a, _ := x.GetCellValue(reg, fmt.Sprint("C", row))
					b, _ := x.GetCellValue(reg, fmt.Sprint("L", row))
					if err := all(x.SetCellStr(reg, fmt.Sprint("C", row), b), x.SetCellStr(reg, fmt.Sprint("L", row), a)); err != nil {
						return err
					}
				}
				return nil
			},
		},
		"columns deleted": {
			edit:     func(x *excelize.File) error { return all(x.RemoveCol(reg, "L"), x.RemoveCol(reg, "C")) },
			problems: "column-missing Risiko  title \ncolumn-missing Risiko  assessment \n",
		},
		"titles and sheet renamed": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellStr(reg, "C6", "Hendelse"), x.SetSheetName(reg, "Vår vurdering"), x.SetCellStr("Vår vurdering", "C7", "Ny"))
			},
			changed: map[string]string{"R-1 title": "Ny"},
		},
		"sheets deleted": {
			edit:     func(x *excelize.File) error { return all(x.DeleteSheet(reg), x.DeleteSheet("Les meg")) },
			problems: "register-missing Risiko  t.risks \n",
		},
		"sheet copied": {
			edit: func(x *excelize.File) error {
				to, err := x.NewSheet("Kopi")
				from, err2 := x.GetSheetIndex(reg)
				return all(err, err2, x.CopySheet(from, to))
			},
			problems: "register-twice Kopi A1 t.risks \n",
		},
		"keys deleted": {
			edit:     func(x *excelize.File) error { return x.RemoveRow(reg, 1) },
			problems: "register-missing Risiko  t.risks \n",
		},
		"hidden things shown": {
			edit: func(x *excelize.File) error {
				return all(x.SetRowVisible(reg, 1, true), x.SetColVisible(reg, "A", true), x.SetSheetVisible(identityName, true), x.SetSheetVisible(listsName, true))
			},
		},
		"merged": {
			edit: func(x *excelize.File) error {
				return all(x.MergeCell(reg, "C7", "C8"), x.MergeCell(reg, "K9", "L9"))
			},
			changed:  map[string]string{"R-2 title": "", "R-3 assessment": ""}, // as Excel leaves them
			problems: "cells-merged Risiko C7:C8  \ncells-merged Risiko K9:L9  \n",
		},
		"marks as text": {
			edit: func(x *excelize.File) error {
				return all(x.SetCellStr(reg, "C7", keysMark+"other"), x.SetCellStr(reg, "C8", headMark+"t.risks"))
			},
			changed: map[string]string{"R-1 title": keysMark + "other", "R-2 title": headMark + "t.risks"},
		},
		"facts": {
			edit:    func(x *excelize.File) error { return x.SetCellStr("Tiltak (plan)", owner, "Ola Hansen") },
			changed: map[string]string{"security value": "Ola Hansen"},
		},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			d := read(t, edit(t, base, c.edit))
			if c.changed == nil {
				c.changed = map[string]string{}
			}
			if diff := cmp.Diff(c.changed, changed(d)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.problems, problems(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestReadErrorValue: a cell that shows an error counts as empty, and not as changed.
func TestReadErrorValue(t *testing.T) {
	p := unpack(t, write(t, doctest.BigWorkbook(2)))
	const part = "xl/worksheets/sheet2.xml"
	data, _ := p.Part(part)
	cell := regexp.MustCompile(`<c r="C7" s="\d+" t="inlineStr">.*?</c>`)
	if !cell.Match(data) {
		t.Fatal("no such cell")
	}
	p.Set(part, cell.ReplaceAll(data, []byte(`<c r="C7" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)))
	d := read(t, pack(t, p))
	if diff := cmp.Diff("error-value Risiko C7 title #DIV/0!\n", problems(d)); diff != "" || len(changed(d)) > 0 {
		t.Error(diff, changed(d))
	}
}

func TestReadRefuses(t *testing.T) {
	ours := write(t, doctest.BigWorkbook(2))
	with := func(change func(p *ooxml.Package)) []byte {
		p := unpack(t, ours)
		change(p)
		return pack(t, p)
	}
	replace := func(part, old, new string) []byte {
		return with(func(p *ooxml.Package) {
			data, _ := p.Part(part)
			if !bytes.Contains(data, []byte(old)) {
				t.Fatalf("%s does not contain %s", part, old)
			}
			p.Set(part, bytes.Replace(data, []byte(old), []byte(new), 1))
		})
	}
	foreign := excelize.NewFile()
	var other bytes.Buffer
	if err := foreign.Write(&other); err != nil {
		t.Fatal(err)
	}
	const sheet = "xl/worksheets/sheet2.xml"
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":          {nil, ErrNotWorkbook},
		"text":             {[]byte("id;tekst"), ErrNotWorkbook},
		"half a file":      {ours[:len(ours)/2], ErrNotWorkbook},
		"encrypted":        {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest"), ErrEncrypted},
		"another zip":      {rawZip(t, 0, "a.txt"), ErrNotWorkbook},
		"a Word file":      {replace(ooxml.ContentTypesName, "spreadsheetml.sheet.main+xml", "wordprocessingml.document.main+xml"), ErrNotWorkbook},
		"macros":           {replace(ooxml.ContentTypesName, "openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"), ErrMacro},
		"macros left over": {with(func(p *ooxml.Package) { p.Set("xl/vbaProject.bin", []byte("x")) }), ErrMacro},
		"foreign":          {other.Bytes(), ErrForeign},
		"newer":            {replace("xl/worksheets/sheet7.xml", "<t>1</t>", "<t>2</t>"), ErrFormat},
		"no number":        {replace("xl/worksheets/sheet7.xml", "<t>1</t>", "<t>x</t>"), ErrForeign},
		"a bomb":           {rawZip(t, 100<<20, sheet), ErrTooLarge},
		"many rows":        {replace(sheet, "</sheetData>", `<row r="1048576"/></sheetData>`), ErrTooLarge},
		"far cells":        {replace(sheet, "</sheetData>", strings.Repeat(`<row><c r="XFD99"/></row>`, 200)+"</sheetData>"), ErrTooLarge},
		"broken xml":       {replace(sheet, "</sheetData>", "</sheetDat>"), ErrDamaged},
		"duplicate parts":  {rawZip(t, 0, "a.xml", "A.xml"), ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(bytes.NewReader(c.data), int64(len(c.data)), ReadOptions{})
			if !errors.Is(err, c.want) || d != nil || !strings.HasPrefix(err.Error(), "xlsx: ") {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	if _, err := Read(bytes.NewReader(ours), int64(len(ours)), ReadOptions{PartSize: 1000}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a small limit: %v", err)
	}
}
