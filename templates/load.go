package templates

import (
	"embed"
	"io/fs"
	"path"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// A pattern must match a file, and no document type must have a schema.json: so
// it takes every file of a document type.
//
//go:embed locale.yaml */*.*
var embedded embed.FS

// Embedded is the set that comes with the program.
func Embedded() fs.FS { return embedded }

// Options for Load.
type Options struct {
	// Overlay is a house library: a template in it replaces the one of the same id.
	Overlay fs.FS
	// Documents are the facts of the document types' own, from the function
	// Documents; Load reads them where nil.
	Documents *model.DocumentTypes
}

// Load reads the document types. Their texts are parsed with the terms, provisions
// and languages of the library, and the clauses that they name must be in it.
// Their expressions are checked against the case with the facts of the document
// types' own.
func Load(fsys fs.FS, library *clauses.Library, o Options) (*Set, []report.Problem) {
	ld := &loader{
		set:     &Set{templates: map[string]*Template{}},
		library: library,
		parser:  library.LineParser(),
	}
	if ld.set.documents = o.Documents; o.Documents == nil {
		var problems []report.Problem
		ld.set.documents, problems = Documents(fsys, library.Languages(), o)
		ld.add(problems...)
	}
	layers := o.layers(fsys)
	ld.locale(append(slices.Clone(layers), embedded), o.Overlay != nil)
	ld.templates(layers)
	report.SortProblems(ld.problems)
	return ld.set, ld.problems
}

type loader struct {
	set      *Set
	library  *clauses.Library
	parser   *clauses.LineParser
	file     string              // being read
	refs     []clauses.Reference // of the lines of the template being read
	problems []report.Problem
}

func (ld *loader) add(p ...report.Problem) { ld.problems = append(ld.problems, p...) }

func (ld *loader) problem(rule string, line int, kv ...string) {
	args := map[string]string{}
	for i := 0; i+1 < len(kv); i += 2 {
		args[kv[i]] = kv[i+1]
	}
	ld.add(report.Problem{Rule: rule, Pos: report.Pos{File: ld.file, Line: line}, Args: args})
}

func (ld *loader) templates(layers []fs.FS) {
	for _, fsys := range layers {
		names, err := fs.Glob(fsys, "*/"+templateFile)
		if err != nil {
			ld.problem("library-read", 0, "reason", err.Error())
		}
		slices.Sort(names)
		for _, name := range names {
			id := path.Dir(name)
			if _, taken := ld.set.templates[id]; taken {
				ld.set.replaced = append(ld.set.replaced, name)
				if schema := path.Join(id, schemaFile); exists(fsys, schema) {
					ld.set.replaced = append(ld.set.replaced, schema)
				}
				continue
			}
			ld.file = name
			if text, ok := ld.read(fsys, name); ok {
				ld.template(id, text)
			}
		}
	}
}

func (ld *loader) read(fsys fs.FS, name string) ([]byte, bool) {
	text, err := clauses.ReadFile(fsys, name)
	if err != nil {
		ld.problem("library-read", 0, "reason", err.Error())
		return nil, false
	}
	return text, true
}

// decode reads YAML strictly.
func (ld *loader) decode(text []byte, into any) bool {
	problems := clauses.DecodeYAML(ld.file, text, into)
	ld.add(problems...)
	return len(problems) == 0
}
