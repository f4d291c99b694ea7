package main

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// ruleKinds say why no law stands behind a rule.
var ruleKinds = map[report.RuleKind]text{
	report.KindForm:        {nb: "hvordan en fil skrives", en: "how a file is written"},
	report.KindText:        {nb: "tekstbiblioteket", en: "the text library"},
	report.KindConsistency: {nb: "opplysninger som ikke kan være sanne samtidig", en: "facts that cannot all be true"},
	report.KindPractice:    {nb: "god praksis", en: "good practice"},
}

var (
	counts       = text{nb: "fra fasen %s; før det en merknad", en: "from the phase %s; before that a note"}
	countsAlways = text{nb: "i alle faser", en: "in all phases"}
	maySilence   = text{nb: "ja, med begrunnelse i saken (checks)", en: "yes, with a reason in the case (checks)"}
	mayNot       = text{nb: "nei, en feil kan ikke dempes", en: "no, an error cannot be silenced"}
)

// showRule shows what a rule says, when it counts, and the law and the demand that
// it comes from, the demand in words.
func (a *app) showRule(r report.Rule, overlay string, languages []string) error {
	p := &page{}
	p.fact("rule", r.ID)
	p.fact("severity", string(r.Severity))
	when := a.say(countsAlways)
	if r.Phase != "" {
		when = a.say(counts, r.Phase)
	}
	p.fact("counts", when)
	silence := a.say(mayNot)
	if r.Silenceable() {
		silence = a.say(maySilence)
	}
	p.fact("silenced", silence)
	if r.Kind != "" {
		p.fact("kind", string(r.Kind)+": "+a.say(ruleKinds[r.Kind]))
	}
	p.fact("law", r.Law)
	p.fact("demand", r.Demand)
	texts := map[string]string{}
	if r.Demand != "" {
		lib, err := a.wholeLibrary(overlay, doc.Language(a.language), doc.Bokmal)
		if err != nil {
			return err
		}
		if d, ok := lib.Library().Demand(r.Demand); ok {
			p.fact("source", d.Source)
			for _, l := range languages {
				texts[l] = d.Text[doc.Language(l)]
			}
		}
	}
	for _, l := range languages {
		p.head(l)
		p.line(plainRule(r.Message[l]))
		if hint := r.Hint[l]; hint != "" {
			p.line("hint: " + plainRule(hint))
		}
		if s := texts[l]; s != "" {
			p.line(r.Demand + ": " + s)
		}
	}
	return a.printPage(p)
}
