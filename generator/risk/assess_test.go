package risk_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// TestAssess: what the scale gives for a likelihood and consequences.
func TestAssess(t *testing.T) {
	for _, c := range []struct {
		name, combine string
		likelihood    *int
		consequence   by
		step          int
		dimensions    []string
		level         int
	}{
		{"lowest", risk.Highest, n(1), by{"privacy": 1}, 1, []string{"privacy"}, 0},
		{"highest", risk.Highest, n(3), by{"privacy": 4}, 4, []string{"privacy"}, 2},
		{"the highest dimension counts", risk.Highest, n(2), by{"patientSafety": 4, "privacy": 1}, 4, []string{"patientSafety"}, 2},
		{"two are highest", risk.Highest, n(2), by{"service": 3, "privacy": 1, "patientSafety": 3}, 3, []string{"patientSafety", "service"}, 1},
		{"mean", risk.Mean, n(2), by{"patientSafety": 4, "privacy": 1, "service": 1}, 2, []string{"patientSafety", "privacy", "service"}, 1},
		{"mean of a half goes up", risk.Mean, n(2), by{"patientSafety": 4, "privacy": 3}, 4, []string{"patientSafety", "privacy"}, 2},
		{"mean below a half goes down", risk.Mean, n(2), by{"patientSafety": 1, "privacy": 1, "service": 2}, 1, []string{"patientSafety", "privacy", "service"}, 0},
		{"mean above a half goes up", risk.Mean, n(1), by{"patientSafety": 2, "privacy": 3, "service": 3}, 3, []string{"patientSafety", "privacy", "service"}, 1},
		{"no likelihood", risk.Highest, nil, by{"privacy": 4}, 4, []string{"privacy"}, -1},
		{"likelihood 0", risk.Highest, n(0), by{"privacy": 4}, 4, []string{"privacy"}, -1},
		{"likelihood above the scale", risk.Highest, n(4), by{"privacy": 4}, 4, []string{"privacy"}, -1},
		{"no consequence", risk.Highest, n(1), nil, 0, nil, -1},
		{"consequence 0", risk.Highest, n(1), by{"privacy": 0}, 0, nil, -1},
		{"consequence above the scale", risk.Highest, n(1), by{"privacy": 5, "service": 1}, 0, nil, -1},
		{"unknown dimension", risk.Highest, n(1), by{"privacy": 1, "weather": 1}, 0, nil, -1},
	} {
		r := &model.Risk{Scenarios: []model.RiskScenario{{Likelihood: c.likelihood, Consequence: c.consequence}}}
		reg := risk.Assess(scale(c.combine), r)
		if len(reg.Scenarios) != 1 {
			t.Fatalf("%s: %d scenarios", c.name, len(reg.Scenarios))
		}
		for _, stage := range risk.Stages() { // one assessment is that of all stages
			got := reg.Scenarios[0].At(stage)
			if got.Consequence != c.step || !slices.Equal(got.Dimensions, c.dimensions) || got.Level != c.level || got.Computed != c.level || got.Assessable() != (c.level >= 0) {
				t.Errorf("%s, %s: got %+v", c.name, stage, got)
			}
			if known := got.Likelihood != 0; known && got.Likelihood != *c.likelihood || known != (c.likelihood != nil && *c.likelihood >= 1 && *c.likelihood <= 3) {
				t.Errorf("%s: likelihood %d", c.name, got.Likelihood)
			}
		}
	}
	if reg := risk.Assess(scale(risk.Highest), nil); len(reg.Scenarios) != 0 || len(reg.Counts(risk.Current)) != 3 {
		t.Errorf("no risk gives %+v", reg)
	}
}

