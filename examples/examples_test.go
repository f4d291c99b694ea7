// Package examples_test makes every document of every example.
package examples_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/doc/xlsx"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

var update = flag.Bool("update", false, "write the expected files")

// drafts are the examples that are not complete, with how many open points they
// have at least.
var drafts = map[string]int{"fastlegekontor": 10}

func newGenerator(t *testing.T) *generator.Generator {
	t.Helper()
	g, err := generator.New(generator.Options{Languages: doc.Languages()})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// offered are the languages that the library has texts in.
func offered(g *generator.Generator) (out []doc.Language) {
	for _, l := range doc.Languages() {
		for _, c := range g.Library().Clauses() {
			if _, ok := c.Text("", l); ok {
				out = append(out, l)
				break
			}
		}
	}
	return out
}

func TestExamples(t *testing.T) {
	names, err := filepath.Glob("*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("found %v: %v", names, err)
	}
	g := newGenerator(t)
	if l := offered(g); len(l) == 0 || l[0] != doc.Bokmal {
		t.Fatalf("the library is in %v", l)
	}
	for _, name := range names {
		t.Run(filepath.Dir(name), func(t *testing.T) { example(t, g, filepath.Dir(name)) })
	}
	for name := range drafts {
		if _, err := os.Stat(filepath.Join(name, "case.yaml")); err != nil {
			t.Error(err)
		}
	}
}

func load(t *testing.T, g *generator.Generator, dir string) *model.Case {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, problems := g.Load("case.yaml", f)
	for _, p := range problems {
		t.Errorf("%s:%d: %s: %s", p.Pos.File, p.Pos.Line, p.Path, p.Message("en"))
	}
	return c
}

func example(t *testing.T, g *generator.Generator, dir string) {
	c := load(t, g, dir)
	rep, err := g.Check(c)
	if err != nil {
		t.Fatal(err)
	}
	reports(t, c, dir, rep)
	if most := drafts[dir]; most > 0 {
		if len(rep.Open) < most || rep.Count(report.Error) > 0 {
			t.Errorf("%d open points, %d errors", len(rep.Open), rep.Count(report.Error))
		}
	} else if len(rep.Open) > 0 || len(rep.Problems) > 0 {
		t.Errorf("not complete: %s", rep.Summary("en"))
	}
	files := make(map[string]bool)
	for _, l := range offered(g) {
		for _, tpl := range g.Templates().Templates() {
			if !tpl.Wanted(c.View()) {
				continue
			}
			d, _, err := g.Tree(c, tpl.ID, l)
			if err != nil {
				t.Fatalf("%s in %s: %v", tpl.ID, l, err)
			}
			name := filepath.Join(dir, "expected", tpl.ID+"."+string(l)+".txt")
			files[name] = true
			golden(t, name, strings.ReplaceAll(doc.Dump(d), "\u00a0", "~")) // a no-break space is seen
			checkTree(t, d)
		}
		made(t, g, generator.Request{Case: c, Languages: []doc.Language{l}, Formats: offeredFormats, Final: drafts[dir] == 0, WithCoverage: l != doc.Nynorsk})
	}
	if len(files) == 0 {
		t.Error("the case calls for no document")
	}
	old, _ := filepath.Glob(filepath.Join(dir, "expected", "*.txt"))
	for _, name := range old {
		if base := filepath.Base(name); !files[name] && base != "report.nb.txt" && base != "report.en.txt" && base != "coverage.txt" {
			t.Errorf("%s is of no document", name)
		}
	}
}

// The formats of documents, and those of workbooks as well.
var (
	prose          = []string{"docx", "html", "md"}
	offeredFormats = generator.Formats()
)

// made makes the documents and looks them over.
func made(t *testing.T, g *generator.Generator, r generator.Request) {
	t.Helper()
	out, _, err := g.Generate(r)
	if err != nil {
		t.Fatalf("%v: %v", r.Languages, err)
	}
	if len(out) < len(prose) {
		t.Errorf("%d files", len(out))
	}
	again, _, err := g.Generate(r)
	for i, o := range out {
		if err != nil || !bytes.Equal(o.Data, again[i].Data) {
			t.Errorf("%s is not the same twice: %v", o.Name, err)
		}
		if o.Format == "docx" && !o.Standard {
			for _, f := range docx.Lint(o.Data) {
				t.Errorf("%s: %s", o.Name, f)
			}
		} else if o.Format == "xlsx" {
			for _, f := range xlsx.Lint(o.Data) {
				t.Errorf("%s: %s", o.Name, f)
			}
		} else if !o.Standard && o.Format != "csv" && !bytes.Contains(o.Data, []byte(r.Case.ID)) {
			t.Errorf("%s does not hold the case number", o.Name)
		}
	}
}

// checkTree finds what no document should hold.
func checkTree(t *testing.T, d *doc.Document) {
	t.Helper()
	text := doc.Dump(d)
	for _, bad := range []string{"{{", "}}", "[[", "]]", ":::", "<no value>", "%!", " .", " ,", "..", "⟦ →", "⟦–"} {
		for _, line := range strings.Split(text, "\n") {
			if strings.Contains(strings.ReplaceAll(line, " ...", ""), bad) {
				t.Errorf("%s in %s: %q in: %s", d.ID, d.Language, bad, line)
			}
		}
	}
	if dangling := doc.Number(d); len(dangling) > 0 {
		t.Errorf("references to nothing: %v", dangling)
	}
}

// TestOtherLanguages: a language is offered with all texts, or refused with each
// text that is missing.
func TestOtherLanguages(t *testing.T) {
	g := newGenerator(t)
	is := map[doc.Language]bool{}
	for _, l := range offered(g) {
		is[l] = true
	}
	for _, l := range doc.Languages() {
		if is[l] {
			continue // TestExamples makes all of it
		}
		out, rep, err := g.Generate(generator.Request{Case: load(t, g, "normsykehuset"), Languages: []doc.Language{l}})
		var refused *generator.RefusedError
		if !errors.As(err, &refused) || refused.Reason != generator.NoLanguage || len(out) > 0 {
			t.Errorf("%s: %v, %d files", l, err, len(out))
		}
		if len(rep.Problems) == 0 || rep.Problems[0].Rule != "text-missing" {
			t.Errorf("%s: the report does not say what is missing", l)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (run with -update)", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
