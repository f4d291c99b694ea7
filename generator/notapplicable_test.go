package generator_test

import (
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// TestNotApplicable: the case's own reason stands in the coverage of a demand that
// is open or left out; what is met stays met, and an unknown demand is an error.
func TestNotApplicable(t *testing.T) {
	g := whole(t, generator.Options{})
	c := exampleCase(t, g, "normsykehuset")
	c.Processor.DPO = nil
	c.Processor.Contact = nil // the processor's contact is open
	statusOf := func(demand string) report.CoverageRow {
		cov, err := g.Coverage(c, "dpa", doc.Bokmal)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range cov.Demands {
			if r.Demand == demand {
				if r.Stated != "" && cov.Reason(r, "en") != r.Stated {
					t.Errorf("the reason reads %q", cov.Reason(r, "en"))
				}
				return r
			}
		}
		t.Fatal("no demand " + demand)
		return report.CoverageRow{}
	}
	var left, met string
	cov, err := g.Coverage(c, "dpa", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range cov.Demands {
		switch r.Status {
		case report.NotApplicable, report.OpenStatus:
			left = r.Demand
		case report.Met:
			met = r.Demand
		}
	}
	for _, demand := range []string{left, met} {
		c.NotApplicable = append(c.NotApplicable, model.NotApplicable{Demand: demand, Reason: "Gjelder ikke her.", By: "Kari", Date: "2026-11-20"})
	}
	if r := statusOf(left); r.Status != report.NotApplicable || r.Stated != "Gjelder ikke her. (Kari, 20.\u00a0november 2026)" || len(r.Paths) > 0 {
		t.Errorf("%+v", r)
	}
	if r := statusOf(met); r.Status != report.Met || r.Stated != "" {
		t.Errorf("%+v", r)
	}
	c.NotApplicable = []model.NotApplicable{{Demand: "gdpr:DPA-L-999", Reason: "x"}}
	rep, err := g.Check(c)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, p := range rep.Problems {
		found = found || p.Rule == "reference-unknown" && p.Path == "notApplicable[0].demand"
	}
	if !found {
		t.Error("an unknown demand is not reported")
	}
}
