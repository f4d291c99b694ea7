package risk_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// plan is a case with two measures of the agreement and four of its own.
func plan() *model.Case {
	a, b := scenario("A", 2, 2), scenario("B", 3, 4)
	a.Measures, a.Existing = []string{"M2", "own-1", "M2"}, []string{"M1"}
	b.Measures = []string{"own-1", "gone"}
	return &model.Case{
		Security: &model.Security{Measures: []model.Measure{
			{ID: "M1", Title: "one", Status: "in-place"}, {ID: "M2", Title: "two", Status: "planned", DueDate: "2027-03-01", Owner: "processor"},
			{ID: "M3", Title: "three", Status: "planned"}, // planned, but not against a risk
		}},
		Risk: &model.Risk{Scenarios: []model.RiskScenario{a, b}, Measures: []model.RiskMeasure{
			{ID: "own-3", Title: "third", Status: "planned"}, {ID: "own-2", Title: "second", Status: "in-place"},
			{ID: "own-1", Title: "first", Status: "planned", DueDate: "2027-01-01"}, {ID: "M2", Title: "the same id", Status: "planned"},
		}},
	}
}

func TestPlan(t *testing.T) {
	var got []string
	for _, m := range risk.Plan(plan()) {
		got = append(got, fmt.Sprintf("%s %s %q %s %v %v", m.ID, m.Path, m.Title, m.DueDate, m.Agreed, m.Scenarios))
	}
	want := `own-1 risk.measures[2] "first" 2027-01-01 false [0 1]
M2 security.measures[1] "two" 2027-03-01 true [0]
gone  ""  false [1]
own-3 risk.measures[0] "third"  false []`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s", text)
	}
	if risk.Plan(nil) != nil || risk.Plan(&model.Case{}) != nil {
		t.Error("a case without risk has a plan")
	}
}

