package generator

import (
	"iter"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// Imported is what a filled-in workbook changes in a case.
type Imported struct {
	Changes []ImportChange
	// Problems are told and what they are about is left as it is; with an error among
	// them nothing should be written.
	Problems []report.Problem
	// Edits make the changes, for (*model.Source).Patch.
	Edits []model.Edit
}

// ImportChange is one difference, in the words of the workbook.
type ImportChange struct {
	Kind   ImportKind
	Sheet  string // name of the sheet
	Ref    string // of the cell, or of the row
	Row    string // id
	Column string // title; empty for a row
	Path   string // in the case
	Old    string
	New    string
}

// ImportKind is what a change does.
type ImportKind string

// The kinds of change. A row that is gone from the workbook stays in the case.
const (
	ImportSet   ImportKind = "set"
	ImportClear ImportKind = "clear"
	ImportAdd   ImportKind = "add"
)

// Import holds a filled-in workbook against the case and says what it changes. A cell
// that was not filled in changes nothing, also where the case has moved on since the
// workbook was made; where both have changed, that is a problem. The error is
// *RefusedError when the workbook is of no document type that can be read back, or in
// a language that is not loaded.
func (g *Generator) Import(c *model.Case, f *Filled) (*Imported, error) {
	t, ok := g.set.Template(f.Document)
	if !ok || t.Form != workbook {
		return nil, &RefusedError{UnknownDocument, f.Document, g.set.IDs()}
	}
	made, _, err := g.one(Request{Case: c, Documents: []string{f.Document}, Languages: []doc.Language{doc.Language(f.Language)}})
	if err != nil {
		return nil, err
	}
	im := &importer{made: made.assembly, f: f, out: &Imported{Problems: slices.Clone(f.Problems)}, ids: map[string]map[string]bool{}}
	if f.CaseID != "" && f.CaseID != c.ID {
		im.problem("import-case", "", "", "got", f.CaseID, "want", c.ID)
	}
	for sheet, table := range readBack(t) {
		im.sheet(made.document, sheet, table)
	}
	im.out.Edits = whole(im.made.filler.Context.Root, im.out.Edits)
	report.SortProblems(im.out.Problems)
	return im.out, nil
}

// readBack goes through the registers of a workbook that are read back into the case,
// each with the sheet that it stands in.
func readBack(t *templates.Template) iter.Seq2[*templates.Sheet, *templates.Table] {
	return func(yield func(*templates.Sheet, *templates.Table) bool) {
		for _, item := range t.Outline {
			if item.Sheet == nil {
				continue
			}
			for _, inner := range item.Sheet.Outline {
				for _, name := range inner.TableNames() {
					if table := t.Tables[name]; table.Into != "" && !yield(item.Sheet, table) {
						return
					}
				}
			}
		}
	}
}

type importer struct {
	made *assembly
	f    *Filled
	out  *Imported
	ids  map[string]map[string]bool // of rows that were added, by list
}

func (im *importer) problem(rule, path, ref string, pairs ...string) {
	args := report.Args(pairs...)
	if ref != "" {
		args["cell"] = ref
	}
	im.out.Problems = append(im.out.Problems, report.Problem{Rule: rule, Path: path, Pos: report.Pos{File: im.f.Name}, Args: args, Document: im.f.Document})
}

// rows is a register of the workbook as the case has it now, beside that of the file.
type rows struct {
	sheet string // name of it
	table *doc.Table
	t     *templates.Table
	paths []string // of the elements, in the case
}

func (im *importer) sheet(d *doc.Document, s *templates.Sheet, t *templates.Table) {
	i := slices.IndexFunc(im.f.Sheets, func(f FilledSheet) bool { return f.Key == s.Key && (f.Table == "" || f.Table == t.ID) })
	section, table := sheetTable(d, s.Key, t.ID)
	if table == nil {
		return
	}
	if i < 0 {
		if !im.f.Part {
			im.problem("import-sheet-missing", "", "", "sheet", section.Sheet.Name)
		}
		return
	}
	filled := im.f.Sheets[i]
	r := rows{section.Sheet.Name, table, t, im.made.elements[t.ID]}
	for _, c := range table.Columns {
		if c.Entry.Input && !im.f.Part && !slices.Contains(filled.Columns, c.Key) {
			im.problem("import-column-missing", "", "", "sheet", r.sheet, "column", c.Title)
		}
	}
	seen := map[string]string{}
	for _, row := range filled.Rows {
		switch at := slices.IndexFunc(table.Rows, func(x doc.Row) bool { return x.ID == row.ID }); {
		case row.ID == "": // is new; see below
		case seen[row.ID] != "":
			im.problem("import-row-twice", "", row.Ref, "id", row.ID, "first", seen[row.ID])
		case at < 0:
			im.problem("import-row-unknown", "", row.Ref, "id", row.ID)
		default:
			im.changed(r, at, row)
		}
		if row.ID != "" && seen[row.ID] == "" {
			seen[row.ID] = row.Ref
		}
	}
	for _, row := range filled.Rows {
		if row.ID == "" {
			im.added(r, row, seen)
		}
	}
	var missing []string
	for _, row := range table.Rows {
		if seen[row.ID] == "" {
			missing = append(missing, row.ID)
		}
	}
	if len(missing) > 0 {
		im.problem("import-row-missing", "", "", "sheet", r.sheet, "id", strings.Join(missing, ", "))
	}
}

// sheetTable finds a register in the sheet of a key.
func sheetTable(d *doc.Document, key, id string) (*doc.Section, *doc.Table) {
	for _, b := range d.Blocks {
		s, ok := b.(*doc.Section)
		if !ok || s.Sheet == nil || s.Sheet.Key != key {
			continue
		}
		var found *doc.Table
		_ = doc.Walk(s.Blocks, func(b doc.Block) error {
			if t, ok := b.(*doc.Table); ok && t.ID == id {
				found = t
			}
			return nil
		})
		return s, found
	}
	return nil, nil
}

// changed compares the cells of a row with those of the case.
func (im *importer) changed(r rows, at int, row FilledRow) {
	for n, c := range r.table.Columns {
		cell, there := row.Cells[c.Key]
		if !c.Entry.Input || !there || !cell.Changed {
			continue
		}
		entry, of := r.entry(c.Key)
		path := factPath(r.paths[at], entry, of)
		old, now := shown(r.table.Rows[at].Cells[n]), cell.shown(c.Entry.Type)
		if im.same(c, entry, old, now) {
			continue
		}
		if cell.Wrote != nil && !cell.Wrote(old) {
			im.problem("import-conflict", path, cell.Ref, "column", c.Title, "id", row.ID, "old", old, "now", now)
			continue
		}
		change := ImportChange{ImportSet, r.sheet, cell.Ref, row.ID, c.Title, path, old, im.label(c, entry, now)}
		if now == "" {
			change.Kind = ImportClear
			im.out.Changes = append(im.out.Changes, change)
			im.out.Edits = append(im.out.Edits, model.Edit{Op: model.OpDelete, Path: path})
			continue
		}
		value, ok := im.value(r, c, entry, cell, path)
		if ok {
			im.out.Changes = append(im.out.Changes, change)
			im.out.Edits = append(im.out.Edits, model.Edit{Op: model.OpSet, Path: path, Value: value})
		}
	}
}

// entry finds the column of the document type, and the element of one that is
// repeated.
func (r rows) entry(key string) (templates.Entry, string) {
	for _, c := range r.t.Columns {
		if c.Entry.Repeat == nil && c.Key == key {
			return c.Entry, ""
		}
		if of, ok := strings.CutPrefix(key, c.Key+"."); ok && c.Entry.Repeat != nil {
			return c.Entry, of
		}
	}
	return templates.Entry{}, ""
}

// factPath is where the fact of a column stands in the case, below its element.
func factPath(element string, e templates.Entry, of string) string {
	base, rest, star := strings.Cut(e.Path, ".*")
	for _, step := range strings.Split(base, ".") {
		element = model.JoinKey(element, step)
	}
	if star {
		element = model.JoinKey(element, of)
	}
	if rest = strings.TrimPrefix(rest, "."); rest != "" {
		element = model.JoinKey(element, rest)
	}
	return element
}

// same reports whether two texts of a column are the same fact: a choice may stand as
// its label or as its value, a day is written in several ways, and lists differ in what
// is between their items.
func (im *importer) same(c doc.Column, e templates.Entry, a, b string) bool {
	switch {
	case sameText(a, b):
		return true
	case e.Value.Kind == model.KindArray:
		return slices.EqualFunc(split(e, a), split(e, b), func(a, b string) bool {
			x, _ := im.enumValue(e.Value.Item, a)
			y, ok := im.enumValue(e.Value.Item, b)
			return a == b || ok && x == y
		})
	case c.Entry.Type == doc.ChoiceEntry:
		x, _ := im.choice(c.Entry.List, a)
		y, ok := im.choice(c.Entry.List, b)
		return ok && x == y
	case e.Value.Format == "date":
		x, _ := parseDay(a)
		y, ok := parseDay(b)
		return ok && x == y
	}
	return false
}

// sameText: nobody means to change the blanks around a text, or how lines end.
func sameText(a, b string) bool { return tidy(a) == tidy(b) }

func tidy(s string) string {
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
