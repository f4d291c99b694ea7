package ooxml

import (
	"strings"
	"unicode/utf8"
)

// Header is the declaration that each XML part begins with.
const Header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// AppendText appends s as character data. Characters that XML 1.0 forbids
// (2.2) and bytes that are no UTF-8 are left out.
func AppendText(b []byte, s string) []byte { return appendEscaped(b, s, false) }

// AppendAttr appends s as the value of an attribute in double quotes.
func AppendAttr(b []byte, s string) []byte { return appendEscaped(b, s, true) }

func appendEscaped(b []byte, s string, attr bool) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			esc, special := "", true
			switch {
			case c == '&':
				esc = "&amp;"
			case c == '<':
				esc = "&lt;"
			case c == '>':
				esc = "&gt;"
			case c == '"' && attr:
				esc = "&quot;"
			case c == '\r':
				esc = "&#13;" // a parser would make it a newline
			case c == '\n' && attr:
				esc = "&#10;"
			case c == '\t' && attr:
				esc = "&#9;"
			case c >= 0x20 || c == '\n' || c == '\t':
				special = false
			}
			if special {
				b = append(append(b, s[from:i]...), esc...)
				from = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r == 0xFFFE || r == 0xFFFF {
			b = append(b, s[from:i]...)
			from = i + n
		}
		i += n
	}
	return append(b, s[from:]...)
}

// Clean returns s without what XML 1.0 forbids.
func Clean(s string) string {
	ok := true
	for i, r := range s {
		if !allowed(r) || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if allowed(r) && (r != utf8.RuneError || n > 1) {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func allowed(r rune) bool {
	return r >= 0x20 && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}
