package generator_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// BenchmarkNew loads the library of one language; with a process of its own, as
// in go test -bench New -benchtime 1x -count 10, it includes the schema.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := generator.New(generator.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGenerate makes the agreement of the larger example in Word, in one
// language.
func BenchmarkGenerate(b *testing.B) {
	g, err := generator.New(generator.Options{})
	if err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile("../examples/kommune-avstandsoppfolging/case.yaml")
	if err != nil {
		b.Fatal(err)
	}
	c, _ := g.Load("case.yaml", bytes.NewReader(text))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := g.Generate(generator.Request{Case: c, Languages: []doc.Language{doc.Bokmal}}); err != nil {
			b.Fatal(err)
		}
	}
}