// TestStages: which assessment and which override counts at each stage. The scenario
// is medium, 2 × 2, at first.
func TestStages(t *testing.T) {
	again := func(likelihood, consequence int) model.RiskReassessment {
		return model.RiskReassessment{Likelihood: n(likelihood), Consequence: by{"privacy": consequence}}
	}
	residual := &model.RiskEstimate{Likelihood: n(1), Consequence: by{"privacy": 1}}
	unfounded, undated, nobody := override("current", "high"), override("current", "high"), override("current", "high")
	unfounded.Reason, undated.Date, nobody.By = "", "", ""
	for _, c := range []struct {
		name     string
		change   func(*model.RiskScenario)
		levels   [3]int  // initial, current, residual
		computed [3]int  // likewise
		set      [3]bool // overridden
	}{
		{"alone", func(*model.RiskScenario) {}, [3]int{1, 1, 1}, [3]int{1, 1, 1}, [3]bool{}},
		{"reassessed", func(s *model.RiskScenario) { s.Reassessments = []model.RiskReassessment{again(3, 4), again(2, 1)} }, [3]int{1, 0, 0}, [3]int{1, 0, 0}, [3]bool{}},
		{"residual", func(s *model.RiskScenario) { s.Residual = residual }, [3]int{1, 1, 0}, [3]int{1, 1, 0}, [3]bool{}},
		{"both", func(s *model.RiskScenario) {
			s.Residual, s.Reassessments = residual, []model.RiskReassessment{again(3, 4)}
		}, [3]int{1, 2, 0}, [3]int{1, 2, 0}, [3]bool{}},
		{"the last reassessment is unfinished", func(s *model.RiskScenario) { s.Reassessments = []model.RiskReassessment{again(3, 4), {}} }, [3]int{1, -1, -1}, [3]int{1, -1, -1}, [3]bool{}},
		{"override of the first goes on", func(s *model.RiskScenario) { s.Overrides = []model.RiskOverride{override("initial", "high")} }, [3]int{2, 2, 2}, [3]int{1, 1, 1}, [3]bool{true, true, true}},
		{"a reassessment ends it", func(s *model.RiskScenario) {
			s.Overrides, s.Reassessments = []model.RiskOverride{override("initial", "high")}, []model.RiskReassessment{again(2, 2)}
		}, [3]int{2, 1, 1}, [3]int{1, 1, 1}, [3]bool{true, false, false}},
		{"override of the current", func(s *model.RiskScenario) {
			s.Overrides, s.Residual = []model.RiskOverride{override("current", "high")}, residual
		}, [3]int{1, 2, 0}, [3]int{1, 1, 0}, [3]bool{false, true, false}},
		{"override of the residual", func(s *model.RiskScenario) { s.Overrides = []model.RiskOverride{override("residual", "low")} }, [3]int{1, 1, 0}, [3]int{1, 1, 1}, [3]bool{false, false, true}},
		{"the last override counts", func(s *model.RiskScenario) {
			s.Overrides = []model.RiskOverride{override("current", "high"), override("current", "low")}
		}, [3]int{1, 0, 0}, [3]int{1, 1, 1}, [3]bool{false, true, true}},
		{"without a reason, a date or a name", func(s *model.RiskScenario) { s.Overrides = []model.RiskOverride{unfounded, undated, nobody} }, [3]int{1, 1, 1}, [3]int{1, 1, 1}, [3]bool{}},
		{"unknown level", func(s *model.RiskScenario) { s.Overrides = []model.RiskOverride{override("current", "awful")} }, [3]int{1, 1, 1}, [3]int{1, 1, 1}, [3]bool{}},
		{"nothing to depart from", func(s *model.RiskScenario) {
			s.Likelihood, s.Overrides = nil, []model.RiskOverride{override("current", "high")}
		}, [3]int{-1, -1, -1}, [3]int{-1, -1, -1}, [3]bool{}},
	} {
		s := scenario("R1", 2, 2)
		c.change(&s)
		a := risk.Assess(scale(risk.Highest), &model.Risk{Scenarios: []model.RiskScenario{s}}).Scenarios[0]
		for i, stage := range risk.Stages() {
			got := a.At(stage)
			if got.Level != c.levels[i] || got.Computed != c.computed[i] || (got.Override != nil) != c.set[i] {
				t.Errorf("%s, %s: got %+v", c.name, stage, got)
			}
		}
	}
}

func TestCell(t *testing.T) {
	s := scale(risk.Highest)
	for _, c := range [][3]int{{1, 1, 0}, {3, 4, 2}, {1, 4, 1}, {3, 1, 1}, {0, 1, -1}, {1, 0, -1}, {4, 1, -1}, {1, 5, -1}, {-1, -1, -1}} {
		if got := s.Cell(c[0], c[1]); got != c[2] {
			t.Errorf("cell %d, %d is %d", c[0], c[1], got)
		}
	}
}
