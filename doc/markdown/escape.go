package markdown

import (
	"strings"
	"unicode/utf8"
)

// place is where on a line a text begins, which decides what would be markup.
type place int

const (
	lineStart place = iota // nothing but the indent stands before it
	inDigits               // only digits stand before it: "1." would begin a list
	midLine
)

// What a line break in a text becomes: soft where the text may hold several
// lines, hard in headings, cells and other places of one line.
const (
	soft = "\\\n"
	hard = "<br>"
)

// escaper writes text so that it reads back as the same text. What is markup
// anywhere is escaped everywhere, because the neighbours are not known.
type escaper struct {
	b     strings.Builder
	at    place
	lines string // soft or hard
	last  [3]rune
}

// newEscaper begins as after a space, so that a space at the beginning counts as
// one too many.
func newEscaper(at place, lines string) *escaper {
	return &escaper{at: at, lines: lines, last: [3]rune{2: ' '}}
}

func (e *escaper) text(s string) {
	s = clean(s)
	for i, r := range s {
		after := s[i+utf8.RuneLen(r):]
		switch r {
		case '\n':
			e.b.WriteString(e.lines)
			if e.lines == soft {
				e.at = lineStart
			}
		case '\t':
			e.raw("&#9;")
		case ' ':
			e.space(after)
		case '\\':
			e.backslash(after)
		default:
			e.char(r, after)
		}
		e.last = [3]rune{e.last[1], e.last[2], r}
	}
}

// clean drops control characters, which neither Markdown nor HTML can hold, and
// makes every line break a newline. A byte that is not UTF-8 becomes U+FFFD.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, s)
}

// raw writes markup.
func (e *escaper) raw(s string) {
	e.b.WriteString(s)
	e.at, e.last = midLine, [3]rune{}
}

// space writes a space. At the edges of a line, where it would be dropped or make
// a code block, and beside another one, it is written as an entity.
func (e *escaper) space(after string) {
	if e.at == lineStart || e.last[2] == ' ' || strings.HasPrefix(after, "\n") {
		e.raw("&#32;")
		return
	}
	e.raw(" ")
}

// backslash writes a backslash, at the end as an entity: some readers miscount
// the backslashes before a line break.
func (e *escaper) backslash(after string) {
	if after == "" || after[0] == '\n' {
		e.raw("&#92;")
		return
	}
	e.raw(`\\`)
}

func (e *escaper) char(r rune, after string) {
	if e.special(r, after) {
		e.b.WriteByte('\\')
	}
	e.b.WriteRune(r)
	if e.at != midLine && r >= '0' && r <= '9' {
		e.at = inDigits
	} else {
		e.at = midLine
	}
}

// special tells whether a character means something to a Markdown reader.
func (e *escaper) special(r rune, after string) bool {
	switch r {
	case '`', '*', '_', '[', ']', '<', '|', '~', '{', '$', '#', '@':
		return true
	case '-', '+', '=', '>', ':':
		return e.at == lineStart
	case '&': // begins an entity when a letter or # follows, perhaps in the next text
		return after == "" || after[0] == '#' || after[0] >= 'A' && after[0] <= 'Z' || after[0] >= 'a' && after[0] <= 'z'
	case ')':
		return e.at == inDigits
	case '.': // a list, or an address that GitHub would make a link of
		return e.at == inDigits && (after == "" || after[0] <= ' ') || e.follows("www")
	case '/':
		return e.last[2] == ':'
	}
	return false
}

func (e *escaper) follows(s string) bool {
	return strings.EqualFold(string(e.last[:]), s)
}

// end is for the end of the line, which would lose a space.
func end(s string) string {
	if strings.HasSuffix(s, " ") {
		return s[:len(s)-1] + "&#32;"
	}
	return s
}

// line escapes text that stands on one line, after something else.
func line(s string) string {
	e := newEscaper(midLine, hard)
	e.text(s)
	return end(e.b.String())
}

// styled is line with emphasis.
func styled(s string, bold, italic bool) string {
	return join([]piece{{line(s), bold, italic}})
}
