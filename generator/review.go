package generator

import (
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/qa"
	"github.com/samsvar/samsvar/generator/report"
)

// review reads the assembled document. A finding that another language of the same
// document has told already, by its key, is not told again.
func (a *assembly) review(d *doc.Document, told map[string]bool) []report.Problem {
	var out []report.Problem
	for _, f := range a.g.reader.Check(qa.Document{
		Tree: d, Case: a.c.Resolved(), Left: a.left, Draft: len(a.opens.list) > 0,
		House: slices.Contains(a.g.set.Overridden(), a.t.File),
	}) {
		if !told[f.Key] {
			told[f.Key] = true
			out = append(out, f.Problem)
		}
	}
	return out
}
