package docx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/matrix"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// crowd places many scenarios in one cell and some in others.
func crowd(n int) [][2]int {
	out := [][2]int{{1, 1}, {n, n}, {n, n}, {1, n}}
	for range 20 {
		out = append(out, [2]int{2, n})
	}
	return out
}

func matrixDocument(t *doc.Table) *doc.Document {
	d := &doc.Document{ID: "m", Language: doc.Bokmal, Title: "Matrise", Labels: sampleLabels[doc.Bokmal], Blocks: []doc.Block{t}}
	doc.Number(d)
	return d
}

// theMatrix is the first table of a file.
func theMatrix(t *testing.T, file []byte) *ooxml.Node {
	t.Helper()
	for _, f := range Lint(file) {
		t.Error(f)
	}
	root, err := ooxml.Parse([]byte(unpack(t, file)["word/document.xml"]))
	if err != nil {
		t.Fatal(err)
	}
	var out *ooxml.Node
	ooxml.EachNamed(root, "w:tbl", func(n *ooxml.Node) {
		if out == nil {
			out = n
		}
	})
	if out == nil {
		t.Fatal("no table")
	}
	return out
}

func rowsOf(tbl *ooxml.Node) []*ooxml.Node {
	var out []*ooxml.Node
	for _, k := range tbl.Kids {
		if k.Name == "w:tr" {
			out = append(out, k)
		}
	}
	return out
}

// TestMatrix: whatever the size and the look, the table fits the lines, its cells
// are equally wide and high enough, its head is marked and repeats, and it stays on
// one page with its caption.
func TestMatrix(t *testing.T) {
	customer := parse(t, pack(t, customerParts()))
	for _, n := range []int{1, 2, 3, 4, 5, 10} {
		for look, ref := range map[string]*Reference{"own": nil, "customer": customer} {
			t.Run(strconv.Itoa(n)+" "+look, func(t *testing.T) {
				tbl := theMatrix(t, write(t, matrixDocument(doctest.Matrix(n, crowd(n)...)), ref))
				var widths []int
				total := 0
				for _, k := range tbl.Child("w:tblGrid").Kids {
					widths = append(widths, idOf(k, "w:w"))
					total += idOf(k, "w:w")
				}
				room := a4.textWidth()
				if ref != nil {
					room = ref.section.page.textWidth()
				}
				if len(widths) != n+2 || total > room || total < room-n && widths[2] < cellWidest {
					t.Errorf("columns of %v, %d in all, for %d", widths, total, room)
				}
				for _, w := range widths[2:] {
					if w != widths[2] || w < 567 {
						t.Errorf("cells are %v wide", widths[2:])
						break
					}
				}
				rows := rowsOf(tbl)
				if len(rows) != n+2 {
					t.Fatalf("%d rows", len(rows))
				}
				for i, r := range rows {
					checkMatrixRow(t, r, i < 2, i == len(rows)-1)
				}
			})
		}
	}
}

func checkMatrixRow(t *testing.T, r *ooxml.Node, head, last bool) {
	t.Helper()
	p := r.Child("w:trPr")
	if on(p.Child("w:tblHeader")) != head || !on(p.Child("w:cantSplit")) {
		t.Error("a row is not marked as it should be")
	}
	if !head {
		if h := p.Child("w:trHeight"); h == nil || h.Attr("w:hRule") != "atLeast" || idOf(h, "w:val") < 907 {
			t.Error("a row is not 16 mm high")
		}
	}
	ooxml.EachNamed(r, "w:p", func(p *ooxml.Node) {
		if keeps := p.Path("w:pPr", "w:keepNext") != nil; keeps == last {
			t.Errorf("a paragraph keeps with the next: %t, in the last row: %t", keeps, last)
		}
	})
}

// TestMatrixCells: each cell has its fill and its word, and the words of all that is
// placed there; the alternative text says the same.
func TestMatrixCells(t *testing.T) {
	m := doctest.Matrix(3, [2]int{1, 1}, [2]int{3, 3}, [2]int{3, 3})
	m.Rows[1].Cells[2].Tone = doc.NoTone
	m.Rows[2].Cells[3].Paragraphs = nil
	tbl := theMatrix(t, write(t, matrixDocument(m), nil))
	want := [][]string{
		{" ", " Konsekvens →"}, {" ", " 1 Ubetydelig", " 2 Mindre alvorlig", " 3 Alvorlig"},
		{" Sannsynlighet →", " 3 Mulig", "FFF1B8 Middels", "FFD6B0 Høy", "F4B6B6 Svært høy|R-02, R-03"},
		{" ", " 2 Lite sannsynlig", "CFE8D5 Lav", "F2F4F7 Middels", "FFD6B0 Høy"},
		{" ", " 1 Usannsynlig", "CFE8D5 Lav|R-01", "CFE8D5 Lav", "FFF1B8 "},
	}
	for i, r := range rowsOf(tbl) {
		var got []string
		for _, tc := range cellsOf(r) {
			fill := ""
			if k := tc.Path("w:tcPr", "w:shd"); k != nil {
				fill = k.Attr("w:fill")
			}
			var ps []string
			ooxml.EachNamed(tc, "w:p", func(p *ooxml.Node) {
				s := ""
				ooxml.EachNamed(p, "w:t", func(k *ooxml.Node) { s += k.Text })
				ps = append(ps, s)
			})
			got = append(got, fill+" "+strings.Join(ps, "|"))
		}
		if strings.Join(got, "; ") != strings.Join(want[i], "; ") {
			t.Errorf("row %d: %q, want %q", i+1, got, want[i])
		}
	}
	if got := tbl.Child("w:tblPr").Val("w:tblDescription"); got != matrix.Summary(m) {
		t.Errorf("described as %q", got)
	}
	if got := tbl.Child("w:tblPr").Val("w:tblCaption"); got != doc.Plain(m.Caption) {
		t.Errorf("titled %q", got)
	}
	axis := rowsOf(tbl)[2].Kids[1].Child("w:tcPr")
	if axis.Val("w:textDirection") != "btLr" || axis.Val("w:vMerge") != "restart" {
		t.Error("the axis of the rows does not run upwards over all of them")
	}
}

