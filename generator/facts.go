package generator

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

// lines fills the paragraphs of a cell.
func (a *assembly) lines(f *clauses.Filler, ls []templates.CellLine) ([][]doc.Inline, error) {
	var out [][]doc.Inline
	for _, l := range ls {
		yes, open, err := f.True(l.When)
		if err != nil {
			return nil, err
		}
		if open != nil {
			out = appendOpen(out, open)
			continue
		}
		if !yes {
			continue
		}
		repeat := []*clauses.Filler{f}
		if l.Each != nil {
			if repeat, open, err = f.Each(l.Each); err != nil {
				return nil, err
			}
			if open != nil {
				out = appendOpen(out, open)
			}
		}
		for _, f := range repeat {
			in, err := f.Line(l.Text[a.language])
			if err != nil {
				return nil, err
			}
			out = appendLine(out, in)
		}
	}
	return out, nil
}

// appendLine adds a line, unless it is empty.
func appendLine(lines [][]doc.Inline, in []doc.Inline) [][]doc.Inline {
	if len(in) == 0 {
		return lines // an empty default
	}
	if len(in) == 1 {
		if open, ok := in[0].(*doc.Open); ok {
			return appendOpen(lines, open)
		}
	}
	return append(lines, in)
}

// appendOpen adds a line that is only an open point, once for each missing fact:
// an address that is missing as a whole is not missing line by line.
func appendOpen(lines [][]doc.Inline, o *doc.Open) [][]doc.Inline {
	for _, l := range lines {
		for _, in := range l {
			if shown, ok := in.(*doc.Open); ok && shown.Path == o.Path {
				return lines
			}
		}
	}
	return append(lines, []doc.Inline{o})
}

// each fills lines for every element of a list, or once when there is no list.
func (a *assembly) each(f *clauses.Filler, list *expr.Expr, ls []templates.CellLine) ([][]doc.Inline, error) {
	if list == nil {
		return a.lines(f, ls)
	}
	fillers, open, err := f.Each(list)
	if err != nil || open != nil {
		return openLine(open), err
	}
	var out [][]doc.Inline
	for _, inner := range fillers {
		got, err := a.lines(inner, ls)
		if err != nil {
			return nil, err
		}
		out = append(out, got...)
	}
	return out, nil
}

func openLine(o *doc.Open) [][]doc.Inline {
	if o == nil {
		return nil
	}
	return [][]doc.Inline{{o}}
}

// table fills a table. Without rows it is a sentence, or the open point.
func (a *assembly) table(t *templates.Table) ([]doc.Block, error) {
	caption, err := a.line(t.Caption)
	if err != nil {
		return nil, err
	}
	out := &doc.Table{ID: t.ID, Kind: t.Kind, Caption: caption, Pos: doc.Pos{File: a.t.File}}
	if t.Kind == doc.Facts {
		out.Columns = []doc.Column{{Key: "label", Weight: 30}, {Key: "value", Weight: 70}}
		if out.Rows, err = a.factRows(t); err != nil {
			return nil, err
		}
		return a.orEmpty(out, t)
	}
	if t.Kind == doc.MatrixTable {
		return a.matrix(out, t)
	}
	return a.register(out, t)
}

// orEmpty is the table, or the sentence that stands for one without rows.
func (a *assembly) orEmpty(out *doc.Table, t *templates.Table) ([]doc.Block, error) {
	if len(out.Rows) > 0 || a.sheet && t.Into != "" { // an empty register is to be filled in
		return []doc.Block{out}, nil
	}
	if _, told := a.left[t.ID]; !told {
		a.left[t.ID] = clauses.Left{Condition: t.ID, Empty: true}
	}
	if t.Empty == nil {
		return nil, nil
	}
	empty, err := a.line(t.Empty)
	return []doc.Block{&doc.Paragraph{Inlines: empty}}, err
}

// part notes what is open in a column or row.
func (a *assembly) part(id string, lines [][]doc.Inline) {
	a.parts[id] = append(a.parts[id], openPaths(lines...)...)
}

func (a *assembly) factRows(t *templates.Table) ([]doc.Row, error) {
	var out []doc.Row
	for _, r := range t.Rows {
		label, value, err := a.fact(r)
		if err != nil {
			return nil, err
		}
		switch id := t.ID + "#" + r.Key; {
		case value != nil:
			a.part(id, value)
			out = append(out, doc.Row{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{label}}, {Paragraphs: value}}})
		case r.When != nil:
			a.left[id] = clauses.Left{Condition: r.When.Source}
		case r.Each != nil:
			a.left[id] = clauses.Left{Condition: r.Each.Source, Empty: true}
		}
	}
	return out, nil
}

// fact fills a row of facts; value is nil when the row does not apply.
func (a *assembly) fact(r templates.Row) (label []doc.Inline, value [][]doc.Inline, err error) {
	yes, open, err := a.filler.True(r.When)
	if err != nil || (open == nil && !yes) {
		return nil, nil, err
	}
	if label, err = a.line(r.Label); err != nil {
		return nil, nil, err
	}
	if open != nil {
		return label, openLine(open), nil
	}
	value, err = a.each(a.filler, r.Each, r.Lines)
	return label, value, err
}
