package clauses

import (
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// Measure is a row of a catalogue of measures: something that is done to lower a
// risk, in words that can stand in a plan. Texts are there in all languages.
type Measure struct {
	ID         string // as a case names it, unique over all catalogues: "MEA-BACKUP"
	Catalogue  string
	Group      string
	Area       string   // a value of security.measures[].area
	Type       string   // technical, organisational or physical
	Effect     []string // values of security.measures[].effect: deter, protect, …
	Answers    []string // demands that it answers, with their catalogues
	Title      map[doc.Language]string
	Text       map[doc.Language]string // the measure, as the description in a plan
	Refs       []string                // catalogue:id, such as iso27001-2022:A.8.13
	Source     string
	Confidence string // high, medium or low
	Checked    string // YYYY-MM-DD
	Note       string // for those who keep the catalogue
	Pos        report.Pos
}

func measureColumns() []catalogueColumn {
	return slices.Concat(identity(), []catalogueColumn{
		needed("area", oneOf(valuesOf("security.measures.area")...)),
		needed("type", oneOf(valuesOf("security.measures.type")...)),
		needed("effect", someOf(valuesOf("security.measures.effect")...)),
		optional("answers", idsOf(Demands)),
	},
		inEachLanguage("title", atMost(maxTitle)), inEachLanguage("text"),
		[]catalogueColumn{optional("refs", checkRefs)},
		provenance())
}

func addMeasure(r catalogueRow) {
	m := Measure{
		ID: r.get("id"), Catalogue: r.catalogue.ID, Group: r.get("group"), Area: r.get("area"), Type: r.get("type"),
		Answers: splitList(r.get("answers")), Title: r.texts("title"), Text: r.texts("text"), Refs: splitList(r.get("refs")),
		Source: r.get("source"), Confidence: r.get("confidence"), Checked: r.get("checked"), Note: r.get("note"), Pos: r.at(),
	}
	effects := splitList(r.get("effect"))
	for _, effect := range valuesOf("security.measures.effect") { // in the order of the case
		if slices.Contains(effects, effect) {
			m.Effect = append(m.Effect, effect)
		}
	}
	r.catalogue.Measures = append(r.catalogue.Measures, m)
}

// Name is the title in a language, Words the text.
func (m *Measure) Name(l doc.Language) string  { return inLanguage(m.Title, l) }
func (m *Measure) Words(l doc.Language) string { return inLanguage(m.Text, l) }

// Measures lists the measures of all catalogues, in the order of the catalogues
// and of their rows.
func (l *Library) Measures() (out []*Measure) {
	for _, c := range l.catalogues.load().list {
		for i := range c.Measures {
			out = append(out, &c.Measures[i])
		}
	}
	return out
}

// Measure finds a measure by its id, such as "MEA-BACKUP", or by its id with the
// catalogue.
func (l *Library) Measure(id string) (*Measure, bool) {
	m, ok := l.catalogues.load().measures[id]
	return m, ok
}

// Against lists the scenarios that a measure is usual against.
func (l *Library) Against(measure string) (out []*Scenario) {
	for _, s := range l.Scenarios() {
		if slices.Contains(s.Measures, measure) {
			out = append(out, s)
		}
	}
	return out
}

// Answering lists the scenarios and the measures that answer a demand.
func (l *Library) Answering(demand string) (scenarios []*Scenario, measures []*Measure) {
	for _, s := range l.Scenarios() {
		if slices.Contains(s.Answers, demand) {
			scenarios = append(scenarios, s)
		}
	}
	for _, m := range l.Measures() {
		if slices.Contains(m.Answers, demand) {
			measures = append(measures, m)
		}
	}
	return scenarios, measures
}
