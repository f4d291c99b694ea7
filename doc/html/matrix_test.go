package html_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
)

func matrixDocument(t *doc.Table) *doc.Document {
	d := &doc.Document{ID: "m", Language: doc.Bokmal, Title: "Matrise", Labels: doc.Labels{Table: "Tabell"}, Blocks: []doc.Block{t}}
	doc.Number(d)
	return d
}

// TestMatrix: every cell has a header for its row and its column, and the axes are
// headers of all of them.
func TestMatrix(t *testing.T) {
	for _, n := range []int{1, 3, 5, 10} {
		file := string(write(t, matrixDocument(doctest.Matrix(n, [2]int{1, 1}, [2]int{1, 1}))))
		_, body, _ := strings.Cut(file, "<table")
		for text, want := range map[string]int{
			`<th scope="col">`: n, `<th scope="row">`: n, "<tr>": n + 2, `<p class="word">`: n * n,
			fmt.Sprintf(`<th scope="colgroup" colspan="%d"`, n): 1, fmt.Sprintf(`<th scope="rowgroup" rowspan="%d"`, n): 1,
			`<p class="placed"><span>R-01,</span> <span>R-02</span></p>`: 1,
			`class="low"`: strings.Count(body, ">Lav<"), `class="very-high"`: strings.Count(body, ">Svært høy<"),
			`Konsekvens<span aria-hidden="true"> →</span>`: 1, `class="matrix dense"`: map[bool]int{true: 1}[n > 6], `<div class="up">`: map[bool]int{true: n}[n > 6],
		} {
			if got := strings.Count(body, text); got != want {
				t.Errorf("%d: %s stands there %d times, want %d", n, text, got, want)
			}
		}
	}
}

// TestMatrixUpright: narrow columns with short titles keep them level.
func TestMatrixUpright(t *testing.T) {
	m := doctest.Matrix(10)
	for i := range m.Columns {
		m.Columns[i].Title = fmt.Sprint(i, " liten")
	}
	if file := string(write(t, matrixDocument(m))); strings.Contains(file, `<div class="up">`) || !strings.Contains(file, "matrix dense") {
		t.Error("short titles run upwards, or the text is not set smaller")
	}
}

// TestTones: a fill is a class of its own beside that of the alignment, and a cell
// without one has none.
func TestTones(t *testing.T) {
	for tone, want := range map[doc.Tone]string{doc.NoTone: `<td class="right">1</td>`, doc.ToneLow: `<td class="right low">1</td>`, doc.ToneMedium: `<td class="right medium">1</td>`,
		doc.ToneHigh: `<td class="right high">1</td>`, doc.ToneVeryHigh: `<td class="right very-high">1</td>`} {
		table := &doc.Table{Columns: []doc.Column{{Title: "n", Entry: doc.Entry{Type: doc.NumberEntry}}}, Rows: []doc.Row{{Cells: []doc.Cell{{Tone: tone, Paragraphs: [][]doc.Inline{doc.T("1")}}}}}}
		if file := string(write(t, matrixDocument(table))); !strings.Contains(file, want) {
			t.Errorf("tone %d: no %s", tone, want)
		}
	}
}
