package risk

import (
	"cmp"
	"slices"
)

// Matrix places the scenarios: [likelihood-1][consequence-1] holds indexes of
// Scenarios, in their order. One that cannot be assessed has no place. An overridden
// one stands where its values place it.
func (r *Register) Matrix(stage Stage) [][][]int {
	out := make([][][]int, len(r.Scale.Likelihood))
	for i := range out {
		out[i] = make([][]int, len(r.Scale.Consequence))
	}
	for i := range r.Scenarios {
		at := r.Scenarios[i].At(stage)
		if at.Computed >= 0 {
			cell := &out[at.Likelihood-1][at.Consequence-1]
			*cell = append(*cell, i)
		}
	}
	return out
}

// Order lists all scenarios by the level of a stage, the highest first, then by
// consequence and likelihood, then in the order of the case. Those that cannot be
// assessed come last.
func (r *Register) Order(stage Stage) []int {
	out := make([]int, len(r.Scenarios))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int {
		a, b := r.Scenarios[i].At(stage), r.Scenarios[j].At(stage)
		if c := cmp.Compare(b.Level, a.Level); c != 0 || a.Level < 0 {
			return c
		}
		return cmp.Or(cmp.Compare(b.Consequence, a.Consequence), cmp.Compare(b.Likelihood, a.Likelihood))
	})
	return out
}

// Top lists the n highest of those that can be assessed, in the order of Order.
func (r *Register) Top(stage Stage, n int) []int {
	out := r.Order(stage)
	for i, s := range out {
		if i >= n || !r.Scenarios[s].At(stage).Assessable() {
			return out[:i]
		}
	}
	return out
}

// Counts is how many scenarios are at each level.
func (r *Register) Counts(stage Stage) []int {
	out := make([]int, len(r.Scale.Levels))
	for i := range r.Scenarios {
		if level := r.Scenarios[i].At(stage).Level; level >= 0 {
			out[level]++
		}
	}
	return out
}

// Group is the scenarios that have something in common.
type Group struct {
	Key       string // value of the enumeration, or name of the owner
	Scenarios []int  // indexes of Scenarios
	Highest   int    // index of the highest current level; -1 where none can be assessed
	// Initial, Current and Residual count the scenarios at each level.
	Initial, Current, Residual []int
}

// The keys that Groups takes.
const (
	ByArea  = "area"
	ByCIA   = "cia"
	ByOwner = "owner"
)

// Groups divides the scenarios by area, by what is affected (where a scenario is in
// several groups), or by owner. Areas and what is affected come in the order of the
// enumeration, owners in that of the case. What has no key is in no group.
func (r *Register) Groups(by string) []Group {
	var keys []string
	members := map[string][]int{}
	for i := range r.Scenarios {
		for _, key := range r.keys(by, i) {
			if key == "" || slices.Contains(members[key], i) {
				continue
			}
			if members[key] == nil {
				keys = append(keys, key)
			}
			members[key] = append(members[key], i)
		}
	}
	if order := enumOrder(by); order != nil {
		slices.SortStableFunc(keys, func(a, b string) int {
			return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
		})
	}
	var out []Group
	for _, key := range keys {
		out = append(out, r.group(key, members[key]))
	}
	return out
}

func (r *Register) keys(by string, i int) []string {
	sc := r.Scenarios[i].Scenario
	switch by {
	case ByArea:
		return []string{sc.Area}
	case ByCIA:
		return sc.CIA
	case ByOwner:
		return []string{sc.Owner}
	}
	return nil
}

func (r *Register) group(key string, members []int) Group {
	part := &Register{Scale: r.Scale}
	g := Group{Key: key, Scenarios: members, Highest: -1}
	for _, i := range members {
		part.Scenarios = append(part.Scenarios, r.Scenarios[i])
		g.Highest = max(g.Highest, r.Scenarios[i].Current.Level)
	}
	g.Initial, g.Current, g.Residual = part.Counts(Initial), part.Counts(Current), part.Counts(Residual)
	return g
}
