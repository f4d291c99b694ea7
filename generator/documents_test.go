package generator_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// A miniature library with a document type, exit, that has facts of its own, and
// one, mini, that has none.

const exitTemplate = `id: exit
title: {nb: Exitplan, nn: Exitplan, en: Exit plan}
form: document
audience: signatory
phase: exit
outline:
  - openPoints: true
  - clause: exit.test
    tables: [steps]
tables:
  steps:
    caption: Steg
    each: .documents.exit.steps
    id: .id
    empty: Ingen steg.
    columns:
      - {key: id, title: Steg, lines: ["{{ .id }}"]}
      - {key: days, title: Dager, lines: ["{{ .days }}"]}
`

const exitSchema = `{
  "type": "object",
  "properties": {
    "testExtraction": {"type": "boolean", "x-samsvar": {"label": {"nb": "Prøveuttrekk", "nn": "Prøveuttrekk", "en": "Trial extraction"}, "who": "processor", "phase": "operation"}},
    "format": {"type": "string", "enum": ["csv", "fhir"], "x-samsvar": {"label": {"nb": "Format", "nn": "Format", "en": "Format"},
      "values": {"csv": {"nb": "CSV-filer", "nn": "CSV-filer", "en": "CSV files"}, "fhir": {"nb": "FHIR", "nn": "FHIR", "en": "FHIR"}}}},
    "steps": {"type": "array", "items": {"$ref": "#/$defs/Step"}, "title": "Steps"}
  },
  "required": ["testExtraction", "format"],
  "$defs": {"Step": {"type": "object", "title": "Step", "required": ["id", "days"], "properties": {
    "id": {"type": "string", "title": "Id"}, "days": {"type": "integer", "title": "Days"}}}}
}`

const exitText = `# Uttrekk

Uttrekk i {{ label .documents.exit.format }}. {#format}

::: when .documents.exit.testExtraction
Det er prøvd. {#tried}
:::
`

