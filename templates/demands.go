package templates

import (
	"maps"
	"slices"
	"strconv"

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
					Rule: "covers-demand", Pos: t.coversAt(demand),
					Args: map[string]string{"demand": demand, "suggestion": l.SuggestDemand(demand)},
				})
			}
		}
	}
	return out
}

// coversAt is where a table, a column or row of it, or a fact first covers a demand.
func (t *Template) coversAt(demand string) report.Pos {
	at := func(path ...string) report.Pos {
		return clauses.YAMLPlace(t.File, t.source, append(path, "covers", demand)...)
	}
	covered := func(covers []string) bool { return slices.Contains(covers, demand) }
	for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
		table := t.Tables[name]
		if covered(table.Covers) {
			return at("tables", name)
		}
		for i, c := range table.Columns {
			if covered(c.Covers) {
				return at("tables", name, "columns", strconv.Itoa(i))
			}
		}
		for i, r := range table.Rows {
			if covered(r.Covers) {
				return at("tables", name, "rows", strconv.Itoa(i))
			}
		}
		for i, r := range table.Fixed {
			if covered(r.Covers) {
				return at("tables", name, "rows", strconv.Itoa(i))
			}
		}
	}
	for i := range t.Fields {
		if covered(t.Fields[i].Covers) {
			return at("fields", strconv.Itoa(i))
		}
	}
	return report.Pos{File: t.File}
}
