package expr_test

import (
	"errors"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

func TestRisk(t *testing.T) {
	root := object{"risk": object{"pitfalls": object{"RSK-PIT-02": "Ja, i god tid."}, "countries": []any{object{"country": "IN"}}}}
	for source, want := range map[string]string{
		`assessed`:                         "R-01: Brann ",
		`assessed "current"`:               "R-01: Brann current",
		`topRisks 3`:                       "R-01: Brann 3",
		`where (assessed) "area" "access"`: "open risk.scenarios[0].area",
		`scale`:                            "s: Skala",
		`auditSuggestion`:                  "",
		`answers "ie-1012:RSK-PIT" .risk.pitfalls`:  "RSK-PIT-01: Er det store med?, RSK-PIT-02: Er det tidsnok?",
		`answers "ie-1012:RSK-PIT" .risk.questions`: "RSK-PIT-01: Er det store med?, RSK-PIT-02: Er det tidsnok?",
		`answers "x:y" .risk.pitfalls`:              "",
		`guidance "ie-1012:RSK-PIT"`:                "RSK-PIT-01: Er det store med?, RSK-PIT-02: Er det tidsnok?",
	} {
		e := compile(t, source)
		elements, err := e.Each(context(root, doc.Bokmal))
		got := ""
		var open *expr.Open
		switch {
		case errors.As(err, &open):
			got = "open " + open.Path
		case err != nil:
			t.Errorf("%s: %v", source, err)
		}
		for i, el := range elements {
			if i > 0 {
				got += ", "
			}
			m, _ := el.Value.(object)
			text, _ := m["title"].(string)
			if s, ok := m["text"].(string); ok {
				text = s
			}
			got += m["id"].(string) + ": " + text
		}
		if got != want {
			t.Errorf("%s gives %q, want %q", source, got, want)
		}
	}
}

// TestRiskInside: inside a repetition a missing fact is the open point of its own
// place: of a scenario in the case, of a question in the map of answers.
func TestRiskInside(t *testing.T) {
	root := object{"risk": object{"pitfalls": object{"RSK-PIT-02": "Ja."}}}
	for _, c := range []struct{ list, field, want string }{
		{`assessed`, ".currentRisk.label", "Høy"},
		{`assessed`, ".owner", "open risk.scenarios[0].owner"},
		{`assessed`, ".decision.by", "open risk.scenarios[0].decision"},
		{`answers "ie-1012:RSK-PIT" .risk.pitfalls`, ".answer", "open risk.pitfalls.RSK-PIT-01"},
	} {
		list := compile(t, c.list)
		in := context(root, doc.Bokmal)
		elements, err := list.Each(in)
		if err != nil || len(elements) == 0 {
			t.Fatal(c.list, elements, err)
		}
		e, err := expr.Compile(c.field, scope().With(list.Type().Item))
		if err != nil {
			t.Fatal(c.field, err)
		}
		v, err := e.Eval(in.With(elements[0].Value, elements[0].Path))
		got, _ := v.(string)
		if open := new(expr.Open); errors.As(err, &open) {
			got = "open " + open.Path
		}
		if got != c.want {
			t.Errorf("%s in %s gives %q, want %q", c.field, c.list, got, c.want)
		}
	}
}

// TestRiskChecks: what is wrong in a call is told when the library is loaded.
func TestRiskChecks(t *testing.T) {
	for source, rule := range map[string]string{
		`assessed "curent"`:               "expression-value",
		`assessed .risk.scale`:            "expression-arguments",
		`riskGroups "team"`:               "expression-value",
		`topRisks "x"`:                    "expression-arguments",
		`topRisks 0`:                      "expression-arguments",
		`topRisks`:                        "expression-arguments",
		`answers "a:b" .risk.scenarios`:   "expression-arguments",
		`answers .risk.scale .risk.areas`: "expression-arguments",
		`zone .risk.scale`:                "expression-arguments",
		`guidance .risk.scale`:            "expression-arguments",
	} {
		_, err := expr.Compile(source, expr.Scope{Root: model.Root(), Dot: model.Root()})
		var wrong *expr.Error
		if !errors.As(err, &wrong) || wrong.Rule != rule {
			t.Errorf("%s: %v, want %s", source, err, rule)
		}
	}
}