// TestMatrixSize: the text is set smaller, and the titles of the columns upwards,
// only where a word would be broken.
func TestMatrixSize(t *testing.T) {
	long := doctest.Matrix(5, [2]int{1, 1})
	long.Rows[0].Cells[1].Paragraphs = [][]doc.Inline{doc.T("Konsekvensutredningsplikt")}
	for name, c := range map[string]struct {
		table   *doc.Table
		small   bool
		upright bool
	}{
		"three": {doctest.Matrix(3), false, false}, "five": {doctest.Matrix(5), false, false},
		"ten": {doctest.Matrix(10), true, true}, "a long word": {long, true, false},
	} {
		w := &writer{ref: mustReference(t), d: &doc.Document{Language: doc.Bokmal}, page: a4}
		l := w.matrixLook(c.table, c.table)
		if small := l.wordStyle == sMatrixWordSmall; small != c.small || (l.upright > 0) != c.upright {
			t.Errorf("%s: small %t, upright %d", name, small, l.upright)
		}
	}
}

// TestMatrixLines: no line of a cell ends within a name, the names come back as they
// were, and a crowded cell has several in a line.
func TestMatrixLines(t *testing.T) {
	w := &writer{ref: mustReference(t), d: &doc.Document{Language: doc.Bokmal}, page: a4}
	m := doctest.Matrix(5, crowd(5)...)
	l := w.matrixLook(m, m)
	const ids = "R-01, R-02, RSK-GEN-03*, R-04, R-05, R-06, R-07"
	got := doc.Plain(l.broken([][]doc.Inline{doc.T(ids)})[0])
	if strings.ReplaceAll(got, "\n", " ") != ids {
		t.Errorf("%q is not %q", got, ids)
	}
	lines := strings.Split(got, "\n")
	if len(lines) != 4 {
		t.Errorf("%d lines: %q", len(lines), lines)
	}
	for _, line := range lines {
		if width := wide(line) * l.placedSize / 1000 * l.slack / 100; width > l.cellWidth-l.padding {
			t.Errorf("%q is %d wide in %d", line, width, l.cellWidth-l.padding)
		}
	}
	for _, plain := range []string{"R1, R2, R3, R4, R5, R6, R7, R8, R9", "R-1", ""} {
		if got := doc.Plain(l.broken([][]doc.Inline{doc.T(plain)})[0]); got != plain {
			t.Errorf("%q became %q", plain, got)
		}
	}
}

// TestTones: the cells of other tables have the same fills, under text of a style
// whose colour does not depend on the customer's.
func TestTones(t *testing.T) {
	for _, kind := range []doc.TableKind{doc.Register, doc.Facts} {
		for tone, fill := range fills {
			c := doc.Cell{Tone: doc.Tone(tone), Paragraphs: [][]doc.Inline{doc.T("Høy")}}
			d := &doc.Document{Language: doc.Bokmal, Blocks: []doc.Block{&doc.Table{Kind: kind, Columns: []doc.Column{{Title: "a"}, {Title: "b"}}, Rows: []doc.Row{{Cells: []doc.Cell{{}, c}}}}}}
			xml := unpack(t, write(t, d, parse(t, pack(t, customerParts()))))["word/document.xml"]
			toned := strings.Contains(xml, `w:val="svsamsvarTableToned"`)
			if strings.Count(xml, "<w:shd ") != strings.Count(fill, "<w:shd ") || !strings.Contains(xml, fill) || toned != (tone > 0) {
				t.Errorf("kind %d, tone %d: the fill or the style is not there", kind, tone)
			}
		}
	}
}

// TestNumbersRight: a column of numbers is set right where it says nothing else.
func TestNumbersRight(t *testing.T) {
	cell := doc.Cell{Paragraphs: [][]doc.Inline{doc.T("1")}}
	d := &doc.Document{Language: doc.Bokmal, Blocks: []doc.Block{&doc.Table{
		Columns: []doc.Column{{Title: "a", Entry: doc.Entry{Type: doc.NumberEntry}}, {Title: "b", Align: doc.Center, Entry: doc.Entry{Type: doc.NumberEntry}}, {Title: "c", Entry: doc.Entry{Type: doc.DateEntry}}},
		Rows:    []doc.Row{{Cells: []doc.Cell{cell, cell, cell}}}}}}
	xml := unpack(t, write(t, d, nil))["word/document.xml"]
	if r, c := strings.Count(xml, `<w:jc w:val="right"/>`), strings.Count(xml, `<w:jc w:val="center"/>`); r != 2 || c != 2 {
		t.Errorf("%d set right and %d in the centre", r, c)
	}
}

func mustReference(t *testing.T) *Reference {
	t.Helper()
	ref, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return ref
}
