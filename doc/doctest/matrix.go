package doctest

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// What each step of likelihood and consequence is called, from the lowest; those
// beyond have numbers only.
var (
	likelihoods  = []string{"Usannsynlig", "Lite sannsynlig", "Mulig", "Sannsynlig", "Svært sannsynlig"}
	consequences = []string{"Ubetydelig", "Mindre alvorlig", "Alvorlig", "Kritisk", "Katastrofal"}
	levels       = []string{"Lav", "Middels", "Høy", "Svært høy"}
)

// Matrix returns a table of n rows and columns with axes, in which the scenarios
// and so on are placed by place, which gives the likelihood and the
// consequence of each, from 1.
func Matrix(n int, place ...[2]int) *doc.Table {
	t := &doc.Table{ID: "matrix", Kind: doc.MatrixTable, Caption: text("Risiko før nye tiltak"),
		Matrix:  &doc.Matrix{RowAxis: "Sannsynlighet", ColumnAxis: "Konsekvens", Source: "scenarios", Row: "likelihood", Column: "consequence", Label: "id"},
		Columns: []doc.Column{{Key: "likelihood", Weight: 14}}}
	step := func(i int, names []string) string {
		if i < len(names) {
			return strconv.Itoa(i+1) + " " + names[i]
		}
		return strconv.Itoa(i + 1)
	}
	for i := range n {
		t.Columns = append(t.Columns, doc.Column{Key: "c" + strconv.Itoa(i+1), Title: step(i, consequences), Weight: 16, Align: doc.Center})
	}
	for l := n; l > 0; l-- {
		row := doc.Row{ID: "l" + strconv.Itoa(l), Cells: []doc.Cell{cell(step(l-1, likelihoods))}}
		for c := 1; c <= n; c++ {
			level := (l + c - 2) * len(levels) / (2*n - 1)
			at := cell(levels[level])
			at.Tone = doc.ToneLow + doc.Tone(level)
			var ids []string
			for i, p := range place {
				if p == [2]int{l, c} {
					ids = append(ids, scenario(i))
				}
			}
			if len(ids) > 0 {
				at.Paragraphs = append(at.Paragraphs, text(strings.Join(ids, ", ")))
			}
			row.Cells = append(row.Cells, at)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func scenario(i int) string {
	id := strconv.Itoa(i + 1)
	return "R-" + strings.Repeat("0", max(2-len(id), 0)) + id
}

// annexC is an annex with what a workbook adds to the tree: sheets, entries, fills
// and a matrix.
func annexC() doc.Block {
	toned := func(t doc.Tone, s string) doc.Cell {
		c := cell(s)
		c.Tone = t
		return c
	}
	valued := func(v doc.Scalar, s string) doc.Cell {
		c := cell(s)
		c.Value = &v
		return c
	}
	choice := doc.Entry{Type: doc.ChoiceEntry, List: "likelihood", Input: true, Note: "Velg ett trinn."}
	level := doc.Entry{Formula: compute(`lookup("levels", rank(likelihood), rank(likelihood))`)}
	for i, l := range levels {
		level.Tones = append(level.Tones, doc.ToneOf{Text: l, Tone: doc.ToneLow + doc.Tone(i)})
	}
	return &doc.Section{ID: "annex.c", Scheme: doc.Annex, Level: 1, Break: true, Title: text("Risiko"), Sheet: &doc.Sheet{Key: "register", Name: "Register", Freeze: 1, Protected: true, Spare: 20}, Blocks: []doc.Block{
		&doc.Table{ID: "scenarios", Kind: doc.Register, Caption: text("Scenarioer"),
			Columns: []doc.Column{
				{Key: "id", Title: "Id"},
				{Key: "likelihood", Title: "Sannsynlighet", Weight: 2, Entry: choice},
				{Key: "sum", Title: "Berørte", Entry: doc.Entry{Type: doc.NumberEntry}},
				{Key: "due", Title: "Frist", Entry: doc.Entry{Type: doc.DateEntry, Input: true}},
				{Key: "level", Title: "Risiko", Weight: 2, Entry: level},
			},
			Rows: []doc.Row{
				{ID: "R-01", Cells: []doc.Cell{cell("R-01"), cell("1 Usannsynlig"), valued(doc.Scalar{Number: 1200}, "1 200"), valued(doc.Scalar{Date: "2027-01-31"}, "31. januar 2027"), toned(doc.ToneLow, "Lav")}},
				{ID: "R-02", Cells: []doc.Cell{cell("R-02"), cell("3 Mulig"), valued(doc.Scalar{Number: 0}, "0"), {}, toned(doc.ToneVeryHigh, "Svært høy")}},
			}},
		Matrix(3, [2]int{1, 1}, [2]int{3, 3}, [2]int{3, 3}),
		&doc.Table{ID: "summary", Kind: doc.Facts, Columns: []doc.Column{{Key: "label"}, {Key: "value", Weight: 2}}, Rows: []doc.Row{
			{Cells: []doc.Cell{cell("Høyeste risiko"), toned(doc.ToneVeryHigh, "Svært høy")}},
			{Cells: []doc.Cell{toned(doc.ToneMedium, "Etter tiltak"), toned(doc.ToneMedium, "Middels")}},
		}},
	}}
}

func choices() []doc.List {
	l := doc.List{ID: "likelihood"}
	for i, s := range likelihoods[:3] {
		l.Items = append(l.Items, doc.ListItem{Value: strconv.Itoa(i + 1), Label: strconv.Itoa(i+1) + " " + s})
	}
	return []doc.List{l}
}

func grids() []doc.Grid {
	return []doc.Grid{{ID: "levels", Rows: [][]string{{"Lav", "Lav", "Middels"}, {"Lav", "Middels", "Høy"}, {"Middels", "Høy", "Svært høy"}}}}
}
