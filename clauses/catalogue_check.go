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
func (l *Library) SuggestDemand(id string) string {
	known := l.demandIDs()
	_, own, _ := strings.Cut(id, ":")
	for _, k := range known {
		if _, other, _ := strings.Cut(k, ":"); own != "" && strings.EqualFold(own, other) {
			return k
		}
	}
	return model.Suggest(id, known)
}
