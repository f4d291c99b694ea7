package xlsx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// Lengths that Excel allows in a message (ISO/IEC 29500-1, 18.3.1.32).
const (
	maxMessageTitle = 32
	maxMessage      = 255
)

// validation is what may be filled in, and what is said when a cell is chosen and when
// something else is filled in.
type validation struct {
	where       area
	entry       doc.EntryType
	list        string // name of the range
	title, note string
	labels      doc.EntryLabels
}

// toned is the fills that cells get by their text.
type toned struct {
	where area
	tones []doc.ToneOf
}

// entry checks what a column says of its cells.
func (b *book) entry(c doc.Column) {
	b.in("column "+c.Key, func() {
		e := c.Entry
		switch {
		case e.Type < doc.TextEntry || e.Type > doc.ChoiceEntry:
			b.fail("unknown kind of entry %d", e.Type)
		case e.List != "" && b.lists.byID[e.List] == nil:
			b.fail("there is no list %q", e.List)
		case e.Type == doc.ChoiceEntry && e.List == "":
			b.fail("a choice without a list")
		case utf16Len(clean(e.Note)) > maxMessage:
			b.fail("the note has %d characters; Excel shows %d", utf16Len(clean(e.Note)), maxMessage)
		case e.Input && e.Formula != nil:
			b.fail("it is computed and to be filled in")
		}
		for _, t := range e.Tones {
			if tones[t.Tone] == "" && t.Tone != doc.NoTone {
				b.fail("unknown tone %d", t.Tone)
			}
		}
	})
}

// rules sets what holds for the columns of a table.
func (b *book) rules(p *placed) {
	s := b.at
	if p.last < p.first {
		return
	}
	for i, c := range p.table.Columns {
		e := c.Entry
		if e.Input && (e.Type != doc.TextEntry || e.Note != "") {
			s.validations = append(s.validations, validation{where: p.column(i), entry: e.Type, list: b.lists.names[e.List],
				title: cut(clean(c.Title), maxMessageTitle), note: clean(e.Note), labels: b.d.Labels.Entry})
		}
		if len(e.Tones) > 0 {
			s.toned = append(s.toned, toned{p.column(i), e.Tones})
		}
	}
}

// cut shortens a text that is shown elsewhere in full.
func cut(s string, most int) string {
	if utf16Len(s) <= most {
		return s
	}
	n := 1 // of the ellipsis
	for i, r := range s {
		if n += utf16Len(string(r)); n > most {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// quoteText is a text as a constant in a formula.
func quoteText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
