package examples_test

import (
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/templates"
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

// TestEveryCoverIsNeeded: each entry of covers that is taken out of the library is
// missed: the list of TestCoversGolden is another one, or the library is refused.
func TestEveryCoverIsNeeded(t *testing.T) {
	library, documents := copyFS(t, clauses.Embedded()), copyFS(t, templates.Embedded())
	whole := coversOf(t, generator.Options{})
	var spoilt []generator.Options
	var what []string
	spoil := func(fsys fstest.MapFS, name string, entry *regexp.Regexp, put func(fs.FS) generator.Options) {
		text := fsys[name].Data
		for _, at := range entry.FindAllIndex(text, -1) {
			one := maps.Clone(fsys)
			one[name] = &fstest.MapFile{Data: slices.Concat(text[:at[0]], text[at[1]:])}
			spoilt = append(spoilt, put(one))
			what = append(what, name+": "+strings.TrimSpace(string(text[at[0]:at[1]])))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(library)) {
		if strings.HasPrefix(name, "text/dpa/") && strings.HasSuffix(name, ".yaml") {
			spoil(library, name, clauseEntry, func(f fs.FS) generator.Options { return generator.Options{Clauses: f} })
		}
	}
	spoil(documents, "dpa/template.yaml", tableEntry, func(f fs.FS) generator.Options { return generator.Options{Templates: f} })
	if len(spoilt) < 250 {
		t.Fatalf("%d entries", len(spoilt))
	}
	spread(len(spoilt), func(i int) {
		if coversOf(t, spoilt[i]) == whole {
			t.Errorf("nobody misses %s", what[i])
		}
	})
	t.Logf("%d entries taken out, one at a time", len(spoilt))
}

// coversOf lists what meets each demand; a library that is refused has the reason.
func coversOf(t *testing.T, o generator.Options) string {
	g, err := generator.New(o)
	if err != nil {
		return err.Error()
	}
	dpa, ok := g.Templates().Template("dpa")
	if !ok {
		t.Error("no document type dpa")
		return ""
	}
	var b strings.Builder
	for _, d := range g.Library().Demands("dpa") {
		fmt.Fprintln(&b, d.ID, dpa.Covers(d.ID))
	}
	return b.String()
}
