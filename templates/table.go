package templates

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

func (ld *loader) table(name string, raw *rawTable, s expr.Scope) *Table {
	ld.oneOf(raw.Kind, []string{"", "register", "facts", "matrix"}, "tables", name, "kind")
	t := &Table{ID: "table:" + name, Caption: ld.text("caption", raw.Caption, s), Empty: ld.text("empty", raw.Empty, s), Covers: raw.Covers}
	if raw.Kind == "matrix" {
		ld.matrix(name, raw, t)
		return t
	}
	if raw.Stage != "" || raw.Live != nil {
		ld.problemAt("template-live", ld.at("tables", name), "id", name, "key", "stage")
	}
	t.Into, t.Answers = raw.Into.Text, raw.Answers
	ld.answers(name, raw)
	if raw.Kind == "facts" {
		t.Kind = doc.Facts
		ld.shape(name, raw, false)
		ld.distinctKeys(name, raw)
		t.Rows = ld.rows(raw.Rows, s)
		return t
	}
	ld.wanted(len(raw.Columns) > 0, "tables", name, "columns")
	ld.distinctKeys(name, raw)
	inner := s
	if fixed := len(raw.Rows) > 0; fixed {
		ld.shape(name, raw, true)
	} else {
		ld.wanted(raw.Each.Text != "", "tables", name, "each")
		t.Each, inner = ld.needed(raw.Each, s)
		t.Where = ld.expr(raw.Where, inner)
		t.RowID = ld.expr(raw.ID, inner)
	}
	for i, c := range raw.Columns {
		at := columnAt(name, i)
		ld.wanted(c.Key.Text != "", append(at, "key")...)
		ld.wanted(!c.Title.empty(), append(at, "title")...)
		ld.oneOf(c.Align, []string{"", "left", "right", "center"}, append(at, "align")...)
		e, cell := ld.each(c.Each, inner)
		entry, heading := ld.entry(c, s, inner, at)
		entry.Note = ld.text("note", c.Note, heading)
		t.Columns = append(t.Columns, Column{
			Key: c.Key.Text, Title: ld.text("title", c.Title, heading), When: ld.expr(c.When, s), Weight: c.Weight,
			Align: map[string]doc.Align{"right": doc.Right, "center": doc.Center}[c.Align],
			Each:  e, Lines: ld.lines(c.Lines, cell), Tones: ld.tones(c.Tones, s), Covers: c.Covers, Entry: entry,
		})
	}
	for _, r := range raw.Rows {
		t.Fixed = append(t.Fixed, ld.fixedRow(name, raw, r, s))
	}
	return t
}

// answers checks what the rows of a table are said to meet: only rows with an id can.
func (ld *loader) answers(name string, raw *rawTable) {
	allowed := []string{"", "scenarios", "measures"}
	for _, c := range ld.library.Catalogues() {
		allowed = append(allowed, c.ID)
	}
	ld.oneOf(raw.Answers, allowed, "tables", name, "answers")
	ld.wanted(raw.Answers == "" || raw.ID.Text != "", "tables", name, "id")
}

// fixedRow compiles a row with a cell for each column, also for those that a case
// may leave out: which texts there are does not depend on the case.
func (ld *loader) fixedRow(table string, raw *rawTable, r rawRow, s expr.Scope) FixedRow {
	out := FixedRow{Key: r.Key.Text, When: ld.expr(r.When, s), Covers: r.Covers, Line: r.Key.Line}
	var columns []string
	for _, c := range raw.Columns {
		columns = append(columns, c.Key.Text)
		cell, ok := r.Cells[c.Key.Text]
		if !ok || cell.empty() {
			ld.problem("template-cell-missing", r.Key.Line, "id", table, "row", r.Key.Text, "column", c.Key.Text)
		}
		out.Cells = append(out.Cells, ld.text("cells."+c.Key.Text, cell, s))
	}
	for _, key := range slices.Sorted(maps.Keys(r.Cells)) {
		if !slices.Contains(columns, key) {
			ld.problem("template-cell", r.Key.Line, "id", table, "row", r.Key.Text, "column", key, "suggestion", model.Suggest(key, columns))
		}
	}
	return out
}

// shape checks that what belongs to one form of a table does not stand in another
// unseen: facts have rows with label and lines; a register goes through a list and
// fills its columns' lines, or has fixed rows with a key and cells.
func (ld *loader) shape(name string, raw *rawTable, fixed bool) {
	wrong := func(at clauses.Located) { ld.problem("template-rows", at.Line, "id", name) }
	if raw.Each.Text != "" || raw.Where.Text != "" || raw.ID.Text != "" || !fixed && len(raw.Columns) > 0 {
		wrong(clauses.Located{Line: max(raw.Each.Line, raw.Where.Line, raw.ID.Line)})
	}
	for _, c := range raw.Columns {
		if len(c.Lines) > 0 || c.Each.Text != "" {
			wrong(c.Key)
		}
	}
	for _, r := range raw.Rows {
		facts, register := !r.Label.empty() || len(r.Lines) > 0 || r.Each.Text != "", len(r.Cells) > 0
		if fixed && (facts || r.Key.Text == "") || !fixed && register {
			wrong(r.Key)
		}
	}
}

// distinctKeys: a column or row is known by its key, to coverage and to writers.
func (ld *loader) distinctKeys(name string, raw *rawTable) {
	seen := map[string]bool{}
	for _, key := range keysOf(raw) {
		if key.Text != "" && seen[key.Text] {
			ld.problem("template-key-twice", key.Line, "id", name, "key", key.Text)
		}
		seen[key.Text] = true
	}
}

func keysOf(raw *rawTable) (out []clauses.Located) {
	for _, c := range raw.Columns {
		out = append(out, c.Key)
	}
	for _, r := range raw.Rows {
		out = append(out, r.Key)
	}
	return out
}
