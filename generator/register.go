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
		case yes:
			row, err := a.row(f, t, columns)
			if err != nil {
				return nil, err
			}
			out.Rows = append(out.Rows, row)
		}
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

// columns puts the columns that apply into a table and returns their places in
// the document type's table.
func (a *assembly) columns(out *doc.Table, t *templates.Table) (places []int, open *doc.Open, err error) {
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
		title, err := a.plain(a.filler, c.Title)
		if err != nil {
			return nil, nil, err
		}
		places = append(places, i)
		out.Columns = append(out.Columns, doc.Column{Key: c.Key, Title: title, Weight: c.Weight, Align: c.Align})
	}
	return places, nil, nil
}

func (a *assembly) row(f *clauses.Filler, t *templates.Table, columns []int) (doc.Row, error) {
	row := doc.Row{ID: rowID(f, t.RowID)}
	for _, i := range columns {
		c := t.Columns[i]
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
func (a *assembly) fixedRows(out *doc.Table, t *templates.Table, columns []int) error {
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
		for _, i := range columns {
			line, err := a.line(r.Cells[i])
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
		for n, i := range columns {
			paragraphs := appendLine(nil, lines[n])
			a.part(id, paragraphs)
			a.part(t.ID+"#"+t.Columns[i].Key, paragraphs)
			row.Cells = append(row.Cells, doc.Cell{Paragraphs: paragraphs})
		}
		out.Rows = append(out.Rows, row)
	}
	return nil
}

// openRow stands for a row of which it is not known whether it applies: what the
// first cell says, if anything, and the open point in the others.
func (a *assembly) openRow(t *templates.Table, columns []int, key string, lines [][]doc.Inline, open *doc.Open) doc.Row {
	row := doc.Row{ID: key}
	for n, i := range columns {
		paragraphs := openLine(open)
		if n == 0 && len(lines) > 0 && len(columns) > 1 {
			paragraphs = [][]doc.Inline{lines[0]}
		}
		a.part(t.ID+"#"+t.Columns[i].Key, openLine(open))
		row.Cells = append(row.Cells, doc.Cell{Paragraphs: paragraphs})
	}
	if key != "" {
		a.part(t.ID+"#"+key, openLine(open))
	}
	return row
}
