package xlsx

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// A register is found again by marks in hidden places: column A holds the id of each
// row, and a row above holds the key of each column. Both may have been moved when the
// file comes back, so that a mark says what they are:
//
//	samsvar:keys:TABLE   where the column of ids and the row of keys meet
//	samsvar:head:TABLE   in the column of ids, beside the titles; the rows begin below
//	samsvar:end:TABLE    in the column of ids, below the rows, where more follows
//
// The column of ids is part of what a filter sorts. The keys of the main register
// stand in row 1, above all that is in sight, so that the panes that stay in sight
// begin below them.
const (
	keysMark = "samsvar:keys:"
	headMark = "samsvar:head:"
	endMark  = "samsvar:end:"
)

// keys writes the row of keys.
func (b *book) keys(p *placed) {
	if !p.keyed {
		return
	}
	s := b.at
	if p.table.ID == "" {
		b.fail("a register to be read back has no id")
	}
	r := s.rows[0]
	p.keyRow = 1
	if s.main != p {
		r = s.add(&row{hidden: true})
		p.keyRow = len(s.rows)
	}
	r.put(0, marked(keysMark+p.table.ID))
	for i, c := range p.table.Columns {
		r.put(p.cols[i].from, marked(c.Key))
	}
}

func marked(s string) cell {
	return cell{look: look{part: mark, quote: quoted(s)}, text: clean(s), set: true}
}

func (b *book) headMark(p *placed) {
	if p.keyed {
		b.at.rows[p.headRow-1].put(0, marked(headMark+p.table.ID))
	}
}

func (b *book) rowMark(p *placed, r *doc.Row) {
	if p.keyed && r != nil {
		b.at.rows[len(b.at.rows)-1].put(0, marked(r.ID))
	}
}

// ends writes a row that ends the table.
func (b *book) ends(p *placed) {
	if p.keyed {
		b.at.add(&row{height: 8}).put(0, marked(endMark+p.table.ID))
		b.at.ended = len(b.at.rows)
	}
}

// unend takes the end away from a register that is the last in its sheet: what somebody
// fills in below its spare rows is read too, and not lost.
func (s *sheet) unend() {
	if s.ended > 0 && s.ended == len(s.rows) {
		s.rows[s.ended-1].cells = nil
	}
}

// fingerprint is what a cell held, as short as tells an edit: 32 bits. The values of
// kinds that look alike differ.
func fingerprint(kind byte, value string) string {
	sum := sha256.Sum256(append([]byte{kind, ':'}, value...))
	return hex.EncodeToString(sum[:4])
}

// written is the fingerprint of a cell as it is written: what a reader makes of it by
// the kind of its column.
func written(c doc.Column, k *cell, source *doc.Cell) string {
	date := ""
	if source.Value != nil {
		date = source.Value.Date
	}
	if k.number != nil && c.Entry.Type == doc.DateEntry && date == "" {
		date, _ = dayOf(*k.number)
	}
	switch {
	case date != "" && c.Entry.Type == doc.DateEntry:
		return fingerprint('d', date)
	case k.number != nil && c.Entry.Type == doc.NumberEntry:
		return fingerprint('n', formatNumber(*k.number))
	case date != "":
		return fingerprint('t', date)
	case k.number != nil:
		return fingerprint('t', formatNumber(*k.number))
	}
	return fingerprint('t', comparable(k.text))
}

// comparable is a text without what programs change when they save it.
func comparable(s string) string { return strings.TrimRight(clean(s), " \n\t") }
