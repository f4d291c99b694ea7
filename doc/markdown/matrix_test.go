package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
)

func matrixText(t *testing.T, m *doc.Table) string {
	t.Helper()
	d := &doc.Document{ID: "m", Language: doc.Bokmal, Title: "Matrise", Labels: doc.Labels{Table: "Tabell"}, Blocks: []doc.Block{m}}
	doc.Number(d)
	return string(write(t, d))
}

func TestMatrix(t *testing.T) {
	got := matrixText(t, doctest.Matrix(3, [2]int{1, 1}, [2]int{3, 3}, [2]int{3, 3}))
	want := strings.Join([]string{
		"| Sannsynlighet ↑<br>Konsekvens → | 1 Ubetydelig | 2 Mindre alvorlig | 3 Alvorlig |", "| --- | :-: | :-: | :-: |",
		"| **3 Mulig** | **Middels** | **Høy** | **Svært høy**<br>R-02, R-03 |",
		"| **2 Lite sannsynlig** | **Lav** | **Middels** | **Høy** |",
		"| **1 Usannsynlig** | **Lav**<br>R-01 | **Lav** | **Middels** |"}, "\n")
	if _, table, _ := strings.Cut(got, "\n\n| "); cmp.Diff(want, strings.TrimSpace("| "+table)) != "" {
		t.Error(cmp.Diff(want, strings.TrimSpace("| "+table)))
	}
}

// TestMatrixReads: a reader of Markdown finds a table of the same size, with the
// words and the names in its cells.
func TestMatrixReads(t *testing.T) {
	const n = 10
	tokens := read(t, []byte(matrixText(t, doctest.Matrix(n, [2]int{1, 1}, [2]int{n, n}, [2]int{n, n}))))
	count := map[string]int{}
	for _, token := range tokens {
		count[token]++
	}
	if count["<th>"] != n+1 || count["<td>"] != n*(n+1) || count["R-01"] != 1 || count["R-02, R-03"] != 1 || count["<strong>"] != 1+n+n*n {
		t.Errorf("%d headers, %d cells, %d bold texts in\n%s", count["<th>"], count["<td>"], count["<strong>"], strings.Join(tokens, " "))
	}
}

func TestNumbersRight(t *testing.T) {
	table := &doc.Table{Columns: []doc.Column{{Title: "a"}, {Title: "n", Entry: doc.Entry{Type: doc.NumberEntry}}}}
	if got := matrixText(t, table); !strings.Contains(got, "| a | n |\n| --- | --: |") {
		t.Error(got)
	}
}
