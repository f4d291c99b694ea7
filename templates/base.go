package templates

import (
	"io/fs"
	"path"

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
		if !e.IsDir() {
			out = append(out, path.Join(id, e.Name()))
		}
	}
	return out
}

// replaced compares what a document type of the house library was written to
// replace with what it replaces.
func (ld *loader) replaced(fsys fs.FS, id string) {
	r, ok := ld.bases[id]
	if !ok { // it has no base
		r = clauses.Replaced{ID: id, At: report.Pos{File: path.Join(id, templateFile), Line: 1, Column: 1}}
	}
	delete(ld.bases, id)
	r.FS, r.Files = fsys, Files(fsys, id)
	ld.set.bases = append(ld.set.bases, r)
	if p := r.Changed(); p != nil {
		ld.add(*p)
	}
}

// CheckBases finds document types of the house library that replace one and do not
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
