package clauses

import (
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// Condition is an expression over the case with words for it. One that is and, or
// or not of others has them as its parts.
type Condition struct {
	Expr  *expr.Expr
	Op    string // and, or, not; empty for one that has no parts
	Parts []*Condition
	// Holds says what is so when it holds, Otherwise when it does not; each is nil
	// where the catalogue has no words.
	Holds, Otherwise map[doc.Language]string
}

// conditionReason is an entry of reasons in the head of a catalogue.
type conditionReason struct {
	When      Located                 `yaml:"when"`
	Text      map[doc.Language]string `yaml:"text"`
	Otherwise map[doc.Language]string `yaml:"otherwise"`
}

// newCondition compiles an expression that has been checked.
func newCondition(source string, scope expr.Scope, reasons map[string]conditionReason) *Condition {
	e, err := expr.Compile(source, scope)
	if err != nil {
		return nil
	}
	c := &Condition{Expr: e}
	if words, ok := reasons[expr.Canonical(source)]; ok {
		c.Holds, c.Otherwise = words.Text, words.Otherwise
	}
	op, sources := expr.Split(source)
	var parts []*Condition
	for _, s := range sources {
		parts = append(parts, newCondition(s, scope, reasons))
	}
	if len(parts) > 0 && !slices.Contains(parts, nil) {
		c.Op, c.Parts = op, parts
	}
	return c
}

// reasons checks the words for conditions in the head of a catalogue.
func (s *catalogueSet) reasons(c *Catalogue, text []byte, list []conditionReason) map[string]conditionReason {
	if len(list) > 0 && !catalogueForms()[c.Form].reasons {
		s.add(problemAt("library-key", YAMLPlace(c.File, text, "reasons"), "key", "reasons"))
		return nil
	}
	out := map[string]conditionReason{}
	for i, r := range list {
		no := strconv.Itoa(i)
		if r.When.Text == "" {
			s.add(problemAt("catalogue-missing", YAMLPlace(c.File, text, "reasons", no), "what", "reasons."+no+".when"))
			continue
		}
		at := report.Pos{File: c.File, Line: r.When.Line, Column: r.When.Column}
		if _, err := expr.Compile(r.When.Text, s.scope); err != nil {
			if bad, ok := err.(*expr.Error); ok {
				s.add(report.Problem{Rule: bad.Rule, Pos: at, Args: bad.Args})
			}
			continue
		}
		for _, words := range []struct {
			key string
			by  map[doc.Language]string
		}{{"text", r.Text}, {"otherwise", r.Otherwise}} {
			for _, l := range doc.Languages() {
				if words.by[l] == "" {
					what := "reasons." + no + "." + words.key + "." + string(l)
					s.add(problemAt("catalogue-missing", YAMLPlace(c.File, text, "reasons", no, words.key, string(l)), "what", what))
				}
			}
		}
		out[expr.Canonical(r.When.Text)] = r
	}
	return out
}
