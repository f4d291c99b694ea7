package templates

import (
	"strings"

	"github.com/samsvar/samsvar/clauses"
)

// references checks that what the texts of a document refer to is in the same
// document: a clause or an annex of the outline, or a table that a clause has.
func (ld *loader) references(t *Template) {
	known := map[string]bool{}
	var used []Item
	var collect func([]Item)
	collect = func(items []Item) {
		for _, item := range items {
			if item.Clause != "" {
				known[item.Clause] = true
				used = append(used, item)
			}
			for _, name := range item.TableNames() {
				known["table:"+name] = true
			}
			if item.Annex != nil {
				known[item.Annex.ID] = true
			}
			collect(item.Inner())
		}
	}
	collect(t.Outline)
	missing := func(r clauses.Reference) bool {
		target, _, _ := strings.Cut(r.Target, "#")
		return !known[target]
	}
	for _, r := range ld.refs {
		if missing(r) {
			ld.problemAt("template-reference", r.Pos, "target", r.Target)
		}
	}
	for _, item := range used {
		c, ok := ld.library.Clause(item.Clause)
		if !ok {
			continue
		}
		seen := map[string]bool{}
		for _, r := range textReferences(c, ld.library) {
			if id, _, _ := strings.Cut(r.Target, "#"); strings.Contains(id, ".") {
				if _, known := ld.library.Clause(id); !known { // told of the text
					continue
				}
			}
			if missing(r) && !seen[r.Target] {
				seen[r.Target] = true
				ld.problem("template-reference", item.Line, "target", r.Target, "id", c.ID)
			}
		}
	}
}

// textReferences are those of all texts of a clause.
func textReferences(c *clauses.Clause, l *clauses.Library) (out []clauses.Reference) {
	for _, a := range append([]clauses.Alternative{{}}, c.Alternatives...) {
		for _, language := range l.Languages() {
			if text, ok := c.Text(a.ID, language); ok {
				out = append(out, text.References()...)
			}
		}
	}
	return out
}