func TestChanges(t *testing.T) {
	decision := &model.RiskDecision{Choice: "accept", By: "x", Date: "2026-11-01"}
	for _, c := range []struct {
		name   string
		change func(*model.Case)
		want   string
	}{
		{"nothing", func(*model.Case) {}, ""},
		{"added", func(c *model.Case) { c.Risk.Scenarios = append(c.Risk.Scenarios, scenario("C", 1, 1)) }, `added C "C" →low`},
		{"added without a level", func(c *model.Case) {
			c.Risk.Scenarios = append(c.Risk.Scenarios, model.RiskScenario{ID: "C"}, model.RiskScenario{})
		}, `added C "" →`},
		{"removed", func(c *model.Case) { c.Risk.Scenarios = c.Risk.Scenarios[:1] }, `removed B "B" high→; measure-gone gone "" →`},
		{"up", func(c *model.Case) {
			c.Risk.Scenarios[0].Reassessments = []model.RiskReassessment{{Likelihood: n(3), Consequence: by{"privacy": 4}}}
		}, `level-up A "A" medium→high`},
		{"down by an override", func(c *model.Case) { c.Risk.Scenarios[1].Overrides = []model.RiskOverride{override("current", "low")} }, `level-down B "B" high→low`},
		{"not assessed any more", func(c *model.Case) { c.Risk.Scenarios[1].Likelihood = nil }, `unassessable B "B" high→`},
		{"other values", func(c *model.Case) { c.Risk.Scenarios[0].Likelihood = n(3) }, `reassessed A "A" medium→medium`},
		{"another dimension", func(c *model.Case) { c.Risk.Scenarios[0].Consequence = by{"privacy": 2, "service": 1} }, `reassessed A "A" medium→medium`},
		{"decided", func(c *model.Case) { c.Risk.Scenarios[0].Decision = decision }, `decision A "A" →accept`},
		{"reworded", func(c *model.Case) { c.Risk.Scenarios[0].Title = "Other" }, `reworded A "Other" A→Other`},
		{"order", func(c *model.Case) {
			c.Risk.Scenarios[0], c.Risk.Scenarios[1] = c.Risk.Scenarios[1], c.Risk.Scenarios[0]
		}, ""},
		{"measure done", func(c *model.Case) { c.Security.Measures[1].Status = "in-place" }, `measure-done M2 "two" →`},
		{"own measure done and no longer planned", func(c *model.Case) {
			c.Risk.Measures[0].Status = "in-place"
		}, `measure-done own-3 "third" →`},
		{"measure moved", func(c *model.Case) { c.Risk.Measures[2].DueDate = "2027-06-01" }, `measure-moved own-1 "first" 2027-01-01→2027-06-01`},
		{"measure planned", func(c *model.Case) { c.Risk.Scenarios[0].Measures = append(c.Risk.Scenarios[0].Measures, "M3") }, `measure-added M3 "three" →`},
		{"measure dropped", func(c *model.Case) { c.Risk.Scenarios[0].Measures = []string{"own-1"} }, `measure-gone M2 "two" →`},
		{"measure lapsed", func(c *model.Case) { c.Security.Measures[0].Status = "not-in-place" }, `measure-undone M1 "one" →`},
		{"own measure lapsed", func(c *model.Case) { c.Risk.Measures[1].Status = "planned" }, `measure-undone own-2 "second" →`},
		{"another scale", func(c *model.Case) { c.Risk.Scale, c.Risk.Scenarios[0].Likelihood = "house", n(1) }, `scale  "" webinar-5x5→house`},
		{"the same scale by name", func(c *model.Case) { c.Risk.Scale = risk.DefaultScale }, ""},
	} {
		next := plan()
		c.change(next)
		var got []string
		for _, d := range risk.Changes(plan(), next, scale(risk.Highest)) {
			got = append(got, fmt.Sprintf("%s %s%s %q %s→%s", d.Kind, d.Scenario, d.Measure, d.Title, d.From, d.To))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: got %s", c.name, text)
		}
	}
	was := plan()
	was.Risk.Scenarios[0].Likelihood = nil
	if d := risk.Changes(was, plan(), scale(risk.Highest)); len(d) != 1 || d[0].Kind != risk.Assessable || d[0].To != "medium" {
		t.Errorf("got %+v", d)
	}
	if risk.Changes(nil, plan(), scale(risk.Highest)) != nil || len(risk.Changes(&model.Case{}, plan(), scale(risk.Highest))) < 4 {
		t.Error("without an old case nothing has changed; without risk in it, all is new")
	}
}

func TestZone(t *testing.T) {
	for country, want := range map[string]string{
		"NO": risk.ZoneNorway, "SE": risk.ZoneNordic, "DK": risk.ZoneNordic, "FI": risk.ZoneNordic, "IS": risk.ZoneNordic,
		"DE": risk.ZoneEEA, "LI": risk.ZoneEEA, "CH": risk.ZoneAdequate, "GB": risk.ZoneAdequate, "FO": risk.ZoneAdequate,
		"US": risk.ZoneAdequate, "IN": risk.ZoneThird, "GL": risk.ZoneThird, "no": "", "": "", "XX": "",
	} {
		if got := risk.Zone(country); got != want {
			t.Errorf("%s is in %q", country, got)
		}
	}
	for _, c := range model.Countries() {
		if z := risk.Zone(c.Code); c.EEA != (z == risk.ZoneNorway || z == risk.ZoneNordic || z == risk.ZoneEEA) {
			t.Errorf("%s is in %s", c.Code, z)
		}
	}
}

// TestDefaultScale: it is the default that the model tells.
func TestDefaultScale(t *testing.T) {
	field, _ := reflect.TypeFor[model.Risk]().FieldByName("Scale")
	if !strings.HasSuffix(field.Tag.Get("jsonschema"), "default="+risk.DefaultScale) {
		t.Error(field.Tag)
	}
}
