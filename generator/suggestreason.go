package generator

import (
	"errors"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// reasoner decides conditions of scenarios for a case, and says why.
type reasoner struct {
	g       *Generator
	c       *model.Case
	context *expr.Context
}

// fit decides a condition. What one part of it decides is decided, also where a
// fact is missing for another part.
func (r reasoner) fit(c *clauses.Condition) (Fit, string, error) {
	switch {
	case c == nil:
		return Fits, "", nil
	case c.Op == "":
		yes, err := c.Expr.True(r.context)
		var open *expr.Open
		switch {
		case errors.As(err, &open):
			return Undecided, open.Path, nil
		case err != nil:
			return "", "", err
		case yes:
			return Fits, "", nil
		}
		return Unfit, "", nil
	case c.Op == "not":
		fit, missing, err := r.fit(c.Parts[0])
		return opposite(fit), missing, err
	}
	decides := Fits
	if c.Op == "and" {
		decides = Unfit
	}
	first := ""
	for _, part := range c.Parts {
		fit, missing, err := r.fit(part)
		switch {
		case err != nil:
			return "", "", err
		case fit == decides:
			return decides, "", nil
		case fit == Undecided && first == "":
			first = missing
		}
	}
	if first != "" {
		return Undecided, first, nil
	}
	return opposite(decides), "", nil
}

func opposite(f Fit) Fit {
	switch f {
	case Fits:
		return Unfit
	case Unfit:
		return Fits
	}
	return f
}

// reasons put a decision into words, in every language.
func (r reasoner) reasons(c *clauses.Condition, fit Fit, missing string) map[doc.Language]string {
	out := map[doc.Language]string{}
	for _, l := range doc.Languages() {
		switch {
		case c == nil:
			out[l] = r.g.set.Word("suggestAlways", l)
		case fit == Undecided:
			what := r.c.OpenAt(missing, "risk").Label(string(l))
			out[l] = r.g.set.Word("suggestMissing", l, "what", what+" ("+missing+")")
		default:
			out[l] = strings.Join(r.why(c, fit, l), "; ")
		}
	}
	return out
}

// why is what is so when a condition is decided: its own words, or else those of
// the parts that decide it.
func (r reasoner) why(c *clauses.Condition, fit Fit, l doc.Language) (out []string) {
	own := c.Holds
	if fit == Unfit {
		own = c.Otherwise
	}
	switch {
	case own[l] != "":
		return []string{own[l]}
	case c.Op == "" && fit == Unfit:
		return []string{r.g.set.Word("suggestFails", l, "condition", c.Expr.Source)}
	case c.Op == "":
		return []string{r.g.set.Word("suggestHolds", l, "condition", c.Expr.Source)}
	case c.Op == "not":
		return r.why(c.Parts[0], opposite(fit), l)
	}
	for _, part := range c.Parts {
		if is, _, err := r.fit(part); err != nil || is != fit {
			continue
		}
		for _, words := range r.why(part, fit, l) {
			if !slices.Contains(out, words) {
				out = append(out, words)
			}
		}
	}
	return out
}
