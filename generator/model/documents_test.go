package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/samsvar/samsvar/generator/report"
)

// exitSchema describes the facts of a document type "exit".
func exitSchema(t testing.TB) *DocumentSchema {
	t.Helper()
	text, err := os.ReadFile("testdata/documents/exit.json")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := ParseDocumentSchema("exit", text, "nb", "nn", "en")
	if len(problems) > 0 {
		t.Fatalf("%s", told(problems))
	}
	return s
}

// exitTypes knows exit, and dpa, which has no facts of its own.
func exitTypes(t testing.TB) *DocumentTypes {
	t.Helper()
	return NewDocumentTypes(map[string]*DocumentSchema{"exit": exitSchema(t), "dpa": nil})
}

// told are problems in short: line:column path: rule, and what was meant.
func told(problems []report.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, strings.TrimSpace(fmt.Sprintf("%d:%d %s: %s %s", p.Pos.Line, p.Pos.Column, p.Path, p.Rule, p.Args["suggestion"])))
	}
	return b.String()
}

const exitCase = `samsvar: 1
documents:
  exit:
    testExtraction: true
    tested: 2026-11-22
    formats: [csv]
    note: 0123
    prices: {hour: 1200.5, day: 9000}
    steps:
      - {id: A1, days: 3}
  dpa: {anything: [1, x]}
`

func TestDocumentFacts(t *testing.T) {
	c, problems := Load("x", strings.NewReader(strings.Replace(exitCase, "0123", "Merk 1", 1)), LoadOptions{Documents: exitTypes(t)})
	if len(problems) > 0 {
		t.Fatalf("%s", told(problems))
	}
	want := map[string]any{
		"exit": map[string]any{
			"testExtraction": true, "tested": "2026-11-22", "formats": []any{"csv"}, "note": "Merk 1",
			"prices": map[string]any{"hour": 1200.5, "day": 9000.0},
			"steps":  []any{map[string]any{"id": "A1", "days": int64(3)}},
		},
		"dpa": map[string]any{"anything": []any{int64(1), "x"}},
	}
	if diff := cmp.Diff(want, c.Documents); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, c.View()["documents"]); diff != "" {
		t.Error(diff)
	}
	if open := c.Open("exit"); strings.Contains(fmt.Sprint(open), "documents") {
		t.Errorf("%v", open)
	}
}

func TestDocumentProblems(t *testing.T) {
	for _, test := range []struct{ name, old, new, want string }{
		{"unknown type", "  exit:", "  exti:", "3:3 documents.exti: key-unknown exit\n"},
		{"unknown key", "testExtraction", "testExtracton", "4:5 documents.exit.testExtracton: key-unknown testExtraction\n"},
		{"unknown key below", "days: 3", "day: 3", "10:18 documents.exit.steps[0].day: key-unknown days\n"},
		{"kind", "[csv]", "csv", "6:14 documents.exit.formats: want-list\n"},
		{"kinds", "true", "ja", "4:21 documents.exit.testExtraction: want-boolean true\n"},
		{"no object", "{id: A1, days: 3}", "A1", "10:9 documents.exit.steps[0]: want-object\n"},
		{"date", "2026-11-22", "2026-11-31", "5:13 documents.exit.tested: not-date\n"},
		{"enumeration", "[csv]", "[cvs]", "6:15 documents.exit.formats[0]: value-unknown csv\n"},
		{"number", "days: 3", "days: 91", "10:24 documents.exit.steps[0].days: number-large\n"},
		{"number in a map", "9000", "-1", "8:33 documents.exit.prices.day: number-small\n"},
		{"pattern", "Merk", "merk", "7:11 documents.exit.note: not-pattern\n"},
		{"length", "Merk", strings.Repeat("M", 21), "7:11 documents.exit.note: text-long\n"},
		{"id twice", "- {id: A1, days: 3}", "- {id: A1, days: 3}\n      - {id: A1, days: 3}", "11:14 documents.exit.steps[1].id: id-twice\n"},
		{"quotes", "Merk", "0123", "7:11 documents.exit.note: not-pattern\n7:11 documents.exit.note: quote-it\n"},
		{"all at once", "days: 3}\n  dpa", "days: x}\n  dap",
			"10:24 documents.exit.steps[0].days: want-integer\n11:3 documents.dap: key-unknown dpa\n"},
		{"null", "{anything: [1, x]}", "", ""},
		{"no facts", "  exit:", "  exit: \n  dpi:", "4:3 documents.dpi: key-unknown dpa\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(exitCase, "0123", "Merk", 1)
			if !strings.Contains(text, test.old) {
				t.Fatal("not in the case")
			}
			c, problems := Load("x", strings.NewReader(strings.Replace(text, test.old, test.new, 1)), LoadOptions{Documents: exitTypes(t)})
			if got := told(problems); got != test.want {
				t.Errorf("got:\n%s", got)
			}
			if again := told(c.Validate()); !strings.Contains(test.want, again) {
				t.Errorf("validated again:\n%s", again)
			}
		})
	}
}

