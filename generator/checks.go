package generator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// lower applies the rows of checks in the case to what was found: it returns what
// remains, what is silenced, and what is wrong with the rows. A finding that is
// not due yet, or no warning, is left as it is. Unused rows are reported when all
// of the case was looked at.
func lower(c *model.Case, found []report.Problem, all bool) (rest, silenced, wrong []report.Problem) {
	if len(c.Checks) == 0 {
		return found, nil, nil
	}
	k := checks{c: c}
	var rows []lowering
	for i := range c.Checks {
		if row, ok := k.row(i); ok {
			rows = append(rows, row)
		}
	}
	for _, p := range found {
		for i := range rows {
			row := &rows[i]
			if p.Lowered != nil || p.Rule != row.rule || !below(p.Path, row.steps) || p.Severity() == report.Error {
				continue
			}
			row.used = true
			p.Lowered = row.lowered
		}
		if p.Lowered != nil && p.Lowered.Silenced {
			silenced = append(silenced, p)
			continue
		}
		rest = append(rest, p)
	}
	for _, row := range rows {
		if !row.used && all {
			k.add("check-unused", row.lowered.Path, "rule", row.rule, "place", row.place)
		}
	}
	return rest, silenced, k.problems
}

// lowering is a row of checks that can be applied.
type lowering struct {
	rule, place string
	steps       []model.Step
	lowered     *report.Lowered
	used        bool
}

type checks struct {
	c        *model.Case
	problems []report.Problem
}

func (k *checks) add(rule, path string, pairs ...string) {
	k.problems = append(k.problems, k.c.Problem(rule, path, pairs...))
}

// row reads a row, and reports what makes it useless.
func (k *checks) row(i int) (lowering, bool) {
	r, at := k.c.Checks[i], fmt.Sprintf("checks[%d]", i)
	sound := true
	for _, f := range [][2]string{{"rule", r.Rule}, {"severity", r.Severity}, {"reason", r.Reason}} {
		if strings.TrimSpace(f[1]) == "" {
			k.add("check-incomplete", at, "field", f[0])
			sound = false
		}
	}
	rule, known := report.RuleByID(r.Rule)
	switch {
	case r.Rule == "":
	case !known:
		k.add("reference-unknown", at+".rule", "id", r.Rule, "where", "samsvar list rules", "suggestion", model.Suggest(r.Rule, ruleIDs()))
		sound = false
	case !rule.Silenceable():
		k.add("check-not-silenceable", at+".rule", "rule", r.Rule)
		sound = false
	}
	steps, err := model.ParsePath(r.Path)
	if err != nil { // no warning is at such a place
		k.add("check-unused", at+".path", "rule", r.Rule, "place", r.Path)
		sound = false
	}
	return lowering{
		rule: r.Rule, place: r.Path, steps: steps,
		lowered: &report.Lowered{
			Path: at, Pos: k.c.PosOf(at), Silenced: r.Severity == "none",
			Reason: r.Reason, By: r.By, Date: string(r.Date),
		},
	}, sound
}

func ruleIDs() []string {
	var out []string
	for _, r := range report.Rules() {
		out = append(out, r.ID)
	}
	return out
}

// below reports whether a path begins with steps.
func below(path string, steps []model.Step) bool {
	at, err := model.ParsePath(path)
	return err == nil && len(at) >= len(steps) && slices.Equal(at[:len(steps)], steps)
}

// notDue marks the findings of rules that do not count in the phase of the case.
func notDue(c *model.Case, found []report.Problem) []report.Problem {
	for i := range found {
		r, _ := report.RuleByID(found[i].Rule)
		found[i].Later = model.Before(c.Phase, r.Phase)
	}
	return found
}
