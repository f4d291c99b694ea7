package clauses

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// CheckCatalogues finds what is wrong in the catalogues, and clauses that cover
// demands that are in none. Load leaves it out, since a document is made without
// the catalogues.
func (l *Library) CheckCatalogues() []report.Problem {
	out := slices.Clone(l.catalogues.load().problems)
	for _, c := range l.Clauses() {
		for _, demand := range slices.Sorted(maps.Keys(c.Covers)) {
			if _, ok := l.Demand(demand); !ok {
				out = append(out, problemAt("covers-demand", l.placeOf(c, "covers", demand), "demand", demand, "suggestion", l.SuggestDemand(demand)))
			}
		}
	}
	report.SortProblems(out)
	return out
}

// SuggestDemand finds the demand that was meant by an id that is in no catalogue: the same id in another
// catalogue, or else one that is spelt much like it.
func (l *Library) SuggestDemand(id string) string { return suggestRow(id, l.demandIDs()) }

// suggestRow finds the id that was meant among those with their catalogues.
func suggestRow(id string, known []string) string {
	_, own, _ := strings.Cut(id, ":")
	for _, k := range known {
		if _, other, _ := strings.Cut(k, ":"); own != "" && strings.EqualFold(own, other) {
			return k
		}
	}
	return model.Suggest(id, known)
}

// catalogueReference is a row that another one names.
type catalogueReference struct {
	form   string // empty: of whichever form, and named with its catalogue
	id     string
	column string
	at     report.Pos
}

// resolve finds references to rows that there are not. A row with a fault is there,
// and of a catalogue that could not be read nothing is said.
func (s *catalogueSet) resolve() {
	forms := catalogueForms()
	for _, r := range s.references {
		catalogue, _, _ := strings.Cut(r.id, ":")
		var known []string
		switch {
		case r.form != "" && forms[r.form].plain:
			if _, ok := s.ids[r.form][r.id]; ok || s.unread[r.form] {
				continue
			}
			known = slices.Sorted(maps.Keys(s.ids[r.form]))
		case r.form != "":
			if _, ok := s.ids[r.form][r.id]; ok || s.unread[catalogue] {
				continue
			}
			known = slices.Sorted(maps.Keys(s.ids[r.form]))
		default:
			loaded := slices.ContainsFunc(s.list, func(c *Catalogue) bool { return c.ID == catalogue })
			if s.names[r.id] || !loaded || s.unread[catalogue] {
				continue
			}
			known = slices.Sorted(maps.Keys(s.names))
		}
		s.add(problemAt("catalogue-reference", r.at, "column", r.column, "id", r.id, "suggestion", suggestRow(r.id, known)))
	}
}
