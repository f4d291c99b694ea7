package generator

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

// sheetOf fills a sheet of a workbook: a section with its layout.
func (a *assembly) sheetOf(t *templates.Sheet) (*doc.Section, error) {
	title, err := a.line(t.Title)
	if err != nil {
		return nil, err
	}
	name, err := a.plain(a.filler, t.Tab)
	if name == "" {
		name = doc.Plain(title)
	}
	if err != nil {
		return nil, err
	}
	s := &doc.Section{
		ID: "sheet:" + t.Key, Level: 1, Title: title, Break: true, Landscape: t.Landscape,
		Sheet: &doc.Sheet{Key: t.Key, Name: name, Freeze: t.Freeze, Protected: t.Protected, Spare: t.Spare},
	}
	a.sheet = true
	s.Blocks, err = a.outline(t.Outline, doc.Unnumbered)
	a.sheet = false
	return s, err
}

// choices fills the lists and grids of the document type.
func (a *assembly) choices() error {
	for _, l := range a.t.Lists {
		fillers, _, err := a.filler.Each(l.Each)
		if err != nil {
			return err
		}
		list := doc.List{ID: l.ID}
		for _, f := range fillers {
			value, err := a.plain(f, l.Value)
			if err != nil {
				return err
			}
			label, err := a.plain(f, l.Label)
			if err != nil {
				return err
			}
			list.Items = append(list.Items, doc.ListItem{Value: value, Label: label})
		}
		a.lists = append(a.lists, list)
	}
	for _, g := range a.t.Grids {
		rows, _, err := a.filler.Each(g.Each)
		if err != nil {
			return err
		}
		grid := doc.Grid{ID: g.ID}
		for _, f := range rows {
			cells, _, err := f.Each(g.Cells)
			if err != nil {
				return err
			}
			var row []string
			for _, c := range cells {
				text, err := a.plain(c, g.Text)
				if err != nil {
					return err
				}
				row = append(row, text)
			}
			grid.Rows = append(grid.Rows, row)
		}
		a.grids = append(a.grids, grid)
	}
	return nil
}

// list finds what a column chooses from; nil when there is no such list.
func (a *assembly) list(id string) *doc.List {
	for i := range a.lists {
		if a.lists[i].ID == id {
			return &a.lists[i]
		}
	}
	return nil
}
