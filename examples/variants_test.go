package examples_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/variant"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// TestVariants: each variant of an example gives its documents in every language,
// with every demand covered; what is other than in the example is golden.
func TestVariants(t *testing.T) {
	variants, err := variant.All(os.DirFS("variants"))
	if err != nil || len(variants) < 3 {
		t.Fatalf("%d variants: %v", len(variants), err)
	}
	g := newGenerator(t)
	expected := map[string]bool{}
	for _, v := range variants {
		expected[v.Name+".txt"] = true
		t.Run(v.Name, func(t *testing.T) { variantCase(t, g, v) })
	}
	old, _ := filepath.Glob("variants/expected/*.txt")
	for _, name := range old {
		if !expected[filepath.Base(name)] {
			t.Errorf("%s is of no variant", name)
		}
	}
}

func loadVariant(t *testing.T, g *generator.Generator, v variant.Variant) *model.Case {
	t.Helper()
	base, err := os.ReadFile(filepath.Join(v.Base, "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := v.Case(bytes.NewReader(base))
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load(v.Name, bytes.NewReader(text))
	for _, p := range problems {
		t.Errorf("%s: %s", p.Path, p.Message("en"))
	}
	return c
}

func variantCase(t *testing.T, g *generator.Generator, v variant.Variant) {
	c := loadVariant(t, g, v)
	standard := standardText(t, v)
	rep, err := g.CheckRequest(generator.Request{Case: c, StandardText: standard})
	if err != nil {
		t.Fatal(err)
	}
	if got := !rep.Complete(); got != v.Draft {
		t.Errorf("draft: %v, want %v\n%s", got, v.Draft, reportText(rep))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", v.About)
	if len(rep.Problems)+len(rep.Open) > 0 {
		b.WriteString(reportText(rep) + "\n")
	}
	base := load(t, g, v.Base)
	concerned := concerned(g, c, v)
	for _, l := range doc.Languages() {
		for _, tpl := range g.Templates().Templates() {
			if !slices.Contains(concerned, tpl.ID) {
				continue
			}
			was := ""
			if tpl.Wanted(base.View()) {
				was = unnumbered(doc.Dump(tree(t, g, base, tpl.ID, l)))
			}
			for _, party := range partiesOf(t, g, c, tpl.ID) {
				covered(t, g, c, v, l, party...)
				d := tree(t, g, c, tpl.ID, l, party...)
				checkTree(t, d)
				changes := changed(was, unnumbered(doc.Dump(d)))
				if changes == "" {
					changes = "(as in the example)\n"
				}
				fmt.Fprintf(&b, "=== %s %s\n%s", strings.Join(append([]string{tpl.ID}, party...), "."), l, changes)
			}
		}
		made(t, g, generator.Request{Case: c, Documents: concerned, Languages: []doc.Language{l}, Formats: formatsFor(concerned), WithCoverage: true, StandardText: standard})
	}
	golden(t, filepath.Join("variants", "expected", v.Name+".txt"), b.String())
}

// riskDocuments are made of the risk part of a case, and hardly of anything else.
var riskDocuments = []string{"board-summary", "risk", "risk-register"}

// concerned are the document types of the set that a variant is about: those of the
// risk assessment where it changes that part, and the others where it changes more.
func concerned(g *generator.Generator, c *model.Case, v variant.Variant) (out []string) {
	_, risk := v.Set["risk"]
	for _, tpl := range g.Templates().Templates() {
		if of := slices.Contains(riskDocuments, tpl.ID); tpl.Wanted(c.View()) && (of && risk || !of && (!risk || len(v.Set) > 1)) {
			out = append(out, tpl.ID)
		}
	}
	return out
}

// formatsFor adds those of workbooks where there is one.
func formatsFor(documents []string) []string {
	if slices.Contains(documents, "risk-register") {
		return offeredFormats
	}
	return prose
}

// partiesOf is the party of each document of a type, none where there is one for all.
func partiesOf(t *testing.T, g *generator.Generator, c *model.Case, document string) [][]string {
	t.Helper()
	ids, err := g.Parties(c, document)
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) == 0 {
		return [][]string{nil}
	}
	var out [][]string
	for _, id := range ids {
		out = append(out, []string{id})
	}
	return out
}

// standardText is the file that is the body of the agreement in a variant.
func standardText(t *testing.T, v variant.Variant) *generator.StandardFile {
	t.Helper()
	if v.Standard == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join("testdata", v.Standard))
	if err != nil {
		t.Fatal(err)
	}
	return &generator.StandardFile{Name: v.Standard, Data: data}
}

func tree(t *testing.T, g *generator.Generator, c *model.Case, document string, l doc.Language, party ...string) *doc.Document {
	t.Helper()
	d, _, err := g.Tree(c, document, l, party...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func covered(t *testing.T, g *generator.Generator, c *model.Case, v variant.Variant, l doc.Language, party ...string) {
	t.Helper()
	cov, err := g.Coverage(c, "dpa", l, party...)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range cov.Demands {
		if r.Status == report.Uncovered || r.Status == report.OpenStatus && !v.Draft {
			t.Errorf("in %s: %s is %s: %s", l, r.Demand, r.Status, cov.Reason(r, "en"))
		}
	}
}

var numberOf = regexp.MustCompile(`(?m)^(\s*(?:p|section)) (?:\d+(?:\.\d+)*|\([a-zæøå]+\)|[A-Z]\.\d+) `)

// unnumbered takes the numbers off the lines, so that an added clause does not
// change all that come after it.
func unnumbered(dump string) string {
	return numberOf.ReplaceAllString(strings.ReplaceAll(dump, "\u00a0", "~"), "$1 ")
}

// changed are the lines of new that are not in old and the reverse; the table of
// contents left out.
func changed(old, new string) string {
	var b strings.Builder
	for line := range strings.Lines(string(diff.Diff("example", []byte(old), "variant", []byte(new)))) {
		mark := line[0] == '+' || line[0] == '-'
		head := strings.HasPrefix(line, "+++ ") || strings.HasPrefix(line, "--- ")
		if mark && !head {
			b.WriteString(line)
		}
	}
	return b.String()
}
