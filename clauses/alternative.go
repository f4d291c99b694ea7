package clauses

import (
	"errors"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// Alternative is a position of a clause in a negotiation: another text that a
// case may choose, or the text without a name, which is the preferred one.
type Alternative struct {
	ID      string // "" is the text without a name
	Rank    string // of Ranks
	Favours string // of Sides
	// Covers says where this text meets a demand, when not in the paragraphs that
	// the clause names; an empty list: it does not meet it.
	Covers map[string][]string

	title, rationale map[doc.Language]phrase
}

// Ranks of the texts of a clause, best first. Only the text without a name is
// preferred.
func Ranks() []string { return []string{"preferred", "acceptable", "fallback"} }

// Sides that a text may favour.
func Sides() []string { return []string{"controller", "processor", "balanced"} }

// phrase are the paragraphs of a text about a clause: words, terms and provisions.
type phrase []*Line

// Position is an alternative in the words of one language and one case.
type Position struct {
	ID, Rank, Favours string
	Title, Rationale  string
}

// Positions lists the texts of a clause that is negotiated, the preferred one
// first; none when it has but one text.
func (c *Clause) Positions() []Alternative {
	if c.Default == nil {
		return nil
	}
	return append([]Alternative{*c.Default}, c.Alternatives...)
}

// HasAlternative reports whether a case may choose it.
func (c *Clause) HasAlternative(id string) bool {
	return id == "" || slices.ContainsFunc(c.Alternatives, func(a Alternative) bool { return a.ID == id })
}

// CoversIn says where the text of an alternative meets a demand, and whether it
// says so itself.
func (c *Clause) CoversIn(alternative, demand string) (anchors []string, own bool) {
	for _, a := range c.Alternatives {
		if a.ID == alternative {
			anchors, own = a.Covers[demand]
		}
	}
	return anchors, own
}

// Position is a position of a clause in the words of a case.
func (w *Words) Position(c *Clause, id string, l doc.Language) (Position, bool) {
	for _, a := range c.Positions() {
		if a.ID == id {
			return Position{a.ID, a.Rank, a.Favours, w.plain(a.title[l], l), w.plain(a.rationale[l], l)}, true
		}
	}
	return Position{}, false
}

// Notes are the drafting notes of a clause, paragraph by paragraph.
func (w *Words) Notes(c *Clause, l doc.Language) (out []string) {
	for _, line := range c.notes[l] {
		out = append(out, w.plain(phrase{line}, l))
	}
	return out
}

func (w *Words) plain(lines phrase, l doc.Language) string {
	f := &Filler{Context: &expr.Context{Language: l, Words: w}, Open: func(string) *doc.Open { return nil }}
	var out []string
	for _, line := range lines {
		in, err := f.Line(line)
		if err != nil { // a term or provision that is missing was told when the library was loaded
			continue
		}
		out = append(out, doc.Plain(in))
	}
	return strings.Join(out, "\n")
}

// Alternative implements expr.Words.
func (w *Words) Alternative(clause, id string, l doc.Language) (string, bool) {
	c, ok := w.library.clauses[clause]
	if !ok {
		return "", false
	}
	p, ok := w.Position(c, id, l)
	return p.Title, ok && p.Title != ""
}

// Positions implements expr.Words: only a generator knows which clauses a document
// type has.
func (w *Words) Positions(string, doc.Language) ([]map[string]any, error) {
	return nil, errors.New("positions are known where a document is made")
}
