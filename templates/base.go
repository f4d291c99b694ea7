package templates

import (
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/report"
)

// Files lists the files of a document type, sorted; none where there is no such
// type.
func Files(fsys fs.FS, id string) []string {
	if !fs.ValidPath(id) || id == "." || !exists(fsys, path.Join(id, templateFile)) {
		return nil
	}
	var out []string
	entries, err := fs.ReadDir(fsys, id)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if name := path.Join(id, e.Name()); !e.IsDir() && !isScale(name) {
			out = append(out, name)
		}
	}
	return out
}

// replacedBy compares what a file of the house library says it was written to
// replace, as bases has it by id, with what it replaces: files of another library.
func (ld *loader) replacedBy(bases map[string]clauses.Replaced, id, file string, fsys fs.FS, files []string) {
	r, ok := bases[id]
	if !ok { // it has no base
		r = clauses.Replaced{ID: id, At: report.Pos{File: file, Line: 1, Column: 1}}
	}
	delete(bases, id)
	r.FS, r.Files = fsys, files
	ld.set.bases = append(ld.set.bases, r)
	if p := r.Changed(); p != nil {
		ld.add(*p)
	}
}

// gone finds what says that it replaces something that is not in the library.
func (ld *loader) gone(bases map[string]clauses.Replaced) {
	for _, id := range slices.Sorted(maps.Keys(bases)) {
		ld.add(report.Problem{Rule: "base-gone", Pos: bases[id].At, Args: map[string]string{"id": id}})
	}
}

// CheckBases finds document types and scales of the house library that replace one and do not
// say which edition. Load leaves it out.
func (s *Set) CheckBases() []report.Problem {
	var out []report.Problem
	for _, r := range s.bases {
		if p := r.Missing(); p != nil {
			out = append(out, *p)
		}
	}
	return out
}
