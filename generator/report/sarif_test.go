package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaOf compiles a JSON Schema 2020-12 with its formats.
func schemaOf(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	const url = "urn:samsvar:test"
	if m, ok := doc.(map[string]any); ok {
		delete(m, "$id")
	}
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

const sarifFile = "testdata/sarif/sarif-2.1.0.json"

func TestSARIF(t *testing.T) {
	s := schemaOf(t, sarifFile)
	for _, language := range []string{"nb", "nn", "en"} {
		var b, again bytes.Buffer
		if err := SARIF(&b, sample(), SARIFOptions{Language: language, Version: "1.2.3"}); err != nil {
			t.Fatal(err)
		}
		golden(t, language+".sarif", b.Bytes())
		if err := valid(t, s, b.Bytes()); err != nil {
			t.Errorf("%s: %v", language, err)
		}
		if err := SARIF(&again, sample(), SARIFOptions{Language: language, Version: "1.2.3"}); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("not the same bytes again, %v", err)
		}
		sameNumbers(t, b.Bytes(), sample())
	}
	var empty bytes.Buffer
	if err := SARIF(&empty, &Report{}, SARIFOptions{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "empty.sarif", empty.Bytes())
	if err := valid(t, s, empty.Bytes()); err != nil {
		t.Error(err)
	}
}

// sameNumbers: a result for each finding, and a rule for each result.
func sameNumbers(t *testing.T, log []byte, r *Report) {
	t.Helper()
	var got struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID       string
				RuleIndex    int
				Level        string
				Suppressions []struct{ Justification string }
			}
		}
	}
	if err := json.Unmarshal(log, &got); err != nil || len(got.Runs) != 1 {
		t.Fatal(err, len(got.Runs))
	}
	run, counts, open, silenced := got.Runs[0], map[string]int{}, 0, 0
	for i, res := range run.Results {
		if res.RuleIndex < 0 || res.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[res.RuleIndex].ID != res.RuleID {
			t.Errorf("result %d: index %d is not %s", i, res.RuleIndex, res.RuleID)
		}
		switch {
		case res.RuleID == openRule:
			open++
		case len(res.Suppressions) > 0:
			if silenced++; res.Suppressions[0].Justification == "" {
				t.Errorf("result %d has no justification", i)
			}
		default:
			counts[res.Level]++
		}
	}
	if counts["error"] != r.Count(Error) || counts["warning"] != r.Count(Warning) || counts["note"] != r.Count(Info) ||
		open != len(r.Open) || silenced != len(r.Silenced) {
		t.Errorf("%v, %d open, %d silenced", counts, open, silenced)
	}
}

// TestSARIFRejected: the schema is no schema that takes anything.
func TestSARIFRejected(t *testing.T) {
	s := schemaOf(t, sarifFile)
	text, err := os.ReadFile("testdata/render/en.sarif")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"level": "note"`, `"level": "info"`},
		{`"startLine": 3`, `"startLine": 0`},
		{`"version": "2.1.0"`, `"version": "2.2"`},
		{`"kind": "inSource"`, `"kind": "case"`},
		{`"columnKind": "unicodeCodePoints"`, `"columnKind": "columns"`},
		{`"ruleId"`, `"rule"`},
		{`"name": "samsvar",`, ``},
		{`"uri": "my%20case.yaml"`, `"uri": "my%zzcase.yaml"`},
	} {
		bad := strings.Replace(string(text), change[0], change[1], 1)
		if bad == string(text) {
			t.Errorf("%s does not occur", change[0])
			continue
		}
		if valid(t, s, []byte(bad)) == nil {
			t.Errorf("%s is accepted", change[1])
		}
	}
}

// TestJSONSchema: every golden report, here and of the command and the examples,
// is as the published schema says.
func TestJSONSchema(t *testing.T) {
	s := schemaOf(t, "../../doc/guide/report.schema.json")
	files, err := filepath.Glob("testdata/render/*.json")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	more, err := filepath.Glob("../../examples/*/expected/report.*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, more...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	text, err := os.ReadFile("testdata/render/en.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"version": 1`, `"version": 2`},
		{`"severity": "none"`, `"severity": "off"`},
		{`"responsible": "processor"`, `"responsible": "supplier"`},
		{`"no": 1`, `"no": 0`},
		{`"complete": false,`, ``},
		{`"reason": "x"`, `"reason": ""`},
		{`"hint": `, `"tip": `},
	} {
		bad := strings.Replace(string(text), change[0], change[1], 1)
		if bad == string(text) || valid(t, s, []byte(bad)) == nil {
			t.Errorf("%s is accepted", change[1])
		}
	}
}

func TestFileURI(t *testing.T) {
	for name, want := range map[string]string{
		"case.yaml":            "case.yaml",
		"../a b/sak æ.yaml":    "../a%20b/sak%20%C3%A6.yaml",
		"/tmp/case.yaml":       "file:///tmp/case.yaml",
		`C:\saker\case.yaml`:   "file:///C:/saker/case.yaml",
		"a:b.yaml":             "./a:b.yaml",
		"100%#?.yaml":          "100%25%23%3F.yaml",
		"clauses/text/a.nb.md": "clauses/text/a.nb.md",
	} {
		if got := fileURI(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
