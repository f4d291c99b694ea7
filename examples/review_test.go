package examples_test

import (
	"os"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/variant"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// odd sets every number that texts are compared with, where the case has it, to one
// that stands nowhere in the library: a text of the library that spoke of a fact
// without taking its number from the case would be found.
func odd(c *model.Case) {
	set := func(p **int, n int) {
		if *p != nil {
			*p = &n
		}
	}
	a := c.Agreement
	set(&a.BreachNoticeHours, 17)
	set(&a.NoticeDays, 23)
	set(&a.ObjectionDays, 19)
	set(&a.RequestForwardDays, 8)
	set(&a.Audit.NoticeDays, 41)
	set(&a.Termination.Days, 53)
	set(&a.Restore.RTOHours, 13)
	set(&a.Restore.RPOHours, 5)
	if o := c.Processor.Ownership; o != nil {
		set(&o.ChangeNoticeDays, 77)
	}
}

// TestVariantsReadWell: in every variant and language, the library's own texts
// contradict no fact, use no term that the document does not define, define none
// that it does not use, and refer to nothing by hand.
func TestVariantsReadWell(t *testing.T) {
	variants, err := variant.All(os.DirFS("variants"))
	if err != nil || len(variants) < 3 {
		t.Fatalf("%d variants: %v", len(variants), err)
	}
	g := newGenerator(t)
	rules := map[string]bool{"number-contradicts": true, "term-undefined": true, "term-unused": true, "annex-absent": true, "reference-typed": true}
	for _, v := range variants {
		c := loadVariant(t, g, v)
		odd(c)
		// One language at a time: what two of them share is told once.
		for _, l := range doc.Languages() {
			r := generator.Request{Case: c, Languages: []doc.Language{l}, Formats: []string{"md"}, StandardText: standardText(t, v)}
			_, rep, err := g.Generate(r)
			if err != nil {
				t.Fatalf("%s in %s: %v", v.Name, l, err)
			}
			for _, p := range rep.Problems {
				if rules[p.Rule] && p.Path == "" {
					t.Errorf("%s in %s: %s:%d: %s", v.Name, l, p.Pos.File, p.Pos.Line, p.Message("en"))
				}
			}
		}
	}
}
