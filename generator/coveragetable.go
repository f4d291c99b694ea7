package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// addCoverage adds the table of demands at the end of a document, with live
// references to where they are met. It has no number: it is not an annex that the
// parties agree on. What is not confirmed is left out.
func (a *assembly) addCoverage(d *doc.Document) {
	c := a.coverage(d)
	table := &doc.Table{Columns: []doc.Column{
		{Key: "demand", Title: a.word("coverageDemand"), Weight: 38},
		{Key: "source", Title: a.word("coverageSource"), Weight: 25},
		{Key: "status", Title: a.word("coverageStatus"), Weight: 13},
		{Key: "place", Title: a.word("coveragePlace"), Weight: 24},
	}}
	for _, row := range c.Demands {
		if row.Unconfirmed {
			continue
		}
		cell := func(in []doc.Inline) doc.Cell { return doc.Cell{Paragraphs: [][]doc.Inline{in}} }
		table.Rows = append(table.Rows, doc.Row{ID: row.Demand, Cells: []doc.Cell{
			cell(doc.T(row.Text)), cell(doc.T(row.Source)), cell(doc.T(a.statusWord(row.Status))), cell(placesIn(row)),
		}})
	}
	if len(table.Rows) == 0 {
		return
	}
	d.Blocks = append(d.Blocks, &doc.Section{ID: "coverage", Level: 1, Title: doc.T(a.word("coverageTitle")), Break: true, Blocks: []doc.Block{
		&doc.Paragraph{Role: doc.Lead, KeepNext: true, Inlines: doc.T(a.word("coverageIntro"))},
		table,
	}})
	doc.Number(d)
}

func (a *assembly) statusWord(s report.CoverageStatus) string {
	switch s {
	case report.Met:
		return a.word("coverageMet")
	case report.OpenStatus:
		return a.word("coverageOpen")
	case report.NotApplicable:
		return a.word("coverageNotApplicable")
	}
	return a.word("coverageUncovered")
}

// placesIn are references to the places of a demand, each once; where none has a
// number, what the facts that meet it are called.
func placesIn(row report.CoverageRow) []doc.Inline {
	var out []doc.Inline
	seen := map[string]bool{}
	for _, p := range row.Places {
		if p.Target == "" || seen[p.Target] {
			continue
		}
		if seen[p.Target] = true; len(out) > 0 {
			out = append(out, &doc.Text{S: ", "})
		}
		out = append(out, &doc.Ref{Target: p.Target})
	}
	if len(out) > 0 {
		return out
	}
	var facts []string
	for _, p := range row.Places {
		if p.Label != "" && !slices.Contains(facts, p.Label) {
			facts = append(facts, p.Label)
		}
	}
	return doc.T(cmp.Or(strings.Join(facts, "; "), "–"))
}
