package doc

import (
	"fmt"
	"strings"
)

// tableShape says of a table all that must be the same in both languages.
func tableShape(t *Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "table %q (kind %d, caption %t) with the columns", t.ID, t.Kind, len(t.Caption) > 0)
	for _, c := range t.Columns {
		fmt.Fprintf(&b, " %q%s", c.Key, entryShape(c.Entry))
	}
	b.WriteString(" and the rows")
	for _, r := range t.Rows {
		fmt.Fprintf(&b, " %q of %d%s", r.ID, len(r.Cells), cellsShape(r.Cells))
	}
	if m := t.Matrix; m != nil {
		fmt.Fprintf(&b, " placed from %q by %q, %q, %q", m.Source, m.Row, m.Column, m.Label)
	}
	return b.String()
}

// sheetShape is what a sheet must be in both languages; its name may differ.
func sheetShape(s *Sheet) string {
	if s == nil {
		return ""
	}
	return fmt.Sprintf(" on the sheet %q (freeze %d, protected %t, spare %d)", s.Key, s.Freeze, s.Protected, s.Spare)
}

func entryShape(e Entry) string {
	if e.Type == TextEntry && e.List == "" && !e.Input && e.Formula == nil && len(e.Tones) == 0 {
		return ""
	}
	s := fmt.Sprintf(" (entry %d, list %q, input %t", e.Type, e.List, e.Input)
	if e.Formula != nil {
		s += fmt.Sprintf(", formula %q", e.Formula.Source)
	}
	for _, t := range e.Tones {
		s += fmt.Sprintf(", tone %d", t.Tone)
	}
	return s + ")"
}

// cellsShape says which cells of a row have a fill or a value.
func cellsShape(cells []Cell) string {
	s := ""
	for i, c := range cells {
		if c.Tone != NoTone {
			s += fmt.Sprintf(", tone %d in %d", c.Tone, i+1)
		}
		if c.Value != nil {
			s += fmt.Sprintf(", %v in %d", *c.Value, i+1)
		}
	}
	return s
}

// choices says of the lists and grids of a document all that must be the same in
// both languages: their labels may differ.
func choices(d *Document) string {
	var b strings.Builder
	for _, l := range d.Lists {
		fmt.Fprintf(&b, "list %q of", l.ID)
		for _, i := range l.Items {
			fmt.Fprintf(&b, " %q", i.Value)
		}
		b.WriteString("; ")
	}
	for _, g := range d.Grids {
		fmt.Fprintf(&b, "grid %q of", g.ID)
		for _, r := range g.Rows {
			fmt.Fprintf(&b, " %d", len(r))
		}
		b.WriteString("; ")
	}
	if b.Len() == 0 {
		return nothing
	}
	return strings.TrimSuffix(b.String(), "; ")
}
