package generator_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// TestRiskIsHeldAgainstTheLibrary: the rules know the scales and the guidance that
// come with the program.
func TestRiskIsHeldAgainstTheLibrary(t *testing.T) {
	g := whole(t, generator.Options{})
	c := exampleCase(t, g, "normsykehuset")
	c.Risk = &model.Risk{
		Scenarios: []model.RiskScenario{{ID: "R-01", Likelihood: new(6), Covers: []string{"normen-sky:RSK-ARE-LOG1", "normen-sky:RSK-ARE-LOG7"}}},
		Areas:     map[string]string{"RSK-ARE-PAT1": "Ingen", "RSK-ARE-VND1": "Ingen", "RSK-ARE-PAT9": "Ingen"},
		Questions: map[string]string{"RSK-QST-11": "Ja"}, Pitfalls: map[string]string{"RSK-PIT-08": "Unngått"},
		Countries:      []model.CountryAssessment{{Country: "NO", Criteria: map[string]model.CountryCriterion{"A8-CTR-09": {}, "A8-CTR-10": {}}}},
		AuditFrequency: &model.AuditFrequency{Factors: map[string]model.AuditFactor{"AUD-FRQ-DOWN1": {}, "AUD-FRQ-ALT1": {}}},
	}
	got := map[string][]string{}
	for _, p := range reviewed(t, g, c, doc.Bokmal) {
		if at, ok := strings.CutPrefix(p.Path, "risk."); ok {
			got[p.Rule] = append(got[p.Rule], at)
		}
	}
	for rule, want := range map[string][]string{
		"risk-likelihood-outside": {"scenarios[0].likelihood"},
		"reference-unknown":       {"scenarios[0].covers[1]"},
		"risk-area-always":        {"areas.RSK-ARE-VND1"},
		"risk-area-missing": {"areas.RSK-ARE-ACC1", "areas.RSK-ARE-ACC2", "areas.RSK-ARE-CFG1", "areas.RSK-ARE-CFG2", "areas.RSK-ARE-CRY1",
			"areas.RSK-ARE-LOG2", "areas.RSK-ARE-PAT2", "areas.RSK-ARE-RET1"},
		"risk-key-unknown": {"areas.RSK-ARE-PAT9", "auditFrequency.factors.AUD-FRQ-ALT1", "countries[0].criteria.A8-CTR-10", "pitfalls.RSK-PIT-08"},
	} {
		slices.Sort(got[rule])
		if !slices.Equal(got[rule], want) {
			t.Errorf("%s: %q, want %q", rule, got[rule], want)
		}
	}
	c.Risk.Scale = "webinar-5x6"
	for _, p := range reviewed(t, g, c, doc.Bokmal) {
		if p.Rule == "risk-scale-unknown" {
			if hint := p.Hint("nb"); !strings.Contains(hint, "mente du «webinar-5x5»") {
				t.Error(hint)
			}
			return
		}
	}
	t.Error("the scale is not missed")
}
