package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/templates"
)

// leaveOut notes why a paragraph is left out; of the turns of a repetition, one
// that is not decided weighs most.
func (a *assembly) leaveOut(target string, why clauses.Left) {
	if target = named(target); a.left[target].Open == "" {
		a.left[target] = why
	}
}

// leave notes that an entry of the outline is left out with all that it holds.
func (a *assembly) leave(item templates.Item, why clauses.Left) {
	if item.Clause != "" {
		a.left[item.Clause] = why
	}
	for _, name := range item.TableNames() {
		a.left["table:"+name] = why
	}
	for _, inner := range item.Inner() {
		a.leave(inner, why)
	}
}
