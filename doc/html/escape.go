package html

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// appendText appends text content. Text with letters that run from right to left,
// or with characters that steer direction, is isolated, so that it cannot reorder
// what stands around it.
func appendText(b []byte, s string) []byte {
	isolate := steersDirection(s)
	if isolate {
		b = append(b, "<bdi>"...)
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n', r == '\r' && !(i+1 < len(s) && s[i+1] == '\n'):
			b = append(b, "<br/>"...)
		case r == '\t' || r == ' ':
			n = blanks(s[i:])
			b = appendBlanks(b, s[i:i+n])
		default:
			b = appendRune(b, r)
		}
		i += n
	}
	if isolate {
		b = append(b, "</bdi>"...)
	}
	return b
}

// appendAttribute appends the value of an attribute, on one line.
func appendAttribute(b []byte, s string) []byte {
	for _, r := range s {
		if r == '\n' || r == '\t' {
			r = ' '
		}
		b = appendRune(b, r)
	}
	return b
}

// appendRune appends one character that is not white space. Characters that
// neither HTML nor XML can hold are dropped; a byte that is not UTF-8 becomes U+FFFD.
func appendRune(b []byte, r rune) []byte {
	switch r {
	case '&':
		return append(b, "&amp;"...)
	case '<':
		return append(b, "&lt;"...)
	case '>':
		return append(b, "&gt;"...)
	case '"':
		return append(b, "&quot;"...)
	}
	if forbidden(r) {
		return b
	}
	return utf8.AppendRune(b, r)
}

func forbidden(r rune) bool {
	return r < ' ' || (r >= 0x7f && r < 0xa0) || r == 0xfffe || r == 0xffff
}

func blanks(s string) int {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

// appendBlanks keeps tabs and double spaces, which HTML would make one space.
func appendBlanks(b []byte, s string) []byte {
	if s == " " {
		return append(b, ' ')
	}
	b = append(b, `<span class="blank">`...)
	b = append(b, s...)
	return append(b, "</span>"...)
}

func steersDirection(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x590:
		case unicode.In(r, unicode.Bidi_Control),
			r <= 0x8ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff, // Hebrew, Arabic and their neighbours
			r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
			return true
		}
	}
	return false
}

// appendCSSString appends a CSS string. Everything but ASCII letters, digits and
// spaces is escaped, so that no text can end the string or the style element.
func appendCSSString(b []byte, s string) []byte {
	b = append(b, '"')
	if steersDirection(s) {
		s = "\u2068" + s + "\u2069"
	}
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
			b = append(b, ' ')
		case r == ' ', r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			b = append(b, byte(r))
		case !forbidden(r):
			b = append(b, '\\')
			b = strconv.AppendInt(b, int64(r), 16)
			b = append(b, ' ')
		}
	}
	return append(b, '"')
}
