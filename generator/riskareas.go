package generator

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// riskAreas is the group of the guidance that lists what an assessment should cover.
const riskAreas = "normen-sky:RSK-ARE"

// areas are the risk areas of the guidance with the scenarios that cover each: those
// that say so themselves, or were made from one of the library that does.
func (v riskView) areas() (out []map[string]any) {
	catalogue, _, _ := strings.Cut(riskAreas, ":")
	for _, area := range v.a.words.Guidance(riskAreas, v.a.language) {
		at := model.JoinKey("risk.areas", area.ID)
		m := map[string]any{"id": area.ID, "text": area.Text, expr.PositionPath: at, expr.MissingPath: at}
		var by []int
		for i := range v.r.Scenarios {
			if slices.Contains(v.a.g.covered(v.r.Scenarios[i].Scenario), catalogue+":"+area.ID) {
				by = append(by, i)
			}
		}
		v.ids(m, "scenarios", by)
		reason := v.a.c.Risk.Areas[area.ID]
		if reason != "" || len(by) > 0 { // which needs none
			m["reason"] = reason
		}
		m["answered"] = len(by) > 0 || reason != ""
		out = append(out, m)
	}
	return out
}

// covered are the demands that a scenario of a case answers.
func (g *Generator) covered(s *model.RiskScenario) []string {
	out := slices.Clone(s.Covers)
	if from, ok := g.library.Scenario(s.From); ok {
		out = append(out, from.Answers...)
	}
	return out
}

// changes since the earlier case, in words.
func (v riskView) changes() (out []map[string]any) {
	if v.a.previous == nil {
		return nil
	}
	for _, c := range risk.Changes(v.a.previous, v.a.c, v.r.Scale) {
		m := map[string]any{"kind": string(c.Kind), "text": v.a.word("change-"+string(c.Kind),
			"title", c.Title, "from", v.change(c, c.From), "to", v.change(c, c.To))}
		if c.Scenario != "" {
			m["scenario"] = c.Scenario
		}
		if c.Measure != "" {
			m["measure"] = c.Measure
		}
		out = append(out, m)
	}
	return out
}

// change words what something was or has become: a level, a choice or a date.
func (v riskView) change(c risk.Change, s string) string {
	if i := v.r.Scale.Level(s); i >= 0 {
		return strings.ToLower(v.in(v.r.Scale.Levels[i].Label))
	}
	switch {
	case s == "" && (c.Kind == risk.Added || c.Kind == risk.Removed):
		return strings.ToLower(v.a.word("notAssessed"))
	case s == "":
		return none
	}
	switch c.Kind {
	case risk.Decided:
		return v.enum("risk.scenarios.decision.choice", s)
	case risk.MeasureMoved:
		return v.date(s)
	}
	return s
}

func (v riskView) date(s string) string {
	return expr.Date(s, v.a.language)
}

// factors are what speaks for auditing more or less often, with what each rests on.
func (v riskView) factors() (out []map[string]any) {
	texts := map[string]string{}
	for _, row := range v.a.words.Guidance("normen-sky:AUD-FRQ", v.a.language) {
		texts[row.ID] = row.Text
	}
	for _, f := range risk.AuditSuggestion(v.a.c, v.r).Factors {
		m := map[string]any{
			"id": f.ID, "text": texts[f.ID], "direction": f.Direction, "directionLabel": v.a.word("audit-" + f.Direction), "applies": f.Applies, "decided": f.Decided,
			expr.PositionPath: model.JoinKey("risk.auditFrequency.factors", f.ID),
		}
		state := "unknown"
		if f.Decided {
			state = map[bool]string{true: "applies", false: "not"}[f.Applies]
		}
		m["state"] = v.a.word("factor-state-" + state)
		reason := f.Text
		if reason == "" && f.Reason != "" {
			reason = v.a.word("factor-"+f.Reason, v.reasonArgs(f.Args)...)
		}
		if reason != "" {
			m["reason"] = reason
		}
		out = append(out, m)
	}
	return out
}

// suggestion is how often the factors suggest an audit; a person decides.
func (v riskView) suggestion() []map[string]any {
	s := risk.AuditSuggestion(v.a.c, v.r)
	if s.Frequency == "" {
		return nil
	}
	return []map[string]any{{"frequency": s.Frequency, "label": v.enum("risk.auditFrequency.frequency", s.Frequency)}}
}

// Zone implements expr.Words.
func (w *lawWatch) Zone(country string, _ doc.Language) string {
	if zone := risk.Zone(country); zone != "" {
		return w.a.word("zone-" + zone)
	}
	return country
}

// reasonArgs are the arguments of a reason as a reader sees them, by name.
func (v riskView) reasonArgs(args map[string]string) (out []string) {
	enums := map[string]string{
		"special": "processing.personalData.special", "areas": "service.useAreas",
		"data": "processing.personalData.type", "subjects": "processing.dataSubjects.category",
	}
	var all []string // what makes processing intrusive
	for _, name := range slices.Sorted(maps.Keys(args)) {
		value := args[name]
		switch path := enums[name]; {
		case path != "":
			var words []string
			for _, one := range strings.FieldsFunc(value, func(r rune) bool { return r == '+' }) {
				words = append(words, v.enum(path, one))
			}
			value = expr.Join(words, v.a.language)
			all = append(all, words...)
		case name == "from" || name == "to" || name == "since":
			value = v.date(value)
		case name == "country":
			if c, ok := model.CountryByCode(value); ok {
				value = c.Name[string(v.a.language)]
			}
		}
		out = append(out, name, value)
	}
	return append(out, "all", expr.Join(all, v.a.language))
}
