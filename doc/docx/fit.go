package docx

import (
	"strings"
	"unicode"

	"github.com/samsvar/samsvar/doc"
)

const (
	tableTextSize = 190 // of a thousandth of an em at 9.5 pt, in thousandths of a twip
	cellPadding   = 160 // left and right together, in twips
	ownSlack      = 104 // per cent: bold text, and the twin of a font
	foreignSlack  = 140 // per cent: the fonts of a customer's file are not measured
	longestWord   = 32  // runes; an address or a checksum that is longer breaks anyway
	hyphenatedAs1 = 8   // runes; M-01 is one word, which a hyphen must not break
)

// widths shares the width of the text among the columns of t by weight. A column
// that is narrower than its longest word, in either language, gets the rest from
// those that have room: Word and LibreOffice break a word where the cell ends.
func (w *writer) widths(t, r *doc.Table) []int {
	shares := split(w.shape().textWidth(), t.Columns)
	slack := foreignSlack
	if w.ref.own {
		slack = ownSlack
	}
	need := make([]int, len(shares))
	for i := range shares {
		for _, t := range []*doc.Table{t, r} {
			em := 0
			if t.Kind == doc.Register {
				em = longest(t.Columns[i].Title)
			}
			for _, row := range t.Rows {
				for _, p := range row.Cells[i].Paragraphs {
					em = max(em, longest(doc.Plain(p)))
				}
			}
			if em > 0 {
				need[i] = max(need[i], em*tableTextSize/1000*slack/100+cellPadding)
			}
		}
	}
	return fit(shares, need)
}

// fit moves width to the columns that need more than they have from those that have
// more than they need, in proportion; the sum stays. Where there is not enough for
// all, each that lacks some gets its part of what there is.
func fit(widths, need []int) []int {
	lack, room := 0, 0
	for i, x := range widths {
		lack += max(need[i]-x, 0)
		room += max(x-need[i], 0)
	}
	moved := min(lack, room)
	if moved == 0 {
		return widths
	}
	out := make([]int, len(widths))
	given, taken, gave, took := 0, 0, 0, 0
	for i, x := range widths {
		given += max(need[i]-x, 0)
		taken += max(x-need[i], 0)
		plus, minus := moved*given/lack, moved*taken/room
		out[i] = x + plus - gave - (minus - took)
		gave, took = plus, minus
	}
	return out
}

// longest is the width of the longest word of a text in thousandths of an em.
func longest(s string) int {
	width := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r != '\u00a0' && unicode.IsSpace(r) }) {
		parts := []string{word}
		if len([]rune(word)) > hyphenatedAs1 {
			parts = strings.SplitAfter(word, "-")
		}
		for _, p := range parts {
			if len([]rune(p)) <= longestWord {
				width = max(width, wide(p))
			}
		}
	}
	return width
}

// wide is about the width of a text in Carlito, in thousandths of an em.
func wide(s string) int {
	sum := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("ijlI.,:;'’|!·", r):
			sum += 260
		case strings.ContainsRune("frt()[]-/ \u00a0", r):
			sum += 330
		case strings.ContainsRune("mwMW@æÆ", r):
			sum += 830
		case unicode.IsUpper(r):
			sum += 610
		case r > 0x2fff: // ideographs are as wide as they are high
			sum += 1000
		default:
			sum += 515
		}
	}
	return sum
}
