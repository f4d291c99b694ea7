package report

import (
	"slices"
	"strings"
)

// Coverage says of each demand where one document meets it.
type Coverage struct {
	Document string
	Party    string // id, where there is a document for each of several parties
	Language string // of the document, and of the texts and numbers here
	Demands  []CoverageRow
	// Open are the open points of the document.
	Open []Open
}

// CoverageStatus is how a document stands to a demand.
type CoverageStatus string

// Met: the text is in the document, and nothing in it is open. OpenStatus: it is
// there with something open, or a fact is missing to tell whether it applies.
// NotApplicable: what meets it is left out by its conditions. Uncovered: nothing
// in the library meets it, which is an error of the library.
const (
	Met           CoverageStatus = "met"
	OpenStatus    CoverageStatus = "open"
	NotApplicable CoverageStatus = "not-applicable"
	Uncovered     CoverageStatus = "uncovered"
)

// CoverageStatuses lists them, the ones that want most attention first.
func CoverageStatuses() []CoverageStatus {
	return []CoverageStatus{Uncovered, OpenStatus, NotApplicable, Met}
}

// CoverageRow is one demand.
type CoverageRow struct {
	Demand string // with its catalogue: "gdpr:DPA-L-12"
	Group  string
	Text   string
	Source string
	Status CoverageStatus
	// Places are where the document speaks of it, in reading order.
	Places []Place
	// Paths are the facts that are missing, in the case.
	Paths []string
	// Stated is the reason that the case gives for a demand that does not apply.
	Stated string
	// Left tells of each text that is left out why.
	Left []Left
	// Elsewhere: the demand is not about this document but about the ones in
	// Documents, or about none.
	Elsewhere bool
	Documents []string
	// Unconfirmed: not to be printed as a fact.
	Unconfirmed bool
}

// Place is a place in a document.
type Place struct {
	Clause string // in the text library: "dpa.breach#deadline", "table:contacts", "table:contacts#dpo"; or in the case: "case:processor.dpo"
	Number string // in this very document: "9.2", "C.6", "tabell 7"; empty for a fact
	Target string // id of the block that has the number
	Label  string // what a fact of the case is called, in the language of the document
}

// Left is a text that is left out.
type Left struct {
	Clause      string
	Condition   string // that does not hold, or a list without elements
	Empty       bool
	Alternative string // chosen instead, which does not have the text
	Absent      bool   // Clause is a fact that the case may leave out, and does
	// Reason says in words why the condition does not hold, by language; the
	// document type may have none.
	Reason map[string]string
}

// Clause is the first place in the text library, or what was left out.
func (r CoverageRow) Clause() string {
	switch {
	case len(r.Places) > 0:
		return r.Places[0].Clause
	case len(r.Left) > 0:
		return r.Left[0].Clause
	}
	return ""
}

// Facts are the facts of the case that meet the demand, by their paths.
func (r CoverageRow) Facts() (out []string) {
	for _, p := range r.Places {
		if path, ok := strings.CutPrefix(p.Clause, factPrefix); ok && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// factPrefix begins the name of a fact among the places.
const factPrefix = "case:"

// Numbers are the places in the document, each once.
func (r CoverageRow) Numbers() (out []string) {
	for _, p := range r.Places {
		if p.Number != "" && !slices.Contains(out, p.Number) {
			out = append(out, p.Number)
		}
	}
	return out
}

// Number is the first place in the document.
func (r CoverageRow) Number() string {
	if n := r.Numbers(); len(n) > 0 {
		return n[0]
	}
	return ""
}

// Count counts the demands of a status.
func (c *Coverage) Count(s CoverageStatus) int { return len(c.of(s)) }

// of lists the demands of a status, those about other documents left out.
func (c *Coverage) of(s CoverageStatus) (out []CoverageRow) {
	for _, r := range c.Demands {
		if r.Status == s && !r.Elsewhere {
			out = append(out, r)
		}
	}
	return out
}

// Reason says in words why a demand is not met; empty when it is.
func (c *Coverage) Reason(r CoverageRow, language string) string {
	w := coverageWordsIn(language)
	fill := func(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }
	var out []string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	switch {
	case r.Stated != "":
		return r.Stated
	case r.Elsewhere && len(r.Documents) == 0:
		add(w.noDocument)
	case r.Elsewhere:
		add(fill(w.elsewhere, "{documents}", strings.Join(r.Documents, ", ")))
	case r.Status == OpenStatus:
		for _, path := range r.Paths {
			label := path
			for _, o := range c.Open {
				if o.Path == path {
					label = o.Label
				}
			}
			add(label)
		}
		return fill(w.missing, "{labels}", strings.Join(out, ", "))
	case r.Status == Uncovered && len(r.Left) == 0:
		add(w.nothing)
	}
	if r.Status == NotApplicable || r.Status == Uncovered {
		for _, l := range leftTogether(r.Left) {
			form := w.condition
			switch {
			case l.Absent:
				form = w.absent
			case len(l.Reason) > 0 && l.Alternative == "":
				add(in(l.Reason, language))
				continue
			case l.Alternative != "":
				form = w.alternative
			case l.Empty:
				form = w.empty
			}
			add(fill(form, "{clause}", l.Clause, "{condition}", l.Condition, "{alternative}", l.Alternative))
		}
	}
	return strings.Join(out, "; ")
}

// leftTogether names texts that are left out for one reason in one breath.
func leftTogether(list []Left) (out []Left) {
	for _, l := range list {
		i := slices.IndexFunc(out, func(o Left) bool {
			return o.Condition == l.Condition && o.Empty == l.Empty && o.Absent == l.Absent && o.Alternative == l.Alternative
		})
		switch {
		case i < 0:
			out = append(out, l)
		case !slices.Contains(strings.Split(out[i].Clause, ", "), l.Clause):
			out[i].Clause += ", " + l.Clause
		}
	}
	return out
}
