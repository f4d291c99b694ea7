package xlsx

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

// FuzzRead reads a small workbook of ours with other cells in one of its sheets, or
// with another part: whatever that is, there is an answer.
func FuzzRead(f *testing.F) {
	base := unpack(f, write(f, inSheet(&doc.Table{ID: "t", Columns: []doc.Column{
		{Key: "a", Title: "A", Entry: doc.Entry{Input: true}}, {Key: "n", Title: "N", Entry: doc.Entry{Input: true, Type: doc.NumberEntry}}, {Key: "d", Title: "D", Entry: doc.Entry{Input: true, Type: doc.DateEntry}}},
		Rows: []doc.Row{{ID: "1", Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{doc.T("x")}}, {}, {}}}}})))
	parts := []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}
	for i, s := range []string{
		`<row r="1"><c r="A1" t="inlineStr"><is><t>samsvar:keys:t</t></is></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row>`,
		`<row r="1"><c r="A1" t="inlineStr"><is><t>samsvar</t></is></c><c r="B1"><v>1</v></c></row><row><c t="str"><v>table</v></c><c t="str"><v>s</v></c><c t="str"><v>t</v></c></row>`,
		`<row r="0"><c r="A0" t="s"><v>-1</v></c></row><row r="2"/><row r="1"><c r="XFE1"/><c r="B1" t="d"><v>2026-01-01</v></c></row>`,
		`<c r="A1"/>`, `</sheetData><mergeCells><mergeCell ref=":"/><mergeCell ref="B1:A9"/></mergeCells><sheetData>`, ``, `<row r="3"><c s="99"><v>46388.5</v></c><c><f t="shared" si="7"/></c></row>`,
	} {
		f.Add(byte(i), true, s)
	}
	f.Add(byte(4), false, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si/><si><t>x</t></si></sst>`)
	f.Add(byte(5), false, `<Relationships/>`)
	f.Fuzz(func(t *testing.T, which byte, cells bool, s string) {
		name := parts[int(which)%len(parts)]
		p := base.Clone()
		old, _ := p.Part(name)
		data := []byte(s)
		if from, to := bytes.Index(old, []byte("<sheetData>")), bytes.Index(old, []byte("</sheetData>")); cells && from >= 0 {
			data = []byte(string(old[:from]) + "<sheetData>" + s + string(old[to:]))
		}
		p.Set(name, data)
		file := pack(t, p)
		d, err := Read(bytes.NewReader(file), int64(len(file)), ReadOptions{PartSize: 1 << 20})
		if (d == nil) == (err == nil) {
			t.Errorf("data %v, error %v", d, err)
		}
		reasons := []error{ErrDamaged, ErrTooLarge, ErrNotWorkbook, ErrForeign, ErrFormat, ErrMacro}
		if err != nil && !strings.HasPrefix(err.Error(), "xlsx: ") {
			t.Errorf("error %q", err)
		}
		for _, r := range reasons {
			if err == nil || errors.Is(err, r) {
				return
			}
		}
		t.Errorf("an error without a reason: %v", err)
	})
}

// FuzzText: whatever a text is, a cell gives it back.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a", "", "=1+1", "a\r\nb\tc", "\x00\xff\uFFFE", "_x000D_", "_x005F_x0041_", " a ", "]]>&amp;", "'", "1e5", "TRUE", "2026-01-01", strings.Repeat("lang & ", 60)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf16Len(s) > 1000 {
			return
		}
		d := inSheet(&doc.Paragraph{Inlines: doc.T(s)}, &doc.Table{ID: "t", Caption: doc.T(s), Columns: []doc.Column{{Key: "k", Title: s, Entry: doc.Entry{Input: true}}},
			Rows: []doc.Row{{ID: "id" + s, Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{doc.T(s)}}}}}})
		d.Title, d.Meta = s, doc.Meta{Subject: s, Creator: s, CaseID: s, Version: s, Keywords: []string{s}, Generator: s}
		d.Running = doc.Running{Left: doc.T(s), Right: doc.T(s), Footer: append(doc.T(s), &doc.PageNumber{})}
		file := write(t, d)
		for _, f := range Lint(file) {
			t.Errorf("%v", f)
		}
		got := read(t, file)
		if len(got.Problems) > 0 || len(changed(got)) > 0 || len(got.Sheets) != 1 || len(got.Sheets[0].Rows) != 1 {
			t.Fatalf("%q: %v, %v", s, got.Problems, got.Sheets)
		}
		r := got.Sheets[0].Rows[0]
		if c := r.Cells["k"]; c.Text != clean(s) || r.ID != clean("id"+s) {
			t.Errorf("%q came back as %q in row %q", s, c.Text, r.ID)
		}
	})
}
