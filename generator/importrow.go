package generator

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// added is a row that was filled in anew: an element at the end of the list, with an
// id after those that there are.
func (im *importer) added(r rows, row FilledRow) {
	element := map[string]any{}
	some := false
	good := true
	for _, c := range r.table.Columns {
		cell, there := row.Cells[c.Key]
		if !c.Entry.Input || !there || cell.shown(c.Entry.Type) == "" {
			continue
		}
		some = true
		entry, of := r.entry(c.Key)
		value, ok := im.value(r, c, entry, cell, "")
		if good = good && ok; ok {
			put(element, factPath("", entry, of), value)
		}
	}
	if !some || !good {
		return
	}
	key := strings.TrimPrefix(r.t.RowID.Source, ".")
	id, _ := element[key].(string)
	if id == "" {
		id = im.nextID(r)
		element[key] = id
	}
	if im.ids[r.t.Into] == nil {
		im.ids[r.t.Into] = map[string]bool{}
	}
	if im.ids[r.t.Into][id] || r.has(id) {
		im.problem("import-row-twice", "", row.Ref, "id", id, "first", r.sheet)
		return
	}
	im.ids[r.t.Into][id] = true
	title, _ := element["title"].(string)
	im.out.Changes = append(im.out.Changes, ImportChange{Kind: ImportAdd, Sheet: r.sheet, Ref: row.Ref, Row: id, Path: r.t.Into, New: title})
	im.out.Edits = append(im.out.Edits, model.Edit{Op: model.OpAppend, Path: r.t.Into, Value: element})
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

// nextID continues the numbering of the ids that the rows have: R-07 after R-06. A
// list without any begins with the first letter of the sheet's key.
func (im *importer) nextID(r rows) string {
	prefix, width, highest := strings.ToUpper(r.t.Into[strings.LastIndexByte(r.t.Into, '.')+1:][:1])+"-", 2, 0
	look := func(id string) {
		m := numbered.FindStringSubmatch(id)
		if m == nil {
			return
		}
		if n, err := strconv.Atoi(m[2]); err == nil && n >= highest {
			prefix, width, highest = m[1], max(len(m[2]), 2), n
		}
	}
	for _, row := range r.table.Rows {
		look(row.ID)
	}
	for id := range im.ids[r.t.Into] {
		look(id)
	}
	return fmt.Sprintf("%s%0*d", prefix, width, highest+1)
}
