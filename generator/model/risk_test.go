package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const riskCase = `samsvar: 1
risk:
  scenarios:
    - title: Tap av nett
      likelihood: 2
      consequence: {privacy: 3}
      residual: {}
      decision: {choice: accept}
      reassessments: [{date: 2026-01-01}, {}]
  pitfalls:
    RSK-PIT-02: Begynte i tide
  participants: [{}, {name: Kari}]
  countries:
    - country: IN
      criteria: {A8-CTR-01: {source: Notat}}
    - criteria: {A8-CTR-01: {}}
  auditFrequency: {factors: {AUD-FRQ-UP4: {}}}
  approval: {by: Anne}
`

// What is open in the risk part is named so that a reader finds it.
func TestOpenRisk(t *testing.T) {
	c, problems := Load("x.yaml", strings.NewReader(riskCase), LoadOptions{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := map[string]string{}
	for _, o := range c.Open("risk") {
		got[o.Path] = o.Label("nb")
		if o.Who != "controller" && strings.HasPrefix(o.Path, "risk") || o.Pos.Line == 0 {
			t.Errorf("%+v", o)
		}
	}
	for path, want := range map[string]string{
		"risk.mandate":                                    "Mandat for risikovurderingen",
		"risk.scenarios[0].owner":                         "Risikoeier (scenario «Tap av nett»)",
		"risk.scenarios[0].residual.likelihood":           "Sannsynlighet (restrisiko, scenario «Tap av nett»)",
		"risk.scenarios[0].decision.by":                   "Besluttet av (beslutning om risikoen, scenario «Tap av nett»)",
		"risk.scenarios[0].reassessments[1].date":         "Vurdert dato (ny vurdering 2, scenario «Tap av nett»)",
		"risk.participants[0].role":                       "Rolle (deltaker 1)",
		"risk.participants[1].knowledge":                  "Kompetanse (deltaker «Kari»)",
		"risk.countries[0].conclusion":                    "Konklusjon om landet (landvurdering «India»)",
		"risk.countries[0].criteria.A8-CTR-01.assessment": "Vurdering (kriterium «A8-CTR-01», landvurdering «India»)",
		"risk.countries[1].criteria.A8-CTR-01.assessment": "Vurdering (kriterium «A8-CTR-01», landvurdering 2)",
		"risk.auditFrequency.factors.AUD-FRQ-UP4.applies": "Faktoren gjelder (faktor «AUD-FRQ-UP4», revisjonshyppighet)",
		"risk.approval.title":                             "Stillingstittel (ledelsens godkjenning)",
	} {
		if got[path] != want {
			t.Errorf("%s is %q, want %q", path, got[path], want)
		}
		if label := c.OpenAt(path, "risk").Label("nb"); label != want {
			t.Errorf("OpenAt %s is %q, want %q", path, label, want)
		}
	}
	for _, o := range c.Open("dpa") {
		if strings.HasPrefix(o.Path, "risk") {
			t.Errorf("the agreement needs %s", o.Path)
		}
	}
}

// An absent value of a map has its key in its label, and the place of the map.
func TestOpenAtMap(t *testing.T) {
	c, _ := Load("x.yaml", strings.NewReader(riskCase), LoadOptions{})
	for _, test := range []struct {
		path, nb, en string
		line, column int
	}{
		{"risk.pitfalls.RSK-PIT-01", "Fallgruver i risikovurderingen: RSK-PIT-01", "Pitfalls of the risk assessment: RSK-PIT-01", 10, 3},
		{"risk.questions.RSK-QST-01", "Spørsmål til risikovurderingen: RSK-QST-01", "Questions to the risk assessment: RSK-QST-01", 2, 1},
		{"risk.scenarios[0].consequence.service", "Konsekvens: service (scenario «Tap av nett»)", "Consequence: service (scenario “Tap av nett”)", 6, 7},
		{"risk.countries[0].criteria.A8-CTR-02", "Kriterier for landvurderingen: A8-CTR-02 (landvurdering «India»)", "Criteria of the country assessment: A8-CTR-02 (country assessment “India”)", 15, 7},
		{`risk.areas["a b"]`, "Risikoområder uten scenario: a b", "Risk areas without a scenario: a b", 2, 1},
	} {
		o := c.OpenAt(test.path, "risk")
		if got := o.Label("nb"); got != test.nb {
			t.Errorf("%s is %q, want %q", test.path, got, test.nb)
		}
		if got := o.Label("en"); got != test.en {
			t.Errorf("%s is %q, want %q", test.path, got, test.en)
		}
		if o.Pos.Line != test.line || o.Pos.Column != test.column || o.Path != test.path || o.Who != "controller" || o.Phase != "planning" {
			t.Errorf("%+v", o)
		}
	}
}

// The maps come into the view, and a level of zero does not vanish from it.
func TestRiskView(t *testing.T) {
	c := &Case{Risk: &Risk{
		Scenarios: []RiskScenario{{Likelihood: new(0), Consequence: map[string]int{"privacy": 3, "service": 0}}},
		Areas:     map[string]string{"RSK-ARE-PAT1": "Ingen pasienter", "RSK-ARE-PAT2": " "},
		Countries: []CountryAssessment{{Criteria: map[string]CountryCriterion{"A8-CTR-01": {Assessment: "Stabilt"}}}},
	}}
	want := map[string]any{
		"scale":     "webinar-5x5",
		"scenarios": []any{map[string]any{"likelihood": int64(0), "consequence": map[string]any{"privacy": int64(3), "service": int64(0)}}},
		"areas":     map[string]any{"RSK-ARE-PAT1": "Ingen pasienter"},
		"countries": []any{map[string]any{"criteria": map[string]any{"A8-CTR-01": map[string]any{"assessment": "Stabilt"}}}},
	}
	if diff := cmp.Diff(want, c.View()["risk"]); diff != "" {
		t.Error(diff)
	}
	rules := map[string]string{}
	for _, p := range c.Validate() {
		rules[p.Path] = p.Rule
	}
	if rules["risk.scenarios[0].likelihood"] != "number-small" {
		t.Error(rules)
	}
}
