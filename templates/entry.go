package templates

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
	"github.com/samsvar/samsvar/generator/model"
)

// Entry is what a column is in a sheet, beyond text that is read.
type Entry struct {
	Type doc.EntryType
	// Repeat makes a column of each element, which has an id: the key is that of the
	// column with the id, which also takes the place of * in the path.
	Repeat *expr.Expr
	// Path is the fact of a row's element that the cell holds, from the element; empty
	// for a cell that lines or a formula fill.
	Path  string
	Fact  *expr.Expr  // gives what stands at the path, of one with * the map before it
	Rest  string      // of a path with *: the field of the object in the map, if it holds objects
	Value *model.Type // of the fact at the path
	// List is the id of what a choice chooses from; empty where that is the words of
	// an enumeration or yes and no.
	List string
	// Join stands between the items of a list in one cell.
	Join    string
	Input   bool
	Note    Lines
	Formula *formula.Formula
}

var entryPath = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$`)

// entry compiles what a column says about its cells in a sheet; element is the
// scope of a row. The title is of the scope of the column.
func (ld *loader) entry(c rawColumn, root, element expr.Scope, at []string) (e Entry, title expr.Scope) {
	title = root
	if c.Repeat.Text != "" {
		e.Repeat, title = ld.each(c.Repeat, root)
		if id, ok := title.Dot.Field("id"); title.Dot != clauses.Unknown && (!ok || id.Type.Kind != model.KindString) {
			ld.problem("template-entry", c.Repeat.Line, "key", c.Key.Text, "reason", "repeat")
		}
	}
	e.List, e.Input, e.Join = c.List, c.Input, c.Join
	if e.Join == "" {
		e.Join = "\n"
	}
	ld.entryPath(&e, c, element)
	if c.Formula.Text != "" {
		f, err := formula.Parse(c.Formula.Text)
		if err != nil {
			ld.problem("template-formula", c.Formula.Line, "formula", c.Formula.Text, "reason", err.Error())
		}
		e.Formula = f
	}
	filled := 0
	for _, by := range []bool{c.Path.Text != "", c.Formula.Text != "", len(c.Lines) > 0 || c.Each.Text != ""} {
		if by {
			filled++
		}
	}
	if filled > 1 || e.Input && e.Path == "" && c.Path.Text == "" {
		ld.problem("template-entry", c.Key.Line, "key", c.Key.Text, "reason", "filled")
	}
	ld.oneOf(c.Type, []string{"", "text", "number", "date"}, append(at, "type")...)
	e.Type = entryType(c, e)
	return e, title
}

// entryPath finds the type of the fact that the cells hold.
func (ld *loader) entryPath(e *Entry, c rawColumn, element expr.Scope) {
	if c.Path.Text == "" || element.Dot == clauses.Unknown {
		return
	}
	base, rest, star := strings.Cut(c.Path.Text, ".*")
	rest = strings.TrimPrefix(rest, ".")
	t, ok := element.Dot.At(base)
	if star != (c.Repeat.Text != "") {
		ld.problem("template-entry", c.Path.Line, "key", c.Key.Text, "reason", "repeat")
		return
	}
	if ok && star {
		if ok = t.Kind == model.KindMap; ok {
			t = t.Item
		}
		if ok && rest != "" {
			f, is := t.Field(rest)
			if ok = is; ok {
				t = f.Type
			}
		}
	}
	if !ok || !entryPath.MatchString(base) {
		ld.problem("template-path", c.Path.Line, "path", c.Path.Text, "suggestion", model.Suggest(c.Path.Text, element.Dot.FieldNames()))
		return
	}
	item := t
	if t.Kind == model.KindArray {
		item = t.Item
	}
	if !slices.Contains([]model.Kind{model.KindString, model.KindInteger, model.KindNumber, model.KindBoolean}, item.Kind) {
		ld.problem("template-entry", c.Path.Line, "key", c.Key.Text, "reason", "value")
		return
	}
	e.Path, e.Value, e.Rest = c.Path.Text, t, rest
	e.Fact = ld.expr(clauses.Located{Text: "." + base, Line: c.Path.Line, Column: c.Path.Column}, element)
}

// entryType is the kind of value, from the type of the fact or as the column says.
func entryType(c rawColumn, e Entry) doc.EntryType {
	switch t := e.Value; {
	case e.List != "":
		return doc.ChoiceEntry
	case t != nil && (len(t.Enum) > 0 || t.Kind == model.KindBoolean):
		return doc.ChoiceEntry
	case t != nil && t.Format == "date" || c.Type == "date":
		return doc.DateEntry
	case t != nil && (t.Kind == model.KindInteger || t.Kind == model.KindNumber) || c.Type == "number":
		return doc.NumberEntry
	}
	return doc.TextEntry
}

// entries checks what columns say about each other and about the rest of the
// document type: lists, formulas, where rows are read back into, what a matrix
// follows.
func (ld *loader) entries(t *Template, raw *rawTemplate) {
	for name, r := range raw.Tables {
		table := t.Tables[name]
		if r == nil || table == nil {
			continue
		}
		input := false
		for i, c := range table.Columns {
			line := r.Columns[i].Key.Line
			input = input || c.Entry.Input
			if id := c.Entry.List; id != "" && !slices.ContainsFunc(t.Lists, func(l List) bool { return l.ID == id }) {
				ld.problem("template-list", line, "id", id)
			}
			if f := c.Entry.Formula; f != nil {
				for _, key := range f.Keys() {
					if !table.hasKey(key) {
						ld.problem("template-formula-key", r.Columns[i].Formula.Line, "key", key, "suggestion", model.Suggest(key, table.keys()))
					}
				}
				for _, id := range f.Grids() {
					if !slices.ContainsFunc(t.Grids, func(g Grid) bool { return g.ID == id }) {
						ld.problem("template-grid", r.Columns[i].Formula.Line, "id", id)
					}
				}
			}
		}
		if into := r.Into; into.Text != "" || input {
			list, ok := model.Root().At(into.Text)
			if into.Text == "" || !ok || list.Kind != model.KindArray || list.Item.Kind != model.KindObject || table.RowID == nil {
				ld.problem("template-into", max(into.Line, r.Each.Line), "id", name)
			}
		}
		if live := table.Live; live != nil {
			source := t.Tables[live.Source]
			for _, key := range []string{live.Row, live.Column, live.Label} {
				if source == nil || !source.hasKey(key) {
					ld.problemAt("template-live", ld.at("tables", name, "live"), "id", name, "key", key)
					break
				}
			}
		}
	}
}

// hasKey reports whether a key that a formula names is one of a column; one that is
// repeated is named with .* or with an id.
func (t *Table) hasKey(key string) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool {
		if c.Entry.Repeat != nil {
			return strings.HasPrefix(key, c.Key+".")
		}
		return c.Key == key
	})
}

func (t *Table) keys() (out []string) {
	for _, c := range t.Columns {
		if key := c.Key; c.Entry.Repeat != nil {
			out = append(out, key+".*")
		} else {
			out = append(out, key)
		}
	}
	return out
}

// matrix compiles a table that places scenarios by likelihood and consequence.
func (ld *loader) matrix(name string, raw *rawTable, t *Table) {
	t.Kind = doc.MatrixTable
	ld.oneOf(raw.Stage, []string{"initial", "current", "residual"}, "tables", name, "stage")
	t.Stage = raw.Stage
	if raw.Live != nil {
		t.Live = &Live{raw.Live.Source, raw.Live.Row, raw.Live.Column, raw.Live.Label}
	}
	if len(raw.Columns) > 0 || len(raw.Rows) > 0 || raw.Each.Text != "" {
		ld.problem("template-rows", raw.Each.Line, "id", name)
	}
}

func columnAt(name string, i int) []string {
	return []string{"tables", name, "columns", strconv.Itoa(i)}
}

// tones compiles what gives cells a fill: elements with a label and a tone.
func (ld *loader) tones(source clauses.Located, s expr.Scope) *expr.Expr {
	e, inner := ld.each(source, s)
	if e == nil || inner.Dot == clauses.Unknown {
		return e
	}
	for _, name := range []string{"label", "tone"} {
		if _, ok := inner.Dot.Field(name); !ok {
			ld.problem("template-tones", source.Line, "expression", source.Text)
			break
		}
	}
	return e
}
