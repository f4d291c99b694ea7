package generator

import (
	"fmt"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/templates"
)

// Positions implements expr.Words: what the case has chosen in each clause of a
// document type that is negotiated, in the order of its outline. A clause that the
// case leaves out has no position; one that cannot be decided yet has.
func (w *lawWatch) Positions(document string, l doc.Language) ([]map[string]any, error) {
	t, ok := w.a.g.set.Template(document)
	if !ok {
		return nil, fmt.Errorf("positions: there is no document type %q", document)
	}
	var out []map[string]any
	for _, c := range w.a.negotiated(t.Outline) {
		if p := w.a.position(c, l); p != nil {
			out = append(out, p)
		}
	}
	return out, nil
}

// negotiated lists the clauses of an outline that have alternatives and apply.
func (a *assembly) negotiated(items []templates.Item) (out []*clauses.Clause) {
	for _, item := range items {
		if !a.mayApply(item.When) {
			continue
		}
		out = append(out, a.negotiated(item.Inner())...)
		if c, ok := a.g.library.Clause(item.Clause); ok && len(c.Positions()) > 0 && a.mayApply(c.When) {
			out = append(out, c)
		}
	}
	return out
}

// mayApply: a condition holds, or a fact is missing to decide it. It is asked on
// behalf of another document, so that what is missing is no open point of this one.
func (a *assembly) mayApply(e *expr.Expr) bool {
	if e == nil {
		return true
	}
	view := a.filler.Context.Root
	yes, err := e.True(&expr.Context{Root: view, Dot: view, Language: a.language, Words: a.words})
	return yes || err != nil
}

// position is the text that the case has chosen in a clause, in words.
func (a *assembly) position(c *clauses.Clause, l doc.Language) map[string]any {
	id := a.chosen(c)
	chosen, ok := a.words.Position(c, id, l)
	preferred, is := a.words.Position(c, "", l)
	if !ok || !is {
		return nil
	}
	out := map[string]any{
		"clause": c.ID, "changed": id != "", "title": chosen.Title, "rank": chosen.Rank, "rankLabel": a.rank(chosen.Rank),
		"favours": a.side(chosen.Favours), "rationale": chosen.Rationale,
		"preferredTitle": preferred.Title, "preferredFavours": a.side(preferred.Favours), "preferredRationale": preferred.Rationale,
		expr.PositionPath: model.JoinKey("agreement.choices", c.ID),
	}
	if reason := a.reason(c); reason != "" {
		out["reason"] = reason
	}
	return out
}

// reason is why the case has chosen another text of a clause than the preferred.
func (a *assembly) reason(c *clauses.Clause) string {
	if a.chosen(c) == "" {
		return ""
	}
	return a.c.Agreement.Choices[c.ID].Reason
}

// rank is the word for a rank.
func (a *assembly) rank(rank string) string {
	switch rank {
	case "preferred":
		return a.word("rankPreferred")
	case "acceptable":
		return a.word("rankAcceptable")
	}
	return a.word("rankFallback")
}

// side is the party that a text favours, by the term of the case.
func (a *assembly) side(favours string) string {
	if term, ok := a.words.Term(favours, "", a.language); ok {
		return term
	}
	return a.word("favoursBalanced")
}
