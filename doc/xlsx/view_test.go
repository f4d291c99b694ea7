package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/xuri/excelize/v2"
)

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestRegisterSheet: what somebody who opens a register meets.
func TestRegisterSheet(t *testing.T) {
	x := opened(t, write(t, doctest.Workbook()))
	got := map[string]any{}
	note := func(key string, v any, err error) {
		if err != nil {
			t.Fatal(key, err)
		}
		got[key] = v
	}
	v, err := x.GetSheetView(reg, 0)
	note("zoom", *v.ZoomScale, err)
	note("seen from", *v.TopLeftCell, err)
	panes, err := x.GetPanes(reg)
	note("panes", []any{panes.Freeze, panes.XSplit, panes.YSplit, panes.TopLeftCell, panes.Selection[0].ActiveCell}, err)
	p, err := x.GetSheetProtection(reg)
	note("may", []bool{p.AutoFilter, p.Sort, p.FormatColumns, p.FormatRows, p.InsertRows, p.DeleteRows, p.FormatCells}, err)
	keys, err := x.GetRowVisible(reg, 1)
	note("keys seen", keys, err)
	ids, err := x.GetColVisible(reg, "A")
	note("ids seen", ids, err)
	l, err := x.GetPageLayout(reg)
	note("page", []any{*l.Size, *l.Orientation, *l.FitToWidth, *l.FitToHeight}, err)
	s, err := x.GetSheetProps(reg)
	note("fits", *s.FitToPage, err)
	for _, name := range []string{identityName, listsName, liveName, "Les meg"} {
		seen, err := x.GetSheetVisible(name)
		note(name, seen, err)
	}
	for ref, key := range map[string]string{"B7": "locked", "C7": "input", "C34": "spare"} {
		id, err := x.GetCellStyle(reg, ref)
		st, err2 := x.GetStyle(id)
		if err == nil {
			err = err2
		}
		note(key, []any{st.Protection.Locked, strings.Join(st.Fill.Color, "")}, err)
	}
	want := map[string]any{
		"zoom": 90.0, "seen from": "B2", "panes": []any{true, 2, 5, "D7", "C7"}, "may": []bool{true, true, true, true, false, false, false},
		"keys seen": false, "ids seen": false, "page": []any{9, "landscape", 1, 0}, "fits": true,
		identityName: false, listsName: false, liveName: false, "Les meg": true,
		"locked": []any{true, ""}, "input": []any{false, inputFill}, "spare": []any{false, inputFill},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if x.GetActiveSheetIndex() != 0 {
		t.Error("another sheet than the first is in front")
	}
}

// TestDates: a date is a number that is shown as its language writes dates.
func TestDates(t *testing.T) {
	for language, want := range map[doc.Language]string{doc.Bokmal: "15.02.2027", doc.Nynorsk: "15.02.2027", doc.English: "2027-02-15"} {
		d := inSheet(&doc.Table{ID: "t", Columns: []doc.Column{{Key: "d", Title: "D", Entry: doc.Entry{Type: doc.DateEntry}}}, Rows: []doc.Row{{Cells: []doc.Cell{{Value: &doc.Scalar{Date: "2027-02-15"}}}}}})
		d.Language = language
		x := opened(t, write(t, d))
		shown, _ := x.GetCellValue("Ark", "B4")
		raw, _ := x.GetCellValue("Ark", "B4", excelize.Options{RawCellValue: true})
		if shown != want || raw != "46433" {
			t.Errorf("%s: %s, shown as %s", language, raw, shown)
		}
	}
}

// TestMessages: where the document has no words for a wrong entry, the program that
// shows the workbook has its own.
func TestMessages(t *testing.T) {
	for _, labels := range []doc.EntryLabels{{}, {Title: "Feil", Number: "Skriv et tall."}} {
		d := inSheet(&doc.Table{ID: "t", Columns: []doc.Column{{Key: "n", Title: "N", Entry: doc.Entry{Type: doc.NumberEntry, Input: true}}}, Rows: []doc.Row{{ID: "1", Cells: []doc.Cell{{}}}}})
		d.Labels.Entry = labels
		dvs, err := opened(t, write(t, d)).GetDataValidations("Ark")
		if err != nil || len(dvs) != 1 {
			t.Fatal(err, len(dvs))
		}
		text := ""
		if dvs[0].Error != nil {
			text = *dvs[0].Error
		}
		if !dvs[0].ShowErrorMessage || text != labels.Number {
			t.Errorf("%+v: shows %q", labels, text)
		}
	}
}

func TestRunning(t *testing.T) {
	d := inSheet()
	d.Title = "A & B 2026"
	h, err := opened(t, write(t, d)).GetHeaderFooter("Ark")
	if err != nil || !strings.HasSuffix(h.OddHeader, `"A && B 2026`) || !strings.HasSuffix(h.OddFooter, `"&P / &N`) {
		t.Errorf("%q, %q, %v", h.OddHeader, h.OddFooter, err)
	}
}

// TestTallIntroduction: panes leave room for the rows.
func TestTallIntroduction(t *testing.T) {
	blocks := []doc.Block{}
	for range 12 {
		blocks = append(blocks, &doc.Paragraph{Inlines: doc.T(strings.Repeat("Forklaring av skjemaet. ", 10))})
	}
	d := inSheet(append(blocks, &doc.Table{ID: "t", Columns: []doc.Column{{Key: "n", Title: "N", Entry: doc.Entry{Input: true}}}, Rows: []doc.Row{{ID: "1", Cells: []doc.Cell{{}}}}})...)
	p, err := opened(t, write(t, d)).GetPanes("Ark")
	if err != nil || p.YSplit != 0 {
		t.Errorf("%d rows stay in sight: %v", p.YSplit, err)
	}
}
