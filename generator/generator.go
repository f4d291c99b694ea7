// Package generator turns a case into documents: it checks the case, assembles
// the document tree from the text library and the document types, and hands it to
// a writer.
//
// For most uses: New once, then Load and Generate for each case. A Generator is
// immutable and safe for concurrent use. It reads no file, no clock and no
// environment: the same case gives the same bytes.
package generator

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/qa"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/templates"
)

// Options for New. The zero value is the library that comes with the program, in
// bokmål.
type Options struct {
	// Languages to load; documents can be made in these.
	Languages []doc.Language
	// Clauses and Templates replace the embedded library.
	Clauses, Templates fs.FS
	// Overlay is a house library with the folders clauses and templates, and perhaps
	// the Word file style.docx or style.dotx. What it holds goes before the library;
	// reports name every file. In the folder standards it has the texts of standards,
	// standards/<id>.<extension>.
	Overlay fs.FS
}

// Generator makes documents of cases.
type Generator struct {
	library    *clauses.Library
	set        *templates.Set
	languages  []doc.Language
	overridden []string
	warnings   []report.Problem
	style      *docx.Reference // of the house library, nil without
	styleFile  string          // its name, empty without

	alternatives map[string][]string // clause → ids of its alternatives
	scales       map[string]*risk.Scale
	standards    []StandardFile // of the house library
	reader       *qa.Checker    // of assembled documents
}

// LibraryError says that the text library or a document type is wrong.
type LibraryError struct{ Problems []report.Problem }

func (e *LibraryError) Error() string {
	var lines []string
	for _, p := range e.Problems {
		at := p.Pos.File
		for _, n := range []int{p.Pos.Line, p.Pos.Column} {
			if n > 0 {
				at += fmt.Sprintf(":%d", n)
			}
		}
		lines = append(lines, at+": "+p.Message("en"))
	}
	return "text library: " + strings.Join(lines, "\n")
}

// New loads a library. The error is *LibraryError, also where the style file of the
// house library cannot be used.
func New(o Options) (*Generator, error) {
	o = o.withDefaults()
	l := load(o)
	switch {
	case report.HasError(l.schemas):
		return nil, &LibraryError{inFolder("templates", l.schemas)} // the rest follows from it
	case report.HasError(l.problems):
		return nil, &LibraryError{l.problems}
	}
	style, styleFile, err := houseStyle(o.Overlay)
	if err != nil {
		return nil, err
	}
	g := &Generator{
		library: l.library, set: l.set, languages: slices.Clone(o.Languages), warnings: l.problems, alternatives: alternativesOf(l.library), scales: scalesOf(l.set),
		overridden: l.overridden(), style: style, styleFile: styleFile, standards: l.standards, reader: qa.New(l.library),
	}
	return g, nil
}

func (o Options) withDefaults() Options {
	if len(o.Languages) == 0 {
		o.Languages = []doc.Language{doc.Bokmal}
	}
	if o.Clauses == nil {
		o.Clauses = clauses.Embedded()
	}
	if o.Templates == nil {
		o.Templates = templates.Embedded()
	}
	return o
}

// loaded is a library with all that is wrong with it.
type loaded struct {
	library   *clauses.Library
	set       *templates.Set
	standards []StandardFile
	schemas   []report.Problem // of the document types' facts, among the problems too
	problems  []report.Problem
}

func load(o Options) loaded {
	house := templates.Options{Overlay: sub(o.Overlay, "templates")}
	// What the document types know of the case comes first: texts speak of it.
	documents, schemas := templates.Documents(o.Templates, o.Languages, house)
	house.Documents = documents
	library, problems := clauses.Load(o.Clauses, clauses.Options{Languages: o.Languages, Overlay: sub(o.Overlay, "clauses"), Root: documents.Root()})
	set, more := templates.Load(o.Templates, library, house)
	standards, unread := standardFiles(sub(o.Overlay, "standards"))
	return loaded{library, set, standards, schemas, slices.Concat(
		inFolder("clauses", problems), inFolder("templates", slices.Clone(schemas)), inFolder("templates", more), inFolder("standards", unread))}
}

// overridden lists the files that the house library replaced.
func (l loaded) overridden() (out []string) {
	for _, name := range l.library.Overridden() {
		out = append(out, "clauses/"+name)
	}
	for _, name := range l.set.Overridden() {
		out = append(out, "templates/"+name)
	}
	return out
}

func sub(fsys fs.FS, dir string) fs.FS {
	if fsys == nil {
		return nil
	}
	inner, err := fs.Sub(fsys, dir)
	if err != nil {
		return nil
	}
	return inner
}

func inFolder(dir string, problems []report.Problem) []report.Problem {
	for i := range problems {
		problems[i].Pos.File = dir + "/" + problems[i].Pos.File
	}
	return problems
}

// Load reads a case from YAML or JSON; name stands in positions and is never
// opened. The case is nil when the text is not one mapping. The problems include
// warnings; with an error among them Generate refuses the case. Facts of document
// types' own are read by the schemas of the types that were loaded.
func (g *Generator) Load(name string, r io.Reader) (*model.Case, []report.Problem) {
	return model.Load(name, r, model.LoadOptions{Documents: g.set.Documents()})
}

// Schema returns the JSON Schema 2020-12 of the case file, with texts in the
// language: the core, and below documents the facts of the document types that
// were loaded. The caller must not change it.
func (g *Generator) Schema(l doc.Language) []byte { return g.set.Documents().Schema(string(l)) }

// Library is the text library.
func (g *Generator) Library() *clauses.Library { return g.library }

// Templates are the document types.
func (g *Generator) Templates() *templates.Set { return g.set }

// Languages that documents can be made in.
func (g *Generator) Languages() []doc.Language { return g.languages }

// Warnings are what loading the library found that is not wrong enough to stop.
func (g *Generator) Warnings() []report.Problem { return slices.Clone(g.warnings) }
