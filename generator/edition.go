package generator

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// Pair is two languages that a document is set in side by side.
type Pair struct{ Left, Right doc.Language }

// edition is the languages of one file: the right one is empty where there is
// only one.
type edition Pair

// String is how the name of a file tells editions apart: nb, or nb-en.
func (e edition) String() string {
	if e.Right == "" {
		return string(e.Left)
	}
	return string(e.Left) + "-" + string(e.Right)
}

// languages of the edition, the left one first.
func (e edition) languages() []doc.Language {
	if e.Right == "" {
		return []doc.Language{e.Left}
	}
	return []doc.Language{e.Left, e.Right}
}

// editions lists what a request asks for: first the languages that get a file
// each, then the pairs.
func (g *Generator) editions(c *model.Case, languages []doc.Language, beside []Pair) ([]edition, error) {
	var out []edition
	if len(languages) > 0 || len(beside) == 0 {
		found, err := g.inLanguages(c, languages)
		if err != nil {
			return nil, err
		}
		for _, l := range found {
			out = append(out, edition{Left: l})
		}
	}
	for _, p := range beside {
		if p.Left == p.Right {
			return nil, &RefusedError{Reason: SameLanguage, Detail: string(p.Left)}
		}
		if _, err := g.inLanguages(c, []doc.Language{p.Left, p.Right}); err != nil {
			return nil, err
		}
		if e := edition(p); !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out, nil
}

// editionsOf are those in which a document type can be made: a workbook has one
// language, so that a pair becomes a file in each.
func editionsOf(t *templates.Template, all []edition) []edition {
	if t.Form != workbook {
		return all
	}
	var out []edition
	for _, e := range all {
		for _, l := range e.languages() {
			if one := (edition{Left: l}); !slices.Contains(out, one) {
				out = append(out, one)
			}
		}
	}
	return out
}

// several: a document type is made in more editions than one, which the names of the
// files tell apart.
func several(made []assembled, m assembled) bool {
	return slices.ContainsFunc(made, func(o assembled) bool { return o.t == m.t && o.edition != m.edition })
}

// edition assembles a document in its languages. A problem text-missing means that
// the library lacks a text in the language that is returned with it.
func (g *Generator) edition(c *model.Case, t *templates.Template, e edition, made making) (m assembled, missing doc.Language, err error) {
	for i, l := range e.languages() {
		d, a, err := g.assemble(c, t, l, e, m.assembly, made)
		if err != nil {
			return m, "", err
		}
		if i == 0 {
			m = assembled{assembly: a, document: d}
		} else {
			m.second, m.document.Beside = a, d
		}
		if slices.ContainsFunc(a.problems, func(p report.Problem) bool { return p.Rule == "text-missing" }) {
			return m, l, nil
		}
	}
	if _, err := m.document.Twins(); err != nil {
		return m, "", fmt.Errorf("%s: %w", t.ID, err)
	}
	return m, "", nil
}

// found is what assembling and reviewing found out, in the text of both languages;
// told is what has been told in another language.
func (m assembled) found(told map[string]bool) []report.Problem {
	out := slices.Concat(m.problems, m.review(m.document, told))
	if m.second != nil {
		out = slices.Concat(out, m.second.problems, m.second.review(m.document.Beside, told))
	}
	return out
}

// cover adds the table of demands in each language.
func (m assembled) cover() {
	m.addCoverage(m.document)
	if m.second != nil {
		m.second.addCoverage(m.document.Beside)
	}
}

// Beside is Tree in two languages: the left one with the right one beside it.
func (g *Generator) Beside(c *model.Case, document string, p Pair, party ...string) (*doc.Document, *report.Report, error) {
	made, rep, err := g.one(Request{Case: c, Documents: []string{document}, Beside: []Pair{p}, Parties: party})
	if err != nil {
		return nil, rep, err
	}
	return made.document, rep, nil
}
