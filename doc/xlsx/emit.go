package xlsx

import (
	"fmt"
	"io"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

const zoom = 90.0

// emit writes the workbook with excelize and mends what excelize gets wrong.
func (b *book) emit() (*ooxml.Package, error) {
	f := excelize.NewFile()
	defer f.Close()
	pkg := ooxml.New()
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &parts{pkg: pkg} })
	st := newStyles(f)
	for i, s := range b.sheets {
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	if err := b.names(f); err != nil {
		return nil, err
	}
	// All that belongs to sheets comes before the cells of the first: a sheet that has
	// been streamed is done, and excelize would read it again.
	for _, emit := range []func(*excelize.File, *styles, *sheet) error{b.emitSheet, b.emitCells} {
		for _, s := range b.sheets {
			if err := emit(f, st, s); err != nil {
				return nil, fmt.Errorf("sheet %s: %w", s.name, err)
			}
		}
	}
	if st.failed != nil {
		return nil, st.failed
	}
	if err := f.Write(io.Discard); err != nil {
		return nil, err
	}
	return pkg, b.normalise(pkg)
}

// names gives the lists their names, by which a choice finds them.
func (b *book) names(f *excelize.File) error {
	for _, id := range b.lists.order {
		err := f.SetDefinedName(&excelize.DefinedName{Name: b.lists.names[id], RefersTo: b.lists.ranges[id].abs(listsName)})
		if err != nil {
			return fmt.Errorf("list %s: %w", id, err)
		}
	}
	return nil
}

// emitSheet sets all of a sheet but its cells.
func (b *book) emitSheet(f *excelize.File, st *styles, s *sheet) error {
	used := area{spot{0, 1}, spot{max(s.columns()-1, 0), max(len(s.rows), 1)}}
	if err := f.SetSheetDimension(s.name, used.ref()); err != nil {
		return err
	}
	if s.section == nil {
		return f.SetSheetVisible(s.name, false, s.name == identityName)
	}
	if err := b.emitView(f, s); err != nil {
		return err
	}
	if err := b.emitRules(f, st, s); err != nil {
		return err
	}
	return emitProps(f, s)
}

// emitCells writes the rows.
func (b *book) emitCells(f *excelize.File, st *styles, s *sheet) error {
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if s.section != nil {
		if err := w.SetColVisible(1, 1, false); err != nil {
			return err
		}
		for i, width := range s.widths {
			if err := w.SetColWidth(i+2, i+2, float64(int(width*100))/100); err != nil {
				return err
			}
		}
	}
	cells := make([]excelize.Cell, s.columns())
	values := make([]any, 0, s.columns())
	for i, r := range s.rows {
		values = values[:0]
		for j := range r.cells {
			if !r.cells[j].set {
				values = append(values, nil)
				continue
			}
			cells[j] = r.cells[j].excelize(st)
			values = append(values, &cells[j])
		}
		if err := w.SetRow(spot{0, i + 1}.ref(), values, excelize.RowOpts{Height: min(r.height, maxHeight), Hidden: r.hidden}); err != nil {
			return err
		}
	}
	for _, m := range s.merged {
		if err := w.MergeCell(m.from.ref(), m.to.ref()); err != nil {
			return err
		}
	}
	return w.Flush()
}

// columns is how many columns the rows have at most.
func (s *sheet) columns() int {
	n := 0
	for _, r := range s.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// excelize is a cell in the words of excelize. A formula keeps the value that it gives:
// a program that does not compute shows it.
func (k *cell) excelize(st *styles) excelize.Cell {
	c := excelize.Cell{StyleID: st.id(k.look), Formula: k.formula}
	switch {
	case k.number != nil:
		c.Value = *k.number
	case k.runs != nil:
		runs := make([]excelize.RichTextRun, len(k.runs))
		for i, r := range k.runs {
			runs[i] = excelize.RichTextRun{Text: r.s, Font: k.look.font(r)}
		}
		c.Value = runs
	case k.text != "" || k.formula != "":
		c.Value = k.text
	}
	return c
}
