package docx

import (
	"unicode"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// place is where a story stands; not every inline may stand everywhere.
type place int

const (
	inBody place = iota
	inNote
	inComment
	inRunning // header or footer
)

// story is one part with running text, with its relationships.
type story struct {
	w      *writer
	buf    []byte
	rels   *ooxml.Relationships
	place  place
	inLink bool
}

func (s *story) str(x string)  { s.buf = append(s.buf, x...) }
func (s *story) int(n int)     { s.buf = appendInt(s.buf, n) }
func (s *story) attr(x string) { s.buf = ooxml.AppendAttr(s.buf, x) }

// para is how a paragraph is set, beyond its style.
type para struct {
	style     style
	keepNext  bool
	pageBreak bool
	frame     string // w:framePr
	list      int    // id of the list, 0 for none
	level     int    // level of the list, from 0
	noList    bool   // takes away the list of the style
	tabs      string // w:tab elements
	bidi      bool
	top       bool   // stands at the head of a page: no space before
	indent    int    // left indent in twips, where hasIndent
	hasIndent bool   // sets the left indent and takes away a hanging one
	align     string // w:jc
}

// open begins a paragraph. The order of the properties is fixed
// (ISO/IEC 29500-1, 17.3.1.26).
func (s *story) open(p para) {
	s.str(`<w:p><w:pPr><w:pStyle w:val="`)
	s.attr(s.w.styles[p.style])
	s.str(`"/>`)
	afterStyle := len(s.buf)
	if p.keepNext {
		s.str(`<w:keepNext/>`)
	}
	if p.pageBreak {
		s.str(`<w:pageBreakBefore/>`)
	}
	s.str(p.frame)
	switch {
	case p.list > 0:
		s.str(`<w:numPr><w:ilvl w:val="`)
		s.int(p.level)
		s.str(`"/><w:numId w:val="`)
		s.int(p.list)
		s.str(`"/></w:numPr>`)
	case p.noList:
		s.str(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`)
	}
	if p.tabs != "" {
		s.str(`<w:tabs>`)
		s.str(p.tabs)
		s.str(`</w:tabs>`)
	}
	if p.bidi {
		s.str(`<w:bidi/>`)
	}
	if p.top {
		s.str(`<w:spacing w:before="0"/>`)
	}
	if p.hasIndent {
		s.str(`<w:ind w:left="`)
		s.int(p.indent)
		s.str(`" w:firstLine="0"/>`)
	}
	if p.align != "" {
		s.str(`<w:jc w:val="`)
		s.str(p.align)
		s.str(`"/>`)
	}
	if s == &s.w.body {
		l := &s.w.last
		l.paragraph, l.style, l.end, l.keep, l.breakAt, l.row = true, afterStyle, len(s.buf), p.keepNext, [2]int{}, [2]int{}
		s.w.fresh = false
	}
	s.str(`</w:pPr>`)
}

func (s *story) close() { s.str(`</w:p>`) }

// format is how a run is set.
type format struct {
	style        style // a character style; 0 for none
	bold, italic bool
	regular      bool // not bold, whatever the style of the paragraph says
	rtl          bool
}

// properties appends w:rPr. Each run names its language: a paragraph that is
// pasted elsewhere keeps its spelling checker.
func (s *story) properties(f format) {
	s.str(`<w:rPr>`)
	if f.style != 0 {
		s.str(`<w:rStyle w:val="`)
		s.attr(s.w.styles[f.style])
		s.str(`"/>`)
	}
	switch {
	case f.bold:
		s.str(`<w:b/><w:bCs/>`)
	case f.regular:
		s.str(`<w:b w:val="0"/><w:bCs w:val="0"/>`)
	}
	if f.italic {
		s.str(`<w:i/><w:iCs/>`)
	}
	if f.rtl {
		s.str(`<w:rtl/>`)
	}
	s.buf = append(s.buf, s.w.lang...)
	s.str(`</w:rPr>`)
}

// text writes a text as runs, each in one direction.
func (s *story) text(x string, f format) {
	for x != "" {
		n, rtl := direction(x)
		f.rtl = rtl
		s.str(`<w:r>`)
		s.properties(f)
		s.runText(x[:n])
		s.str(`</w:r>`)
		x = x[n:]
	}
}

// runText writes what stands in a run: a newline is a break and a tab a tab.
func (s *story) runText(x string) {
	from := 0
	flush := func(to int) {
		if from < to {
			s.str(`<w:t xml:space="preserve">`)
			s.buf = ooxml.AppendText(s.buf, x[from:to])
			s.str(`</w:t>`)
		}
	}
	for i := 0; i < len(x); i++ {
		switch x[i] {
		case '\n':
			if i == 0 || x[i-1] != '\r' {
				flush(i)
				s.str(`<w:br/>`)
			}
		case '\r':
			flush(i)
			s.str(`<w:br/>`)
		case '\t':
			flush(i)
			s.str(`<w:tab/>`)
		default:
			continue
		}
		from = i + 1
	}
	flush(len(x))
}

// direction returns how many bytes of x run in one direction, and whether it is
// from right to left. What has no direction of its own belongs to a run from
// right to left only between two characters that do.
func direction(x string) (n int, rtl bool) {
	first := -1
	for i := 0; i < len(x); i++ {
		if x[i] >= 0xD6 { // the first byte from which Hebrew and all after it can begin
			first = i
			break
		}
	}
	if first < 0 {
		return len(x), false
	}
	end := 0 // after the last character from right to left
	for i := first; i < len(x); {
		r, size := utf8.DecodeRuneInString(x[i:])
		switch {
		case rightToLeft(r):
			if end == 0 && i > 0 {
				return i, false
			}
			end = i + size
		case end > 0 && unicode.IsLetter(r):
			return end, true
		}
		i += size
	}
	if end == 0 {
		return len(x), false
	}
	return end, true
}

// rightToLeft tells whether a character is a letter of a script that runs from
// right to left (Unicode classes R and AL).
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF && !unicode.Is(unicode.Nd, r) ||
		r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// hasOther tells whether there is a letter that does not run from right to left.
func hasOther(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !rightToLeft(r) {
			return true
		}
	}
	return false
}
