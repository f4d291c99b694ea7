package generator_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

const reportCase = `samsvar: 1
language: nb
phase: planning
service: {name: Journal, models: [paas], delivery: private}
risk:
  scenarios:
    - {id: R-01, from: RSK-GEN-01, title: Tap av kontroll, owner: Direktør, likelihood: 2, consequence: {privacy: 4}, measures: [T-1]}
    - {id: R-02, covers: ["normen-sky:RSK-ARE-LOG1"], title: Logger mangler, description: Ingen logger., vulnerability: Gammelt system,
       area: logging, cia: [integrity], owner: Direktør, likelihood: 2, consequence: {privacy: 3}, rationale: Erfaring, uncertainty: low, decision: {choice: accept, by: Leder, date: "2026-11-02", reason: Liten},
       reassessments: [{date: "2026-11-01", by: Leder, likelihood: 1, consequence: {privacy: 3}, reason: Nytt system}]}
  measures:
    - {id: T-1, from: A5-MIT-TRC1, title: Logging, description: Logge alt., type: technical, status: planned, owner: Direktør}
  questions: {RSK-QST-01: Nei.}
`

// TestAnswered: a row of a table meets the demands that the scenario or measure of the
// library answers from which it was made, or that it has the id of; a demand that only
// scenarios answer which do not fit the case does not apply.
func TestAnswered(t *testing.T) {
	g, c := riskReport(t)
	cov, err := g.Coverage(c, "risk", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range cov.Demands {
		var where []string
		for _, p := range r.Places {
			where = append(where, p.Clause)
		}
		got[r.Demand] = string(r.Status) + " " + strings.Join(where, " ") + " " + strings.Join(r.Paths, " ")
	}
	for demand, want := range map[string]string{
		"normen-sky:RSK-GEN-01":    "open table:scenarios#R-01 risk.scenarios[0].description risk.scenarios[0].vulnerability risk.scenarios[0].cia risk.scenarios[0].decision",
		"normen-sky:RSK-GEN-03":    "uncovered  ",
		"normen-sky:RSK-MOD-SAAS1": "not-applicable  ",
		"normen-sky:RSK-ARE-LOG1":  "met table:areas#RSK-ARE-LOG1 table:scenarios#R-02 ",
		"normen-sky:RSK-ARE-LOG2":  "open table:areas#RSK-ARE-LOG2 risk.areas.RSK-ARE-LOG2",
		"ie-1012:RSK-QST-01":       "met table:questions#RSK-QST-01 ",
		"ie-1012:RSK-QST-02":       "open table:questions#RSK-QST-02 risk.questions.RSK-QST-02",
		"ie-1012:A5-MIT-TRC1":      "open table:plan#T-1 risk.measures[0].dueDate",
		"ie-1012:A5-MIT-TRC2":      "uncovered  ",
	} {
		if got[demand] != want {
			t.Errorf("%s: got %q, want %q", demand, got[demand], want)
		}
	}
}

// TestProse: the headings of a report have numbers and its paragraphs have none; what
// is bold from end to end stays with what it heads.
func TestProse(t *testing.T) {
	g, c := riskReport(t)
	d, _, err := g.Tree(c, "risk", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			if b.ID == "risk.top" {
				found["heading"] = b.Number != ""
			}
			found[b.ID] = true
		case *doc.Paragraph:
			switch {
			case b.ID == "risk.method#terms":
				found["paragraph"] = b.Full == "" && !b.KeepNext
			case b.ID == "risk.method#now":
				found["item"] = b.Number == "(b)"
			case b.ID == "risk.top#risk.R-02":
				found["bold"] = b.KeepNext
			}
		}
		return nil
	})
	for _, want := range []string{"heading", "paragraph", "item", "bold", "risk.now"} {
		if !found[want] {
			t.Errorf("%s is not as it should be", want)
		}
	}
	if found["risk.judgement"] {
		t.Error("no level is set by judgement, but they are listed")
	}
}

// riskReport is the library that comes with the program, and a case with two scenarios.
func riskReport(t *testing.T) (*generator.Generator, *model.Case) {
	t.Helper()
	g, err := generator.New(generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("case.yaml", strings.NewReader(reportCase))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return g, c
}
