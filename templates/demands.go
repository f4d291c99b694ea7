package templates

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/report"
)

// TablesCovering lists the tables, columns and rows of the document type that meet
// a demand, such as table:measures#owner.
func (t *Template) TablesCovering(demand string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
		out = append(out, t.Tables[name].demands()[demand]...)
	}
	return out
}

// CheckDemands finds demands that a table covers and that are in no catalogue.
// Load leaves it out, as clauses.Library.CheckCatalogues does for clauses.
func (s *Set) CheckDemands(l *clauses.Library) []report.Problem {
	var out []report.Problem
	for _, t := range s.Templates() {
		for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
			for _, demand := range slices.Sorted(maps.Keys(t.Tables[name].demands())) {
				if _, ok := l.Demand(demand); !ok {
					out = append(out, report.Problem{
						Rule: "covers-demand", Pos: report.Pos{File: t.File},
						Args: map[string]string{"demand": demand, "suggestion": l.SuggestDemand(demand)},
					})
				}
			}
		}
	}
	return out
}