// withExit is the miniature library with exit; pairs are files that it has
// instead, of the folders clauses and templates.
func withExit(pairs ...string) generator.Options {
	o := generator.Options{Languages: doc.Languages()}
	c, t := miniClauses(), fstest.MapFS{}
	t["mini/template.yaml"] = &fstest.MapFile{Data: []byte(miniTemplate)}
	t["exit/template.yaml"] = &fstest.MapFile{Data: []byte(exitTemplate)}
	t["exit/schema.json"] = &fstest.MapFile{Data: []byte(exitSchema)}
	c["text/exit/test.yaml"] = &fstest.MapFile{Data: []byte("id: exit.test\nchecked: 2026-05-01\n" + clauseHead)}
	for _, l := range []string{"nb", "nn", "en"} {
		c["text/exit/test."+l+".md"] = &fstest.MapFile{Data: []byte(exitText)}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		folder, name, _ := strings.Cut(pairs[i], "/")
		map[string]fstest.MapFS{"clauses": c, "templates": t}[folder][name] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	o.Clauses, o.Templates = c, t
	return o
}

func newExit(t testing.TB, pairs ...string) *generator.Generator {
	t.Helper()
	g, err := generator.New(withExit(pairs...))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const exitFacts = "documents: {exit: {testExtraction: true, format: csv, steps: [{id: S1, days: 5}]}}\n"

func TestFactsOfADocumentType(t *testing.T) {
	g := newExit(t)
	c, found := g.Load("case.yaml", strings.NewReader(miniCase+exitFacts))
	if len(found) > 0 {
		t.Fatalf("%v", found)
	}
	d, rep, err := g.Tree(c, "exit", doc.Bokmal)
	if err != nil || len(rep.Problems) > 0 {
		t.Fatal(err, problems(rep))
	}
	dump := doc.Dump(d)
	for _, want := range []string{"Uttrekk i CSV-filer.", "Det er prøvd.", "S1", "5"} {
		if !strings.Contains(dump, want) {
			t.Errorf("no %q in\n%s", want, dump)
		}
	}
	if slices.ContainsFunc(opens(rep), func(s string) bool { return strings.HasPrefix(s, "documents") }) {
		t.Errorf("%v", opens(rep))
	}
}

// TestOpenFactsOfADocumentType: what the schema asks for is open where the text
// needs it, in conditions as well, and only for its document type.
func TestOpenFactsOfADocumentType(t *testing.T) {
	g := newExit(t)
	want := []string{"documents.exit.format 1.1", "documents.exit.testExtraction 1 reserved"}
	for name, c := range map[string]*model.Case{
		"loaded": load(t, g),
		"no steps": func() *model.Case {
			c, _ := g.Load("x", strings.NewReader(miniCase+"documents: {exit: {steps: []}}\n"))
			return c
		}(),
		"loaded by model": func() *model.Case {
			c, _ := model.Load("x", strings.NewReader(miniCase), model.LoadOptions{})
			return c
		}(),
	} {
		rep, err := g.Check(c, "exit")
		if err != nil {
			t.Fatal(name, err)
		}
		got := slices.DeleteFunc(opens(rep), func(s string) bool { return !strings.HasPrefix(s, "documents") })
		equal(t, name, got, want...)
		for _, o := range rep.Open {
			if o.Path == "documents.exit.testExtraction" && (o.Label != "Prøveuttrekk" || o.Responsible != "processor" || o.Phase != "operation") {
				t.Errorf("%s: %+v", name, o)
			}
		}
		if rep, err = g.Check(c, "mini"); err != nil || strings.Contains(strings.Join(opens(rep), " "), "documents") {
			t.Errorf("%s: of another type: %v %v", name, opens(rep), err)
		}
	}
}

// TestFactsInvalid: nothing is made of facts that are wrong in form, whoever made
// the case.
func TestFactsInvalid(t *testing.T) {
	g := newExit(t)
	_, found := g.Load("case.yaml", strings.NewReader("samsvar: 1\ndocuments:\n  exti: {}\n  exit:\n    formt: csv\n    format: cvs\n    steps: [{days: x}]\n"))
	var got []string
	for _, p := range found {
		got = append(got, p.Path+" "+p.Rule+" "+p.Args["suggestion"])
	}
	equal(t, "loaded", got,
		"documents.exti key-unknown exit", "documents.exit.formt key-unknown format",
		"documents.exit.format value-unknown csv", "documents.exit.steps[0].days want-integer ")

	c := load(t, g)
	c.Documents = map[string]any{"exit": map[string]any{"testExtraction": "ja"}, "mini": map[string]any{"free": 1}}
	rep, err := g.Check(c, "exit")
	if err != nil || len(rep.Problems) != 1 || rep.Problems[0].Rule != "want-boolean" {
		t.Errorf("%v %v", problems(rep), err)
	}
	_, _, err = g.Generate(generator.Request{Case: c, Documents: []string{"exit"}})
	refused(t, err, generator.Invalid, "")
}

// TestExpressionsOfFacts: texts and document types are checked against the facts
// when the library is loaded.
func TestExpressionsOfFacts(t *testing.T) {
	text := func(s string) []string {
		var out []string
		for _, l := range []string{"nb", "nn", "en"} {
			out = append(out, "clauses/text/exit/test."+l+".md", strings.Replace(exitText, "label .documents.exit.format", s, 1))
		}
		return out
	}
	for _, test := range []struct {
		name  string
		files []string
		want  string
	}{
		{"a field", text(".documents.exit.fromat"), "clauses/text/exit/test.en.md:3:11 expression-path format"},
		{"a type", text(".documents.exti.format"), "clauses/text/exit/test.en.md:3:11 expression-path exit"},
		{"a value", text(`cond (eq .documents.exit.format "cvs") "a" "b"`), "clauses/text/exit/test.en.md:3:11 expression-value csv"},
		{"a template", []string{"templates/exit/template.yaml", change(t, exitTemplate, "{{ .days }}", "{{ .day }}")}, "templates/exit/template.yaml:18:44 expression-path days"},
		{"a condition", []string{"clauses/text/exit/test.yaml", "id: exit.test\nchecked: 2026-05-01\nwhen: .documents.exit.test\n" + clauseHead}, "clauses/text/exit/test.yaml:3:7 expression-path "},
		{"no schema", []string{"templates/exit/schema.json", "{"}, "templates/exit/schema.json:1:1 schema-json "},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := generator.New(withExit(test.files...))
			var broken *generator.LibraryError
			if !errors.As(err, &broken) {
				t.Fatal(err)
			}
			p := broken.Problems[0]
			if got := fmt.Sprintf("%s:%d:%d", p.Pos.File, p.Pos.Line, p.Pos.Column) + " " + p.Rule + " " + p.Args["suggestion"]; got != test.want {
				t.Errorf("%s\n%v", got, err)
			}
		})
	}
}

