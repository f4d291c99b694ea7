package templates

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/report"
)

// TablesCovering lists the tables, columns and rows of the document type that meet
// a demand, such as table:measures#owner, and the facts that do, such as
// case:processor.dpo.
func (t *Template) TablesCovering(demand string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
		out = append(out, t.Tables[name].demands()[demand]...)
	}
	for i := range t.Fields {
		if slices.Contains(t.Fields[i].Covers, demand) {
			out = append(out, t.Fields[i].Target())
		}
	}
	return out
}

// demands are what the tables and facts of the document type cover, each once.
func (t *Template) demands() []string {
	all := map[string]bool{}
	for _, table := range t.Tables {
		for demand := range table.demands() {
			all[demand] = true
		}
	}
	for _, f := range t.Fields {
		for _, demand := range f.Covers {
			all[demand] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// CheckDemands finds demands that a table or a fact covers and that are in no
// catalogue. Load leaves it out, as clauses.Library.CheckCatalogues does for
// clauses.
func (s *Set) CheckDemands(l *clauses.Library) []report.Problem {
	var out []report.Problem
	for _, t := range s.Templates() {
		for _, demand := range t.demands() {
			if _, ok := l.Demand(demand); !ok {
				out = append(out, report.Problem{
					Rule: "covers-demand", Pos: report.Pos{File: t.File},
					Args: map[string]string{"demand": demand, "suggestion": l.SuggestDemand(demand)},
				})
			}
		}
	}
	return out
}
