package main

import (
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// The parts of a scenario, in the languages of the library.
var (
	headCauses        = map[doc.Language]string{"nb": "Årsaker", "nn": "Årsaker", "en": "Causes"}
	headConsequences  = map[doc.Language]string{"nb": "Mulige følger", "nn": "Moglege følgjer", "en": "Possible consequences"}
	headVulnerability = map[doc.Language]string{"nb": "Sårbarhet", "nn": "Sårbarheit", "en": "Vulnerability"}
)

// showScenario shows a scenario in full, with the names of what it points to.
func (l *library) showScenario(s *clauses.Scenario, languages []string) *page {
	lang := first(languages)
	p := &page{}
	p.fact("scenario", s.ID)
	l.whereFrom(p, s.Catalogue, s.Group, languages)
	p.fact("area", inWords("risk.scenarios.area", lang, s.Area))
	p.fact("affects", inWords("risk.scenarios.cia", lang, s.CIA...))
	if s.When != nil {
		p.fact("when", s.When.Source)
	}
	p.facts("answers", l.demandsNamed(s.Answers, lang))
	var measures []string
	for _, id := range s.Measures {
		if m, ok := l.Library().Measure(id); ok {
			id += ": " + m.Name(lang)
		}
		measures = append(measures, id)
	}
	p.facts("measures", measures)
	p.fact("refs", strings.Join(s.Refs, ", "))
	p.provenance(s.Source, s.Confidence, s.Checked, s.Note, fmt.Sprintf("%s:%d", s.Pos.File, s.Pos.Line))
	for _, language := range languages {
		in := doc.Language(language)
		p.head(language)
		p.line(s.Title[in] + "\n\n" + s.Description[in])
		p.list(headCauses[in], s.Causes[in])
		p.list(headConsequences[in], s.Consequences[in])
		p.line("\n" + headVulnerability[in] + ":\n" + s.Vulnerability[in])
	}
	return p
}

// showMeasure shows a measure in full, and the scenarios that it is usual against.
func (l *library) showMeasure(m *clauses.Measure, languages []string) *page {
	lang := first(languages)
	p := &page{}
	p.fact("measure", m.ID)
	l.whereFrom(p, m.Catalogue, m.Group, languages)
	p.fact("area", inWords("security.measures.area", lang, m.Area))
	p.fact("type", inWords("security.measures.type", lang, m.Type))
	p.fact("effect", inWords("security.measures.effect", lang, m.Effect...))
	p.facts("answers", l.demandsNamed(m.Answers, lang))
	var against []string
	for _, s := range l.Library().Against(m.ID) {
		against = append(against, s.ID+": "+s.Name(lang))
	}
	p.facts("against", against)
	p.fact("refs", strings.Join(m.Refs, ", "))
	p.provenance(m.Source, m.Confidence, m.Checked, m.Note, fmt.Sprintf("%s:%d", m.Pos.File, m.Pos.Line))
	for _, language := range languages {
		in := doc.Language(language)
		p.head(language)
		p.line(m.Title[in] + "\n\n" + m.Text[in])
	}
	return p
}

func (p *page) provenance(source, confidence, checked, note, file string) {
	p.fact("source", source)
	p.fact("confidence", confidence)
	p.fact("checked", checked)
	p.fact("note", note)
	p.fact("file", "clauses/"+file)
}

// list is a head with what stands below it, one a line.
func (p *page) list(head string, items []string) {
	p.line("\n" + head + ":")
	for _, item := range items {
		p.line("- " + item)
	}
}

// demandsNamed are demands with their words.
func (l *library) demandsNamed(ids []string, lang doc.Language) (out []string) {
	for _, id := range ids {
		if d, ok := l.Library().Demand(id); ok {
			id += ": " + d.Words(lang)
		}
		out = append(out, id)
	}
	return out
}

// answering are the scenarios and measures that answer a demand.
func (l *library) answering(demand string, lang doc.Language) (out []string) {
	scenarios, measures := l.Library().Answering(demand)
	for _, s := range scenarios {
		out = append(out, s.ID+": "+s.Name(lang))
	}
	for _, m := range measures {
		out = append(out, m.ID+": "+m.Name(lang))
	}
	return out
}

// inWords are enumerated values of a field of the case, with the words for them
// where these say more.
func inWords(path string, lang doc.Language, values ...string) string {
	t, _ := model.Root().At(path)
	var out []string
	for _, value := range values {
		if words, ok := t.EnumLabel(value, string(lang)); ok && words != value {
			value += " (" + words + ")"
		}
		out = append(out, value)
	}
	return strings.Join(out, ", ")
}
