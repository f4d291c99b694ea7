package examples_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/samsvar/samsvar/generator/report"
)

// TestSuggestions: each example gets scenarios of the library that are not there,
// written into its file they leave it as valid as it was, and then none is missing.
func TestSuggestions(t *testing.T) {
	g := newGenerator(t)
	names, err := filepath.Glob("*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("found %v: %v", names, err)
	}
	for _, name := range names {
		c := load(t, g, filepath.Dir(name))
		all, err := g.SuggestRisks(c)
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %d suggestions: %v", name, len(all), err)
		}
		for i := range all {
			all[i].AnsweredBy, all[i].SetAside = nil, "" // as if the case had none
		}
		edits := g.SuggestEdits(c, all)
		text, err := c.Source().Patch(edits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		patched, problems := g.Load(name, bytes.NewReader(text))
		for _, p := range append(problems, patched.Validate()...) {
			if p.Severity() == report.Error {
				t.Errorf("%s:%d: %s: %s", name, p.Pos.Line, p.Path, p.Message("en"))
			}
		}
		again, err := g.SuggestRisks(patched)
		if err != nil {
			t.Fatal(err)
		}
		if rest := g.SuggestEdits(patched, again); len(edits) == 0 || len(rest) > 0 {
			t.Errorf("%s: %d edits, and then %d", name, len(edits), len(rest))
		}
	}
}
