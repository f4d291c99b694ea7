package generator

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// answered adds the rows of tables that meet a demand by themselves. It reports
// whether the demand is for scenarios of the library that do not fit the case, which
// it puts on the list of what is left out.
func (a *assembly) answered(row *report.CoverageRow, found map[string]said) (unfit bool) {
	for _, name := range slices.Sorted(maps.Keys(a.t.Tables)) {
		t := a.t.Tables[name]
		if t.Answers == "" {
			continue
		}
		for _, id := range a.answerers(t, row.Demand) {
			target := t.ID + "#" + id
			if s, ok := found[target]; ok {
				row.Places = append(row.Places, report.Place{Clause: target, Number: s.number, Target: s.target})
				row.Paths = append(row.Paths, s.open...)
			}
		}
		if t.Answers == "scenarios" && len(row.Places) == 0 {
			unfit = a.unfit(row, t) || unfit
		}
	}
	return unfit
}

// answerers are the ids of the rows of a table that meet a demand, if they are in it.
func (a *assembly) answerers(t *templates.Table, demand string) (ids []string) {
	catalogue, id, _ := strings.Cut(demand, ":")
	switch {
	case t.Answers == catalogue:
		return []string{id}
	case a.c.Risk == nil:
		return nil
	case t.Answers == "scenarios":
		for i := range a.c.Risk.Scenarios {
			if s := &a.c.Risk.Scenarios[i]; slices.Contains(a.g.covered(s), demand) {
				ids = append(ids, s.ID)
			}
		}
	case t.Answers == "measures":
		for _, m := range a.c.Risk.Measures {
			if from, ok := a.g.library.Measure(m.From); ok && slices.Contains(from.Answers, demand) {
				ids = append(ids, m.ID)
			}
		}
	}
	return ids
}

// unfit tells whether no scenario of the library that answers a demand fits the case,
// and why.
func (a *assembly) unfit(row *report.CoverageRow, t *templates.Table) bool {
	var left []report.Left
	for _, s := range a.g.library.Scenarios() {
		if !slices.Contains(s.Answers, row.Demand) {
			continue
		}
		yes, open, err := a.filler.True(s.When)
		if yes || open != nil || err != nil {
			return false
		}
		left = append(left, report.Left{Clause: t.ID, Condition: s.When.Source})
	}
	row.Left = append(row.Left, left...)
	return len(left) > 0
}
