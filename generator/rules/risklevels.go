package rules

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// overrides: the level is one of the scale's, the assessment that it concerns has
// been made, and it is told where an override makes the picture brighter.
func (a *assessment) overrides(s *risk.Assessed, path string) {
	for i := range s.Scenario.Overrides {
		o := &s.Scenario.Overrides[i]
		at := fmt.Sprintf("%s.overrides[%d]", path, i)
		if o.Level != "" && a.scale.Level(o.Level) < 0 {
			var known []string
			for _, l := range a.scale.Levels {
				known = append(known, l.ID)
			}
			a.add("risk-level-unknown", at+".level", with(report.Words("allowed", a.levels()), "id", o.Level, "suggestion", model.Suggest(o.Level, known))...)
			continue
		}
		stage := risk.Stage(o.Stage)
		if stage == risk.Current && len(s.Scenario.Reassessments) == 0 || stage == risk.Residual && s.Scenario.Residual == nil {
			a.add("risk-override-stage", at+".stage", report.Words("stage", valueWords("RiskOverride.stage", o.Stage))...)
		}
		if !slices.Contains(risk.Stages(), stage) {
			continue
		}
		r := s.At(stage)
		if r.Override != o || r.Level >= r.Computed {
			continue // it is not the one that counts
		}
		rule := "risk-override-lowers"
		if a.scale.Levels[r.Computed].Accept == risk.No && a.scale.Levels[r.Level].Accept != risk.No {
			rule = "risk-override-acceptance"
		}
		a.add(rule, at+".level", slices.Concat(report.Words("stage", valueWords("RiskOverride.stage", o.Stage)),
			report.Words("level", a.level(r.Level)), report.Words("computed", a.level(r.Computed)))...)
	}
}

// residual: what is expected of the plan agrees with it.
func (a *assessment) residual(s *risk.Assessed, path string) {
	if s.Scenario.Residual == nil || s.Current.Computed < 0 || s.Residual.Computed < 0 {
		return
	}
	rule := ""
	switch now, then := s.Current.Computed, s.Residual.Computed; {
	case then > now:
		rule = "risk-residual-higher"
	case then < now && len(s.Scenario.Measures) == 0:
		rule = "risk-residual-lower"
	default:
		return
	}
	a.add(rule, path+".residual", append(report.Words("current", a.level(s.Current.Computed)), report.Words("residual", a.level(s.Residual.Computed))...)...)
}

// decision: nobody accepts what the scale says that nobody may accept.
func (a *assessment) decision(s *risk.Assessed, path string) {
	d := s.Scenario.Decision
	if d == nil {
		return
	}
	unacceptable := func(r risk.Result) bool { return r.Level >= 0 && a.scale.Levels[r.Level].Accept == risk.No }
	switch {
	case d.Choice == "accept" && unacceptable(s.Current):
		a.add("risk-accept-nobody", path+".decision.choice", report.Words("level", a.level(s.Current.Level))...)
	case d.Choice == "share" && unacceptable(s.Residual), d.Choice == "reduce" && len(s.Scenario.Measures) > 0 && unacceptable(s.Residual):
		a.add("risk-residual-unacceptable", path+".decision.choice", report.Words("level", a.level(s.Residual.Level))...)
	}
}
