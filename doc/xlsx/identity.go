package xlsx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// format is the version of what stands in the hidden sheet of identity. A reader
// refuses a newer one.
const format = 1

// identity writes the very hidden sheet that says what the workbook is and what was
// written. Each row begins with the kind of what follows:
//
//	samsvar   format, document, case, language, version, date
//	sheet     key, name
//	table     key of the sheet, table
//	column    table, key, kind of entry, input or computed, list
//	row       table, id, fingerprints of the cells of the input columns, in order
func (b *book) identity() {
	if len(b.lists.sheet.rows) > 0 {
		b.sheets = append(b.sheets, b.lists.sheet)
	}
	s := &sheet{name: identityName}
	line := func(texts ...string) {
		for i, t := range texts {
			if t != "" {
				b.fits(clean(t))
				s.put(len(s.rows)+btoi(i == 0), i, t)
			}
		}
	}
	m := b.d.Meta
	line("samsvar", formatNumber(format), b.d.ID, m.CaseID, string(b.d.Language), m.Version, m.Date)
	for _, sh := range b.sheets {
		if sh.section != nil {
			line("sheet", sh.key, sh.name)
		}
	}
	for _, sh := range b.sheets {
		if sh.section == nil {
			continue
		}
		for _, p := range b.keyed(sh) {
			line("table", sh.key, p.table.ID)
			for _, c := range p.table.Columns {
				line("column", p.table.ID, c.Key, entryNames[c.Entry.Type], usage(c), c.Entry.List)
			}
			for i := range p.table.Rows {
				line("row", p.table.ID, p.table.Rows[i].ID, p.fingerprints(i))
			}
		}
	}
	b.sheets = append(b.sheets, s)
}

func btoi(x bool) int {
	if x {
		return 1
	}
	return 0
}

// keyed lists the tables of a sheet that have marks, in the order of the document.
func (b *book) keyed(s *sheet) []*placed {
	var out []*placed
	_ = doc.Walk(b.d.Blocks, func(bl doc.Block) error {
		if t, ok := bl.(*doc.Table); ok {
			if p := b.tables[t.ID]; p != nil && p.table == t && p.keyed && p.sheet == s {
				out = append(out, p)
			}
		}
		return nil
	})
	return out
}

// fingerprints are those of the input cells of a row.
func (p *placed) fingerprints(i int) string {
	var out strings.Builder
	cells := p.sheet.rows[p.first-1+i].cells
	for j, c := range p.table.Columns {
		if c.Entry.Input {
			out.WriteString(written(c, &cells[p.cols[j].from], &p.table.Rows[i].Cells[j]))
		}
	}
	return out.String()
}

var entryNames = [...]string{doc.TextEntry: "text", doc.NumberEntry: "number", doc.DateEntry: "date", doc.ChoiceEntry: "choice"}

const (
	usedInput    = "input"
	usedComputed = "computed"
)

func usage(c doc.Column) string {
	switch {
	case c.Entry.Input:
		return usedInput
	case c.Entry.Formula != nil:
		return usedComputed
	}
	return ""
}
