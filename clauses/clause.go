// Package clauses is the text library: clauses in three languages, terms and
// provisions. The texts are data files (see doc/guide/write-a-clause.md); this
// package parses them once and fills them from a case any number of times. A
// value from a case is a text node and is never parsed.
//
// For most uses, call Load with Embedded().
package clauses

import (
	"cmp"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Clause is one clause in all loaded languages.
type Clause struct {
	ID           string
	Version      string
	Licence      string // SPDX
	Origin       string // who wrote the text
	Checked      string // YYYY-MM-DD: when the text was last held against the law
	Law          []string
	Covers       map[string][]string // demand → anchors; "a+b" is both together
	Defines      map[string]Forms    // anchor → words of the term that the paragraph defines
	When         *expr.Expr          // nil: always
	Default      *Alternative        // the text without a name, where there are others
	Alternatives []Alternative
	File         string // the YAML file
	Overridden   bool   // comes from a house library

	base   *Base // what it replaces, as a house library says
	broken bool  // its YAML file cannot be read

	texts map[textKey]*Text
	notes map[doc.Language]phrase // for those who draft
}

type textKey struct {
	alternative string
	language    doc.Language
}

// Text of an alternative; "" is the default.
func (c *Clause) Text(alternative string, l doc.Language) (*Text, bool) {
	t, ok := c.texts[textKey{alternative, l}]
	return t, ok
}

// all lists the texts, sorted by alternative and language.
func (c *Clause) all() []*Text {
	keys := slices.SortedFunc(maps.Keys(c.texts), func(a, b textKey) int {
		return cmp.Or(cmp.Compare(a.alternative, b.alternative), cmp.Compare(slices.Index(doc.Languages(), a.language), slices.Index(doc.Languages(), b.language)))
	})
	out := make([]*Text, len(keys))
	for i, k := range keys {
		out[i] = c.texts[k]
	}
	return out
}

// Title of the clause as plain text, in a language or else in one that there is.
func (c *Clause) Title(l doc.Language) string {
	for _, try := range append([]doc.Language{l}, doc.Languages()...) {
		if t, ok := c.Text("", try); ok {
			return plainInlines(t.title)
		}
	}
	return ""
}

// References lists the [[…]] of a text.
func (t *Text) References() []Reference { return t.refs }

// Anchors lists the names of the paragraphs in order.
func (t *Text) Anchors() []string { return t.anchors }

func plainInlines(in []inline) string {
	s := ""
	for _, i := range in {
		switch i := i.(type) {
		case *words:
			s += i.text.S
		case *printed:
			s += "{{ " + i.expr.Source + " }}"
		case *reference:
			s += "[[" + i.target + "]]"
		case *link:
			s += plainInlines(i.inlines)
		}
	}
	return s
}

// Library is a loaded text library. It is immutable and safe for concurrent use.
type Library struct {
	clauses   map[string]*Clause
	terms     map[string]*term
	laws      map[string]*Law
	languages []doc.Language
	replaced  []string
	layers    []layer
	bases     []Replaced  // clauses of the house library that replace some
	root      *model.Type // of the case

	definitions []Definition
	catalogues  *catalogueSet
}

// Clause finds a clause by its id.
func (l *Library) Clause(id string) (*Clause, bool) {
	c, ok := l.clauses[id]
	return c, ok
}

// Clauses lists all clauses, sorted by id.
func (l *Library) Clauses() []*Clause {
	out := make([]*Clause, 0, len(l.clauses))
	for _, id := range slices.Sorted(maps.Keys(l.clauses)) {
		out = append(out, l.clauses[id])
	}
	return out
}

// Languages that were loaded.
func (l *Library) Languages() []doc.Language { return l.languages }

// Overridden lists the files that a house library replaced.
func (l *Library) Overridden() []string { return l.replaced }

// Scope is what an expression at the top of a text may refer to.
func (l *Library) Scope() expr.Scope { return l.scope() }

// problem is a shorthand for a problem of a file as a whole.
func problem(rule, file string, kv ...string) report.Problem {
	return problemAt(rule, report.Pos{File: file}, kv...)
}

func problemAt(rule string, at report.Pos, kv ...string) report.Problem {
	return report.Problem{Rule: rule, Pos: at, Args: report.Args(kv...)}
}
