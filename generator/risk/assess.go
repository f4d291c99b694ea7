package risk

import (
	"github.com/samsvar/samsvar/generator/model"
)

// Stage is which assessment of a scenario is meant.
type Stage string

// The stages. Initial counts the measures in place in; Current is the last
// reassessment, or else the initial one; Residual is what is expected once the planned
// measures are in place, or else the current one.
const (
	Initial  Stage = "initial"
	Current  Stage = "current"
	Residual Stage = "residual"
)

// Stages lists the stages in their order in time.
func Stages() []Stage { return []Stage{Initial, Current, Residual} }

// Register is the scenarios of a case, assessed.
type Register struct {
	Scale     *Scale
	Scenarios []Assessed // in the order of the case
}

// Assessed is a scenario with its levels.
type Assessed struct {
	Index                      int // in the scenarios of the case
	Scenario                   *model.RiskScenario
	Initial, Current, Residual Result
}

// At is the result of a stage; of an unknown one that of Current.
func (a *Assessed) At(stage Stage) Result {
	switch stage {
	case Initial:
		return a.Initial
	case Residual:
		return a.Residual
	}
	return a.Current
}

// Result is what an assessment comes to. Likelihood and Consequence are steps of the
// scale from 1, and 0 where they are not known. Computed and Level are indexes into
// Scale.Levels, and -1 where the risk cannot be assessed: a value is missing, outside
// the scale, or of a dimension that the scale does not have.
type Result struct {
	Likelihood, Consequence int
	// Dimensions are those that give the consequence, in the order of the scale.
	Dimensions []string
	Computed   int // what the scale gives
	Level      int // what counts: that of Override, or else Computed
	Override   *model.RiskOverride
}

// Assessable reports whether there is a level.
func (r Result) Assessable() bool { return r.Level >= 0 }

// Assess works out the levels of all scenarios. r may be nil.
//
// An override counts when it is complete, with a level of the scale, a reason, a name
// and a date, and when the scale gives a level that it departs from; the last of a
// stage is the one that counts. A stage without an assessment of its own has the one
// before it, with its override.
func Assess(s *Scale, r *model.Risk) *Register {
	reg := &Register{Scale: s}
	if r == nil {
		return reg
	}
	for i := range r.Scenarios {
		sc := &r.Scenarios[i]
		a := Assessed{Index: i, Scenario: sc}
		a.Initial = s.override(s.result(sc.Likelihood, sc.Consequence), sc, Initial)
		a.Current = a.Initial
		if n := len(sc.Reassessments); n > 0 {
			last := sc.Reassessments[n-1]
			a.Current = s.result(last.Likelihood, last.Consequence)
		}
		a.Current = s.override(a.Current, sc, Current)
		a.Residual = a.Current
		if e := sc.Residual; e != nil && (e.Likelihood != nil || len(e.Consequence) > 0) {
			a.Residual = s.result(sc.Residual.Likelihood, sc.Residual.Consequence)
		}
		a.Residual = s.override(a.Residual, sc, Residual)
		reg.Scenarios = append(reg.Scenarios, a)
	}
	return reg
}

// result is what the scale gives.
func (s *Scale) result(likelihood *int, consequence map[string]int) Result {
	r := Result{Computed: -1, Level: -1}
	if likelihood != nil && *likelihood >= 1 && *likelihood <= len(s.Likelihood) {
		r.Likelihood = *likelihood
	}
	r.Consequence, r.Dimensions = s.consequence(consequence)
	r.Computed = s.Cell(r.Likelihood, r.Consequence)
	r.Level = r.Computed
	return r
}

// consequence combines the consequences in the dimensions; 0 where that cannot be
// done. A dimension that is not mentioned does not count.
func (s *Scale) consequence(by map[string]int) (step int, dimensions []string) {
	sum, n := 0, 0
	for _, d := range s.Dimensions {
		v, ok := by[d.ID]
		switch {
		case !ok:
			continue
		case v < 1 || v > len(s.Consequence):
			return 0, nil
		}
		sum, n = sum+v, n+1
		switch {
		case s.Combine == Mean || v == step:
			dimensions = append(dimensions, d.ID)
		case v > step:
			dimensions = []string{d.ID}
		}
		step = max(step, v)
	}
	if n == 0 || n != len(by) {
		return 0, nil
	}
	if s.Combine == Mean {
		step = (2*sum + n) / (2 * n)
	}
	return step, dimensions
}

// override sets the level by the last complete override of the stage.
func (s *Scale) override(r Result, sc *model.RiskScenario, stage Stage) Result {
	if r.Computed < 0 {
		return r
	}
	if o := s.Override(sc, stage); o != nil {
		r.Level, r.Override = s.Level(o.Level), o
	}
	return r
}

// Override is the one that counts for a stage once there is something to depart from;
// nil where there is none.
func (s *Scale) Override(sc *model.RiskScenario, stage Stage) (found *model.RiskOverride) {
	for i := range sc.Overrides {
		o := &sc.Overrides[i]
		if o.Stage == string(stage) && o.Reason != "" && o.By != "" && o.Date != "" && s.Level(o.Level) >= 0 {
			found = o
		}
	}
	return found
}
