package generator

import (
	"fmt"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/rules"
)

// rules are the findings about what the case says.
func (g *Generator) rules(c *model.Case) []report.Problem {
	return append(g.notApplicable(c), rules.Check(c.Resolved(), rules.Library{
		Alternatives: g.alternatives, House: len(g.overridden) > 0, Documents: g.set.IDs(), Scales: g.scales, Guidance: guidance{g.library},
	})...)
}

// notApplicable: what the case says does not apply is a demand that there is. The
// catalogues are read only when it says so of one.
func (g *Generator) notApplicable(c *model.Case) (out []report.Problem) {
	for i, n := range c.NotApplicable {
		path := fmt.Sprintf("notApplicable[%d].demand", i)
		if _, ok := g.library.Demand(n.Demand); !ok && n.Demand != "" {
			out = append(out, c.Problem("reference-unknown", path,
				"id", n.Demand, "where", "samsvar list catalogues", "suggestion", g.library.SuggestDemand(n.Demand)))
		}
	}
	return out
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
