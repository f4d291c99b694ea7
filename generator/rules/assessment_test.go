package rules_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/generator/rules"
	"github.com/samsvar/samsvar/templates"
)

// riskScales are the scale that comes with the program.
func riskScales() map[string]*risk.Scale {
	const file = "risk/webinar-5x5.yaml"
	text, err := os.ReadFile("../../templates/" + file)
	if err != nil {
		panic(err)
	}
	s, problems := templates.ParseScale(file, text, doc.Languages()...)
	if len(problems) > 0 {
		panic(problems)
	}
	return map[string]*risk.Scale{s.ID: s}
}

// fewItems is a guidance with a few items of each group.
type fewItems struct{}

var groups = map[string][]rules.Item{
	"normen-sky:RSK-ARE": {
		{ID: "RSK-ARE-LOG1", Text: map[doc.Language]string{doc.English: "Logs of health data", doc.Bokmal: "Logg over helseopplysninger"}},
		{ID: "RSK-ARE-PAT1", Text: map[doc.Language]string{doc.English: "ICT that patients use"}},
		{ID: "RSK-ARE-VND1"},
	},
	"ie-1012:RSK-QST":    {{ID: "RSK-QST-01"}},
	"ie-1012:RSK-PIT":    {{ID: "RSK-PIT-01"}},
	"ie-1012:A8-CTR":     {{ID: "A8-CTR-01"}},
	"normen-sky:AUD-FRQ": {{ID: "AUD-FRQ-BASE"}, {ID: "AUD-FRQ-UP2", Text: map[doc.Language]string{doc.English: "Special categories"}}},
}

func (fewItems) Scenario(id string) ([]string, bool) {
	if id == "RSK-GEN-01" {
		return []string{"normen-sky:RSK-GEN-01", "normen-sky:RSK-ARE-VND1"}, true
	}
	return nil, false
}
func (fewItems) Scenarios() []string          { return []string{"RSK-GEN-01", "RSK-WEB-R1"} }
func (fewItems) Measures() []string           { return []string{"MEA-TRAIN"} }
func (fewItems) Demand(id string) bool        { return strings.HasPrefix(id, "normen-sky:RSK-") }
func (fewItems) Suggest(string) string        { return "" }
func (fewItems) Group(id string) []rules.Item { return groups[id] }

// goodRisk breaks no rule in the good case.
func goodRisk() *model.Risk {
	return &model.Risk{
		Mandate:      &model.RiskMandate{Date: "2026-05-04", Kind: "full", Triggers: []string{"new-service"}},
		Participants: []model.RiskParticipant{{Knowledge: []string{"technology"}}, {Knowledge: []string{"privacy", "clinical"}}},
		Scenarios: []model.RiskScenario{
			{
				ID: "R-01", From: "RSK-GEN-01", Covers: []string{"normen-sky:RSK-ARE-LOG1"}, Existing: []string{"M2"},
				Likelihood: new(3), Consequence: map[string]int{"privacy": 4, "service": 1}, Measures: []string{"M1", "OWN-1"},
				Residual: &model.RiskEstimate{Likelihood: new(2), Consequence: map[string]int{"privacy": 4}},
				Decision: &model.RiskDecision{Choice: "reduce", Date: "2026-06-02"},
			},
			{ID: "R-02", Likelihood: new(1), Consequence: map[string]int{"privacy": 5}, Decision: &model.RiskDecision{Choice: "accept", Date: "2026-06-02"}},
		},
		Measures:  []model.RiskMeasure{{ID: "OWN-1", From: "MEA-TRAIN", Status: "planned", DueDate: "2026-12-31"}},
		Areas:     map[string]string{"RSK-ARE-PAT1": "Ingen pasienter"},
		Questions: map[string]string{"RSK-QST-01": "Ja"},
		Pitfalls:  map[string]string{"RSK-PIT-01": "Unngått"},
		Countries: []model.CountryAssessment{{
			Country: "IN", InformationClass: "abroad-on-conditions", Conclusion: "acceptable-on-conditions", Date: "2026-06-01",
			Criteria: map[string]model.CountryCriterion{"A8-CTR-01": {Assessment: "Stabilt"}},
		}},
		AuditFrequency: &model.AuditFrequency{Frequency: "annual", Date: "2026-06-02", Factors: map[string]model.AuditFactor{"AUD-FRQ-UP4": {}}},
		Approval:       &model.RiskApproval{Date: "2026-06-03"},
		ReviewBy:       "2027-06-03",
		Changes:        []model.RiskChange{{Date: "2026-06-01"}, {Date: "2026-06-02"}},
	}
}

