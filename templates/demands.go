package templates

import (
	"maps"
	"slices"
	"strconv"

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
						Rule: "covers-demand", Pos: t.coversAt(name, demand),
						Args: map[string]string{"demand": demand, "suggestion": l.SuggestDemand(demand)},
					})
				}
			}
		}
	}
	return out
}

// coversAt is where a table, or the first column or row of it, covers a demand.
func (t *Template) coversAt(name, demand string) report.Pos {
	table := t.Tables[name]
	path := []string{"tables", name}
	in := func(covers []string, more ...string) bool {
		if slices.Contains(covers, demand) {
			path = slices.Concat(path, more, []string{"covers", demand})
			return true
		}
		return false
	}
	if in(table.Covers) {
		return clauses.YAMLPlace(t.File, t.source, path...)
	}
	for i, c := range table.Columns {
		if in(c.Covers, "columns", strconv.Itoa(i)) {
			break
		}
	}
	for i, r := range table.Rows {
		if in(r.Covers, "rows", strconv.Itoa(i)) {
			break
		}
	}
	return clauses.YAMLPlace(t.File, t.source, path...)
}
