package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/xlsx/xlsxtest"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// formulaTexts are texts that a spreadsheet takes for a formula, or nearly.
var formulaTexts = []string{
	"=cmd|' /C calc'!A0", "=1+1", "@SUM(1+1)", "+1", "-1", "+47 22 00 00 00", "'=1", "''", "'", "=", "a=1", "=HYPERLINK(\"https://example.com\";\"x\")", "－1", "1e5", "TRUE", "#REF!",
}

// TestImportFormulaTexts: such texts go out as text and come back as the same text.
func TestImportFormulaTexts(t *testing.T) {
	g, c := registerCase(t)
	var edits []model.Edit
	for _, s := range formulaTexts {
		edits = append(edits, model.Edit{Op: model.OpAppend, Path: "risk.scenarios", Value: map[string]any{"id": fmt.Sprintf("T-%02d", len(edits)+1), "title": s, "owner": "\t" + s, "causes": []any{s, s}}})
	}
	text, err := c.Source().Patch(edits)
	if err != nil {
		t.Fatal(err)
	}
	with := reload(t, g, text)
	for _, format := range []string{"xlsx", "csv", "json"} {
		data := written(t, g, with, doc.Bokmal, format)
		asText(t, format, data)
		if im := imported(t, g, with, "register."+format, data); len(im.Changes)+len(im.Problems) > 0 {
			t.Errorf("%s: %v %v", format, differences(im), complaints(im.Problems))
		}
		// Held against the case without them, the rows are new once their ids are gone.
		im := imported(t, g, c, "register."+format, withoutIDs(t, format, data))
		text, err := c.Source().Patch(im.Edits)
		if err != nil || len(im.Edits) != len(formulaTexts) {
			t.Fatalf("%s: %d edits, %v %v", format, len(im.Edits), err, complaints(im.Problems))
		}
		scenarios := reload(t, g, text).Risk.Scenarios
		for i, s := range formulaTexts {
			got := scenarios[len(scenarios)-len(formulaTexts)+i]
			if got.Title != s || got.Owner != s || len(got.Causes) != 2 || got.Causes[1] != s {
				t.Errorf("%s: %q has come back as %q, %q, %q", format, s, got.Title, got.Owner, got.Causes)
			}
		}
	}
}

// asText: no cell with a text is a formula, and none in CSV begins as one.
func asText(t *testing.T, format string, data []byte) {
	t.Helper()
	switch format {
	case "csv":
		records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			for _, s := range r {
				if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
					t.Errorf("a cell of the CSV file is %q", s)
				}
			}
		}
	case "xlsx":
		d := xlsxtest.Open(t, data)
		sheet, _ := d.Table("scenarios")
		for i, s := range formulaTexts {
			ref := d.Ref("scenarios", fmt.Sprintf("T-%02d", i+1), "title")
			f, err := d.GetCellFormula(sheet, ref)
			if got := d.Raw(sheet, ref); err != nil || f != "" || got != s {
				t.Errorf("%q is %v, with the formula %q", s, got, f)
			}
		}
	}
}

// withoutIDs takes away the ids of the rows T-01 and on.
func withoutIDs(t *testing.T, format string, data []byte) []byte {
	t.Helper()
	switch format {
	case "xlsx":
		return edited(t, data, func(d desk) {
			sheet, _ := d.Table("scenarios")
			for i := range formulaTexts {
				d.Must(d.SetCellValue(sheet, fmt.Sprintf("A%d", d.Row("scenarios", fmt.Sprintf("T-%02d", i+1))), nil))
			}
		})
	case "json":
		for i := range formulaTexts {
			data = bytes.Replace(data, fmt.Appendf(nil, `"id": "T-%02d",`, i+1), nil, 1)
		}
		if !json.Valid(data) {
			t.Fatal("no JSON")
		}
		return data
	}
	for i := range formulaTexts {
		data = bytes.Replace(data, fmt.Appendf(nil, "\nT-%02d,", i+1), []byte("\n,"), 1)
	}
	return data
}

