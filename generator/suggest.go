package generator

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Fit tells whether a scenario of the library is for a case.
type Fit string

// The fits. Undecided: a fact of the case that decides is missing.
const (
	Fits      Fit = "fits"
	Unfit     Fit = "unfit"
	Undecided Fit = "undecided"
)

// Suggestion is a scenario of the library held against a case.
type Suggestion struct {
	Scenario *clauses.Scenario
	Fit      Fit
	// Missing is the path of the fact that decides, when it is undecided.
	Missing string
	// Reasons say why it fits or does not, or what is missing, in every language.
	Reasons map[doc.Language]string
	// AnsweredBy are the ids of the scenarios in the case that were made from it.
	AnsweredBy []string
	// SetAside is the reason that the case gives in risk.areas, when it says of all
	// risk areas that the scenario answers that they are not relevant.
	SetAside string
	// The texts, in the language of the case.
	Language                          doc.Language
	Title, Description, Vulnerability string
	Causes, Consequences              []string
}

// Wanted reports whether the case lacks the scenario: it fits, no scenario answers
// it, and it is not set aside.
func (s Suggestion) Wanted() bool {
	return s.Fit == Fits && len(s.AnsweredBy) == 0 && s.SetAside == ""
}

// SuggestRisks holds every scenario of the library against the case, in the order
// of the catalogues. The error is *RefusedError when the case is invalid. Scenarios
// that are wrong in the catalogue are left out; Library.CheckCatalogues tells them.
func (g *Generator) SuggestRisks(c *model.Case) ([]Suggestion, error) {
	if report.HasError(g.input(c)) {
		return nil, &RefusedError{Reason: Invalid}
	}
	language := doc.Language(cmp.Or(c.Language, string(doc.Bokmal)))
	view := c.View()
	why := reasoner{g: g, c: c, context: &expr.Context{
		Root: view, Dot: view, Language: language, Words: g.library.Words(view, namesOf(c.Resolved()).name),
	}}
	var out []Suggestion
	for _, s := range g.library.Scenarios() {
		one := Suggestion{
			Scenario: s, AnsweredBy: madeFrom(c, s), SetAside: setAside(c, s), Language: language, Title: s.Title[language],
			Description: s.Description[language], Vulnerability: s.Vulnerability[language], Causes: s.Causes[language], Consequences: s.Consequences[language],
		}
		var err error
		if one.Fit, one.Missing, err = why.fit(s.Condition()); err != nil {
			return nil, fmt.Errorf("%s: %w", s.ID, err)
		}
		one.Reasons = why.reasons(s.Condition(), one.Fit, one.Missing)
		out = append(out, one)
	}
	return out, nil
}

// madeFrom are the scenarios of the case that were made from one of the library.
func madeFrom(c *model.Case, s *clauses.Scenario) (ids []string) {
	if c.Risk == nil {
		return nil
	}
	for i, own := range c.Risk.Scenarios {
		if own.From == s.ID || own.From == s.Catalogue+":"+s.ID {
			ids = append(ids, cmp.Or(own.ID, fmt.Sprintf("risk.scenarios[%d]", i)))
		}
	}
	return ids
}

// setAside is the case's reason why all that a scenario answers is not relevant,
// that of the first; empty where it does not say so of all.
func setAside(c *model.Case, s *clauses.Scenario) string {
	first := ""
	for _, demand := range s.Answers {
		_, id, _ := strings.Cut(demand, ":")
		reason := ""
		if c.Risk != nil {
			reason = strings.TrimSpace(c.Risk.Areas[id])
		}
		if reason == "" {
			return ""
		}
		first = cmp.Or(first, reason)
	}
	return first
}

// SuggestEdits are the edits that put the wanted scenarios into the case, behind
// those that it has, with the numbers R-nn that follow. What a person must assess
// is left absent and so is open: likelihood, consequence, owner, rationale.
func (g *Generator) SuggestEdits(c *model.Case, suggestions []Suggestion) []model.Edit {
	const path = "risk.scenarios"
	var made []model.RiskScenario
	no := lastNumber(c)
	for _, s := range suggestions {
		if !s.Wanted() {
			continue
		}
		no++
		made = append(made, model.RiskScenario{
			ID: fmt.Sprintf("R-%02d", no), From: s.Scenario.ID, Title: s.Title, Description: s.Description, Area: s.Scenario.Area,
			CIA: slices.Clone(s.Scenario.CIA), Causes: slices.Clone(s.Causes), Vulnerability: s.Vulnerability,
		})
	}
	if len(made) > 0 && (c.Risk == nil || len(c.Risk.Scenarios) == 0) {
		return []model.Edit{{Op: model.OpSet, Path: path, Value: made}} // each on its lines, also in place of []
	}
	var edits []model.Edit
	for _, s := range made {
		edits = append(edits, model.Edit{Op: model.OpAppend, Path: path, Value: s})
	}
	return edits
}

var scenarioNo = regexp.MustCompile(`^[Rr]-([0-9]{1,9})$`)

// lastNumber is the highest number of a scenario in the case.
func lastNumber(c *model.Case) int {
	last := 0
	if c.Risk != nil {
		for _, s := range c.Risk.Scenarios {
			if m := scenarioNo.FindStringSubmatch(s.ID); m != nil {
				if n, err := strconv.Atoi(m[1]); err == nil {
					last = max(last, n)
				}
			}
		}
	}
	return last
}
