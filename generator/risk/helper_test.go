package risk_test

import (
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// scale is a scale of three by four with two dimensions.
func scale(combine string) *risk.Scale {
	return &risk.Scale{
		ID: "test", Combine: combine,
		Likelihood: make([]risk.Step, 3), Consequence: make([]risk.Step, 4),
		Dimensions: []risk.Dimension{{ID: "patientSafety"}, {ID: "privacy"}, {ID: "service"}},
		Levels:     []risk.Level{{ID: "low", Accept: risk.Yes}, {ID: "medium", Accept: risk.Decision}, {ID: "high", Accept: risk.No}},
		Cells:      [][]int{{0, 0, 1, 1}, {0, 1, 1, 2}, {1, 1, 2, 2}},
	}
}

func n(i int) *int { return &i }

func yes(b bool) *bool { return &b }

type by = map[string]int

// scenario has a likelihood and a consequence in one dimension.
func scenario(id string, likelihood, consequence int) model.RiskScenario {
	return model.RiskScenario{ID: id, Title: id, Likelihood: n(likelihood), Consequence: by{"privacy": consequence}}
}

// override is complete.
func override(stage, level string) model.RiskOverride {
	return model.RiskOverride{Stage: stage, Level: level, Reason: "r", By: "b", Date: "2026-11-25"}
}
