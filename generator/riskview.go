package generator

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// Risk implements expr.Words: a view of the risk assessment as the scale computes it.
func (w *lawWatch) Risk(view, argument string, _ doc.Language) ([]map[string]any, error) {
	v := riskView{a: w.a, r: w.a.riskRegister()}
	if v.r == nil {
		return nil, nil
	}
	switch view {
	case expr.ViewScale:
		return v.scale(), nil
	case expr.ViewLikelihoods:
		return v.steps(v.r.Scale.Likelihood, nil), nil
	case expr.ViewSteps:
		return v.steps(v.r.Scale.Consequence, nil), nil
	case expr.ViewDimensions:
		return v.dimensions(), nil
	case expr.ViewLevels:
		return v.levels(), nil
	case expr.ViewRows:
		return v.rows(), nil
	case expr.ViewAssessed:
		if argument == "" {
			return v.assessed(v.all()), nil
		}
		return v.assessed(v.r.Order(risk.Stage(argument))), nil
	case expr.ViewTop:
		n, err := strconv.Atoi(argument)
		return v.assessed(v.r.Top(risk.Current, n)), err
	case expr.ViewGroups:
		return v.groups(argument), nil
	case expr.ViewAreas:
		return v.areas(), nil
	case expr.ViewTreatment:
		return v.treatment(), nil
	case expr.ViewChanges:
		return v.changes(), nil
	case expr.ViewFactors:
		return v.factors(), nil
	case expr.ViewSuggestion:
		return v.suggestion(), nil
	}
	return nil, fmt.Errorf("there is no view %s of the risk assessment", view)
}

// riskView words the register in the language of the document.
type riskView struct {
	a *assembly
	r *risk.Register
}

func (v riskView) in(t risk.Text) string { return t[v.a.language] }

func (v riskView) scale() []map[string]any {
	s := v.r.Scale
	return []map[string]any{{
		"id": s.ID, "title": v.in(s.Title), "note": v.in(s.Note), "source": s.Source, "checked": s.Checked, "rule": s.Combine,
		"combine": v.a.word("combine-" + s.Combine),
	}}
}

// step is "3 Mulig": the value, which the register holds, and the words.
func (v riskView) step(i int, s risk.Step) string { return strconv.Itoa(i+1) + " " + v.in(s.Label) }

// steps of a scale; meaning stands in for those of the steps themselves.
func (v riskView) steps(steps []risk.Step, meaning []risk.Text) []map[string]any {
	var out []map[string]any
	for i, s := range steps {
		m := map[string]any{"value": int64(i + 1), "label": v.in(s.Label), "name": v.step(i, s)}
		text := v.in(s.Meaning)
		if i < len(meaning) {
			text = v.in(meaning[i])
		}
		if text != "" {
			m["meaning"] = text
		}
		out = append(out, m)
	}
	return out
}

func (v riskView) dimensions() (out []map[string]any) {
	for _, d := range v.r.Scale.Dimensions {
		out = append(out, map[string]any{"id": d.ID, "label": v.in(d.Label), "meanings": anys(v.steps(v.r.Scale.Consequence, d.Meaning))})
	}
	return out
}

func (v riskView) levels() (out []map[string]any) {
	counts := map[risk.Stage][]int{}
	for _, stage := range risk.Stages() {
		counts[stage] = v.r.Counts(stage)
	}
	for i, l := range v.r.Scale.Levels {
		m := map[string]any{
			"id": l.ID, "label": v.in(l.Label), "tone": toneName(l.Tone), "accept": l.Accept, "acceptLabel": v.a.word("accept-" + l.Accept),
			"by": v.in(l.By), "text": v.in(l.Text),
			"initial": int64(counts[risk.Initial][i]), "current": int64(counts[risk.Current][i]), "residual": int64(counts[risk.Residual][i]),
		}
		v.members(m, "scenarios", risk.Current, i)
		v.members(m, "residualScenarios", risk.Residual, i)
		out = append(out, m)
	}
	return out
}

