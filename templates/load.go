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
		seen:    map[string]bool{},
		bases:   map[string]clauses.Replaced{},
	}
	if ld.set.documents = o.Documents; o.Documents == nil {
		var problems []report.Problem
		ld.set.documents, problems = Documents(fsys, library.Languages(), o)
		ld.add(problems...)
	}
	layers := o.layers(fsys)
	ld.locale(append(slices.Clone(layers), embedded), o.Overlay != nil)
	ld.templates(layers)
	ld.scales(layers)
	report.SortProblems(ld.problems)
	return ld.set, ld.problems
}

type loader struct {
	set      *Set
	library  *clauses.Library
	parser   *clauses.LineParser
	file     string                      // being read
	source   []byte                      // of it
	misspelt map[string]bool             // keys of it
	seen     map[string]bool             // ids of templates that were read
	bases    map[string]clauses.Replaced // what templates of the house library say they replace
	refs     []clauses.Reference         // of the lines of the template being read
	problems []report.Problem
}

func (ld *loader) add(p ...report.Problem) { ld.problems = append(ld.problems, p...) }

func (ld *loader) problem(rule string, line int, kv ...string) {
	ld.problemAt(rule, report.Pos{File: ld.file, Line: line}, kv...)
}

func (ld *loader) problemAt(rule string, at report.Pos, kv ...string) {
	ld.add(report.Problem{Rule: rule, Pos: at, Args: report.Args(kv...)})
}

// at is where something stands in the file that is being read; the path is that of
// clauses.YAMLPlace.
func (ld *loader) at(path ...string) report.Pos {
	return clauses.YAMLPlace(ld.file, ld.source, path...)
}

func (ld *loader) templates(layers []fs.FS) {
	for i, fsys := range layers {
		names, err := fs.Glob(fsys, "*/"+templateFile)
		if err != nil {
			ld.problem("library-read", 0, "reason", err.Error())
		}
		slices.Sort(names)
		for _, name := range names {
			id := path.Dir(name)
			if ld.seen[id] {
				ld.set.replaced = append(ld.set.replaced, name)
				if schema := path.Join(id, schemaFile); exists(fsys, schema) {
					ld.set.replaced = append(ld.set.replaced, schema)
				}
				ld.replacedBy(ld.bases, id, name, fsys, Files(fsys, id))
				continue
			}
			ld.seen[id] = true
			ld.file = name
			if text, ok := ld.read(fsys, name); ok {
				ld.source = text
				ld.template(id, text, i+1 < len(layers))
			}
		}
	}
	ld.gone(ld.bases)
}

func (ld *loader) read(fsys fs.FS, name string) ([]byte, bool) {
	text, err := clauses.ReadFile(fsys, name)
	if err != nil {
		ld.add(clauses.ReadProblem(name, err))
		return nil, false
	}
	return text, true
}

// decode reads YAML strictly. It reports whether what is sound can be used.
func (ld *loader) decode(text []byte, into any) bool {
	problems := clauses.DecodeYAML(ld.file, text, into)
	ld.add(problems...)
	ld.misspelt = clauses.Misspelt(problems)
	return !clauses.Unreadable(problems)
}
