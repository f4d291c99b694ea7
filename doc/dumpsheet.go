package doc

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// What a workbook adds to the tree, one thing a line, and only where it is there.

func (w *dumper) choices(d *Document) {
	for _, l := range d.Lists {
		var items []string
		for _, i := range l.Items {
			items = append(items, fmt.Sprintf("%q=%q", i.Value, i.Label))
		}
		w.line("list %s: %s", l.ID, strings.Join(items, " "))
	}
	for _, g := range d.Grids {
		var rows []string
		for _, r := range g.Rows {
			rows = append(rows, fmt.Sprintf("%q", r))
		}
		w.line("grid %s: %s", g.ID, strings.Join(rows, " "))
	}
}

func (w *dumper) sheet(s *Sheet) {
	if s != nil {
		w.line("sheet %s %q freeze=%d spare=%d%s", s.Key, s.Name, s.Freeze, s.Spare, flag(s.Protected, " protected"))
	}
}

func (w *dumper) matrix(m *Matrix) {
	if m == nil {
		return
	}
	w.line("matrix %q by %q", m.RowAxis, m.ColumnAxis)
	if m.Source != "" {
		w.line("live %s row=%s column=%s label=%s", m.Source, m.Row, m.Column, m.Label)
	}
}

// dumpEntry is what a column is in a sheet, after a blank.
func dumpEntry(e Entry) string {
	var b strings.Builder
	if e.Type != TextEntry {
		b.WriteString(" " + pick(int(e.Type), "text", "number", "date", "choice"))
	}
	if e.List != "" {
		b.WriteString(" list=" + e.List)
	}
	b.WriteString(flag(e.Input, " input"))
	if e.Note != "" {
		fmt.Fprintf(&b, " note=%q", e.Note)
	}
	if e.Formula != nil {
		fmt.Fprintf(&b, " formula=%q", e.Formula.Source)
	}
	for _, t := range e.Tones {
		fmt.Fprintf(&b, " %q=%s", t.Text, dumpTone(t.Tone))
	}
	return b.String()
}

// dumpCell is what a cell has beside its text.
func dumpCell(c Cell) string {
	var b strings.Builder
	if c.Tone != NoTone {
		b.WriteString("[" + dumpTone(c.Tone) + "] ")
	}
	if v := c.Value; v != nil {
		b.WriteString("(" + cmp.Or(v.Date, strconv.FormatFloat(v.Number, 'g', -1, 64)) + ") ")
	}
	return b.String()
}

func dumpTone(t Tone) string { return pick(int(t), "none", "low", "medium", "high", "very-high") }

// pick is the name at i; a tree that a writer must refuse can still be dumped.
func pick(i int, names ...string) string {
	if i < 0 || i >= len(names) {
		return fmt.Sprintf("unknown(%d)", i)
	}
	return names[i]
}
