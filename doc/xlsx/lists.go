package xlsx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// Names of the hidden sheets, the same in every language.
const (
	identityName = "_samsvar"
	listsName    = "_lists"
	liveName     = "_matrix"
)

// lists is the hidden sheet of what choices choose from, with the values beside the
// labels, and of what formulas look up.
type lists struct {
	sheet  *sheet
	byID   map[string]*doc.List
	ranges map[string]area // of the labels, from row 2
	names  map[string]string
	order  []string
	grids  map[string]area
	texts  map[string][][]string
}

func (b *book) newLists() *lists {
	l := &lists{sheet: &sheet{name: listsName}, byID: map[string]*doc.List{}, ranges: map[string]area{}, names: map[string]string{},
		grids: map[string]area{}, texts: map[string][][]string{}}
	col := 0
	names := map[string]bool{}
	for i := range b.d.Lists {
		list := &b.d.Lists[i]
		b.in("list "+list.ID, func() {
			b.checkList(list, l)
			name := "list_" + plainName(list.ID)
			for names[strings.ToLower(name)] {
				name += "_"
			}
			names[strings.ToLower(name)] = true
			l.byID[list.ID], l.names[list.ID] = list, name
			l.order = append(l.order, list.ID)
			l.put(1, col, list.ID+" value")
			l.put(1, col+1, list.ID)
			for j, item := range list.Items {
				l.put(2+j, col, item.Value)
				l.put(2+j, col+1, item.Label)
			}
			l.ranges[list.ID] = area{spot{col + 1, 2}, spot{col + 1, 1 + len(list.Items)}}
		})
		col += 2
	}
	for _, g := range b.d.Grids {
		b.in("grid "+g.ID, func() {
			if len(g.Rows) == 0 || len(g.Rows[0]) == 0 || g.ID == "" || l.texts[g.ID] != nil {
				b.fail("it is empty, or there are two")
				return
			}
			l.put(1, col, g.ID)
			width := len(g.Rows[0])
			for j, r := range g.Rows {
				if len(r) != width {
					b.fail("row %d has %d texts, the first has %d", j+1, len(r), width)
				}
				for k, s := range r {
					l.put(2+j, col+k, s)
				}
			}
			l.grids[g.ID] = area{spot{col, 2}, spot{col + width - 1, 1 + len(g.Rows)}}
			l.texts[g.ID] = g.Rows
			col += width
		})
	}
	return l
}

// checkList: a formula finds the place of a label, so that all differ.
func (b *book) checkList(list *doc.List, l *lists) {
	if list.ID == "" || l.byID[list.ID] != nil || len(list.Items) == 0 {
		b.fail("it is empty, or there are two")
	}
	seen := map[string]bool{}
	for _, item := range list.Items {
		if key := strings.ToLower(clean(item.Label)); key == "" || seen[key] {
			b.fail("the label %q is empty or there twice", item.Label)
		} else {
			seen[key] = true
		}
	}
}

func (l *lists) put(row, col int, text string) { l.sheet.put(row, col, text) }

// put writes into a hidden sheet, in any order.
func (s *sheet) put(at, col int, text string) {
	for len(s.rows) < at {
		s.add(&row{})
	}
	s.rows[at-1].put(col, marked(text))
}

// labels are those of a list, none of one that is not there.
func (l *lists) labels(id string) []string {
	list := l.byID[id]
	if list == nil {
		return nil
	}
	out := make([]string, len(list.Items))
	for i, item := range list.Items {
		out[i] = clean(item.Label)
	}
	return out
}

// plainName is an id as part of the name of a range.
func plainName(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '_'
	}, id)
}
