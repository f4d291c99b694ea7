package generator

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Lint finds all that is wrong in a library and a house library over it, each
// fault once and with its place, sorted: what New would refuse, and what making a
// document does not need, such as a language that nobody has asked for, a
// catalogue, or a file that nobody reads.
func Lint(o Options) *report.Report {
	o = o.withDefaults()
	l := load(o)
	rep := &report.Report{Problems: l.problems, Overridden: l.overridden()}
	rep.Add(inFolder("clauses", l.library.CheckTexts(o.Languages))...)
	rep.Add(inFolder("clauses", l.library.CheckCatalogues())...)
	rep.Add(inFolder("clauses", l.library.CheckBases())...)
	rep.Add(inFolder("templates", l.set.CheckDemands(l.library))...)
	rep.Add(inFolder("templates", l.set.CheckBases())...)
	if o.Overlay != nil {
		_, file, err := houseStyle(o.Overlay)
		var broken *LibraryError
		switch {
		case errors.As(err, &broken):
			rep.Add(broken.Problems...)
		case file != "":
			rep.Overridden = append(rep.Overridden, file)
		}
		rep.Add(strays(o.Overlay)...)
	}
	rep.Sort()
	return rep
}

// strays are the files below clauses and templates of a house library that nobody
// reads, such as a text with a wrong ending. Notes for people are no strays.
func strays(overlay fs.FS) (out []report.Problem) {
	for _, dir := range []string{"clauses", "templates"} {
		_ = fs.WalkDir(overlay, dir, func(name string, d fs.DirEntry, err error) error {
			base := path.Base(name)
			switch {
			case err != nil:
				return nil // told by the loader, where it needs the folder
			case strings.HasPrefix(base, "."), strings.HasPrefix(base, "README"), strings.HasPrefix(base, "LICENSE"):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir(), isRead(name):
				return nil
			}
			out = append(out, report.Problem{
				Rule: "library-stray", Pos: report.Pos{File: name, Line: 1, Column: 1},
				Args: map[string]string{"suggestion": meant(name)},
			})
			return nil
		})
	}
	return out
}

// read are the patterns of the files of a house library.
var read = []string{
	"clauses/terms.yaml", "clauses/law.yaml", "clauses/catalogues/*.yaml", "clauses/catalogues/*.csv",
	"templates/locale.yaml", "templates/*/template.yaml", "templates/*/schema.json", "templates/risk/*.yaml",
}

func isRead(name string) bool {
	if strings.HasPrefix(name, "clauses/text/") {
		return path.Ext(name) == ".yaml" || path.Ext(name) == ".md"
	}
	return slices.ContainsFunc(read, func(pattern string) bool {
		ok, _ := path.Match(pattern, name)
		return ok
	})
}

// meant is the name that a file was probably to have.
func meant(name string) string {
	dir, base := path.Split(name)
	if ext := path.Ext(base); ext == ".yml" || ext == ".txt" {
		fixed := dir + strings.TrimSuffix(base, ext) + map[string]string{".yml": ".yaml", ".txt": ".md"}[ext]
		if isRead(fixed) {
			return fixed
		}
	}
	known := []string{"terms.yaml", "law.yaml"}
	if strings.HasPrefix(name, "templates/") {
		known = []string{"template.yaml", "schema.json", "locale.yaml"}
	}
	if s := model.Suggest(base, known); s != "" && isRead(dir+s) {
		return dir + s
	}
	return ""
}
