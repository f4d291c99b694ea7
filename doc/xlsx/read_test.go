package xlsx

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/xuri/excelize/v2"
)

// write writes a document, or fails the test.
func write(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, data []byte) *Data {
	t.Helper()
	d, err := Read(bytes.NewReader(data), int64(len(data)), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// edit changes a workbook as somebody would who has it open.
func edit(t testing.TB, data []byte, f func(x *excelize.File) error) []byte {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := f(x); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changed lists the cells that were edited, as ID (or row) and column, with their text.
func changed(d *Data) map[string]string {
	out := map[string]string{}
	for _, s := range d.Sheets {
		for _, r := range s.Rows {
			for key, c := range r.Cells {
				if c.Changed {
					id := r.ID
					if id == "" {
						id = "new"
					}
					out[id+" "+key] = c.Text
				}
			}
		}
	}
	return out
}

func table(t testing.TB, d *Data, id string) *SheetData {
	t.Helper()
	for i := range d.Sheets {
		if d.Sheets[i].Table == id {
			return &d.Sheets[i]
		}
	}
	t.Fatalf("no register %s among %d", id, len(d.Sheets))
	return nil
}

func TestReadBackUnchanged(t *testing.T) {
	data := write(t, doctest.Workbook())
	d := read(t, data)
	if diff := cmp.Diff(map[string]string{}, changed(d)); diff != "" {
		t.Error(diff)
	}
	if len(d.Problems) > 0 {
		t.Errorf("problems: %v", d.Problems)
	}
	got := []string{d.Document, d.CaseID, d.Language, d.Version, d.Date}
	if diff := cmp.Diff([]string{"risk-register", "2026/1234", "nb", "0.3", "2026-11-20"}, got); diff != "" {
		t.Error(diff)
	}
	s := table(t, d, "t.risks")
	if s.Key != "register" || s.Name != "Risiko" || len(s.Rows) != 23 {
		t.Errorf("%s, %s, %d rows", s.Key, s.Name, len(s.Rows))
	}
	r := s.Rows[1]
	n := 1250.5
	want := map[string]ReadCell{
		"id":                   {Ref: "B8", Text: "RSK-2"},
		"title":                {Ref: "C8", Text: "Tjenesten er utilgjengelig i mer enn fire timer i en periode med stor pågang"},
		"likelihood":           {Ref: "D8", Text: "2 Lite sannsynlig", Value: "2"},
		"consequence.patients": {Ref: "E8", Text: "3 Alvorlig", Value: "3"},
		"consequence.privacy":  {Ref: "F8", Text: "4 Svært alvorlig", Value: "4"},
		"level":                {Ref: "H8", Text: "Høy"},
		"cost":                 {Ref: "I8", Text: "1250.5", Number: &n},
		"due":                  {Ref: "J8", Text: "2027-02-15", Date: "2027-02-15"},
		"status":               {Ref: "K8", Text: "Gjennomført", Value: "done"},
		"assessment":           {Ref: "L8", Text: "Tilgangene gås gjennom hvert kvartal. "},
	}
	highest := 4.0
	want["highest"] = ReadCell{Ref: "G8", Text: "4", Number: &highest}
	if diff := cmp.Diff(want, r.Cells, cmpopts.IgnoreUnexported(ReadCell{})); diff != "" {
		t.Error(diff)
	}
	// Hostile texts come back as they were.
	for i, v := range doctest.Values() {
		if got := s.Rows[4+i].Cells["title"].Text; got != clean(v) {
			t.Errorf("%q came back as %q", v, got)
		}
	}
}
