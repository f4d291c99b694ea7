package clauses

import (
	"embed"
	"errors"
	"io/fs"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

//go:embed text terms.yaml law.yaml catalogues
var embedded embed.FS

// Embedded is the library that comes with the program.
func Embedded() fs.FS { return embedded }

// Options for Load. The zero value loads bokmål without a house library.
type Options struct {
	Languages []doc.Language
	// Overlay is a house library of the same layout: a clause in it replaces the
	// clause of the same id with all its files.
	Overlay fs.FS
	// Root describes the case that expressions are checked against;
	// model.Root() where nil. With the facts of document types' own it is that of
	// model.DocumentTypes.
	Root *model.Type
}

// maxFile is the largest file of a library that is read.
const maxFile = 1 << 20

// Load reads a text library. The problems are those of the library itself, each
// with its place; with an error among them the library must not be used.
func Load(fsys fs.FS, o Options) (*Library, []report.Problem) {
	if len(o.Languages) == 0 {
		o.Languages = []doc.Language{doc.Bokmal}
	}
	if o.Root == nil {
		o.Root = model.Root()
	}
	ld := &loader{
		library: &Library{clauses: map[string]*Clause{}, terms: map[string]*term{}, laws: map[string]*Law{}, languages: slices.Clone(o.Languages), root: o.Root},
	}
	ld.layers = []layer{{fsys, false}}
	if o.Overlay != nil {
		ld.layers = []layer{{o.Overlay, true}, {fsys, false}}
	}
	ld.terms()
	ld.laws()
	ld.parser = newTextParser(ld.library.Scope())
	ld.catalogues()
	ld.clauses()
	ld.references()
	ld.sortDefinitions()
	report.SortProblems(ld.problems)
	return ld.library, ld.problems
}

type loader struct {
	library  *Library
	layers   []layer // the house library first
	parser   *textParser
	problems []report.Problem
}

// layer is a file system of a library; house tells that it is the overlay.
type layer struct {
	fs.FS
	house bool
}

func (ld *loader) add(p ...report.Problem) { ld.problems = append(ld.problems, p...) }

// read reads a file from the overlay where it has it, else from the base.
func (ld *loader) read(name string) ([]byte, bool) {
	for _, layer := range ld.layers {
		text, err := ReadFile(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			ld.add(problem("library-read", name, "reason", err.Error()))
			return nil, false
		}
		if layer.house {
			ld.library.replaced = append(ld.library.replaced, name)
		}
		return text, true
	}
	return nil, false
}

// ReadFile reads a file of a library, of at most 1 MiB.
func ReadFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, errors.New("larger than 1 MiB")
	}
	return fs.ReadFile(fsys, name)
}

// decode reads YAML strictly.
func (ld *loader) decode(name string, text []byte, into any) bool {
	problems := DecodeYAML(name, text, into)
	ld.add(problems...)
	return len(problems) == 0
}
