package risk

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// Treatment is a measure of the treatment plan.
type Treatment struct {
	ID string
	// Path is its place in the case, such as security.measures[3]; empty where no
	// measure has the id, and then there is nothing but the id.
	Path               string
	Title, Description string
	Type               string
	Effect             []string
	Status             string
	Owner              string
	DueDate            model.Date
	Refs               []string
	From               string // a measure of a catalogue that it was made of; of the controller's own
	Agreed             bool   // it stands in the agreement (security.measures)
	Scenarios          []int  // those that plan it, as indexes of the scenarios of the case
}

// inPlace is the status of a measure that is done.
const inPlace = "in-place"

// Plan is the treatment plan: each measure that a scenario plans, and each of the
// controller's own that is not in place, once, by due date and then by id. Those
// without a date come last.
func Plan(c *model.Case) []Treatment {
	if c == nil || c.Risk == nil {
		return nil
	}
	var out []Treatment
	at := map[string]int{} // id → index in out
	for _, m := range measures(c) {
		if _, twice := at[m.ID]; m.ID != "" && !twice {
			at[m.ID] = len(out)
			out = append(out, m)
		}
	}
	for i, s := range c.Risk.Scenarios {
		for _, id := range s.Measures {
			if _, known := at[id]; !known {
				at[id] = len(out)
				out = append(out, Treatment{ID: id})
			}
			if list := &out[at[id]].Scenarios; !slices.Contains(*list, i) {
				*list = append(*list, i)
			}
		}
	}
	out = slices.DeleteFunc(out, func(t Treatment) bool {
		return len(t.Scenarios) == 0 && (t.Agreed || t.Status == inPlace)
	})
	slices.SortStableFunc(out, func(a, b Treatment) int {
		switch {
		case a.DueDate == b.DueDate:
			return cmp.Compare(a.ID, b.ID)
		case a.DueDate == "":
			return 1
		case b.DueDate == "":
			return -1
		}
		return cmp.Compare(a.DueDate, b.DueDate)
	})
	return out
}

// measures are those of the agreement and then the controller's own. Where two have
// the same id, which is a finding, the first is the one that is meant.
func measures(c *model.Case) (out []Treatment) {
	if c.Security != nil {
		for i, m := range c.Security.Measures {
			out = append(out, Treatment{
				ID: m.ID, Path: fmt.Sprintf("security.measures[%d]", i), Title: m.Title, Description: m.Description,
				Type: m.Type, Effect: m.Effect, Status: m.Status, Owner: m.Owner, DueDate: m.DueDate, Refs: m.Refs, Agreed: true,
			})
		}
	}
	if c.Risk != nil {
		for i, m := range c.Risk.Measures {
			out = append(out, Treatment{
				ID: m.ID, Path: fmt.Sprintf("risk.measures[%d]", i), Title: m.Title, Description: m.Description,
				Type: m.Type, Effect: m.Effect, Status: m.Status, Owner: m.Owner, DueDate: m.DueDate, Refs: m.Refs, From: m.From,
			})
		}
	}
	return out
}
