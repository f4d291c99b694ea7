// Package sheets reads what a workbook's registers hold out of the tree, for formats
// that carry values rather than looks.
package sheets

import "github.com/samsvar/samsvar/doc"

// Register is a register in a sheet.
type Register struct {
	Sheet *doc.Section
	Table *doc.Table
}

// Registers lists the registers of the sheets of a workbook that have an id, in
// reading order.
func Registers(d *doc.Document) (out []Register) {
	for _, b := range d.Blocks {
		s, ok := b.(*doc.Section)
		if !ok || s.Sheet == nil {
			continue
		}
		_ = doc.Walk(s.Blocks, func(b doc.Block) error {
			if t, ok := b.(*doc.Table); ok && t.Kind == doc.Register && t.ID != "" {
				out = append(out, Register{s, t})
			}
			return nil
		})
	}
	return out
}

// FillIn reports whether a register has columns that may be filled in.
func (r Register) FillIn() bool {
	for _, c := range r.Table.Columns {
		if c.Entry.Input {
			return true
		}
	}
	return false
}

// Value is what a cell holds: nil, a number, or text. A date is YYYY-MM-DD, a choice
// the value of the list, which is the same in every language; what is open is nil.
func Value(d *doc.Document, c doc.Column, cell doc.Cell) any {
	if cell.Value != nil {
		if cell.Value.Date != "" {
			return cell.Value.Date
		}
		return cell.Value.Number
	}
	text := doc.PlainCell(cell)
	if text == "" {
		return nil
	}
	if c.Entry.Type != doc.ChoiceEntry {
		return text
	}
	for _, l := range d.Lists {
		if l.ID != c.Entry.List {
			continue
		}
		for _, item := range l.Items {
			if item.Label == text {
				return item.Value
			}
		}
	}
	return text
}
