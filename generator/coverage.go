package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Coverage says of each demand that concerns a document type where this very
// document meets it, what is missing, or which condition left it out. An empty
// language is that of the case. Where there is a document for each of several
// parties, a party must be named. The error is that of Tree.
func (g *Generator) Coverage(c *model.Case, document string, l doc.Language, party ...string) (*report.Coverage, error) {
	var languages []doc.Language
	if l != "" {
		languages = []doc.Language{l}
	}
	made, _, err := g.one(Request{Case: c, Documents: []string{document}, Languages: languages, Parties: party})
	if err != nil {
		return nil, err
	}
	out := made.coverage(made.document)
	out.Party = made.party
	return out, nil
}

// Elsewhere adds the demands of the catalogues that are about other documents
// than that of the coverage, or about none.
func (g *Generator) Elsewhere(c *report.Coverage) {
	for _, catalogue := range g.library.Catalogues() {
		for i := range catalogue.Rows {
			if d := &catalogue.Rows[i]; !d.Concerns(c.Document) {
				row := demandRow(d, doc.Language(c.Language))
				row.Status, row.Elsewhere, row.Documents = report.NotApplicable, true, d.Documents
				c.Demands = append(c.Demands, row)
			}
		}
	}
}

func demandRow(d *clauses.Demand, l doc.Language) report.CoverageRow {
	return report.CoverageRow{
		Demand: d.ID, Group: d.Group, Text: d.Words(l), Source: d.SourceIn(l), Documents: d.Documents, Unconfirmed: !d.Confirmed(),
	}
}

// coverage holds the demands against the assembled document.
func (a *assembly) coverage(d *doc.Document) *report.Coverage {
	out := &report.Coverage{Document: a.t.ID, Language: string(a.language), Open: a.opens.list}
	found := a.saidIn(d)
	for _, demand := range a.g.library.Demands(a.t.ID) {
		row := demandRow(demand, a.language)
		a.meet(&row, found)
		out.Demands = append(out.Demands, row)
	}
	return out
}

// meet finds the status of a demand. All that the document says of it must be
// complete: one open point makes it open.
func (a *assembly) meet(row *report.CoverageRow, found map[string]said) {
	row.Status = report.Uncovered
	applies := false // some text of the library is for it, in the alternatives chosen
	for _, together := range a.covering(row.Demand) {
		part := a.say(parts(together), found)
		row.Left = append(row.Left, part.Left...)
		applies = applies || len(part.Left) == 0 || part.Left[0].Alternative == ""
		if len(part.Left) == 0 {
			row.Places = append(row.Places, part.Places...)
			row.Paths = append(row.Paths, part.Paths...)
		}
	}
	applies = a.answered(row, found) || applies
	row.Paths = distinct(row.Paths)
	switch {
	case len(row.Paths) > 0:
		row.Status = report.OpenStatus
	case len(row.Places) > 0:
		row.Status = report.Met
	case applies:
		row.Status = report.NotApplicable
	}
	if row.Status == report.OpenStatus || row.Status == report.NotApplicable {
		a.stated(row)
	}
}

// covering lists the texts that are to meet a demand: those of the library, but
// where an alternative that the case has chosen says it in its own paragraphs.
func (a *assembly) covering(demand string) []string {
	var out []string
	for _, target := range a.t.Covers(demand) {
		clause, _, _ := strings.Cut(target, "#")
		if c, ok := a.g.library.Clause(clause); ok {
			if own, says := c.CoversIn(a.chosen(c), demand); says && len(own) > 0 {
				for _, anchors := range own {
					out = append(out, clause+"#"+anchors)
				}
				continue
			}
		}
		out = append(out, target)
	}
	return distinct(out)
}

// parts are the texts that meet a demand together.
func parts(target string) []string {
	home, anchors, ok := strings.Cut(target, "#")
	if !ok {
		return []string{target}
	}
	var out []string
	for _, anchor := range strings.Split(anchors, "+") {
		out = append(out, home+"#"+anchor)
	}
	return out
}

// say finds texts in the document, or a fact in the case: the places, what is open, and what is left out.
func (a *assembly) say(targets []string, found map[string]said) (row report.CoverageRow) {
	for _, target := range targets {
		if isFact(target) {
			return a.sayFact(target) // it stands alone
		}
		if s, ok := found[target]; ok {
			row.Places = append(row.Places, report.Place{Clause: target, Number: s.number, Target: s.target})
			row.Paths = append(row.Paths, a.openAt(target, s, found)...)
			continue
		}
		why, ok := a.whyLeft(target)
		switch {
		case ok && why.Open != "":
			at := found[a.home(target)]
			row.Places = append(row.Places, report.Place{Clause: target, Number: at.number, Target: at.target})
			row.Paths = append(row.Paths, why.Open)
		case ok:
			row.Left = append(row.Left, report.Left{Clause: target, Condition: why.Condition, Empty: why.Empty, Reason: a.t.Reason(why.Condition)})
		default:
			clause, _, _ := strings.Cut(target, "#")
			row.Left = append(row.Left, report.Left{Clause: target, Alternative: a.alternative(clause)})
		}
	}
	return row
}

// openAt is what is open in a text, and in the tables that it points to.
func (a *assembly) openAt(target string, s said, found map[string]said) []string {
	paths := slices.Clone(s.open)
	for _, table := range a.points[target] {
		if t, ok := found[table]; ok {
			paths = append(paths, t.open...)
		} else if why := a.left[table]; why.Open != "" {
			paths = append(paths, why.Open)
		}
	}
	return paths
}

// whyLeft finds why a text is left out, itself or with what it stands in.
func (a *assembly) whyLeft(target string) (clauses.Left, bool) {
	home, _, _ := strings.Cut(target, "#")
	if why, ok := a.left[home]; ok {
		return why, true
	}
	why, ok := a.left[target]
	return why, ok
}

// home is the section that a text stands in.
func (a *assembly) home(target string) string {
	home, _, _ := strings.Cut(target, "#")
	if isTable(home) {
		return a.homes[home]
	}
	return home
}

// alternative is the text of a clause that the case has chosen.
func (a *assembly) alternative(clause string) string {
	c, ok := a.g.library.Clause(clause)
	if !ok {
		return ""
	}
	return cmp.Or(a.chosen(c), "–")
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// stated takes the case's own reason why a demand does not apply. It cannot make
// up for a gap in the library, and what the document meets stays met.
func (a *assembly) stated(row *report.CoverageRow) {
	for _, n := range a.c.NotApplicable {
		if n.Demand != row.Demand || n.Reason == "" {
			continue
		}
		row.Status, row.Paths, row.Stated = report.NotApplicable, nil, n.Reason
		by := n.By
		if n.Date != "" {
			by = strings.TrimPrefix(by+", "+expr.Date(string(n.Date), a.language), ", ")
		}
		if by != "" {
			row.Stated += " (" + by + ")"
		}
	}
}
