package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

// addNotes puts the drafting notes beside the clauses of a document and marks it as
// internal; in a document in two languages they are in the first. They are added to
// a tree that is otherwise complete, so that an edition without them never has held
// them.
func (m assembled) addNotes() {
	m.assembly.addNotes(m.document)
	if m.second != nil {
		m.document.Beside.Running.Right = m.second.marked(m.second.word("internalNotes"))
	}
}

func (a *assembly) addNotes(d *doc.Document) {
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		if s, ok := b.(*doc.Section); ok {
			if c, ok := a.g.library.Clause(s.ID); ok {
				s.Comments = append(s.Comments, a.notes(c)...)
			}
		}
		return nil
	})
	d.Running.Right = a.marked(a.word("internalNotes"))
}

// notes of a clause: what its author has to say, and where a case that is
// negotiated stands.
func (a *assembly) notes(c *clauses.Clause) (out []doc.Comment) {
	add := func(lines []string) {
		n := doc.Comment{Author: "samsvar", Initials: "sv"}
		for _, l := range lines {
			n.Paragraphs = append(n.Paragraphs, doc.T(l))
		}
		if len(lines) > 0 {
			out = append(out, n)
		}
	}
	add(a.words.Notes(c, a.language))
	add(a.positionNote(c))
	return out
}

// positionNote is the position chosen, why, and what else there is to choose.
func (a *assembly) positionNote(c *clauses.Clause) (lines []string) {
	chosen := a.chosen(c)
	for _, alternative := range c.Positions() {
		p, _ := a.words.Position(c, alternative.ID, a.language)
		switch {
		case p.ID != chosen:
			lines = append(lines, a.word("notePositionOther", a.about(p)...))
		case a.reason(c) != "":
			lines = append([]string{a.word("notePosition", a.about(p)...), a.word("noteReason", "reason", a.reason(c))}, lines...)
		default:
			lines = append([]string{a.word("notePosition", a.about(p)...)}, lines...)
		}
	}
	return lines
}

// about is a position as pairs for the words of the program.
func (a *assembly) about(p clauses.Position) []string {
	return []string{"title", p.Title, "rank", a.rank(p.Rank), "favours", a.side(p.Favours), "why", p.Rationale}
}

// marked is what stands in the header: first that the document is internal, then
// the exemption that a person has confirmed.
func (a *assembly) marked(mark string) []doc.Inline {
	exempt := a.exemption()
	if mark != "" && exempt != "" {
		mark += " · "
	}
	return doc.T(mark + exempt)
}
