// Package expr is the expression language of the text library: one pipeline, as
// text/template writes it, over a case.
//
// An expression is compiled when the library is loaded: its paths are checked
// against the schema of the case and its functions against an allow-list.
// Evaluating it cannot run code, read a file or see the clock. A needed value
// that is absent is an *Open error, never an empty text and never false.
package expr

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// Expr is a compiled pipeline. It is immutable and safe for concurrent use.
type Expr struct {
	Source string
	node   node
	typ    *model.Type
}

// Type is the schema type of the result, nil where a function computed it.
func (e *Expr) Type() *model.Type { return e.typ }

// Scope is what an expression may refer to.
type Scope struct {
	Root *model.Type // type of the case: $
	Dot  *model.Type // type of the dot; Root outside a repetition
	// Terms and Laws tell whether an id exists, of a term also whether it has the
	// form; nil accepts every id.
	Terms func(id, form string) bool
	Laws  func(id string) bool
}

// With returns the scope inside a repetition.
func (s Scope) With(dot *model.Type) Scope {
	s.Dot = dot
	return s
}

// Error says what is wrong with the text of an expression. Rule is a rule id of
// package report.
type Error struct {
	Rule string
	Args map[string]string
}

func (e *Error) Error() string { return fmt.Sprintf("%s %v", e.Rule, e.Args) }

// Open says that a value is absent that the text needs.
type Open struct{ Path string }

func (o *Open) Error() string { return "open: " + o.Path }

// Words looks up what lies outside the case's own values.
type Words interface {
	// Term returns a form of a defined term; the empty form is the plain one.
	Term(id, form string, l doc.Language) (string, bool)
	// Law returns the citation of a provision.
	Law(id string, l doc.Language) (string, bool)
	// Alternative returns the title of an alternative of a clause.
	Alternative(clause, id string, l doc.Language) (string, bool)
	// Name returns the name of what an id in the case, or of a clause, points to.
	// Where that has no name yet, open is the path of what is missing.
	Name(id string, l doc.Language) (name, open string, ok bool)
	// Positions returns what the case has chosen in each negotiated clause of a
	// document type, as objects with the fields of the function positions.
	Positions(document string, l doc.Language) ([]map[string]any, error)
	// Risk returns a view of the risk assessment, one of the View constants, as
	// objects with the fields of the function of that name; none without an
	// assessment. Zone is where a country is, in words.
	Risk(view, argument string, l doc.Language) ([]map[string]any, error)
	Zone(country string, l doc.Language) string
	// Guidance returns the rows of a group of a catalogue, "ie-1012:RSK-PIT".
	Guidance(group string, l doc.Language) []Guidance
}

// Guidance is a row of a catalogue: its id without that of the catalogue, and its
// text.
type Guidance struct{ ID, Text string }

// Context is what an expression is evaluated against.
type Context struct {
	Root     map[string]any // model.Case.View
	Dot      any
	DotPath  string // path of the dot in the case; empty at the root
	Language doc.Language
	// Beside are the languages of a document in two, the left column first; the
	// second is empty otherwise.
	Beside [2]doc.Language
	Words  Words
}

// With returns the context inside a repetition.
func (c *Context) With(dot any, path string) *Context {
	inner := *c
	inner.Dot, inner.DotPath = dot, path
	return &inner
}

// Printable reports whether the value can be text. An object cannot; what a
// function computes, and the facts of one document type, are seen when filled.
func (e *Expr) Printable() bool { return !holdsObject(e.typ) }

// Eval returns the value: nil, string, int64, float64, bool, []any,
// map[string]any or []doc.Inline. An absent needed value is an *Open error.
func (e *Expr) Eval(c *Context) (any, error) {
	v, err := e.node.eval(c)
	return v.data, err
}

// True evaluates a condition: nil, false, 0, "" and an empty list are false.
func (e *Expr) True(c *Context) (bool, error) {
	v, err := e.node.eval(c)
	return truth(v.data), err
}

// Inlines evaluates an expression for printing. What is absent is open, also
// where the schema does not ask for it, and so is an object that stands where a
// text is wanted: a gap in a text is never silent.
func (e *Expr) Inlines(c *Context) ([]doc.Inline, error) {
	v, err := e.node.eval(c)
	if err != nil {
		return nil, err
	}
	if in, ok := v.data.([]doc.Inline); ok {
		return in, nil
	}
	if !printableValue(v.data) {
		return nil, &Open{Path: v.path}
	}
	return doc.T(format(v.data, c.Language)), nil
}

// Element is one turn of a repetition.
type Element struct {
	Value any
	Path  string
}

// Each evaluates a list. An object counts as a list of one, an absent optional
// value as none.
func (e *Expr) Each(c *Context) ([]Element, error) {
	v, err := e.node.eval(c)
	if err != nil || v.data == nil {
		return nil, err
	}
	list, ok := v.data.([]any)
	if !ok {
		return []Element{{v.data, v.path}}, nil
	}
	out := make([]Element, len(list))
	for i, item := range list {
		out[i] = Element{item, elementPath(v.path, i, item)}
	}
	return out, nil
}

// value is data with the path that it came from, if it came from one.
type value struct {
	data any
	path string
}

type node interface {
	eval(*Context) (value, error)
}
