package risk

import "github.com/samsvar/samsvar/generator/model"

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
	Agreed             bool  // it stands in the agreement (security.measures)
	Scenarios          []int // those that plan it, as indexes of the scenarios of the case
}

// Plan is the treatment plan: each measure that a scenario plans, and each of the
// controller's own that is not in place, once, by due date and then by id. Those
// without a date come last.
func Plan(c *model.Case) []Treatment { return nil }