// risky is a change of the good risk in the good case, whose measures are in place
// (M2) and planned (M1).
func risky(change func(*model.Risk, *model.Case)) func(*model.Case) {
	return func(c *model.Case) {
		c.Risk = goodRisk()
		c.Security.RiskAssessment = nil
		c.Security.Measures[0].Status, c.Security.Measures[1].Status = "planned", "in-place"
		c.Agreement.Audit = &model.Audit{Frequency: "annual"}
		if change != nil {
			change(c.Risk, c)
		}
	}
}

// first changes the first scenario.
func first(change func(*model.RiskScenario)) func(*model.Case) {
	return risky(func(r *model.Risk, _ *model.Case) { change(&r.Scenarios[0]) })
}

func estimate(likelihood, privacy int) *model.RiskEstimate {
	return &model.RiskEstimate{Likelihood: &likelihood, Consequence: map[string]int{"privacy": privacy}}
}

func override(stage, level string) func(*model.Case) {
	return first(func(s *model.RiskScenario) {
		s.Overrides = append(s.Overrides, model.RiskOverride{Stage: stage, Level: level, Reason: "r", By: "b", Date: "2026-06-02"})
	})
}

var assessmentCases = slices.Concat(scaleCases, riskMeasureCases, levelCases, guidanceCases, countryCases, auditCases, processCases)

var scaleCases = []testCase{
	{"a good risk assessment", risky(nil), nil},
	{"an empty one", func(c *model.Case) { c.Risk = &model.Risk{Countries: []model.CountryAssessment{{Country: "IN"}}} }, nil},
	{"an unknown scale", risky(func(r *model.Risk, _ *model.Case) { r.Scale = "webinar-4x4" }),
		[]finding{{"risk-scale-unknown", "risk.scale", "there is no risk scale “webinar-4x4”"}}},
	{"no level is looked at on an unknown scale", risky(func(r *model.Risk, _ *model.Case) { r.Scale, r.Scenarios[0].Likelihood = "x", new(9) }),
		[]finding{{"risk-scale-unknown", "risk.scale", "there is no risk scale “x”"}}},
	{"a likelihood above", first(func(s *model.RiskScenario) { s.Likelihood = new(6) }),
		[]finding{{"risk-likelihood-outside", "risk.scenarios[0].likelihood", "the likelihood 6 is outside the scale, which goes from 1 to 5"}}},
	{"the ends of the scale", first(func(s *model.RiskScenario) {
		s.Likelihood, s.Consequence, s.Residual = new(5), map[string]int{"privacy": 5, "economy": 1}, estimate(1, 1)
	}), nil},
	{"consequences outside", first(func(s *model.RiskScenario) {
		s.Consequence = map[string]int{"privacy": 0, "service": 6, "economy": -1, "reputation": 5}
	}), []finding{
		{"risk-consequence-outside", "risk.scenarios[0].consequence.economy", "the consequence -1 for economy is outside the scale, which goes from 1 to 5"},
		{"risk-consequence-outside", "risk.scenarios[0].consequence.privacy", "the consequence 0 for privacy is outside the scale, which goes from 1 to 5"},
		{"risk-consequence-outside", "risk.scenarios[0].consequence.service", "the consequence 6 for services is outside the scale, which goes from 1 to 5"},
	}},
	{"a dimension that the scale has not", first(func(s *model.RiskScenario) { s.Consequence["privcy"] = 9 }),
		[]finding{{"risk-dimension-unknown", "risk.scenarios[0].consequence.privcy", "the scale does not measure consequence in “privcy”"}}},
	{"later assessments", first(func(s *model.RiskScenario) {
		s.Residual = estimate(0, 7)
		s.Reassessments = []model.RiskReassessment{{Date: "2026-06-02", Likelihood: new(6), Consequence: map[string]int{"x": 1}}}
	}), []finding{
		{"risk-dimension-unknown", "risk.scenarios[0].reassessments[0].consequence.x", "the scale does not measure consequence in “x”"},
		{"risk-likelihood-outside", "risk.scenarios[0].reassessments[0].likelihood", "the likelihood 6 is outside the scale, which goes from 1 to 5"},
		{"risk-consequence-outside", "risk.scenarios[0].residual.consequence.privacy", "the consequence 7 for privacy is outside the scale, which goes from 1 to 5"},
		{"risk-likelihood-outside", "risk.scenarios[0].residual.likelihood", "the likelihood 0 is outside the scale, which goes from 1 to 5"},
	}},
}

