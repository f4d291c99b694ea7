package generator

import (
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/qa"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// review reads the assembled document. A finding that another language of the same
// document has told already, by its key, is not told again.
func (a *assembly) review(d *doc.Document, told map[string]bool) []report.Problem {
	var out []report.Problem
	for _, f := range a.g.reader.Check(qa.Document{
		Tree: d, Case: a.c.Resolved(), Left: a.left, Draft: len(a.opens.list) > 0,
		House: slices.Contains(a.g.set.Overridden(), a.t.File), Clauses: clausesOf(a.t.Outline),
	}) {
		if !told[f.Key] {
			told[f.Key] = true
			out = append(out, f.Problem)
		}
	}
	return out
}

// clausesOf are the clauses of an outline, with those of its annexes.
func clausesOf(items []templates.Item) map[string]bool {
	out := map[string]bool{}
	var visit func([]templates.Item)
	visit = func(items []templates.Item) {
		for _, item := range items {
			if item.Clause != "" {
				out[item.Clause] = true
			}
			visit(item.Inner())
		}
	}
	visit(items)
	return out
}