// TestImportCSV: what programs make of a CSV file when they save it.
func TestImportCSV(t *testing.T) {
	g, c := registerCase(t)
	text := string(written(t, g, c, doc.Bokmal, "csv"))
	text = change(t, text, "Uvedkommende leser målinger", "Uvedkommende ser målinger – «nå»")
	want := `set risk.scenarios[0].title: "Uvedkommende leser målinger" → "Uvedkommende ser målinger – «nå»"`
	semicolons := recut(t, text, ';')
	for name, data := range map[string]string{
		"as it was":               text,
		"a byte order mark":       "\uFEFF" + text,
		"line ends of Windows":    strings.ReplaceAll(text, "\n", "\r\n"),
		"semicolons":              semicolons,
		"as Excel in Norway":      "\uFEFF" + strings.ReplaceAll(semicolons, "\n", "\r\n"),
		"in the code of Windows":  windows(t, semicolons),
		"days as in Norway":       strings.ReplaceAll(semicolons, "2026-11-20", "20.11.2026"),
		"labels and not values":   strings.ReplaceAll(semicolons, ";access;", ";tilgang;"),
		"a column moved to front": recut(t, text, ';', 3, 0, 1),
	} {
		im := imported(t, g, c, "register.csv", []byte(data))
		if got := differences(im); len(got) != 1 || got[0] != want || len(im.Problems) > 0 {
			t.Errorf("%s: %v %v", name, got, complaints(im.Problems))
		}
	}
	// What was written in one language is read where the case is in another.
	f, err := g.ReadFilled("register.csv", bytes.NewReader(written(t, g, c, doc.English, "csv")), generator.FilledHint{Language: "nn"})
	if err != nil {
		t.Fatal(err)
	}
	if im, err := g.Import(c, f); err != nil || len(im.Changes)+len(im.Problems) > 0 {
		t.Errorf("%v %v", err, im)
	}
}

// recut writes a CSV file with another separator, and some columns first.
func recut(t *testing.T, text string, separator rune, first ...int) string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = separator
	for _, r := range records {
		var out []string
		for _, n := range first {
			out = append(out, r[n])
		}
		for n, s := range r {
			moved := false
			for _, f := range first {
				moved = moved || f == n
			}
			if !moved {
				out = append(out, s)
			}
		}
		if err := w.Write(out); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.String()
}

// windows writes a text in Windows-1252.
func windows(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80 || r >= 0xA0 && r <= 0xFF:
			b.WriteByte(byte(r))
		case r == '–':
			b.WriteByte(0x96)
		default:
			t.Fatalf("%q", r)
		}
	}
	return b.String()
}

// TestImportJSON: a program may write what it knows and nothing else; null empties a
// cell, and a row without an id is new.
func TestImportJSON(t *testing.T) {
	g, c := registerCase(t)
	im := imported(t, g, c, "some.json", []byte(`{"version": 1, "document": "risk-register", "language": "en", "sheets": [
		{"sheet": "register", "rows": [
			{"id": "R-01", "cells": {"likelihood": 5, "consequence.privacy": "2", "owner": null, "cia": "integrity, tilgjenge", "existing": ""}},
			{"cells": {"title": "New", "area": "exit", "residualLikelihood": "1 Improbable"}}]},
		{"sheet": "plan", "rows": [{"id": "K-01", "cells": {"dueDate": "2027-04-02"}}]}]}`))
	equal(t, "changes", differences(im),
		`set risk.scenarios[0].cia: "confidentiality" → "integrity, tilgjenge"`,
		`clear risk.scenarios[0].owner: "Klinikksjef Kari Nordmann" → ""`,
		`clear risk.scenarios[0].existing: "M-1" → ""`,
		`set risk.scenarios[0].likelihood: "3 Possible" → "5 Very likely"`,
		`set risk.scenarios[0].consequence.privacy: "4 Serious" → "2 Low"`,
		`add risk.scenarios R-13: "" → "New"`,
		`set risk.measures[0].dueDate: "2027-03-01" → "2027-04-02"`)
	text, err := c.Source().Patch(im.Edits)
	if err != nil {
		t.Fatal(err)
	}
	risk := reload(t, g, text).Risk
	if s := risk.Scenarios[0]; *s.Likelihood != 5 || s.Consequence["privacy"] != 2 || s.Owner != "" || strings.Join(s.CIA, " ") != "integrity availability" || s.Existing != nil {
		t.Errorf("got %+v", s)
	}
	if s := risk.Scenarios[12]; s.ID != "R-13" || s.Area != "exit" || *s.Residual.Likelihood != 1 {
		t.Errorf("got %+v", s)
	}
}
