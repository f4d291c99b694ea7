package templates

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
)

// Covers lists the places of the document type that can meet a demand, in reading
// order: a paragraph (dpa.audit#frequency) or several that do it together
// (dpa.audit#frequency+scope), a table (table:measures), a column or row of it
// (table:measures#owner), or, last, a fact of the case (case:processor.dpo). A case
// may leave some of them out.
func (t *Template) Covers(demand string) []string { return t.covers[demand] }

// covers collects the places. A table that is not in the outline meets nothing.
func (ld *loader) covers(t *Template) {
	t.covers = map[string][]string{}
	placed := map[string]bool{}
	var collect func([]Item)
	collect = func(items []Item) {
		for _, item := range items {
			if c, ok := ld.library.Clause(item.Clause); ok {
				ld.clauseCovers(t, c)
			}
			for _, name := range item.TableNames() {
				placed[name] = true
				for demand, targets := range t.Tables[name].demands() {
					t.cover(demand, targets...)
				}
			}
			collect(item.Inner())
		}
	}
	collect(t.Outline)
	for i := range t.Fields {
		for _, demand := range t.Fields[i].Covers {
			t.cover(demand, t.Fields[i].Target())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
		if len(t.Tables[name].demands()) > 0 && !placed[name] {
			ld.problemAt("template-covers", ld.at("tables", name), "id", name)
		}
	}
}

func (t *Template) cover(demand string, targets ...string) {
	for _, target := range targets {
		if !slices.Contains(t.covers[demand], target) {
			t.covers[demand] = append(t.covers[demand], target)
		}
	}
}

// clauseCovers adds the paragraphs of a clause, in the order of its text.
func (ld *loader) clauseCovers(t *Template, c *clauses.Clause) {
	var order []string
	for _, l := range ld.library.Languages() {
		if text, ok := c.Text("", l); ok {
			order = text.Anchors()
			break
		}
	}
	for demand, anchors := range c.Covers {
		sorted := slices.SortedStableFunc(slices.Values(anchors), func(a, b string) int {
			a, _, _ = strings.Cut(a, "+")
			b, _, _ = strings.Cut(b, "+")
			return slices.Index(order, a) - slices.Index(order, b)
		})
		for _, a := range sorted {
			t.cover(demand, c.ID+"#"+a)
		}
	}
}

// demands are what a table covers: demand → the table, its columns and its rows.
func (t *Table) demands() map[string][]string {
	out := map[string][]string{}
	if t == nil { // named in the outline and not defined
		return out
	}
	add := func(demands []string, target string) {
		for _, d := range demands {
			out[d] = append(out[d], target)
		}
	}
	add(t.Covers, t.ID)
	for _, c := range t.Columns {
		add(c.Covers, t.ID+"#"+c.Key)
	}
	for _, r := range t.Rows {
		add(r.Covers, t.ID+"#"+r.Key)
	}
	for _, r := range t.Fixed {
		add(r.Covers, t.ID+"#"+r.Key)
	}
	return out
}
