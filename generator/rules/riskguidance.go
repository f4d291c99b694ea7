package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// The groups of the guidance that a risk assessment answers.
const (
	riskAreas     = "normen-sky:RSK-ARE"
	riskQuestions = "ie-1012:RSK-QST"
	riskPitfalls  = "ie-1012:RSK-PIT"
	riskCriteria  = "ie-1012:A8-CTR"
	auditGuidance = "normen-sky:AUD-FRQ"
)

// vendorAccess is the area that no reason excuses: the guidance says always.
const vendorAccess = "RSK-ARE-VND1"

// guidance: what is named of the catalogues is there, and the risk areas of the
// guidance are covered.
func (a *assessment) guidance() {
	g := a.library.Guidance
	if g == nil {
		return
	}
	covered, scenarios, measures := map[string]bool{}, g.Scenarios(), g.Measures()
	for i, s := range a.r.Scenarios {
		path := fmt.Sprintf("risk.scenarios[%d]", i)
		for j, demand := range s.Covers {
			covered[demand] = true
			if demand != "" && !g.Demand(demand) {
				a.add("reference-unknown", fmt.Sprintf("%s.covers[%d]", path, j), "id", demand, "where", "samsvar list catalogues", "suggestion", g.Suggest(demand))
			}
		}
		answers, _ := g.Scenario(s.From)
		for _, demand := range answers {
			covered[demand] = true
		}
		a.from("risk-from-unknown", path+".from", s.From, scenarios)
	}
	for i, m := range a.r.Measures {
		a.from("risk-measure-from-unknown", fmt.Sprintf("risk.measures[%d].from", i), m.From, measures)
	}
	a.areas(covered)
	a.keys("risk.areas", riskAreas, slices.Collect(maps.Keys(a.r.Areas)))
	a.keys("risk.questions", riskQuestions, slices.Collect(maps.Keys(a.r.Questions)))
	a.keys("risk.pitfalls", riskPitfalls, slices.Collect(maps.Keys(a.r.Pitfalls)))
	for i, c := range a.r.Countries {
		a.keys(fmt.Sprintf("risk.countries[%d].criteria", i), riskCriteria, slices.Collect(maps.Keys(c.Criteria)))
	}
	if f := a.r.AuditFrequency; f != nil {
		a.keys("risk.auditFrequency.factors", auditGuidance, slices.Collect(maps.Keys(f.Factors)))
	}
}

// from: what something was made from is in the library, when that has any.
func (a *assessment) from(rule, path, id string, known []string) {
	if id != "" && len(known) > 0 && !slices.Contains(known, id) {
		a.add(rule, path, "id", id, "suggestion", model.Suggest(id, known))
	}
}

// areas: every risk area has a scenario, or a reason why it has none.
func (a *assessment) areas(covered map[string]bool) {
	if len(a.r.Scenarios) == 0 { // an open point
		return
	}
	catalogue, _, _ := strings.Cut(riskAreas, ":")
	for _, area := range a.library.Guidance.Group(riskAreas) {
		excused := !blank(a.r.Areas[area.ID])
		path, args := model.JoinKey("risk.areas", area.ID), with(report.Words("text", lower(area.Text)), "id", area.ID)
		switch {
		case covered[catalogue+":"+area.ID]:
		case area.ID == vendorAccess:
			a.add("risk-area-always", path, args...)
		case !excused:
			a.add("risk-area-missing", path, args...)
		}
	}
}

// keys: the keys of a map are items of the guidance.
func (a *assessment) keys(path, group string, keys []string) {
	var known []string
	for _, item := range a.library.Guidance.Group(group) {
		known = append(known, item.ID)
	}
	if group == auditGuidance { // it has items that are no factors
		known = nil
		for _, f := range risk.AuditSuggestion(a.c, nil).Factors {
			known = append(known, f.ID)
		}
	}
	if len(known) == 0 {
		return
	}
	slices.Sort(keys)
	for _, key := range keys {
		if !slices.Contains(known, key) {
			a.add("risk-key-unknown", model.JoinKey(path, key), "key", key, "group", group, "suggestion", model.Suggest(key, known), "allowed", strings.Join(known, ", "))
		}
	}
}
