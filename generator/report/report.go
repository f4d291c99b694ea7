// Package report holds what the library found out about a case or a text
// library: problems, open points and what was overridden. It is data; a program
// decides how to print it.
//
// Every problem has a rule with a stable id. The words of a rule, in bokmål,
// nynorsk and English, stand in rules/*.yaml; a Problem carries only the facts
// that fill them in, so that the same report can be read in any language.
package report

import (
	"cmp"
	"slices"
)

// Severity is how grave a problem is.
type Severity string

// An Error stops a final version, and the making of any file when it concerns
// the input itself. A Warning stops nothing unless the caller is strict.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Pos is a place in a file. Line and Column count from 1, Column in characters;
// zero means unknown.
type Pos struct {
	File   string
	Line   int
	Column int
}

// Problem is one finding.
type Problem struct {
	Rule string // id in rules/*.yaml
	Path string // path in the case, such as "subprocessors[1].address.country"; empty for a file as a whole
	Pos  Pos
	// Args fill in the rule's message and hint: {name} is replaced by Args["name"], or
	// by Args["name.nb"] for a reader of bokmål (Words).
	Args map[string]string
	// Document type that it is about; empty when it is about the case or the library.
	Document string
	// Later: the case has not come to the phase from which the rule counts.
	Later bool
	// Lowered says why the case does not take the warning for one; mostly nil.
	Lowered *Lowered
}

// Open is one fact that is missing.
type Open struct {
	No          int    // number in the document's list, from 1
	Path        string // path in the case
	Document    string // document type that needs it
	Label       string // what is missing, in the language of the document or the user
	Responsible string // "controller", "processor" or ""; who supplies it
	Phase       string // phase from which it counts
	Reserved    bool   // reserved for the supplier: does not block a tender
	Place       string // number in the document where it is first missing, "9.2"; may be empty
	Pos         Pos
}

// Report is all that was found, in a fixed order.
type Report struct {
	Documents []string // document types that were looked at, in the order asked for
	Problems  []Problem
	// Silenced are the warnings that the case silences. Those that it only lowers
	// are among the problems.
	Silenced   []Problem
	Open       []Open
	Overridden []string // files of the library that a house library replaced
	Assumed    []Assumed
}

// Add appends problems.
func (r *Report) Add(p ...Problem) { r.Problems = append(r.Problems, p...) }

// Sort puts the problems in the order of file, line, column, path and rule, and
// drops repetitions. Open points keep the order of the document.
func (r *Report) Sort() {
	for _, list := range []*[]Problem{&r.Problems, &r.Silenced} {
		SortProblems(*list)
		*list = slices.CompactFunc(*list, func(a, b Problem) bool { return compare(a, b) == 0 })
	}
	slices.Sort(r.Overridden)
}

// SortProblems sorts by file, line, column, path, rule, message and document.
func SortProblems(p []Problem) { slices.SortStableFunc(p, compare) }

func compare(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message("en"), b.Message("en")),
		cmp.Compare(a.Document, b.Document),
	)
}

// Count returns the number of problems of a severity.
func (r *Report) Count(s Severity) int {
	n := 0
	for _, p := range r.Problems {
		if p.Severity() == s {
			n++
		}
	}
	return n
}

// Blocking counts the open points that are not reserved for the supplier.
func (r *Report) Blocking() int {
	n := 0
	for _, o := range r.Open {
		if !o.Reserved {
			n++
		}
	}
	return n
}

// Complete reports whether nothing is wrong and nothing is open that blocks;
// warnings do not count.
func (r *Report) Complete() bool { return r.Count(Error) == 0 && r.Blocking() == 0 }