var riskMeasureCases = []testCase{
	{"measures that are nowhere", first(func(s *model.RiskScenario) {
		s.Existing, s.Measures = []string{"M2", "M3"}, []string{"OWN", "", "OWN-1"}
	}), []finding{
		{unknown, "risk.scenarios[0].existing[1]", "“M3” is not among security.measures, risk.measures"},
		{unknown, "risk.scenarios[0].measures[0]", "“OWN” is not among security.measures, risk.measures"},
	}},
	{"a measure with the id of another", risky(func(r *model.Risk, _ *model.Case) { r.Measures = append(r.Measures, model.RiskMeasure{ID: "M2"}) }),
		[]finding{{"id-shared", "risk.measures[1].id", "the id “M2” is already used by security.measures[1]"}}},
	{"a scenario with the id of another", risky(func(r *model.Risk, _ *model.Case) { r.Scenarios[1].ID = "R-01" }),
		[]finding{{"id-shared", "risk.scenarios[1].id", "the id “R-01” is already used by risk.scenarios[0]"}}},
	{"a scenario with the id of a measure", risky(func(r *model.Risk, _ *model.Case) { r.Scenarios[1].ID = "M1" }),
		[]finding{{"id-shared", "risk.scenarios[1].id", "the id “M1” is already used by security.measures[0]"}}},
	{"planned and counted in", first(func(s *model.RiskScenario) { s.Existing = []string{"M1", "OWN-1"} }), []finding{
		{"risk-existing-planned", "risk.scenarios[0].existing[0]", "the measure M1 is counted in as existing, but is planned"},
		{"risk-existing-planned", "risk.scenarios[0].existing[1]", "the measure OWN-1 is counted in as existing, but is planned"},
	}},
	{"a status that is not known", risky(func(_ *model.Risk, c *model.Case) { c.Security.Measures[1].Status = "" }), nil},
	{"in place and still planned", risky(func(_ *model.Risk, c *model.Case) { c.Security.Measures[0].Status = "in-place" }),
		[]finding{{"risk-measure-done", "risk.scenarios[0].measures[0]", "the planned measure M1 is in place, but the risk has not been reassessed"}}},
	{"in place and reassessed", risky(func(r *model.Risk, c *model.Case) {
		c.Security.Measures[0].Status, c.Security.Measures[0].DueDate = "in-place", "2026-08-01"
		r.Scenarios[0].Reassessments = []model.RiskReassessment{{Date: "2026-08-01"}}
	}), nil},
	{"in place and reassessed before", risky(func(r *model.Risk, c *model.Case) {
		c.Security.Measures[0].Status, c.Security.Measures[0].DueDate = "in-place", "2026-08-01"
		r.Scenarios[0].Reassessments = []model.RiskReassessment{{Date: "2026-07-31"}}
	}), []finding{{"risk-measure-done", "risk.scenarios[0].measures[0]", "the planned measure M1 is in place, but the risk has not been reassessed"}}},
	{"no estimate of the plan", first(func(s *model.RiskScenario) { s.Residual = nil }),
		[]finding{{"risk-residual-missing", "risk.scenarios[0].residual", "measures are planned, but the risk that remains when they are in place has not been assessed"}}},
	{"nothing is left of the plan", risky(func(r *model.Risk, c *model.Case) {
		c.Security.Measures[0].Status, r.Measures[0].Status = "in-place", "in-place"
		r.Scenarios[0].Residual, r.Scenarios[0].Reassessments = nil, []model.RiskReassessment{{Date: "2026-12-31"}}
	}), []finding{{"date-future", "risk.scenarios[0].reassessments[0].date", "the date 2026-12-31 is after the date of the case, 2026-11-22, but the documents speak of it as past"}}},
	{"a measure of our own that is late", risky(func(r *model.Risk, _ *model.Case) { r.Measures[0].DueDate = "2026-11-21" }),
		[]finding{{"measure-overdue", "risk.measures[0].dueDate", "the measure OWN-1 was to be in place on 2026-11-21, which is before the date of the case"}}},
	{"to be reduced by nothing", first(func(s *model.RiskScenario) { s.Measures, s.Residual = nil, nil }),
		[]finding{{"risk-reduce-nothing", "risk.scenarios[0].decision.choice", "it is decided to reduce the risk, but no measure is planned"}}},
	{"shared without a measure", first(func(s *model.RiskScenario) { s.Measures, s.Residual, s.Decision.Choice = nil, nil, "share" }), nil},
}