// members puts the ids of the scenarios at a level into an element.
func (v riskView) members(m map[string]any, key string, stage risk.Stage, level int) {
	var at []int
	for i := range v.r.Scenarios {
		if v.r.Scenarios[i].At(stage).Level == level {
			at = append(at, i)
		}
	}
	v.ids(m, key, at)
}

// ids puts the ids of scenarios into an element, where there are any.
func (v riskView) ids(m map[string]any, key string, scenarios []int) {
	var out []any
	for _, i := range scenarios {
		out = append(out, v.r.Scenarios[i].Scenario.ID)
	}
	if len(out) > 0 {
		m[key] = out
	}
}

func (v riskView) rows() (out []map[string]any) {
	for l, row := range v.r.Scale.Cells {
		var cells []any
		for _, level := range row {
			at := v.r.Scale.Levels[level]
			cells = append(cells, map[string]any{"label": v.in(at.Label), "tone": toneName(at.Tone)})
		}
		out = append(out, map[string]any{"label": v.step(l, v.r.Scale.Likelihood[l]), "cells": cells})
	}
	return out
}

func (v riskView) all() []int {
	out := make([]int, len(v.r.Scenarios))
	for i := range out {
		out[i] = i
	}
	return out
}

// assessed are scenarios of the case, each with its path, and what the scale makes
// of them.
func (v riskView) assessed(scenarios []int) (out []map[string]any) {
	root, _ := v.a.filler.Context.Root["risk"].(map[string]any)
	list, _ := root["scenarios"].([]any)
	for _, i := range scenarios {
		if i >= len(list) {
			continue
		}
		own, _ := list[i].(map[string]any)
		m := maps.Clone(own)
		if m == nil {
			m = map[string]any{}
		}
		m[expr.PositionPath] = model.JoinIndex("risk.scenarios", i)
		overridden := false
		for _, stage := range risk.Stages() {
			r := v.r.Scenarios[i].At(stage)
			m[string(stage)+"Risk"] = v.result(r)
			overridden = overridden || r.Override != nil
			if o := v.r.Scale.Override(v.r.Scenarios[i].Scenario, stage); o != nil {
				m[string(stage)+"Override"] = v.in(v.r.Scale.Levels[v.r.Scale.Level(o.Level)].Label)
			}
		}
		m["overridden"], m["reassessed"] = overridden, len(v.r.Scenarios[i].Scenario.Reassessments) > 0
		out = append(out, m)
	}
	return out
}

// none stands where a step is not known.
const none = "–"

func (v riskView) result(r risk.Result) map[string]any {
	s := v.r.Scale
	m := map[string]any{
		"level": "", "label": v.a.word("notAssessed"), "computed": v.a.word("notAssessed"), "likelihood": none, "consequence": none,
		"dimensions": none, "overridden": r.Override != nil,
	}
	if r.Likelihood > 0 {
		m["likelihoodValue"] = int64(r.Likelihood)
		m["likelihood"] = v.step(r.Likelihood-1, s.Likelihood[r.Likelihood-1])
	}
	if r.Consequence > 0 {
		m["consequenceValue"] = int64(r.Consequence)
		m["consequence"] = v.step(r.Consequence-1, s.Consequence[r.Consequence-1])
	}
	var names []string
	for _, id := range r.Dimensions {
		names = append(names, v.in(s.Dimensions[s.Dimension(id)].Label))
	}
	if len(names) > 0 {
		m["dimensions"] = strings.Join(names, ", ")
	}
	if r.Computed >= 0 {
		m["computed"] = v.in(s.Levels[r.Computed].Label)
	}
	if r.Level >= 0 {
		m["level"], m["label"] = s.Levels[r.Level].ID, v.in(s.Levels[r.Level].Label)
	}
	if o := r.Override; o != nil {
		m["reason"], m["by"], m["date"] = o.Reason, o.By, string(o.Date)
	}
	return m
}

func anys(list []map[string]any) []any {
	out := make([]any, len(list))
	for i, m := range list {
		out[i] = m
	}
	return out
}
