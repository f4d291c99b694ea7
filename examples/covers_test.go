package examples_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// TestCoversGolden: which texts, tables and facts meet each demand. Whoever takes
// one of them out, or adds one, sees it here and has to read it against the source.
func TestCoversGolden(t *testing.T) {
	g := newGenerator(t)
	dpa, ok := g.Templates().Template("dpa")
	if !ok {
		t.Fatal("no document type dpa")
	}
	var b strings.Builder
	n := 0
	for _, d := range g.Library().Demands("dpa") {
		places := dpa.Covers(d.ID)
		n += len(places)
		fmt.Fprintf(&b, "%s  %s\n", d.ID, d.Words(doc.English))
		for _, place := range places {
			fmt.Fprintf(&b, "  %s\n", place)
		}
		if len(places) == 0 {
			t.Errorf("nothing meets %s", d.ID)
		}
	}
	if n < 300 {
		t.Errorf("only %d entries", n)
	}
	golden(t, filepath.Join("testdata", "covers.txt"), b.String())
}

// TestEveryClauseIsNeeded: a library without one of its clauses is refused, so that
// none can get lost, and none is in it that no document has.
func TestEveryClauseIsNeeded(t *testing.T) {
	whole := copyFS(t, clauses.Embedded())
	g := newGenerator(t)
	for _, c := range g.Library().Clauses() {
		stem := strings.TrimSuffix(c.File, ".yaml")
		without := maps.Clone(whole)
		for _, name := range slices.Sorted(maps.Keys(whole)) {
			if strings.HasPrefix(name, stem+".") || strings.HasPrefix(name, stem+"@") {
				delete(without, name)
			}
		}
		if len(without) == len(whole) {
			t.Fatalf("%s has no files", c.ID)
		}
		if _, err := generator.New(generator.Options{Clauses: without}); err == nil {
			t.Errorf("nobody misses %s", c.ID)
		}
	}
}