var levelCases = []testCase{
	{"lower without a measure", first(func(s *model.RiskScenario) { s.Measures, s.Decision = nil, nil }),
		[]finding{{"risk-residual-lower", "risk.scenarios[0].residual", "the residual risk is medium, lower than high today, but no measure is planned"}}},
	{"the same without a measure", first(func(s *model.RiskScenario) { s.Measures, s.Decision, s.Residual = nil, nil, estimate(3, 4) }), nil},
	{"higher with measures", first(func(s *model.RiskScenario) { s.Residual = estimate(5, 4) }), []finding{
		{"risk-residual-unacceptable", "risk.scenarios[0].decision.choice", "even with the planned measures the risk is very high, which by the scale nobody may accept"},
		{"risk-residual-higher", "risk.scenarios[0].residual", "the residual risk is very high, higher than high today"},
	}},
	{"lower than first, but not than now", first(func(s *model.RiskScenario) {
		s.Measures, s.Decision, s.Residual = nil, nil, estimate(2, 4)
		s.Reassessments = []model.RiskReassessment{{Date: "2026-06-02", Likelihood: new(2), Consequence: map[string]int{"privacy": 4}}}
	}), nil},
	{"accepted, and nobody may", first(func(s *model.RiskScenario) { s.Consequence, s.Decision.Choice = map[string]int{"privacy": 5}, "accept" }),
		[]finding{{"risk-accept-nobody", "risk.scenarios[0].decision.choice", "the risk is very high and it is decided to accept it, but by the scale nobody may accept that level"}}},
	{"accepted by a decision", first(func(s *model.RiskScenario) { s.Decision.Choice = "accept" }), nil},
	{"avoided", first(func(s *model.RiskScenario) {
		s.Consequence, s.Residual, s.Measures, s.Decision.Choice = map[string]int{"privacy": 5}, nil, nil, "avoid"
	}), nil},
	{"shared, and nobody may accept the rest", first(func(s *model.RiskScenario) {
		s.Consequence, s.Residual, s.Measures, s.Decision.Choice = map[string]int{"privacy": 5}, nil, nil, "share"
	}), []finding{{"risk-residual-unacceptable", "risk.scenarios[0].decision.choice", "even with the planned measures the risk is very high, which by the scale nobody may accept"}}},

	{"a level that the scale has not", override("initial", "hihg"),
		[]finding{{"risk-level-unknown", "risk.scenarios[0].overrides[0].level", "the scale has no risk level “hihg”"}}},
	{"an override that raises", override("initial", "very-high"), nil},
	{"an override that lowers", override("initial", "medium"),
		[]finding{{"risk-override-lowers", "risk.scenarios[0].overrides[0].level", "the initial assessment is set to medium, which is lower than high, which the scale gives"}}},
	{"an override that lowers the rest", override("residual", "low"),
		[]finding{{"risk-override-lowers", "risk.scenarios[0].overrides[0].level", "the residual risk is set to low, which is lower than medium, which the scale gives"}}},
	{"an override of what nobody may accept", then(override("initial", "high"), func(c *model.Case) { c.Risk.Scenarios[0].Consequence["privacy"] = 5 }),
		[]finding{{"risk-override-acceptance", "risk.scenarios[0].overrides[0].level", "the initial assessment is set to high; the scale gives very high, which nobody may accept"}}},
	{"the last override counts", then(override("initial", "low"), override("initial", "high")), nil},
	{"an override that is not complete", then(override("initial", "low"), func(c *model.Case) { c.Risk.Scenarios[0].Overrides[0].Reason = "" }), nil},
	{"an override of a stage that is not there", then(override("current", "very-high"), func(c *model.Case) {
		s := &c.Risk.Scenarios[0]
		s.Residual, s.Measures, s.Decision = nil, nil, nil
		s.Overrides = append(s.Overrides, model.RiskOverride{Stage: "residual", Level: "very-high"})
	}), []finding{
		{"risk-override-stage", "risk.scenarios[0].overrides[0].stage", "the override is of the current assessment, which is not given in the scenario"},
		{"risk-override-stage", "risk.scenarios[0].overrides[1].stage", "the override is of the residual risk, which is not given in the scenario"},
	}},
}

