package generator

import (
	"errors"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// number gives the document its numbers. A reference to a paragraph that the case
// has left out points to what is left of its clause; in a document with open
// points that is a consequence of them, otherwise it is a finding.
func (a *assembly) number(d *doc.Document) {
	dangling := doc.Number(d)
	if len(dangling) == 0 {
		return
	}
	textMissing := slices.ContainsFunc(a.problems, func(p report.Problem) bool { return p.Rule == "text-missing" })
	present := map[string]bool{} // sections and paragraphs
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			present[b.ID] = true
		case *doc.Paragraph:
			present[b.ID] = true
		}
		return nil
	})
	for _, target := range dangling {
		instead, _, _ := strings.Cut(target, "#")
		home, hasHome := a.homes[target]
		if hasHome {
			instead = home // an empty table: the section that says so
		}
		if !present[instead] {
			instead = ""
		}
		// A paragraph of an annex has no number and is cited by its section.
		if len(a.opens.list) == 0 && !hasHome && !present[target] && !textMissing {
			a.problems = append(a.problems, report.Problem{Rule: "reference-dangling", Document: a.t.ID, Pos: a.whereRef(d, target), Args: map[string]string{"target": target}})
		}
		redirect(d, target, instead)
	}
	doc.Number(d)
}

// redirect points references somewhere else; with nowhere to point, they become a
// dash.
func redirect(d *doc.Document, from, to string) {
	var replace func(in []doc.Inline)
	replace = func(in []doc.Inline) {
		for i := range in {
			switch n := in[i].(type) {
			case *doc.Link:
				replace(n.Inlines)
			case *doc.Footnote:
				replace(n.Inlines)
			case *doc.Ref:
				switch {
				case n.Target != from:
				case to == "":
					in[i] = &doc.Text{S: "–"}
				default:
					n.Target = to
				}
			}
		}
	}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		for _, in := range doc.BlockInlines(b) {
			replace(in)
		}
		return nil
	})
}

// whereRef finds the place in the text library that refers to a target; from
// elsewhere than a clause, it is the document type.
func (a *assembly) whereRef(d *doc.Document, target string) report.Pos {
	pos := report.Pos{File: "templates/" + a.t.File}
	found := errors.New("found")
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		p, ok := b.(*doc.Paragraph)
		if !ok || p.Pos.File == "" {
			return nil
		}
		for _, in := range p.Inlines {
			if r, ok := in.(*doc.Ref); ok && r.Target == target {
				pos = report.Pos{File: "clauses/" + p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Col}
				return found
			}
		}
		return nil
	})
	return pos
}
