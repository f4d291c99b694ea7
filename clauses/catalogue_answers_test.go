package clauses_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// TestScenariosAnswer: all that the guidance says can go wrong, and what it says of
// migration and exit, is answered by a scenario, or where it is a measure by one.
func TestScenariosAnswer(t *testing.T) {
	l, _ := clauses.Load(clauses.Embedded(), clauses.Options{Languages: doc.Languages()})
	answered(t, l, "normen-sky", "RSK-GEN", "RSK-MOD", "RSK-MAO", "RSK-ARE", "RSK-WEB", "CHL", "MIG", "EXIT")
	for _, m := range l.Measures() {
		if len(l.Against(m.ID)) == 0 && len(m.Answers) == 0 {
			t.Errorf("%s is against nothing", m.ID)
		}
	}
}

// TestScenarioReasons: every condition has words, and no words are left over.
func TestScenarioReasons(t *testing.T) {
	l, _ := clauses.Load(clauses.Embedded(), clauses.Options{Languages: doc.Languages()})
	var used []string
	var walk func(id string, c *clauses.Condition)
	walk = func(id string, c *clauses.Condition) {
		switch {
		case c.Holds != nil:
			used = append(used, expr.Canonical(c.Expr.Source))
		case c.Op == "":
			t.Errorf("%s: there are no words for %s", id, c.Expr.Source)
		}
		for _, part := range c.Parts {
			walk(id, part)
		}
	}
	for _, s := range l.Scenarios() {
		if s.When != nil {
			walk(s.ID, s.Condition())
		}
	}
	c, _ := l.Catalogue("risk-scenarios")
	for _, condition := range c.Reasons() {
		if !slices.Contains(used, condition) {
			t.Errorf("there are words for %s, which is no condition", condition)
		}
	}
	if len(used) == 0 {
		t.Error("no conditions")
	}
}
