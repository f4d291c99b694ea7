package risk

import "github.com/samsvar/samsvar/generator/model"

// ChangeKind is what has happened.
type ChangeKind string

// The kinds of change. Those of scenarios are about their current level.
const (
	ScaleChanged  ChangeKind = "scale"        // levels cannot be compared; From and To are ids of scales
	Added         ChangeKind = "added"        // a scenario; To is its level
	Removed       ChangeKind = "removed"      // a scenario; From was its level
	LevelUp       ChangeKind = "level-up"     // From and To are ids of levels
	LevelDown     ChangeKind = "level-down"   // likewise
	Assessable    ChangeKind = "assessable"   // it has a level, To, and had none
	Unassessable  ChangeKind = "unassessable" // it has no level, and had From
	Reassessed    ChangeKind = "reassessed"   // other values, the same level
	Reworded      ChangeKind = "reworded"     // another title or description
	Decided       ChangeKind = "decision"     // From and To are choices; From is empty the first time
	MeasureAdded  ChangeKind = "measure-added"
	MeasureGone   ChangeKind = "measure-gone"
	MeasureDone   ChangeKind = "measure-done"   // it was not in place, and is
	MeasureUndone ChangeKind = "measure-undone" // it was in place, and is not
	MeasureMoved  ChangeKind = "measure-moved"  // From and To are due dates
)

// Change is one difference between two editions of a case.
type Change struct {
	Kind     ChangeKind
	Scenario string // its id; empty where it is about a measure or the scale
	Measure  string // id of the measure
	Title    string // of the scenario or the measure, in the new case, or in the old one where it is gone
	From, To string
}

// Changes lists what has changed in the risk: the scale, then the scenarios in the
// order of the new case, those that are gone, and the measures of the plan. s is the
// scale of both; where the cases name different scales, levels are not compared.
func Changes(old, new *model.Case, s *Scale) []Change { return nil }
