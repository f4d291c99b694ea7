package clauses

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// references checks that what a text refers to is in the library. Annexes and
// tables are named by a document type; its clauses have a dot in their ids.
func (ld *loader) references() {
	lost := map[string]bool{}
	for _, c := range ld.library.Clauses() {
		for _, t := range c.all() {
			for _, r := range t.refs {
				if p, bad := ld.reference(c, r, lost); bad {
					ld.add(p)
					t.dangling = true
				}
			}
		}
	}
}

// reference checks one. Lost holds the anchors that a house library has taken away,
// each of which is told once, where it was taken away.
func (ld *loader) reference(from *Clause, r Reference, lost map[string]bool) (report.Problem, bool) {
	id, anchor, named := strings.Cut(r.Target, "#")
	if !strings.Contains(id, ".") && !named {
		return report.Problem{}, false
	}
	c, ok := ld.library.clauses[id]
	if !ok {
		var known []string
		for _, c := range ld.library.Clauses() {
			known = append(known, c.ID)
		}
		return problemAt("text-reference", r.Pos, "target", r.Target, "suggestion", model.Suggest(id, known)), true
	}
	if !named || len(c.texts) == 0 {
		return report.Problem{}, false
	}
	var known []string
	for _, t := range c.texts {
		if t.broken || slices.Contains(t.anchors, anchor) {
			return report.Problem{}, false
		}
		known = append(known, t.anchors...)
	}
	if c.Overridden && !from.Overridden {
		if !lost[r.Target] {
			lost[r.Target] = true
			ld.add(problemAt("text-anchor-lost", ld.library.placeOf(c, "id"), "anchor", anchor, "by", r.Pos.File+":"+strconv.Itoa(r.Pos.Line)))
		}
		return report.Problem{}, false
	}
	slices.Sort(known)
	return problemAt("text-reference", r.Pos, "target", r.Target, "suggestion", model.Suggest(anchor, known)), true
}
