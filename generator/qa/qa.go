// Package qa reads an assembled document as a careful colleague would: defined
// terms, references and numbers that somebody typed by hand. What it finds are
// findings of rules (generator/report/rules/document.yaml); it changes nothing.
package qa

import (
	"cmp"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Checker knows what there is to look for in the documents of a library. It is
// immutable and safe for concurrent use.
type Checker struct {
	library *clauses.Library
	terms   map[doc.Language]*termIndex
}

// New makes a checker for a library.
func New(l *clauses.Library) *Checker {
	c := &Checker{library: l, terms: map[doc.Language]*termIndex{}}
	for _, lang := range l.Languages() {
		c.terms[lang] = newTermIndex(l, lang)
	}
	return c
}

// Document is an assembled document with its numbers, and where it comes from.
type Document struct {
	Tree *doc.Document
	Case *model.Case // that the document is made of, resolved
	// Left says what the document leaves out, as the assembly noted it.
	Left map[string]clauses.Left
	// Clauses are those that the document type has, whether or not the case leaves
	// them out; nil: any. A term that another type defines is only a word.
	Clauses map[string]bool
	// Draft: something is open. What a complete document would say is not known.
	Draft bool
	// House: the tables and titles come from a house library's document type.
	House bool
}

// Finding is a problem. Two with the same Key are about the same thing, said in
// two languages.
type Finding struct {
	report.Problem
	Key string
}

// Check reads a document. The findings are in the order of the document.
func (c *Checker) Check(d Document) []Finding {
	k := &check{Checker: c, d: d, view: d.Case.View()}
	k.units = k.collect()
	k.defined()
	k.typed()
	k.numbers()
	k.houseMeasures()
	slices.SortStableFunc(k.found, func(a, b placed) int { return cmp.Compare(a.unit, b.unit) })
	out := make([]Finding, len(k.found))
	for i, p := range k.found {
		out[i] = p.Finding
	}
	return out
}

type check struct {
	*Checker
	d     Document
	view  map[string]any // the case
	units []unit
	found []placed
}

type placed struct {
	Finding
	unit int
}

// add reports a finding at a place of a unit: the path of the value that stands
// there, or else the line of the library.
func (k *check) add(rule string, unit, offset int, key string, pairs ...string) {
	u := &k.units[unit]
	p := report.Problem{Rule: rule, Path: u.pathAt(offset), Pos: u.pos, Args: report.Args(pairs...)}
	if p.Path != "" {
		p.Pos, p.Path = k.d.Case.PosOf(p.Path), k.d.Case.Original(p.Path)
		key += "\x00" + p.Path
	} else {
		key += "\x00" + u.id
	}
	k.found = append(k.found, placed{Finding{p, rule + "\x00" + key}, unit})
}
