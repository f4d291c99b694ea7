package examples_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/mutate"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// TestMutation: whatever is spoilt in a complete case, the check reports it in its
// place or the documents change; there is no dead field. What is taken out is
// reported, unless testdata/optional.yaml has it with the reason why a case may
// leave it out.
func TestMutation(t *testing.T) {
	g := newGenerator(t)
	root := g.Templates().Documents().Root()
	optional := readOptional(t)
	used := map[string]bool{}
	for _, dir := range complete(t) {
		tree := jsonTree(t, load(t, g, dir))
		mutants := slices.DeleteFunc(mutate.All(tree, root), alike)
		was := map[bool]outcome{false: state(g, tree, documentsOf(g, false)), true: state(g, tree, documentsOf(g, true))}
		reports, changes, kills, tried := 0, 0, 0, 0
		for i, got := range states(g, mutants) {
			m := mutants[i]
			if i%every > 0 {
				continue
			}
			tried++
			of := inRisk(m.Path)
			at, anywhere := reported(was[of], got, m.Path)
			changed := got.text != was[of].text
			if !changed && !anywhere && !at { // the documents of the other part may say it
				changed = state(g, m.Case, documentsOf(g, !of)).text != was[!of].text
			}
			switch {
			case at:
				reports, kills = reports+1, kills+1
			case changed || anywhere:
				changes, kills = changes+1, kills+1
			default:
				t.Errorf("%s: nothing notices %s", dir, m)
			}
			pattern := mutate.Pattern(m.Path, root)
			if m.Kind != mutate.Delete || at || anywhere {
				continue
			}
			if used[pattern] = true; optional[pattern] == "" {
				t.Errorf("%s: the check does not report that %s is missing", dir, m.Path)
			}
		}
		if len(mutants) < 2000 {
			t.Errorf("%s: %d mutants", dir, len(mutants))
		}
		t.Logf("%s: %d facts, %d mutants (%s): %d reported in place, %d seen elsewhere or in the documents, kill rate %.2f %%",
			dir, mutate.Leaves(tree), len(mutants), mutate.Count(mutants), reports, changes, 100*float64(kills)/float64(tried))
	}
	for _, pattern := range slices.Sorted(maps.Keys(optional)) {
		if !used[pattern] && every == 1 {
			t.Errorf("optional.yaml: %s is reported in every example, or in none", pattern)
		}
	}
}

// inRisk: a fact of the risk assessment. It is looked for in the documents of that
// part first, and others in the other documents, for the sake of time.
func inRisk(path string) bool { return path == "risk" || strings.HasPrefix(path, "risk.") }

func documentsOf(g *generator.Generator, risk bool) (out []string) {
	for _, id := range g.Templates().IDs() {
		if slices.Contains(riskDocuments, id) == risk {
			out = append(out, id)
		}
	}
	return out
}

var element = regexp.MustCompile(`^risk\.(?:scenarios|measures|participants|countries|changes)\[([0-9]+)\]`)

// alike: what is in the third element of a list of the risk assessment, or later, is
// read as it is in those before it.
func alike(m mutate.Mutant) bool {
	found := element.FindStringSubmatch(m.Path)
	return found != nil && (len(found[1]) > 1 || found[1] > "1")
}

// complete lists the examples that are no drafts.
func complete(t *testing.T) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := os.Stat(e.Name() + "/case.yaml"); err == nil && drafts[e.Name()] == 0 {
			out = append(out, e.Name())
		}
	}
	if len(out) < 2 {
		t.Fatalf("complete examples: %v", out)
	}
	return out
}

// readOptional reads which facts a case may leave out, and why.
func readOptional(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/optional.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var groups []struct {
		Reason string
		Paths  []string
	}
	if err := yaml.Load(text, &groups, yaml.WithKnownFields()); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, group := range groups {
		for _, path := range group.Paths {
			if group.Reason == "" || out[path] != "" {
				t.Errorf("optional.yaml: %s has no reason, or two", path)
			}
			out[path] = group.Reason
		}
	}
	return out
}