// A case that was made in Go, or loaded before the types were known, gets the
// same checks when it knows them.
func TestDocumentFactsOfGo(t *testing.T) {
	type step struct {
		ID   string `json:"id"`
		Days string `json:"days,omitempty"`
	}
	c := &Case{Samsvar: 1, Documents: map[string]any{
		"exti": 1, "dpa": 2,
		"exit": map[string]any{
			"tested": 20261122, "formats": []string{"csv", "cvs"}, "testExtracton": true, "prices": map[string]any{"hour": "12"},
			"steps": []step{{ID: "A 1", Days: "3"}, {ID: "B"}}, "note": []int{1},
		},
	}}
	if problems := c.Validate(); len(problems) > 0 {
		t.Errorf("without the types:\n%s", told(problems))
	}
	known := c.With(exitTypes(t))
	if c.types != nil || known.With(known.types) != known {
		t.Error("the case itself has changed, or another was made for nothing")
	}
	got := told(known.Validate())
	if want := `0:0 documents.exit.formats[1]: value-unknown csv
0:0 documents.exit.note: want-string
0:0 documents.exit.prices.hour: want-number
0:0 documents.exit.steps[0].days: want-integer
0:0 documents.exit.steps[0].id: not-id
0:0 documents.exit.testExtracton: key-unknown testExtraction
0:0 documents.exit.tested: want-string-quoted
0:0 documents.exti: key-unknown exit
`; got != want {
		t.Errorf("got:\n%s", got)
	}
	plain, problems := Load("x", strings.NewReader(exitCase), LoadOptions{})
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	if got := told(plain.With(exitTypes(t)).Validate()); got != "7:11 documents.exit.note: not-pattern\n" {
		t.Errorf("loaded without the types:\n%s", got)
	}
}

// opened lists what a document type needs below documents.
func opened(c *Case, document string) (out []string) {
	for _, o := range c.Open(document) {
		if strings.HasPrefix(o.Path, "documents") {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s: %s, %s, %s %s", o.Path, o.Label("nb"), o.Label("en"), o.Phase, o.Who)))
		}
	}
	return out
}

func TestOpenDocumentFacts(t *testing.T) {
	none := []string{
		"documents.exit.testExtraction: Prøveuttrekk (exitplan), Trial extraction (exit plan), operation processor",
		"documents.exit.formats: Formater (exitplan), Formats (exit plan), operation",
	}
	for _, test := range []struct {
		name, text, document string
		want                 []string
	}{
		{"nothing at all", "", "exit", none},
		{"of all types", "", "", none},
		{"of another type", "", "dpa", nil},
		{"of no type", "", "dpia", nil},
		{"an empty object", "documents: {exit: {}}\n", "exit", none},
		{"an answer that asks for more", "documents: {exit: {testExtraction: true, formats: [csv]}}\n", "exit",
			[]string{"documents.exit.tested: Date (exitplan), Date (exit plan), operation"}},
		{"inside a list", "documents: {exit: {testExtraction: false, formats: [csv], steps: [{id: A}]}}\n", "exit",
			[]string{"documents.exit.steps[0].days: Days (steg «A»), Days (step “A”), exit"}},
		{"a wrong value is no open point", "documents: {exit: {testExtraction: x, formats: [csv]}}\n", "exit", nil},
		{"a wrong object is none", "documents: {exit: x}\n", "exit", nil},
		{"wrong documents are none", "documents: x\n", "exit", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, _ := Load("x", strings.NewReader("samsvar: 1\n"+test.text), LoadOptions{Documents: exitTypes(t)})
			if diff := cmp.Diff(test.want, opened(c, test.document)); diff != "" {
				t.Error(diff)
			}
		})
	}
	made := (&Case{Samsvar: 1}).With(exitTypes(t))
	if diff := cmp.Diff(none, opened(made, "exit")); diff != "" {
		t.Error(diff)
	}
	o := made.OpenAt("documents.exit.testExtraction", "exit")
	if o.Label("nb") != "Prøveuttrekk (exitplan)" || o.Who != "processor" || o.Phase != "operation" {
		t.Errorf("%+v", o)
	}
	if v := made.View()["documents"]; !cmp.Equal(v, map[string]any{"exit": map[string]any{}}) || made.Documents != nil {
		t.Errorf("%v", v)
	}
	if v := (&Case{Samsvar: 1}).View()["documents"]; v != nil {
		t.Errorf("without the types: %v", v)
	}
}

