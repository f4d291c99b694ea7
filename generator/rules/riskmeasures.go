package rules

import (
	"fmt"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

const inPlace = "in-place"

// A riskMeasure is a measure of the agreement or one of the controller's own.
type riskMeasure struct {
	status string
	due    model.Date
}

// riskMeasures are all measures of the case by their ids.
func (k *checker) riskMeasures() map[string]riskMeasure {
	out := map[string]riskMeasure{}
	if k.c.Security != nil {
		for _, m := range k.c.Security.Measures {
			out[m.ID] = riskMeasure{m.Status, m.DueDate}
		}
	}
	for _, m := range k.c.Risk.Measures {
		out[m.ID] = riskMeasure{m.Status, m.DueDate}
	}
	delete(out, "")
	return out
}

// named: what a scenario names is there.
func (a *assessment) named(s *model.RiskScenario, path string) {
	known := slices.Sorted(maps.Keys(a.measures))
	for i, id := range s.Existing {
		a.refers(fmt.Sprintf("%s.existing[%d]", path, i), id, "security.measures, risk.measures", known)
	}
	for i, id := range s.Measures {
		a.refers(fmt.Sprintf("%s.measures[%d]", path, i), id, "security.measures, risk.measures", known)
	}
}

// treated: what counts as in place is in place, and what is planned is not; what is
// planned has an effect, and what is to be lowered has something that lowers it.
func (a *assessment) treated(s *model.RiskScenario, path string) {
	for i, id := range s.Existing {
		if m := a.measures[id]; m.status != "" && m.status != inPlace {
			a.add("risk-existing-planned", fmt.Sprintf("%s.existing[%d]", path, i),
				with(report.Words("status", valueWords("Measure.status", m.status)), "id", id)...)
		}
	}
	remaining := 0
	for i, id := range s.Measures {
		m := a.measures[id]
		if m.status != inPlace {
			remaining++
			continue
		}
		// When it came is not known; by its date it should have.
		last := len(s.Reassessments) - 1
		if last < 0 || s.Reassessments[last].Date != "" && s.Reassessments[last].Date < m.due {
			a.add("risk-measure-done", fmt.Sprintf("%s.measures[%d]", path, i), "id", id)
		}
	}
	if remaining > 0 && s.Residual == nil {
		a.add("risk-residual-missing", path+".residual")
	}
	if s.Decision != nil && s.Decision.Choice == "reduce" && len(s.Measures) == 0 {
		a.add("risk-reduce-nothing", path+".decision.choice")
	}
}