func jsonTree(t *testing.T, c *model.Case) (tree map[string]any) {
	t.Helper()
	text, err := json.Marshal(c)
	if err == nil {
		err = json.Unmarshal(text, &tree)
	}
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// outcome is what a case gives: the text of its documents and what the check says.
type outcome struct {
	text     string
	problems []report.Problem
	open     []report.Open
	assumed  []model.Assumed
}

// states are those of all mutants, made on all processors.
func states(g *generator.Generator, mutants []mutate.Mutant) []outcome {
	out := make([]outcome, len(mutants))
	own := map[bool][]string{false: documentsOf(g, false), true: documentsOf(g, true)}
	spread(len(mutants), func(i int) {
		if i%every == 0 {
			out[i] = state(g, mutants[i].Case, own[inRisk(mutants[i].Path)])
		}
	})
	return out
}

func state(g *generator.Generator, tree map[string]any, documents []string) outcome {
	text, err := json.Marshal(tree)
	if err != nil {
		return outcome{text: err.Error()}
	}
	c := &model.Case{}
	if err := json.Unmarshal(text, c); err != nil {
		return outcome{text: err.Error()}
	}
	c = c.With(g.Templates().Documents())
	o := outcome{problems: c.Validate(), assumed: c.Assumed()}
	l := doc.Language(c.Language)
	if l == "" {
		l = doc.Bokmal
	}
	var b strings.Builder
	for _, tpl := range g.Templates().Templates() {
		if !slices.Contains(documents, tpl.ID) || !tpl.Wanted(c.View()) {
			continue
		}
		d, rep, err := g.Tree(c, tpl.ID, l)
		if rep != nil {
			o.problems = append(o.problems, rep.Problems...)
			o.open = append(o.open, rep.Open...)
		}
		if err == nil {
			b.WriteString(doc.Dump(d))
		}
	}
	o.text = b.String()
	return o
}

// reported tells whether the check says something new at the path, and whether it
// has a new error or open point, or takes something for granted, anywhere.
func reported(was, got outcome, path string) (at, anywhere bool) {
	for _, p := range got.problems {
		if !slices.ContainsFunc(was.problems, func(q report.Problem) bool { return q.Rule == p.Rule && q.Path == p.Path }) {
			at = at || mutate.Under(p.Path, path)
			anywhere = anywhere || p.Severity() == report.Error
		}
	}
	for _, o := range got.open {
		if !slices.ContainsFunc(was.open, func(q report.Open) bool { return q.Path == o.Path }) {
			at, anywhere = at || mutate.Under(o.Path, path), true
		}
	}
	for _, a := range got.assumed {
		if !slices.ContainsFunc(was.assumed, func(q model.Assumed) bool { return q.Path == a.Path }) {
			at, anywhere = at || mutate.Under(a.Path, path), true
		}
	}
	return at, anywhere
}

// TestSmallestCase: a complete case of a GP practice needs no more than about
// seventy facts, and none of them can be left out.
func TestSmallestCase(t *testing.T) {
	g := newGenerator(t)
	text, err := os.ReadFile("testdata/gp.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("gp.yaml", bytes.NewReader(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	rep, err := g.Check(c)
	if err != nil || len(rep.Problems)+len(rep.Open) > 0 {
		t.Fatalf("%v\n%s", err, reportText(rep))
	}
	tree := jsonTree(t, c)
	n := mutate.Leaves(tree)
	t.Logf("the smallest complete case has %d facts", n)
	if n > 76 {
		t.Errorf("%d facts", n)
	}
	all := g.Templates().IDs()
	was := state(g, tree, all)
	for _, m := range mutate.All(tree, g.Templates().Documents().Root()) {
		if m.Kind != mutate.Delete {
			continue
		}
		if at, anywhere := reported(was, state(g, m.Case, all), m.Path); !at && !anywhere {
			t.Errorf("%s could be left out", m.Path)
		}
	}
}
