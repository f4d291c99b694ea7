package generator

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/templates"
)

// added is a row that was filled in anew: an element at the end of the list, with an
// id after those that there are. Seen are the ids of the file's rows; a row that is
// the same as one that the case has beyond them was read before.
func (im *importer) added(r rows, row FilledRow, seen map[string]string) {
	element := map[string]any{}
	first := "" // text of the row, by which a person knows it
	good := true
	for _, c := range r.table.Columns {
		cell, there := row.Cells[c.Key]
		if !c.Entry.Input || !there || cell.shown(c.Entry.Type) == "" {
			continue
		}
		entry, of := r.entry(c.Key)
		if first == "" {
			first = im.label(c, entry, cell.shown(c.Entry.Type))
		}
		value, ok := im.value(r, c, entry, cell, "")
		if good = good && ok; ok {
			put(element, factPath("", entry, of), value)
		}
	}
	if first == "" || !good {
		return
	}
	if id := im.again(r, row, seen); id != "" {
		im.problem("import-row-again", "", row.Ref, "id", id)
		seen[id] = row.Ref
		return
	}
	key := strings.TrimPrefix(r.t.RowID.Source, ".")
	id, _ := element[key].(string)
	if id == "" {
		if n := slices.IndexFunc(r.t.Columns, func(c templates.Column) bool { return c.Entry.Input && c.Entry.Path == key }); n >= 0 {
			im.problem("import-row-id", "", row.Ref, "column", r.title(r.t.Columns[n].Key))
			return
		}
		id = im.nextID(r)
		element[key] = id
	}
	if im.ids[r.t.Into] == nil {
		im.ids[r.t.Into] = map[string]bool{}
	}
	if im.ids[r.t.Into][id] || r.has(id) {
		im.problem("import-row-twice", "", row.Ref, "id", id, "first", cmp.Or(seen[id], r.sheet))
		return
	}
	im.ids[r.t.Into][id] = true
	im.out.Changes = append(im.out.Changes, ImportChange{Kind: ImportAdd, Sheet: r.sheet, Ref: row.Ref, Row: id, Path: r.t.Into, New: first})
	im.out.Edits = append(im.out.Edits, model.Edit{Op: model.OpAppend, Path: r.t.Into, Value: element})
}

// again finds a row of the case that is not in the file and says the same as a new one.
func (im *importer) again(r rows, row FilledRow, seen map[string]string) string {
	for at, known := range r.table.Rows {
		if seen[known.ID] != "" {
			continue
		}
		same := true
		for n, c := range r.table.Columns {
			if cell, there := row.Cells[c.Key]; c.Entry.Input && there {
				entry, _ := r.entry(c.Key)
				same = same && im.same(c, entry, shown(r.table.Rows[at].Cells[n]), cell.shown(c.Entry.Type))
			}
		}
		if same {
			return known.ID
		}
	}
	return ""
}

// title of a column as the document has it.
func (r rows) title(key string) string {
	for _, c := range r.table.Columns {
		if c.Key == key {
			return c.Title
		}
	}
	return key
}

func (r rows) has(id string) bool {
	for _, row := range r.table.Rows {
		if row.ID == id {
			return true
		}
	}
	return false
}

// put sets a value below an object, and makes the objects above it.
func put(m map[string]any, path string, value any) {
	steps, err := model.ParsePath(path)
	if err != nil || len(steps) == 0 {
		return
	}
	for _, s := range steps[:len(steps)-1] {
		inner, ok := m[s.Name].(map[string]any)
		if !ok {
			inner = map[string]any{}
			m[s.Name] = inner
		}
		m = inner
	}
	m[steps[len(steps)-1].Name] = value
}

var numbered = regexp.MustCompile(`^(.*?)([0-9]+)$`)

// nextID continues the numbering of the ids that the list has: R-07 after R-06. A
// list without any begins with the first letter of its name. No id of the whole case
// is used again: a register may show only some of a list, and what it names may stand
// in another one.
func (im *importer) nextID(r rows) string {
	prefix, width, highest := strings.ToUpper(r.t.Into[strings.LastIndexByte(r.t.Into, '.')+1:][:1])+"-", 2, 0
	look := func(id string) {
		m := numbered.FindStringSubmatch(id)
		if m == nil {
			return
		}
		if n, err := strconv.Atoi(m[2]); err == nil && n >= highest {
			prefix, width, highest = m[1], len(m[2]), n
		}
	}
	inList, taken := map[string]bool{}, map[string]bool{}
	idsIn(valueAt(im.made.filler.Context.Root, r.t.Into), inList)
	for id := range inList {
		look(id)
	}
	for id := range im.ids[r.t.Into] {
		look(id)
	}
	idsIn(im.made.filler.Context.Root, taken)
	for {
		highest++
		if id := fmt.Sprintf("%s%0*d", prefix, width, highest); !taken[id] {
			return id
		}
	}
}

// idsIn notes the ids of all objects in a value.
func idsIn(v any, taken map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if id, ok := v["id"].(string); ok {
			taken[id] = true
		}
		for _, x := range v {
			idsIn(x, taken)
		}
	case []any:
		for _, x := range v {
			idsIn(x, taken)
		}
	}
}