// TestRiskWords: what a reader is told is in the reader's language, and says what is
// allowed.
func TestRiskWords(t *testing.T) {
	for _, c := range []struct {
		rule          string
		change        func(*model.Case)
		language      string
		message, hint string
	}{
		{"risk-likelihood-outside", first(func(s *model.RiskScenario) { s.Likelihood = new(9) }), "nn",
			"sannsynet 9 er utanfor skalaen, som går frå 1 til 5", "skriv nivået som tal: 1 Usannsynleg, 2 Mindre sannsynleg, 3 Mogleg, 4 Sannsynleg, 5 Svært sannsynleg"},
		{"risk-consequence-outside", first(func(s *model.RiskScenario) { s.Consequence["patientSafety"] = 9 }), "nb",
			"konsekvensen 9 for pasientsikkerhet er utenfor skalaen, som går fra 1 til 5", "skriv nivået som tall: 1 Ubetydelig, 2 Lav, 3 Moderat, 4 Alvorlig, 5 Svært alvorlig"},
		{"risk-dimension-unknown", first(func(s *model.RiskScenario) { s.Consequence["privcy"] = 1 }), "en",
			"the scale does not measure consequence in “privcy”",
			"did you mean “privacy”? use one of these: patientSafety (patient safety), privacy (privacy), service (services), economy (economy), reputation (reputation)"},
		{"risk-scale-unknown", risky(func(r *model.Risk, _ *model.Case) { r.Scale = "webinar-5x6" }), "nb",
			"det finnes ingen risikoskala «webinar-5x6»", "mente du «webinar-5x5»? bruk en av disse: webinar-5x5"},
		{"risk-level-unknown", override("initial", "very-hihg"), "nn",
			"skalaen har ikkje noko risikonivå «very-hihg»", "meinte du «very-high»? bruk ein av desse: low (låg), medium (middels), high (høg), very-high (svært høg)"},
		{"risk-override-lowers", override("residual", "low"), "nb", "restrisiko er satt til lav, som er lavere enn middels, som skalaen gir", ""},
		{"risk-existing-planned", first(func(s *model.RiskScenario) { s.Existing = []string{"M1"} }), "nn", "tiltaket M1 er rekna med som eksisterande, men er planlagt", ""},
		{"risk-area-missing", risky(func(r *model.Risk, _ *model.Case) { r.Scenarios[0].Covers = nil }), "nb",
			"ingen scenarioer dekker risikoområdet RSK-ARE-LOG1 (logg over helseopplysninger)", ""},
		{"risk-key-unknown", risky(func(r *model.Risk, _ *model.Case) { r.Questions["RSK-QST-1"] = "Ja" }), "nb",
			"«RSK-QST-1» er ikke blant punktene i ie-1012:RSK-QST", "mente du «RSK-QST-01»? bruk ID-ene i veiledningen: RSK-QST-01"},
		{"country-not-assessed", risky(func(r *model.Risk, _ *model.Case) { r.Countries = nil }), "nb", "det er ikke gjort noen landvurdering av India, som er utenfor EØS", ""},
		{"audit-rarer-decided", audited("every-two-years", "half-yearly"), "nn", "avtalen gir revisjon annakvart år, men det er avgjort kvart halvår i risk.auditFrequency", ""},
	} {
		given := good()
		c.change(given)
		found := false
		for _, p := range rules.Check(given.Resolved(), library) {
			if p.Rule != c.rule {
				continue
			}
			found = true
			if got := p.Message(c.language); got != c.message {
				t.Errorf("%s: %q, want %q", c.rule, got, c.message)
			}
			if got := p.Hint(c.language); c.hint != "" && got != c.hint {
				t.Errorf("%s: hint %q, want %q", c.rule, got, c.hint)
			}
		}
		if !found {
			t.Errorf("%s is not found", c.rule)
		}
	}
}

// TestWithoutLibrary: what nothing is known of is not held against the case.
func TestWithoutLibrary(t *testing.T) {
	c := good()
	risky(func(r *model.Risk, _ *model.Case) {
		r.Scale, r.Scenarios[0].Likelihood, r.Scenarios[0].From, r.Areas["x"] = "x", new(9), "x", "y"
	})(c)
	bare := library
	bare.Scales, bare.Guidance = nil, nil
	if got := rules.Check(c.Resolved(), bare); len(got) > 0 {
		t.Error(got)
	}
}
