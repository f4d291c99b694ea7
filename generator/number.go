package generator

import (
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
		if home, ok := a.homes[target]; ok {
			instead = home
		}
		if !present[instead] {
			instead = ""
		}
		// A table without rows is a sentence of its section; a paragraph of an annex
		// is cited by its section.
		expected := a.homes[target] != "" || present[target]
		if len(a.opens.list) == 0 && !expected {
			a.problems = append(a.problems, report.Problem{Rule: "reference-dangling", Pos: a.whereRef(d, target), Args: map[string]string{"target": target}})
		}
		redirect(d, target, instead)
	}
	doc.Number(d)
}

// redirect points references somewhere else; with nowhere to point, they become a
// dash.
func redirect(d *doc.Document, from, to string) {
	replace := func(in []doc.Inline) {
		for i := range in {
			r, ok := in[i].(*doc.Ref)
			if !ok || r.Target != from {
				continue
			}
			if to == "" {
				in[i] = &doc.Text{S: "–"}
			} else {
				r.Target = to
			}
		}
	}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			replace(b.Title)
		case *doc.Paragraph:
			replace(b.Inlines)
		case *doc.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					for _, p := range c.Paragraphs {
						replace(p)
					}
				}
			}
		}
		return nil
	})
}

// whereRef finds the place in the text library that refers to a target.
func (a *assembly) whereRef(d *doc.Document, target string) (pos report.Pos) {
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		p, ok := b.(*doc.Paragraph)
		if !ok || pos.File != "" {
			return nil
		}
		for _, in := range p.Inlines {
			if r, ok := in.(*doc.Ref); ok && r.Target == target {
				pos = report.Pos{File: "clauses/" + p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Col}
			}
		}
		return nil
	})
	return pos
}
