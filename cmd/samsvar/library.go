package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
	"github.com/spf13/cobra"
)

var (
	helpOverlay = text{nb: "legg et eget bibliotek i `MAPPE` (clauses/, templates/, standards/, style.docx) foran det innebygde", en: "lay a house library in `DIR` (clauses/, templates/, standards/, style.docx) over the embedded one"}
	noLibrary   = text{nb: "%s har verken clauses/, templates/, standards/ eller style.docx", en: "%s has neither clauses/, templates/, standards/ nor style.docx"}
	layout      = text{nb: "et bibliotek har klausulene i clauses/text/, dokumenttypene i templates/ og standarder i standards/; samsvar eject lager det", en: "a library has its clauses in clauses/text/, its document types in templates/ and standards in standards/; samsvar eject makes one"}
	notAFolder  = text{nb: "%s er ikke en mappe", en: "%s is not a folder"}
)

// library is a generator with the house library it was made with.
type library struct {
	*generator.Generator
	dir     string // of the house library, empty without
	overlay fs.FS
}

func (a *app) overlayFlag(cmd *cobra.Command, dir *word) {
	a.flag(cmd.Flags(), dir, "overlay", "", helpOverlay)
	_ = cmd.MarkFlagDirname("overlay")
}

// openLibrary loads the embedded library with a house library over it. The
// problems are those of the library; with an error among them there is no
// generator.
func openLibrary(dir string, languages ...doc.Language) (*library, []report.Problem, error) {
	l := &library{dir: dir}
	if dir != "" {
		if err := l.open(dir); err != nil {
			return nil, nil, err
		}
	}
	languages = distinct(languages)
	g, err := generator.New(generator.Options{Languages: languages, Overlay: l.overlay})
	var broken *generator.LibraryError
	if errors.As(err, &broken) {
		return l, l.located(broken.Problems), nil
	}
	l.Generator = g
	return l, l.located(g.Warnings()), err
}

func (l *library) open(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return failRead(err, dir)
	case !info.IsDir():
		return fail(exitIO, notAFolder, dir)
	}
	// A root, so that no link leads out of the folder.
	root, err := os.OpenRoot(dir)
	if err != nil {
		return failRead(err, dir)
	}
	l.overlay = root.FS()
	if !isFolder(l.overlay, "clauses") && !isFolder(l.overlay, "templates") && !isFolder(l.overlay, "standards") && !hasStyle(l.overlay) {
		return fail(exitRefused, noLibrary, dir).withHint(layout)
	}
	return nil
}

func hasStyle(fsys fs.FS) bool {
	found, err := fs.Glob(fsys, "style.do[ct]x")
	return err == nil && len(found) > 0
}

func isFolder(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// located gives problems of the house library the place of its files, so that an
// editor finds them.
func (l *library) located(problems []report.Problem) []report.Problem {
	for i := range problems {
		p := &problems[i].Pos
		inLibrary := strings.HasPrefix(p.File, "clauses/") || strings.HasPrefix(p.File, "templates/") || strings.HasPrefix(p.File, "standards/") || strings.HasPrefix(p.File, "style.")
		if l.overlay == nil || !inLibrary {
			continue
		}
		if _, err := fs.Stat(l.overlay, p.File); err == nil {
			p.File = filepath.Join(l.dir, filepath.FromSlash(p.File))
		}
	}
	return problems
}

// read finds the text of a file of the library, such as clauses/terms.yaml.
func (l *library) read(name string) []byte {
	if l.overlay != nil {
		if text, err := fs.ReadFile(l.overlay, name); err == nil {
			return text
		}
	}
	folder, rest, _ := strings.Cut(name, "/")
	var text []byte
	switch folder {
	case "clauses":
		text, _ = fs.ReadFile(clauses.Embedded(), rest)
	case "templates":
		text, _ = fs.ReadFile(templates.Embedded(), rest)
	}
	return text
}

// source finds the text of the file of a problem.
func (l *library) source(file string) []byte {
	if l.dir != "" {
		if inside, err := filepath.Rel(l.dir, file); err == nil && filepath.IsLocal(inside) {
			return l.read(filepath.ToSlash(inside))
		}
	}
	return l.read(file)
}

func distinct(languages []doc.Language) []doc.Language {
	var out []doc.Language
	for _, l := range languages {
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}
