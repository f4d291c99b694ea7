package generator

import (
	"slices"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// planned is what is to be made of one document type.
type planned struct {
	t        *templates.Template
	cases    []partyCase // a document is made of each
	body     *body       // nil: the document is ours
	problems []report.Problem
}

// Parties lists the ids of the parties that a document type is made for, a document
// each; none when there is one document for all. The error is *RefusedError for a
// document type that there is not.
func (g *Generator) Parties(c *model.Case, document string) ([]string, error) {
	chosen, err := g.choose(c, []string{document})
	if err != nil {
		return nil, err
	}
	all, _, err := partyCases(c, chosen[0])
	if err != nil || len(all) < 2 {
		return nil, err
	}
	var ids []string
	for _, p := range all {
		ids = append(ids, p.id)
	}
	return ids, nil
}

// plan decides for which parties each document type is made, and finds the text
// of a standard that is its body.
func (g *Generator) plan(c *model.Case, chosen []*templates.Template, r Request) ([]planned, error) {
	var out []planned
	var known []string
	used := r.StandardText == nil
	for _, t := range chosen {
		all, problems, err := partyCases(c, t)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if p.id != "" && !slices.Contains(known, p.id) {
				known = append(known, p.id)
			}
		}
		several := len(all) > 1
		cases, err := chooseParties(all, r.Parties, t, len(r.Documents) > 0)
		if err != nil {
			return nil, err
		}
		if !several && len(cases) == 1 {
			cases[0].id = "" // there is nobody to tell it from
		}
		if len(cases) == 0 {
			continue
		}
		b := g.bodyOf(c, t, r.StandardText)
		used = used || b != nil
		out = append(out, planned{t, cases, b, problems})
	}
	if err := unknownParty(r.Parties, known, chosen); err != nil {
		return nil, err
	}
	if !used && len(out) > 0 {
		return nil, &RefusedError{Reason: UnusedStandard, Detail: r.StandardText.Name}
	}
	return out, nil
}
