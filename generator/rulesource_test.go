package generator_test

import (
	"testing"

	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
)

// TestRuleDemands: a demand that a rule serves is in the catalogues.
func TestRuleDemands(t *testing.T) {
	g, err := generator.New(generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range report.Rules() {
		if r.Demand == "" {
			continue
		}
		seen++
		if _, ok := g.Library().Demand(r.Demand); !ok {
			t.Errorf("%s serves %s, which is in no catalogue", r.ID, r.Demand)
		}
	}
	if seen < 4 {
		t.Errorf("only %d rules serve a demand", seen)
	}
}
