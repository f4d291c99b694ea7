package qa_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/qa"
)

// BenchmarkCheck reads the agreement of the larger example.
func BenchmarkCheck(b *testing.B) {
	g, err := generator.New(generator.Options{})
	if err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile("../../examples/kommune-avstandsoppfolging/case.yaml")
	if err != nil {
		b.Fatal(err)
	}
	c, _ := g.Load("case.yaml", bytes.NewReader(text))
	d, _, err := g.Tree(c, "dpa", doc.Bokmal)
	if err != nil {
		b.Fatal(err)
	}
	k := qa.New(g.Library())
	left := map[string]clauses.Left{"dpa.annexes-terms": {Condition: "eq .agreement.form \"annexes-only\""}}
	b.ReportAllocs()
	for b.Loop() {
		if found := k.Check(qa.Document{Tree: d, Case: c.Resolved(), Left: left}); len(found) > 0 {
			b.Fatal(found)
		}
	}
}
