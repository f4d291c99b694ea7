package report

import (
	"slices"
	"strings"
)

// severities in the order in which people want to see them.
var severities = []Severity{Error, Warning, Info}

// group is what a report says of one document, or of the case as a whole.
type group struct {
	document string // empty for the case and the library
	problems []Problem
	open     []Open
}

// of lists the problems of a severity.
func (g group) of(s Severity) (out []Problem) {
	for _, p := range g.problems {
		if p.Severity() == s {
			out = append(out, p)
		}
	}
	return out
}

// groups splits the report by document: the case first, then the documents in the
// order in which they were asked for.
func (r *Report) groups() []group {
	ids := append([]string{""}, r.Documents...)
	note := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, o := range r.Open {
		note(o.Document)
	}
	for _, p := range r.Problems {
		note(p.Document)
	}
	out := make([]group, len(ids))
	for i, id := range ids {
		out[i].document = id
	}
	for _, p := range r.Problems {
		i := slices.Index(ids, p.Document)
		out[i].problems = append(out[i].problems, p)
	}
	for _, o := range r.Open {
		i := slices.Index(ids, o.Document)
		out[i].open = append(out[i].open, o)
	}
	return out
}

func (p Problem) rule() Rule {
	r, _ := RuleByID(p.Rule)
	return r
}

// basis is where the rule comes from: the law, and in brackets the demand.
func (p Problem) basis() string {
	r := p.rule()
	switch {
	case r.Law == "":
		return r.Demand
	case r.Demand == "":
		return r.Law
	}
	return r.Law + " (" + r.Demand + ")"
}

// words are the reason, and in brackets whose it is and from when.
func (l *Lowered) words() string {
	by := strings.TrimSpace(l.By)
	switch {
	case by == "":
		by = l.Date
	case l.Date != "":
		by += ", " + l.Date
	}
	if by == "" {
		return l.Reason
	}
	return l.Reason + " (" + by + ")"
}
