package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/generator/rules"
	"github.com/samsvar/samsvar/templates"
)

// guidance is what the catalogues say of risk, for the rules. They are read at the
// first question.
type guidance struct{ library *clauses.Library }

func (g guidance) Scenario(id string) ([]string, bool) {
	s, ok := g.library.Scenario(id)
	if !ok {
		return nil, false
	}
	return s.Answers, true
}

func (g guidance) Scenarios() (ids []string) {
	for _, s := range g.library.Scenarios() {
		ids = append(ids, s.ID)
	}
	return ids
}

func (g guidance) Measures() (ids []string) {
	for _, m := range g.library.Measures() {
		ids = append(ids, m.ID)
	}
	return ids
}

func (g guidance) Demand(id string) bool {
	_, ok := g.library.Demand(id)
	return ok
}

func (g guidance) Suggest(demand string) string { return g.library.SuggestDemand(demand) }

func (g guidance) Group(id string) (items []rules.Item) {
	for _, d := range g.library.Group(id) {
		items = append(items, rules.Item{ID: d.Short(), Text: d.Text})
	}
	return items
}

// scalesOf are the scales of risk by id.
func scalesOf(set *templates.Set) map[string]*risk.Scale {
	out := map[string]*risk.Scale{}
	for _, s := range set.Scales() {
		out[s.ID] = s
	}
	return out
}
