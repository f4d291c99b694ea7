package examples_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// reports compares the report of an example, as people in both languages and
// programs get it, with what is expected. Each form is what its schema says.
func reports(t *testing.T, c *model.Case, dir string, rep *report.Report) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	in := func(language string) *report.Report {
		r := *rep
		r.Open = slices.Clone(rep.Open)
		generator.Relabel(c, r.Open, language)
		return &r
	}
	for _, language := range []string{"nb", "en"} {
		var b bytes.Buffer
		o := report.TextOptions{Language: language, Source: func(string) []byte { return text }}
		if err := report.Text(&b, in(language), o); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join(dir, "expected", "report."+language+".txt"), strings.ReplaceAll(b.String(), "\u00a0", " "))
	}
	var asJSON, asSARIF bytes.Buffer
	if err := report.JSON(&asJSON, in("en"), "en"); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join(dir, "expected", "report.en.json"), asJSON.String())
	valid(t, "../doc/guide/report.schema.json", asJSON.Bytes())
	if err := report.SARIF(&asSARIF, in("en"), report.SARIFOptions{}); err != nil {
		t.Fatal(err)
	}
	valid(t, "../generator/report/testdata/sarif/sarif-2.1.0.json", asSARIF.Bytes())
}

// valid checks JSON against the schema in a file.
func valid(t *testing.T, schema string, text []byte) {
	t.Helper()
	data, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("urn:samsvar:test", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:samsvar:test")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v", schema, err)
	}
}

// reportText is a report as golden text: what a reader is told, without layout.
func reportText(r *report.Report) string {
	var b strings.Builder
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "%s %s %s: %s\n", p.Severity(), p.Rule, p.Path, p.Message("nb"))
	}
	for _, o := range r.Open {
		fmt.Fprintf(&b, "open %d %s %s\n  %s; %s; %s\n", o.No, o.Document, o.Path, o.Label, o.Responsible, strings.ReplaceAll(o.Place, "\u00a0", " "))
	}
	for _, name := range r.Overridden {
		fmt.Fprintf(&b, "overridden %s\n", name)
	}
	if b.Len() == 0 {
		return "complete\n"
	}
	return b.String()
}
