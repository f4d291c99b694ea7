package examples_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/variant"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// registerFormats are those in which a risk register can be read back.
var registerFormats = []string{"csv", "json", "xlsx"}

// assessedCases are the examples and their variants that have a risk assessment, and
// the register of the generator's own tests, which has what is rare.
func assessedCases(t *testing.T, g *generator.Generator) map[string]*model.Case {
	t.Helper()
	out := map[string]*model.Case{}
	keep := func(name string, c *model.Case) {
		if c.Risk != nil {
			out[name] = c
		}
	}
	names, err := filepath.Glob("*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("found %v: %v", names, err)
	}
	for _, name := range names {
		keep(filepath.Dir(name), load(t, g, filepath.Dir(name)))
	}
	variants, err := variant.All(os.DirFS("variants"))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range variants {
		keep("variant-"+v.Name, loadVariant(t, g, v))
	}
	text, err := os.ReadFile("../generator/testdata/register/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("case.yaml", bytes.NewReader(text))
	if c == nil {
		t.Fatal(problems)
	}
	keep("register", c)
	if len(out) < 4 {
		t.Fatalf("only %v have a risk assessment", slices.Sorted(maps.Keys(out)))
	}
	return out
}

// registerOf makes the register of a case.
func registerOf(t *testing.T, g *generator.Generator, c *model.Case, l doc.Language, format string) []byte {
	t.Helper()
	out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"risk-register"}, Languages: []doc.Language{l}, Formats: []string{format}})
	if err != nil || len(out) != 1 {
		t.Fatalf("%s: %d files, %v", format, len(out), err)
	}
	return out[0].Data
}

// readBack holds a file against a case.
func readBack(t *testing.T, g *generator.Generator, c *model.Case, name string, data []byte, l doc.Language) *generator.Imported {
	t.Helper()
	f, err := g.ReadFilled(name, bytes.NewReader(data), generator.FilledHint{Document: "risk-register", Language: string(l)})
	if err != nil {
		t.Fatal(err)
	}
	im, err := g.Import(c, f)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// unchanged fails when a file that nobody has filled in changes anything.
func unchanged(t *testing.T, what string, im *generator.Imported) {
	t.Helper()
	for _, c := range im.Changes {
		t.Errorf("%s: %s %s %q: %q → %q", what, c.Kind, c.Ref, c.Path, c.Old, c.New)
	}
	for _, p := range im.Problems {
		t.Errorf("%s: %s", what, p.Message("en"))
	}
	if len(im.Edits) > 0 {
		t.Errorf("%s: %d edits", what, len(im.Edits))
	}
}

// TestRegisterReadBack: the register of every example and variant, read back as it was
// written, changes nothing: in every language and every format.
func TestRegisterReadBack(t *testing.T) {
	g := newGenerator(t)
	cases := assessedCases(t, g)
	seen := map[string]bool{}
	for i, name := range slices.Sorted(maps.Keys(cases)) {
		if i%every != 0 {
			continue
		}
		for _, l := range doc.Languages() {
			d := doc.Dump(tree(t, g, cases[name], "risk-register", l))
			if seen[d] {
				continue // a variant of something else: the files are the same
			}
			seen[d] = true
			for _, format := range registerFormats {
				data := registerOf(t, g, cases[name], l, format)
				what := fmt.Sprintf("%s.%s.%s", name, l, format)
				unchanged(t, what, readBack(t, g, cases[name], what, data, l))
			}
		}
	}
	if len(seen) < 4*len(doc.Languages())/every {
		t.Errorf("only %d registers", len(seen))
	}
}
