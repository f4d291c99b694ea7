package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/csv"
	"github.com/samsvar/samsvar/doc/doctest"
)

// TestWrite: the main register, keys for a header, values for cells; every text comes
// back as it was.
func TestWrite(t *testing.T) {
	d := doctest.Workbook()
	var b bytes.Buffer
	if err := csv.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	records, err := stdcsv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table, ok := csv.Main(d)
	if !ok || len(records) != len(table.Rows)+1 || records[0][0] != csv.IDColumn {
		t.Fatalf("%d records, header %v", len(records), records[0])
	}
	at := map[string]int{}
	for i, key := range records[0] {
		at[key] = i
	}
	for i, row := range table.Rows {
		if got := csv.Unguard(records[i+1][0]); got != row.ID {
			t.Errorf("the id of row %d is %q, want %q", i, got, row.ID)
		}
		for n, c := range table.Columns {
			if c.Entry.Type != doc.TextEntry || c.Entry.Formula != nil || c.Key == csv.IDColumn {
				continue
			}
			var want []string
			for _, p := range row.Cells[n].Paragraphs {
				want = append(want, doc.Plain(p))
			}
			field := records[i+1][at[c.Key]]
			if strings.ContainsAny(field[:min(len(field), 1)], "=+-@\t\r") {
				t.Errorf("%q would be run as a formula", field)
			}
			// encoding/csv reads a carriage return before a line feed as a line feed.
			if got, w := csv.Unguard(field), strings.ReplaceAll(strings.Join(want, "\n"), "\r\n", "\n"); got != w && !strings.HasPrefix(w, "[") {
				t.Errorf("row %d, %s: %q, want %q", i, c.Key, got, w)
			}
		}
	}
}

func TestNoRegister(t *testing.T) {
	for _, d := range []*doc.Document{{}, {Blocks: []doc.Block{&doc.Section{Sheet: &doc.Sheet{Key: "a"}, Blocks: []doc.Block{&doc.Table{Kind: doc.Facts, ID: "t"}}}}}} {
		if err := csv.Write(&bytes.Buffer{}, d); !errors.Is(err, csv.ErrNoRegister) {
			t.Errorf("got %v", err)
		}
	}
	if err := csv.Write(full{}, doctest.Workbook()); err == nil {
		t.Error("no error of a writer that is full")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "tekst": "tekst", "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "@SUM(1)": "'@SUM(1)", "+1": "'+1", "-1": "'-1",
		"\tx": "'\tx", "\rx": "'\rx", "'sitat'": "''sitat'", "’sitat": "’sitat",
	} {
		if got := csv.Guard(text); got != want || csv.Unguard(got) != text {
			t.Errorf("Guard(%q) is %q, back %q", text, got, csv.Unguard(got))
		}
	}
	// What nobody guarded stays.
	for _, text := range []string{"'", "'90-tallet"} {
		if got := csv.Unguard(text); got != text {
			t.Errorf("Unguard(%q) is %q", text, got)
		}
	}
}

func FuzzGuard(f *testing.F) {
	for _, v := range doctest.Values() {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := csv.Unguard(csv.Guard(s)); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	})
}

func ExampleGuard() {
	fmt.Println(csv.Guard("=1+1"))
	// Output: '=1+1
}
