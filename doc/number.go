package doc

import (
	"cmp"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Number gives every section, paragraph and table its number, fills in the table
// of contents, and fills in every reference with the number of its target. It
// returns the targets that no block has, each once, in reading order: such a
// reference is left without a number.
//
// The numbers are those that Word computes from the multilevel list which the
// docx writer sets up (ISO/IEC 29500-1, 17.9): a level starts again when a higher
// one steps, and at nothing else. The document beside it is numbered likewise.
func Number(d *Document) (dangling []string) {
	n := &numberer{labels: d.Labels, at: map[string]place{}}
	n.blocks(d.Blocks)
	seen := map[string]bool{}
	_ = WalkInlines(d, func(i Inline) error {
		r, ok := i.(*Ref)
		if !ok {
			return nil
		}
		p, ok := n.at[r.Target]
		if !ok && !seen[r.Target] {
			seen[r.Target] = true
			dangling = append(dangling, r.Target)
		}
		r.Prefix, r.Number, r.Level = p.prefix, p.number, p.level
		if r.First {
			r.Prefix = capital(r.Prefix)
		}
		return nil
	})
	for _, t := range n.tocs { // last, since a title may hold a reference
		fillTOC(t, d.Blocks)
	}
	if d.Beside != nil {
		for _, target := range Number(d.Beside) {
			if !seen[target] {
				dangling = append(dangling, target)
			}
		}
	}
	return dangling
}

type place struct {
	prefix, number string
	level          int
}

type numberer struct {
	labels Labels
	count  [3][5]int // by scheme and level
	tables int
	tocs   []*TOC
	at     map[string]place
}

// step counts one more at a level and starts the deeper ones again.
func (n *numberer) step(s Scheme, level int) int {
	n.count[s][level]++
	for l := level + 1; l < len(n.count[s]); l++ {
		n.count[s][l] = 0
	}
	return n.count[s][level]
}

func (n *numberer) blocks(bs []Block) {
	for _, b := range bs {
		switch b := b.(type) {
		case *Section:
			n.section(b)
			n.blocks(b.Blocks)
		case *Paragraph:
			n.paragraph(b)
		case *Table:
			b.Number = 0
			if len(b.Caption) > 0 {
				n.tables++
				b.Number = n.tables
				n.mark(b.ID, place{cmp.Or(n.labels.TableRef, n.labels.Table), strconv.Itoa(b.Number), 0})
			}
		case *TOC:
			n.tocs = append(n.tocs, b)
		}
	}
}

func (n *numberer) section(s *Section) {
	p := place{level: s.Level}
	switch {
	case s.Scheme == Clause && s.Level == 1:
		p.prefix, p.number = n.labels.Clause, strconv.Itoa(n.step(Clause, 1))
	case s.Scheme == Annex && s.Level == 1:
		p.number = n.labels.Annex + " " + letter(n.step(Annex, 1), 'A')
	case s.Scheme == Annex && s.Level == 2:
		n.step(Annex, 2)
		p.prefix, p.number = n.labels.Clause, n.annexSection()
	default:
		s.Number, p.number = "", Plain(s.Title)
		n.mark(s.ID, p)
		return
	}
	s.Number = p.number
	n.mark(s.ID, p)
}

// annexSection is the number of the section of the annex that we stand in, or of
// the annex where it has none.
func (n *numberer) annexSection() string {
	if n.count[Annex][2] == 0 {
		return n.labels.Annex + " " + letter(n.count[Annex][1], 'A')
	}
	return letter(n.count[Annex][1], 'A') + "." + strconv.Itoa(n.count[Annex][2])
}

func (n *numberer) paragraph(p *Paragraph) {
	p.Number, p.Full = "", ""
	if p.Scheme == Unnumbered || p.Level < 2 || p.Continues || (p.Scheme == Annex && p.Level == 2) {
		return
	}
	n.step(p.Scheme, p.Level)
	c := n.count[p.Scheme]
	parent := n.annexSection()
	if p.Scheme == Clause {
		parent = strconv.Itoa(c[1]) + "." + strconv.Itoa(c[2])
		if c[2] == 0 { // a list right under the heading
			parent = strconv.Itoa(c[1])
		}
	}
	switch p.Level {
	case 2:
		p.Number, p.Full = parent, parent
	case 3:
		p.Number = "(" + letter(c[3], 'a') + ")"
		p.Full = parent + p.Number
	case 4:
		p.Number = "(" + roman(c[4]) + ")"
		p.Full = parent + p.Number
		if c[3] > 0 {
			p.Full = parent + "(" + letter(c[3], 'a') + ")" + p.Number
		}
	}
	n.mark(p.ID, place{n.labels.Clause, p.Full, p.Level})
}

func (n *numberer) mark(id string, p place) {
	if id != "" {
		n.at[id] = p
	}
}

func fillTOC(t *TOC, bs []Block) {
	t.Entries = nil
	_ = Walk(bs, func(b Block) error {
		if s, ok := b.(*Section); ok && s.Level <= max(t.Depth, 1) && s.ID != "" {
			t.Entries = append(t.Entries, TOCEntry{Level: s.Level, Number: s.Number, Text: Plain(s.Title), Target: s.ID})
		}
		return nil
	})
}

// letter counts a, b, … z, aa, bb, … zz, aaa as Word does (ST_NumberFormat
// lowerLetter and upperLetter repeat the letter after z).
func letter(n int, first byte) string {
	if n <= 0 {
		return ""
	}
	b := make([]byte, (n-1)/26+1)
	for i := range b {
		b[i] = first + byte((n-1)%26)
	}
	return string(b)
}

func capital(s string) string {
	c, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(c)) + s[size:]
}

func roman(n int) string {
	if n <= 0 {
		return ""
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	digits := []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	var out string
	for i, v := range values {
		for n >= v {
			out += digits[i]
			n -= v
		}
	}
	return out
}
