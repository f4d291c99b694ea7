package risk

import (
	"cmp"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// ChangeKind is what has happened.
type ChangeKind string

// The kinds of change. Those of levels are about the current one; From and To are ids
// of levels, and empty where there is none.
const (
	ScaleChanged  ChangeKind = "scale"          // the levels cannot be compared; From and To are ids of scales
	Added         ChangeKind = "added"          // a scenario; To is its level
	Removed       ChangeKind = "removed"        // a scenario; From was its level
	LevelUp       ChangeKind = "level-up"       // From was lower than To
	LevelDown     ChangeKind = "level-down"     // From was higher than To
	Assessable    ChangeKind = "assessable"     // there is a level, To, and was none
	Unassessable  ChangeKind = "unassessable"   // there is no level, and was one, From
	Reassessed    ChangeKind = "reassessed"     // other values, the same level
	Reworded      ChangeKind = "reworded"       // another title or description; From and To are titles
	Decided       ChangeKind = "decision"       // another choice, or another person or day; From and To are choices
	MeasureAdded  ChangeKind = "measure-added"  // it has come into the plan
	MeasureGone   ChangeKind = "measure-gone"   // it has left the plan, and is not in place
	MeasureDone   ChangeKind = "measure-done"   // it was not in place, and is
	MeasureUndone ChangeKind = "measure-undone" // it was in place, and is not
	MeasureMoved  ChangeKind = "measure-moved"  // From and To are due dates
)

// Change is one difference between two editions of a case.
type Change struct {
	Kind     ChangeKind
	Scenario string // its id; empty where it is about a measure or the scale
	Measure  string // its id; empty where it is about a scenario or the scale
	Title    string // of the scenario or the measure: the new one, or the old where it is gone
	From, To string
}

// DefaultScale is the scale of a case that names none.
const DefaultScale = "webinar-5x5"

// Changes lists what has changed in the risk: the scale, the scenarios in the order of
// the new case, those that are gone, and the measures of the plan in the order of Plan.
// s is the scale of the new case; where the old one has another, levels are not
// compared. Scenarios and measures are known by their ids. There are none without an
// old case.
func Changes(old, new *model.Case, s *Scale) []Change {
	if old == nil || new == nil {
		return nil
	}
	was, is := cmp.Or(old.Risk, &model.Risk{}), cmp.Or(new.Risk, &model.Risk{})
	d := &differ{scale: s, comparable: true}
	before, after := cmp.Or(was.Scale, DefaultScale), cmp.Or(is.Scale, DefaultScale)
	if d.comparable = before == after; !d.comparable && old.Risk != nil {
		d.add(Change{Kind: ScaleChanged, From: before, To: after})
	}
	d.scenarios(Assess(s, was), Assess(s, is))
	d.measures(old, new)
	return d.out
}

type differ struct {
	scale      *Scale
	comparable bool // the levels of the two cases
	out        []Change
}

func (d *differ) add(c Change) { d.out = append(d.out, c) }

func (d *differ) scenarios(was, is *Register) {
	old, now := was.byID(), is.byID()
	for _, b := range is.Scenarios {
		if b.Scenario.ID == "" {
			continue
		}
		if a, ok := old[b.Scenario.ID]; ok {
			d.scenario(a, b)
		} else {
			d.add(Change{Kind: Added, Scenario: b.Scenario.ID, Title: b.Scenario.Title, To: d.level(b)})
		}
	}
	for _, a := range was.Scenarios {
		if _, still := now[a.Scenario.ID]; still || a.Scenario.ID == "" {
			continue
		}
		c := Change{Kind: Removed, Scenario: a.Scenario.ID, Title: a.Scenario.Title}
		if d.comparable {
			c.From = d.level(a)
		}
		d.add(c)
	}
}

func (d *differ) scenario(a, b Assessed) {
	c := Change{Scenario: b.Scenario.ID, Title: b.Scenario.Title}
	if d.comparable {
		c.From, c.To = d.level(a), d.level(b)
		from, to := a.Current, b.Current
		switch {
		case from.Level < 0 && to.Level >= 0:
			c.Kind = Assessable
		case from.Level >= 0 && to.Level < 0:
			c.Kind = Unassessable
		case from.Level < to.Level:
			c.Kind = LevelUp
		case from.Level > to.Level:
			c.Kind = LevelDown
		case from.Likelihood != to.Likelihood || from.Consequence != to.Consequence || !maps.Equal(consequences(a), consequences(b)):
			c.Kind = Reassessed
		}
		if c.Kind != "" {
			d.add(c)
		}
	}
	if x, y := cmp.Or(a.Scenario.Decision, &model.RiskDecision{}), cmp.Or(b.Scenario.Decision, &model.RiskDecision{}); x.Choice != y.Choice || x.By != y.By || x.Date != y.Date {
		c.Kind, c.From, c.To = Decided, x.Choice, y.Choice
		d.add(c)
	}
	if a.Scenario.Title != b.Scenario.Title || a.Scenario.Description != b.Scenario.Description {
		c.Kind, c.From, c.To = Reworded, a.Scenario.Title, b.Scenario.Title
		d.add(c)
	}
}

// measures compares the plans. A measure that has left the plan because it is in place
// is done.
func (d *differ) measures(old, new *model.Case) {
	before, now := byMeasure(measures(old)), byMeasure(measures(new))
	planned, plan := byMeasure(Plan(old)), Plan(new)
	still := byMeasure(plan)
	for _, b := range plan {
		c := Change{Measure: b.ID, Title: b.Title}
		a, known := before[b.ID]
		_, was := planned[b.ID]
		switch {
		case lapsed(a, b):
			c.Kind = MeasureUndone
		case !was:
			c.Kind = MeasureAdded
		case !known: // nobody had described it
			continue
		case a.Status != inPlace && b.Status == inPlace:
			c.Kind = MeasureDone
		case a.DueDate != b.DueDate && b.Status != inPlace:
			c.Kind, c.From, c.To = MeasureMoved, string(a.DueDate), string(b.DueDate)
		default:
			continue
		}
		d.add(c)
	}
	for _, b := range measures(new) { // one that an assessment counts on
		if _, is := still[b.ID]; !is && lapsed(before[b.ID], b) && countedOn(new.Risk, b.ID) {
			d.add(Change{Kind: MeasureUndone, Measure: b.ID, Title: b.Title})
		}
	}
	for _, a := range Plan(old) {
		if _, is := still[a.ID]; is {
			continue
		}
		c := Change{Kind: MeasureGone, Measure: a.ID, Title: a.Title}
		if b, ok := now[a.ID]; ok && b.Status == inPlace && a.Status != inPlace {
			c.Kind, c.Title = MeasureDone, b.Title
		}
		d.add(c)
	}
}

// lapsed: a measure was in place, and is not.
func lapsed(was, is Treatment) bool {
	return was.Status == inPlace && is.Status != "" && is.Status != inPlace
}

// countedOn: a scenario has the measure among those that exist.
func countedOn(r *model.Risk, id string) bool {
	return r != nil && slices.ContainsFunc(r.Scenarios, func(s model.RiskScenario) bool { return slices.Contains(s.Existing, id) })
}

func (d *differ) level(a Assessed) string {
	if a.Current.Level < 0 {
		return ""
	}
	return d.scale.Levels[a.Current.Level].ID
}

// consequences are those that the current assessment rests on.
func consequences(a Assessed) map[string]int {
	if n := len(a.Scenario.Reassessments); n > 0 {
		return a.Scenario.Reassessments[n-1].Consequence
	}
	return a.Scenario.Consequence
}

func (r *Register) byID() map[string]Assessed {
	out := map[string]Assessed{}
	for _, a := range r.Scenarios {
		if _, twice := out[a.Scenario.ID]; !twice {
			out[a.Scenario.ID] = a
		}
	}
	return out
}

func byMeasure(list []Treatment) map[string]Treatment {
	out := map[string]Treatment{}
	for _, t := range list {
		if _, twice := out[t.ID]; !twice {
			out[t.ID] = t
		}
	}
	return out
}
