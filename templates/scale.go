package templates

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// scaleDir is the folder of the scales of risk. It may also be that of a document
// type, whose files are not scales.
const scaleDir = "risk"

// Scales lists the scales of risk, sorted by id.
func (s *Set) Scales() []*risk.Scale {
	out := make([]*risk.Scale, 0, len(s.scales))
	for _, id := range slices.Sorted(maps.Keys(s.scales)) {
		out = append(out, s.scales[id])
	}
	return out
}

// Scale finds a scale of risk.
func (s *Set) Scale(id string) (*risk.Scale, bool) {
	scale, ok := s.scales[id]
	return scale, ok
}

// ScaleFiles lists the file of a scale; none where there is no such scale.
func ScaleFiles(fsys fs.FS, id string) []string {
	name := path.Join(scaleDir, id+".yaml")
	if !fs.ValidPath(id) || strings.Contains(id, "/") || !isScale(name) || !exists(fsys, name) {
		return nil
	}
	return []string{name}
}

// isScale reports whether a file is one of a scale, by its name.
func isScale(name string) bool {
	ok, _ := path.Match(scaleDir+"/*.yaml", name)
	return ok && path.Base(name) != templateFile
}

// scales reads the scales of all layers; one of the house library replaces that of
// the same id.
func (ld *loader) scales(layers []fs.FS) {
	ld.set.scales = map[string]*risk.Scale{}
	seen := map[string]bool{}
	bases := map[string]clauses.Replaced{}
	for i, fsys := range layers {
		names, _ := fs.Glob(fsys, scaleDir+"/*.yaml") // the pattern is a good one
		slices.Sort(names)
		for _, name := range names {
			if !isScale(name) {
				continue
			}
			id := strings.TrimSuffix(path.Base(name), ".yaml")
			if seen[id] {
				ld.set.replaced = append(ld.set.replaced, name)
				ld.replacedBy(bases, id, name, fsys, []string{name})
				continue
			}
			seen[id] = true
			text, ok := ld.read(fsys, name)
			if !ok {
				continue
			}
			scale, base, problems := parseScale(name, text, ld.library.Languages())
			ld.add(problems...)
			if base != nil && i+1 < len(layers) {
				bases[id] = clauses.Replaced{ID: id, Base: base, At: clauses.YAMLPlace(name, text, "base")}
			}
			if scale != nil {
				ld.set.scales[id] = scale
			}
		}
	}
	ld.gone(bases)
}

// ParseScale reads a scale of risk; file is its name with the folder, such as
// risk/webinar-5x5.yaml, and the languages are those in which its texts must be
// there. All problems are told at once; with an error among them there is no scale.
func ParseScale(file string, text []byte, languages ...doc.Language) (*risk.Scale, []report.Problem) {
	scale, _, problems := parseScale(file, text, languages)
	return scale, problems
}

func parseScale(file string, text []byte, languages []doc.Language) (*risk.Scale, *clauses.Base, []report.Problem) {
	var raw rawScale
	r := &scaleReader{file: file, source: text, languages: languages}
	r.problems = clauses.DecodeYAML(file, text, &raw)
	if clauses.Unreadable(r.problems) {
		return nil, nil, r.problems
	}
	r.misspelt = clauses.Misspelt(r.problems)
	scale := r.scale(&raw)
	report.SortProblems(r.problems)
	if report.HasError(r.problems) {
		scale = nil
	}
	return scale, raw.Base, r.problems
}
