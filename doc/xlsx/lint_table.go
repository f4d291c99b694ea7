package xlsx

import (
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// table checks a table: its names differ from all others, and its columns are called
// as the cells above them.
func (l *linter) table(part string, root *ooxml.Node) {
	name := strings.ToLower(root.Attr("displayName"))
	if l.tables[name] || !soundName(root.Attr("displayName")) {
		l.add(part, "table", "the name %q is none, or that of another table", root.Attr("displayName"))
	}
	l.tables[name] = true
	a, ok := rangeOf(root.Attr("ref"))
	if !ok {
		l.add(part, "table", "%q is no range", root.Attr("ref"))
		return
	}
	var titles []string
	ooxml.EachNamed(root, "x:tableColumn", func(n *ooxml.Node) {
		title := n.Attr("name")
		if strings.Contains(title, "\n") {
			l.add(part, "table", "the title %q has a line break that is not written as _x000a_", title)
		}
		if slices.ContainsFunc(titles, func(s string) bool { return strings.EqualFold(s, title) }) {
			l.add(part, "table", "two columns with the title %q", title)
		}
		titles = append(titles, title)
	})
	if n := a.to.col - a.from.col + 1; n != len(titles) {
		l.add(part, "table", "%d columns at %s", len(titles), a.ref())
		return
	}
	if root.Attr("headerRowCount") == "0" {
		return
	}
	for i, want := range titles {
		at := spot{a.from.col + i, a.from.row}
		if got, ok := l.header(part, at.ref()); ok && got != strings.NewReplacer("_x000a_", "\n", "_x000A_", "\n").Replace(want) {
			l.add(part, "table", "the cell %s holds %q, the column is called %q", at.ref(), got, want)
		}
	}
}

// header is the text of a cell of the sheet that a table belongs to.
func (l *linter) header(part, ref string) (string, bool) {
	for name, rs := range l.Rels {
		for _, r := range rs.All() {
			if r.External || ooxml.Resolve(name, r.Target) != part {
				continue
			}
			text, found := "", false
			ooxml.EachNamed(l.Trees[name], "x:c", func(n *ooxml.Node) {
				if n.Attr("r") != ref || n.Attr("t") == "s" && n.Child("x:v") == nil {
					return
				}
				found = true
				if v := n.Child("x:v"); v != nil && n.Attr("t") == "s" {
					text = l.sharedText(v.Text)
					return
				}
				ooxml.EachNamed(n, "x:t", func(t *ooxml.Node) { text += t.Text })
			})
			return text, found || l.Trees[name] != nil
		}
	}
	return "", false
}

func (l *linter) sharedText(index string) string {
	rel, ok := l.Rels[l.main].ByType("sharedStrings")
	if !ok {
		return ""
	}
	text, i := "", 0
	ooxml.EachNamed(l.Trees[ooxml.Resolve(l.main, rel.Target)], "x:si", func(n *ooxml.Node) {
		if within(index, i+1) && !within(index, i) {
			ooxml.EachNamed(n, "x:t", func(t *ooxml.Node) { text += t.Text })
		}
		i++
	})
	return text
}
