// Package words splits text into words, for what looks for terms, numbers and
// units in running text: whole words, whatever their case.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text: its place in bytes, and itself in lower case.
type Word struct {
	Start, End int
	Lower      string
}

// Split finds the words of a text: runs of letters and digits. A hyphen inside
// one belongs to it (“sub-processor”, “24-timers”), an apostrophe does not.
func Split(text string) []Word { return Append(nil, text) }

// Append adds the words of a text to a list, for who splits many texts.
func Append(out []Word, text string) []Word {
	start := -1
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isWord(r) || start >= 0 && isHyphen(r) && followed(text[i+size:]):
			if start < 0 {
				start = i
			}
		case start >= 0:
			out = append(out, word(text, start, i))
			start = -1
		}
		i += size
	}
	if start >= 0 {
		out = append(out, word(text, start, len(text)))
	}
	return out
}

func word(text string, start, end int) Word {
	s := strings.ToLower(text[start:end])
	if strings.ContainsRune(s, '\u2011') {
		s = strings.ReplaceAll(s, "\u2011", "-")
	}
	return Word{start, end, s}
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isHyphen tells a hyphen, also the one at which no line is broken.
func isHyphen(r rune) bool { return r == '-' || r == '\u2011' }

func followed(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return r != utf8.RuneError && isWord(r)
}
