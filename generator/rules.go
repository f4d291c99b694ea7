package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/rules"
)

// rules are the findings about what the case says.
func (g *Generator) rules(c *model.Case) []report.Problem {
	var documents []string
	for _, t := range g.set.Templates() {
		documents = append(documents, t.ID)
	}
	return rules.Check(c.Resolved(), rules.Library{Alternatives: g.alternatives, House: len(g.overridden) > 0, Documents: documents})
}

// alternativesOf lists the ids of the alternatives of each clause.
func alternativesOf(l *clauses.Library) map[string][]string {
	out := map[string][]string{}
	for _, c := range l.Clauses() {
		ids := []string{}
		for _, a := range c.Alternatives {
			ids = append(ids, a.ID)
		}
		out[c.ID] = ids
	}
	return out
}
