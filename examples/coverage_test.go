package examples_test

import (
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
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// TestCoverage: every demand that concerns a document is met by text of the
// library, in every example and language, and a complete case leaves none open.
func TestCoverage(t *testing.T) {
	g := newGenerator(t)
	for _, p := range slices.Concat(g.Library().CheckCatalogues(), g.Templates().CheckDemands(g.Library())) {
		t.Errorf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Message("en"))
	}
	names, err := filepath.Glob("*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("found %v: %v", names, err)
	}
	for _, name := range names {
		dir := filepath.Dir(name)
		c := load(t, g, dir)
		var first []report.CoverageStatus
		for _, l := range doc.Languages() {
			cov, err := g.Coverage(c, "dpa", l)
			if err != nil {
				t.Fatal(err)
			}
			var statuses []report.CoverageStatus
			for _, r := range cov.Demands {
				statuses = append(statuses, r.Status)
				if r.Status == report.Uncovered || drafts[dir] == 0 && r.Status == report.OpenStatus {
					t.Errorf("%s in %s: %s is %s: %s", dir, l, r.Demand, r.Status, cov.Reason(r, "en"))
				}
				if r.Status == report.Met && r.Number() == "" && len(r.Facts()) == 0 {
					t.Errorf("%s in %s: %s is met nowhere", dir, l, r.Demand)
				}
				if r.Text == "" || r.Source == "" {
					t.Errorf("%s says nothing", r.Demand)
				}
			}
			if first == nil {
				first = statuses
			}
			if len(cov.Demands) < 150 || !slices.Equal(first, statuses) {
				t.Errorf("%s: %d demands, not the same in %s", dir, len(cov.Demands), l)
			}
		}
	}
}

// TestCoverageGolden: where a complete agreement meets each demand.
func TestCoverageGolden(t *testing.T) {
	g := newGenerator(t)
	cov, err := g.Coverage(load(t, g, "normsykehuset"), "dpa", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report.CoverageText(&b, cov, report.TextOptions{Language: "nb"}); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("normsykehuset", "expected", "coverage.txt"), b.String())
}

// TestCoverageIsNeeded: a demand that one entry alone meets is uncovered without
// it. What meets one demand has no say in another, so that all of those entries
// are taken out at once.
func TestCoverageIsNeeded(t *testing.T) {
	library, documents := copyFS(t, clauses.Embedded()), copyFS(t, templates.Embedded())
	entries := map[string]int{}
	each(library, documents, func(demand string) bool { entries[demand]++; return true })
	var alone []string
	for _, demand := range slices.Sorted(maps.Keys(entries)) {
		if entries[demand] == 1 {
			alone = append(alone, demand)
		}
	}
	if len(alone) < 60 || len(entries) < 150 {
		t.Fatalf("%d entries, %d alone", len(entries), len(alone))
	}
	each(library, documents, func(demand string) bool { return entries[demand] > 1 })
	g, err := generator.New(generator.Options{Clauses: library, Templates: documents})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"normsykehuset", "fastlegekontor"} {
		cov, err := g.Coverage(load(t, g, dir), "dpa", doc.Bokmal)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range cov.Demands {
			if got, want := r.Status == report.Uncovered, entries[r.Demand] == 1; got != want {
				t.Errorf("%s: %s is %s with %d entries", dir, r.Demand, r.Status, entries[r.Demand])
			}
		}
	}
}

var (
	ofAlternative = regexp.MustCompile(`(?m)^    covers:\n(?:      .*\n)+`)

	clauseEntry = regexp.MustCompile(`(?m)^  ([a-z0-9-]+:[A-Z][A-Za-z0-9.-]*): \[.*\]\n`)
	tableEntry  = regexp.MustCompile(`"([a-z0-9-]+:[A-Z][A-Za-z0-9.-]*)"(, )?`)
)

// each calls keep for every entry under covers, and takes out those that it does
// not keep.
func each(library, documents fstest.MapFS, keep func(demand string) bool) {
	edit := func(f *fstest.MapFile, entry *regexp.Regexp) {
		f.Data = ofAlternative.ReplaceAll(f.Data, nil) // the examples choose none of them
		f.Data = entry.ReplaceAllFunc(f.Data, func(found []byte) []byte {
			if keep(string(entry.FindSubmatch(found)[1])) {
				return found
			}
			return nil
		})
	}
	for _, name := range slices.Sorted(maps.Keys(library)) {
		if strings.HasPrefix(name, "text/") && strings.HasSuffix(name, ".yaml") {
			edit(library[name], clauseEntry)
		}
	}
	edit(documents["dpa/template.yaml"], tableEntry)
}

func copyFS(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
