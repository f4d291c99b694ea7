package clauses

import (
	"slices"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// Scenario is a row of a catalogue of scenarios: an unwanted event that a risk
// assessment of some services must consider. Texts are there in all languages.
type Scenario struct {
	ID        string // as a case names it, unique over all catalogues: "RSK-GEN-01"
	Catalogue string
	Group     string
	Area      string   // a value of risk.scenarios[].area
	CIA       []string // values of risk.scenarios[].cia: confidentiality, …
	// When tells for which cases it is; nil is all. Condition gives it with words.
	When *expr.Expr
	// Answers are the demands that it answers, with their catalogues.
	Answers       []string
	Title         map[doc.Language]string
	Description   map[doc.Language]string
	Vulnerability map[doc.Language]string
	// Causes are what can make it happen, and Consequences what it can lead to, alike
	// in number in all languages.
	Causes, Consequences map[doc.Language][]string
	Measures             []string // ids of measures that are usual against it
	Refs                 []string // catalogue:id, such as iso27001-2022:A.5.19
	Source               string
	Confidence           string // high, medium or low
	Checked              string // YYYY-MM-DD
	Note                 string // for those who keep the catalogue
	Pos                  report.Pos

	condition *Condition
}

// maxTitle is how long a title in a case may be (risk.scenarios[].title).
const maxTitle = 200

// ciaLetters are what the letters in the column cia stand for, in the order of the case.
var ciaLetters = []struct{ letter, value string }{
	{"C", "confidentiality"}, {"I", "integrity"}, {"A", "availability"}, {"R", "robustness"},
}

func scenarioColumns() []catalogueColumn {
	var letters []string
	for _, c := range ciaLetters {
		letters = append(letters, c.letter)
	}
	return slices.Concat(identity(), []catalogueColumn{
		needed("area", oneOf(valuesOf("risk.scenarios.area")...)),
		needed("cia", someOf(letters...)),
		optional("when", checkCondition),
		optional("answers", idsOf(Demands)),
	},
		inEachLanguage("title", atMost(maxTitle)), inEachLanguage("description"),
		inEachLanguage("causes", likeFirst("causes_nb")), inEachLanguage("consequences", likeFirst("consequences_nb")),
		inEachLanguage("vulnerability"),
		[]catalogueColumn{optional("measures", idsOf(Measures)), optional("refs", checkRefs)},
		provenance())
}

func addScenario(r catalogueRow) {
	s := Scenario{
		ID: r.get("id"), Catalogue: r.catalogue.ID, Group: r.get("group"), Area: r.get("area"),
		Answers: splitList(r.get("answers")), Title: r.texts("title"), Description: r.texts("description"), Vulnerability: r.texts("vulnerability"),
		Causes: r.parts("causes"), Consequences: r.parts("consequences"), Measures: splitList(r.get("measures")), Refs: splitList(r.get("refs")),
		Source: r.get("source"), Confidence: r.get("confidence"), Checked: r.get("checked"), Note: r.get("note"), Pos: r.at(),
	}
	for _, c := range ciaLetters {
		if slices.Contains(splitList(r.get("cia")), c.letter) {
			s.CIA = append(s.CIA, c.value)
		}
	}
	if when := r.get("when"); when != "" {
		s.condition = newCondition(when, r.scope, r.catalogue.reasons)
		s.When = s.condition.Expr
	}
	r.catalogue.Scenarios = append(r.catalogue.Scenarios, s)
}

// Condition is the condition of the scenario with words for it; nil: always.
func (s *Scenario) Condition() *Condition { return s.condition }

// Name is the title in a language.
func (s *Scenario) Name(l doc.Language) string { return inLanguage(s.Title, l) }

// Scenarios lists the scenarios of all catalogues, in the order of the catalogues
// and of their rows.
func (l *Library) Scenarios() (out []*Scenario) {
	for _, c := range l.catalogues.load().list {
		for i := range c.Scenarios {
			out = append(out, &c.Scenarios[i])
		}
	}
	return out
}

// Scenario finds a scenario by its id, such as "RSK-GEN-01", or by its id with the
// catalogue.
func (l *Library) Scenario(id string) (*Scenario, bool) {
	s, ok := l.catalogues.load().scenarios[id]
	return s, ok
}