func TestDocumentTypesRoot(t *testing.T) {
	types := exitTypes(t)
	for path, want := range map[string]Kind{
		"documents.exit.steps.days": KindInteger, "documents.exit.prices.hour": KindNumber, "documents.dpa.x.y": KindAny, "service.name": KindString,
	} {
		if typ, ok := types.Root().At(path); !ok || typ.Kind != want {
			t.Errorf("%s: %v %v", path, ok, typ)
		}
	}
	for _, path := range []string{"documents.exit.tets", "documents.dpia"} {
		if _, ok := types.Root().At(path); ok {
			t.Errorf("%s is there", path)
		}
	}
	formats, _ := types.Root().At("documents.exit.formats")
	if w, ok := formats.EnumLabel("csv", "nb"); !ok || w != "CSV-filer" {
		t.Errorf("%q %v", w, ok)
	}
	if _, ok := formats.EnumLabel("xml", "nb"); ok {
		t.Error("a word for a value that there is not")
	}
	service, _ := Root().Field("service")
	same, _ := types.Root().Field("service")
	core, _ := Root().At("documents")
	if service.Type != same.Type || core.Kind != KindMap || (*DocumentTypes)(nil).Root() != Root() {
		t.Error("the core is not shared, or has changed")
	}
}

func TestDocumentTypesSchema(t *testing.T) {
	types := exitTypes(t)
	for _, l := range []string{"nb", "nn", "en"} {
		text := types.Schema(l)
		if !bytes.Equal(text, exitTypes(t).Schema(l)) {
			t.Errorf("%s: not the same twice", l)
		}
		if _, err := compileSchema(text); err != nil {
			t.Errorf("%s: %v", l, err)
		}
		read, err := TypeFromSchema(text)
		if err != nil {
			t.Fatal(err)
		}
		read.Name = "Case"
		field := func(r *Type) *Field { f, _ := r.Field("documents"); f, _ = f.Type.Field("exit"); return f }
		names := cmpopts.IgnoreFields(Type{}, "Name")
		if diff := cmp.Diff(field(types.Root()), field(read), cmp.AllowUnexported(Type{}), names); diff != "" {
			t.Errorf("%s: the schema says something else than the type: %s", l, diff)
		}
		var tree struct {
			Properties struct {
				Documents struct {
					Properties map[string]struct {
						Title      string
						Properties map[string]struct{ Title, Description string }
					}
				}
			}
			Defs map[string]any `json:"$defs"`
		}
		if err := json.Unmarshal(text, &tree); err != nil {
			t.Fatal(err)
		}
		exit := tree.Properties.Documents.Properties["exit"]
		got := []string{exit.Title, exit.Properties["testExtraction"].Title, exit.Properties["testExtraction"].Description, exit.Properties["note"].Title, exit.Properties["tested"].Title}
		want := []string{"Exitplan", "Prøveuttrekk", "Om uttrekket er prøvd.", "Merknad", "Date"}
		if l == "en" {
			want = []string{"Exit plan", "Trial extraction", "Whether the extraction has been tried.", "Note", "Date"}
		}
		if !slices.Equal(got, want) || tree.Defs["documents.exit.Step"] == nil || tree.Defs["Address"] == nil {
			t.Errorf("%s: %q", l, got)
		}
		without := NewDocumentTypes(map[string]*DocumentSchema{"dpa": nil})
		if !bytes.Equal(without.Schema(l), Schema(l)) || !bytes.Equal((*DocumentTypes)(nil).Schema(l), Schema(l)) {
			t.Errorf("%s: not the schema of the core", l)
		}
	}
}

// The validator and all else that is made when it is first needed is safe to use
// from many places.
func TestDocumentTypesRace(t *testing.T) {
	types := exitTypes(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			c, problems := Load("x", strings.NewReader(exitCase), LoadOptions{Documents: types})
			if len(problems) != 2 || len(c.Open("exit")) == 0 || len(types.Schema("nb")) == 0 {
				t.Errorf("%s", told(problems))
			}
		})
	}
	wg.Wait()
}

// Whatever schema is accepted can be compiled, and the whole with it.
func FuzzDocumentSchema(f *testing.F) {
	text, err := os.ReadFile("testdata/documents/exit.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"type": "object", "properties": {"a": {"type": "string", "title": "A", "enum": ["x"]}}}`))
	f.Add([]byte(`{"type": "object", "properties": {"a": {"$ref": "#/$defs/A", "title": "A"}}, "$defs": {"A": {"type": "object", "additionalProperties": {"$ref": "#/$defs/A"}}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, problems := ParseDocumentSchema("exit", text, "nb")
		if (s == nil) != (len(problems) > 0) {
			t.Fatalf("%v with %d problems", s, len(problems))
		}
		if s == nil {
			return
		}
		if _, err := s.compiled(); err != nil {
			t.Fatal(err)
		}
		if _, err := compileSchema(NewDocumentTypes(map[string]*DocumentSchema{"exit": s}).Schema("nb")); err != nil {
			t.Fatal(err)
		}
	})
}

// The schema in the guide is one that is accepted, and its rule for names holds.
func TestGuideToFacts(t *testing.T) {
	guide, err := os.ReadFile("../../doc/guide/add-a-document.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(guide), "```json\n")
	text, _, ok := strings.Cut(text, "```")
	if !ok {
		t.Fatal("no schema in the guide")
	}
	if _, problems := ParseDocumentSchema("exit", []byte(text), "nb", "nn", "en"); len(problems) > 0 {
		t.Errorf("%s", told(problems))
	}
}