// TestOverlaySchema: a document type of the house library brings its own schema,
// or none.
func TestOverlaySchema(t *testing.T) {
	plain := change(t, exitTemplate, "each: .documents.exit.steps", "each: .subprocessors", "{{ .days }}", "{{ .name }}")
	o := withExit("clauses/text/exit/test.nb.md", "# T\n\nA.\n", "clauses/text/exit/test.nn.md", "# T\n\nA.\n", "clauses/text/exit/test.en.md", "# T\n\nA.\n")
	o.Overlay = fstest.MapFS{
		"templates/exit/template.yaml": {Data: []byte(plain)},
		"templates/own/template.yaml":  {Data: []byte(strings.Replace(plain, "id: exit", "id: own", 1))},
		"templates/own/schema.json":    {Data: []byte(`{"type": "object", "properties": {"a": {"type": "integer", "title": "A"}}}`)},
	}
	g, err := generator.New(o)
	if err != nil {
		t.Fatal(err)
	}
	c, found := g.Load("case.yaml", strings.NewReader(miniCase+"documents: {exit: {whatever: 1}, own: {a: x}}\n"))
	if len(found) != 1 || found[0].Path != "documents.own.a" {
		t.Errorf("%v", found)
	}
	rep, _ := g.Check(c, "mini")
	equal(t, "overridden", rep.Overridden, "templates/exit/schema.json", "templates/exit/template.yaml")
}

// TestSchema: the schema is that of the core with the facts in their place; it
// compiles and accepts the examples.
func TestSchema(t *testing.T) {
	core, err := generator.New(generator.Options{Clauses: miniClauses(), Templates: fstest.MapFS{"mini/template.yaml": {Data: []byte(miniTemplate)}}})
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no examples", err)
	}
	g := newExit(t)
	for _, l := range doc.Languages() {
		if !bytes.Equal(core.Schema(l), model.Schema(string(l))) {
			t.Errorf("%s: not the schema of the core", l)
		}
		if !bytes.Equal(g.Schema(l), newExit(t).Schema(l)) {
			t.Errorf("%s: not the same bytes again", l)
		}
		s := compile(t, g.Schema(l))
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(parsed(t, string(text))); err != nil && !onlyAbsent(err) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for facts, want := range map[string]bool{
			exitFacts:                     true,
			"documents: {mini: {a: 1}}\n": true,
			"documents: {exti: {}}\n":     false,
			"documents: {exit: {a: 1}}\n": false,
			"documents: {exit: {testExtraction: true, format: csv, steps: [{id: S1, days: x}]}}\n": false,
		} {
			if err := s.Validate(parsed(t, miniCase+facts)); (err == nil || onlyAbsent(err)) != want {
				t.Errorf("%s: %v", facts, err)
			}
		}
	}
}

func compile(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:case", tree); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:case")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// onlyAbsent: an open point is no error.
func onlyAbsent(err error) bool {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return false
	}
	if len(invalid.Causes) == 0 {
		switch k := invalid.ErrorKind.(type) {
		case *kind.Required, *kind.MinItems, *kind.MinLength:
			return true
		case *kind.Type:
			return k.Got == "null"
		}
		return false
	}
	return !slices.ContainsFunc(invalid.Causes, func(e *jsonschema.ValidationError) bool { return !onlyAbsent(e) })
}

// TestFactsRace: one generator serves many.
func TestFactsRace(t *testing.T) {
	g := newExit(t)
	var wg sync.WaitGroup
	var first sync.Once
	var want []byte
	for range 8 {
		wg.Go(func() {
			c, _ := g.Load("case.yaml", strings.NewReader(miniCase+exitFacts))
			out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"exit"}, Formats: []string{"md"}})
			if err != nil {
				t.Error(err)
				return
			}
			got := slices.Concat(out[0].Data, g.Schema(doc.English))
			first.Do(func() { want = got })
			if !bytes.Equal(got, want) {
				t.Error("not the same bytes")
			}
		})
	}
	wg.Wait()
}
