package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

// register fills the columns and rows of a table: a row for each element of a list,
// or the fixed rows. What must be known before there can be a table (which columns,
// which elements) stands as the open point in its place.
func (a *assembly) register(out *doc.Table, t *templates.Table) ([]doc.Block, error) {
	columns, open, err := a.columns(out, t)
	if err != nil || open != nil {
		return unknown(open), err
	}
	if t.Each == nil {
		if err := a.fixedRows(out, t, columns); err != nil {
			return nil, err
		}
		return a.orEmpty(out, t)
	}
	fillers, open, err := a.filler.Each(t.Each)
	if err != nil {
		return nil, err
	}
	if open != nil {
		a.left[t.ID] = clauses.Left{Condition: t.Each.Source, Open: open.Path}
		return unknown(open), nil
	}
	if len(fillers) == 0 {
		a.left[t.ID] = clauses.Left{Condition: t.Each.Source, Empty: true}
	}
	for _, f := range fillers {
		yes, open, err := f.True(t.Where)
		if err != nil {
			return nil, err
		}
		switch {
		case open != nil: // whether the element is for the table is not known
			out.Rows = append(out.Rows, a.openRow(t, columns, "", nil, open))
			a.elements[t.ID] = append(a.elements[t.ID], f.Context.DotPath)
		case yes:
			row, err := a.row(f, t, columns)
			if err != nil {
				return nil, err
			}
			if t.Answers != "" {
				for _, c := range row.Cells {
					a.part(t.ID+"#"+row.ID, c.Paragraphs)
				}
			}
			out.Rows = append(out.Rows, row)
			a.elements[t.ID] = append(a.elements[t.ID], f.Context.DotPath)
		}
	}
	if err := a.compute(out); err != nil {
		return nil, err
	}
	if err := a.colour(out, t, columns); err != nil {
		return nil, err
	}
	if _, told := a.left[t.ID]; !told && len(out.Rows) == 0 {
		a.left[t.ID] = clauses.Left{Condition: t.Where.Source}
	}
	return a.orEmpty(out, t)
}

func unknown(open *doc.Open) []doc.Block {
	if open == nil {
		return nil
	}
	return []doc.Block{&doc.Paragraph{Scheme: doc.Annex, Inlines: []doc.Inline{open}}}
}

// slot is a column of a table: its index in the document type's table and, of one
// that is repeated, the element that it is for.
type slot struct {
	i  int
	of string // id of the element
}

// columns puts the columns that apply into a table and returns their places in
// the document type's table.
func (a *assembly) columns(out *doc.Table, t *templates.Table) (places []slot, open *doc.Open, err error) {
	for i, c := range t.Columns {
		yes, open, err := a.filler.True(c.When)
		if err != nil {
			return nil, nil, err
		}
		if open != nil {
			a.left[t.ID] = clauses.Left{Condition: c.When.Source, Open: open.Path}
			return nil, open, nil
		}
		if !yes {
			a.left[t.ID+"#"+c.Key] = clauses.Left{Condition: c.When.Source}
			continue
		}
		fillers := []*clauses.Filler{a.filler}
		if c.Entry.Repeat != nil {
			if fillers, open, err = a.filler.Each(c.Entry.Repeat); err != nil || open != nil {
				return nil, open, err
			}
		}
		for _, f := range fillers {
			column, of, err := a.column(f, c)
			if err != nil {
				return nil, nil, err
			}
			places = append(places, slot{i, of})
			out.Columns = append(out.Columns, column)
		}
	}
	return places, nil, nil
}

// column is the heading of a column, with what its cells are in a sheet. A column
// that is repeated has the id of the element after its key.
func (a *assembly) column(f *clauses.Filler, c templates.Column) (out doc.Column, of string, err error) {
	out = doc.Column{Key: c.Key, Weight: c.Weight, Align: c.Align}
	if out.Title, err = a.plain(f, c.Title); err != nil {
		return out, "", err
	}
	if c.Entry.Repeat != nil {
		element, _ := f.Context.Dot.(map[string]any)
		of, _ = element["id"].(string)
		out.Key += "." + of
	}
	out.Entry, err = a.entry(f, c.Entry)
	return out, of, err
}

func (a *assembly) row(f *clauses.Filler, t *templates.Table, columns []slot) (doc.Row, error) {
	row := doc.Row{ID: rowID(f, t.RowID)}
	for _, at := range columns {
		c := t.Columns[at.i]
		if c.Entry.Path != "" {
			cell, err := a.factCell(f, c.Entry, at.of)
			if err != nil {
				return row, err
			}
			a.part(t.ID+"#"+c.Key, cell.Paragraphs)
			row.Cells = append(row.Cells, cell)
			continue
		}
		paragraphs, err := a.each(f, c.Each, c.Lines)
		if err != nil {
			return row, err
		}
		a.part(t.ID+"#"+c.Key, paragraphs)
		row.Cells = append(row.Cells, doc.Cell{Paragraphs: paragraphs})
	}
	return row, nil
}

func rowID(f *clauses.Filler, e *expr.Expr) string {
	if e == nil {
		return ""
	}
	id, err := e.Eval(f.Context)
	if err != nil {
		return ""
	}
	s, _ := id.(string)
	return s
}

// fixedRows fills the rows that the document type brings.
func (a *assembly) fixedRows(out *doc.Table, t *templates.Table, columns []slot) error {
	for _, r := range t.Fixed {
		id := t.ID + "#" + r.Key
		yes, open, err := a.filler.True(r.When)
		if err != nil {
			return err
		}
		if !yes && open == nil {
			a.left[id] = clauses.Left{Condition: r.When.Source}
			continue
		}
		var lines [][]doc.Inline
		for _, at := range columns {
			line, err := a.line(r.Cells[at.i])
			if err != nil {
				return err
			}
			lines = append(lines, line)
		}
		if open != nil {
			out.Rows = append(out.Rows, a.openRow(t, columns, r.Key, lines, open))
			continue
		}
		row := doc.Row{ID: r.Key}
		for n, at := range columns {
			paragraphs := appendLine(nil, lines[n])
			a.part(id, paragraphs)
			a.part(t.ID+"#"+t.Columns[at.i].Key, paragraphs)
			row.Cells = append(row.Cells, doc.Cell{Paragraphs: paragraphs})
		}
		out.Rows = append(out.Rows, row)
	}
	return nil
}

// openRow stands for a row of which it is not known whether it applies: what the
// first cell says, if anything, and the open point in the others.
func (a *assembly) openRow(t *templates.Table, columns []slot, key string, lines [][]doc.Inline, open *doc.Open) doc.Row {
	row := doc.Row{ID: key}
	for n, at := range columns {
		paragraphs := openLine(open)
		if n == 0 && len(lines) > 0 && len(columns) > 1 {
			paragraphs = [][]doc.Inline{lines[0]}
		}
		a.part(t.ID+"#"+t.Columns[at.i].Key, openLine(open))
		row.Cells = append(row.Cells, doc.Cell{Paragraphs: paragraphs})
	}
	if key != "" {
		a.part(t.ID+"#"+key, openLine(open))
	}
	return row
}
