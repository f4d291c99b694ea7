package matrix

import (
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func cell(ps ...string) doc.Cell {
	var c doc.Cell
	for _, p := range ps {
		c.Paragraphs = append(c.Paragraphs, doc.T(p))
	}
	return c
}

// small is a matrix of two by two cells with something placed in two of them.
func small() *doc.Table {
	return &doc.Table{Kind: doc.MatrixTable, Matrix: &doc.Matrix{RowAxis: "Likelihood", ColumnAxis: "Consequence"},
		Columns: []doc.Column{{}, {Title: "1 Minor"}, {Title: "2 Major"}},
		Rows: []doc.Row{
			{Cells: []doc.Cell{cell("2 Possible"), cell("Medium"), cell("High", "R-1, R-2")}},
			{Cells: []doc.Cell{cell("1 Rare"), cell("Low", "R-3", "R-4"), {}}},
		}}
}

func TestCheck(t *testing.T) {
	if err := Check(small()); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*doc.Table){
		"unknown kind of table 3":                   func(m *doc.Table) { m.Kind = 3 },
		"unknown kind of table -1":                  func(m *doc.Table) { m.Kind = -1 },
		"axes on a table that is no matrix":         func(m *doc.Table) { m.Kind = doc.Register },
		"matrix without axes":                       func(m *doc.Table) { m.Matrix = nil },
		"matrix without columns beside the labels":  func(m *doc.Table) { m.Columns = m.Columns[:1] },
		"matrix without rows":                       func(m *doc.Table) { m.Rows = nil },
		"row 2 has a cell with the unknown tone 5":  func(m *doc.Table) { m.Rows[1].Cells[2].Tone = doc.ToneVeryHigh + 1 },
		"row 1 has a cell with the unknown tone -1": func(m *doc.Table) { m.Rows[0].Cells[0].Tone = -1 },
		"row 1 has a cell with nothing where an inline should be": func(m *doc.Table) {
			m.Rows[0].Cells[1].Paragraphs[0] = []doc.Inline{&doc.Link{Inlines: []doc.Inline{(*doc.Text)(nil)}}}
		},
	} {
		m := small()
		change(m)
		if err := Check(m); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		cell         doc.Cell
		word, placed string
	}{
		{doc.Cell{}, "", ""}, {cell("High"), "High", ""}, {cell("High", "R-1, R-2"), "High", "R-1, R-2"}, {cell("High", "R-1", "R-2"), "High", "R-1, R-2"},
	} {
		if w, p := line(Word(c.cell)), line(Placed(c.cell)); w != c.word || p != c.placed {
			t.Errorf("%q and %q, want %q and %q", w, p, c.word, c.placed)
		}
	}
}

// TestItems: the items with blanks between them are the text again, and what is more
// than a text stays whole.
func TestItems(t *testing.T) {
	for text, want := range map[string][]string{
		"R-1, R-2*, R-10": {"R-1,", "R-2*,", "R-10"}, "R-1": nil, "": nil, "R-1,R-2": nil, ", a": {",", "a"}, "a, ": {"a,", ""},
	} {
		got := Items(doc.T(text))
		if !slices.Equal(got, want) || got != nil && strings.Join(got, " ") != text {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for _, p := range [][]doc.Inline{nil, {(*doc.Text)(nil)}, {&doc.Text{S: "a, b", Bold: true}}, {&doc.Text{S: "a, b"}, &doc.Text{S: "c"}}, {&doc.Ref{Number: "a, b"}}} {
		if got := Items(p); got != nil {
			t.Errorf("%v is %q", p, got)
		}
	}
}

func TestSummary(t *testing.T) {
	const want = "Likelihood / Consequence. 2 Possible / 2 Major: High – R-1, R-2. 1 Rare / 1 Minor: Low – R-3, R-4."
	if got := Summary(small()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
