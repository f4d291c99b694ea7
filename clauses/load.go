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
	ld.library.layers = ld.layers
	ld.terms()
	ld.laws()
	ld.parser = newTextParser(ld.library.Scope())
	ld.catalogues()
	ld.clauses()
	ld.references()
	ld.sameInEveryLanguage()
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

// part is a file that a layer has: its text and whether it is the overlay's.
type part struct {
	text     []byte
	house    bool
	misspelt map[string]bool
}

// read reads a file of every layer that has it, the library first.
func (ld *loader) read(name string) (parts []part) {
	for i := len(ld.layers) - 1; i >= 0; i-- {
		text, err := ReadFile(ld.layers[i], name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			ld.add(ReadProblem(name, err))
		default:
			parts = append(parts, part{text: text, house: ld.layers[i].house})
			if ld.layers[i].house {
				ld.library.replaced = append(ld.library.replaced, name)
			}
		}
	}
	return parts
}

// decode reads YAML strictly. Good tells whether what was decoded can be relied on
// but for the misspelt keys.
func (ld *loader) decode(name string, text []byte, into any) (misspelt map[string]bool, good bool) {
	problems := DecodeYAML(name, text, into)
	ld.add(problems...)
	return Misspelt(problems), !Unreadable(problems)
}
