package templates

import (
	"cmp"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
)

// Sheet is a sheet of a workbook. Its entries are clauses with tables, tables alone,
// and the list of open points.
type Sheet struct {
	Key       string
	Title     Lines
	Tab       Lines // on the tab; nil: the title
	Landscape bool
	Freeze    int // columns that stay in sight
	Protected bool
	Spare     int // empty rows after the register, to be filled in
	Outline   []Item
}

// List is what a column chooses from: an element a choice.
type List struct {
	ID           string
	Each         *expr.Expr
	Value, Label Lines
}

// Grid is a table of texts that formulas look up: an element of Each a row, one of
// Cells a cell.
type Grid struct {
	ID    string
	Each  *expr.Expr
	Cells *expr.Expr
	Text  Lines
}

// Live names the columns by which a matrix places the rows of a register.
type Live struct{ Source, Row, Column, Label string }

func (ld *loader) sheet(t *Template, r rawItem, s expr.Scope, path []string) *Sheet {
	return &Sheet{
		Key: r.Sheet.Text, Title: ld.text("title", r.Title, s), Tab: ld.text("tab", r.Tab, s), Landscape: r.Landscape,
		Freeze: r.Freeze, Protected: r.Protected, Spare: r.Spare, Outline: ld.outline(t, r.Outline, s, path...),
	}
}

// sheets checks that sheets are the top of a workbook and of nothing else, and that
// what belongs to one stands nowhere else.
func (ld *loader) sheets(t *Template, r rawItem, top bool, at func(...string) report.Pos) {
	book, isSheet := t.Form == "workbook", r.Sheet.Text != ""
	of := !r.Tab.empty() || r.Freeze != 0 || r.Protected || r.Spare != 0
	if book && top != isSheet || !book && isSheet || r.Table.Text != "" && (!book || top) || of && !isSheet || r.Freeze < 0 || r.Spare < 0 || book && r.TOC > 0 {
		ld.problemAt("template-sheet", at())
	}
}

func (ld *loader) lists(raw map[string]*rawList, s expr.Scope) (out []List) {
	for _, id := range slices.Sorted(maps.Keys(raw)) {
		r := cmp.Or(raw[id], &rawList{})
		ld.wanted(r.Each.Text != "", "lists", id, "each")
		ld.wanted(!r.Label.empty(), "lists", id, "label")
		ld.wanted(!r.Value.empty(), "lists", id, "value")
		e, inner := ld.needed(r.Each, s)
		out = append(out, List{id, e, ld.text("value", r.Value, inner), ld.text("label", r.Label, inner)})
	}
	return out
}

func (ld *loader) grids(raw map[string]*rawGrid, s expr.Scope) (out []Grid) {
	for _, id := range slices.Sorted(maps.Keys(raw)) {
		r := cmp.Or(raw[id], &rawGrid{})
		ld.wanted(r.Each.Text != "", "grids", id, "each")
		ld.wanted(r.Cells.Text != "", "grids", id, "cells")
		ld.wanted(!r.Text.empty(), "grids", id, "text")
		e, row := ld.needed(r.Each, s)
		cells, cell := ld.needed(r.Cells, row)
		out = append(out, Grid{id, e, cells, ld.text("text", r.Text, cell)})
	}
	return out
}

// TableNames lists the tables that an entry of the outline holds itself.
func (i Item) TableNames() []string {
	if i.Table != "" {
		return []string{i.Table}
	}
	return i.Tables
}

// Inner is the outline of an entry that has one: of an annex or a sheet.
func (i Item) Inner() []Item {
	switch {
	case i.Annex != nil:
		return i.Annex.Outline
	case i.Sheet != nil:
		return i.Sheet.Outline
	}
	return nil
}
