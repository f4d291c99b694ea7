package formula

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits of spreadsheets: characters of a formula and of a text in it, levels of
// functions within each other, and arguments of one.
const (
	maxFormula   = 8192
	maxText      = 255
	maxDepth     = 64
	maxArguments = 255
)

// tokenKind is what a token is. Operators, parentheses and the comma stand for
// themselves.
type tokenKind int

const (
	endToken tokenKind = iota
	numberToken
	textToken
	nameToken
	signToken
)

// token is a word of a formula. The text of a textToken is what stands between its
// quotes.
type token struct {
	kind tokenKind
	pos  int
	text string
}

// errorAt is an *Error with a formatted message.
func errorAt(pos int, format string, args ...any) *Error {
	return &Error{Pos: pos, Message: fmt.Sprintf(format, args...)}
}

// characters is the length of a text as spreadsheets count.
func characters(s string) int { return len(utf16.Encode([]rune(s))) }

// lex takes a formula apart. The last token is an endToken.
func lex(source string) ([]token, *Error) {
	if !utf8.ValidString(source) {
		return nil, errorAt(0, "the formula is not valid UTF-8")
	}
	if characters(source) > maxFormula {
		return nil, errorAt(0, "the formula is longer than %d characters", maxFormula)
	}
	var tokens []token
	for pos := 0; pos < len(source); {
		t := token{pos: pos}
		var err *Error
		switch c := source[pos]; {
		case strings.IndexByte(" \t\r\n", c) >= 0:
			pos++
			continue
		case isDigit(c):
			t.kind, pos = numberToken, number(source, pos)
		case isLetter(c):
			t.kind = nameToken
			pos, err = name(source, pos)
		case c == '"':
			t.kind = textToken
			t.text, pos, err = quoted(source, pos)
		default:
			t.kind = signToken
			pos, err = sign(source, pos)
		}
		if err != nil {
			return nil, err
		}
		if t.kind != textToken {
			t.text = source[t.pos:pos]
		}
		tokens = append(tokens, t)
	}
	return append(tokens, token{kind: endToken, pos: len(source)}), nil
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// inName reports whether c stands in a part of a key.
func inName(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }

// span is the end of the bytes from pos that are in.
func span(source string, pos int, in func(byte) bool) int {
	for pos < len(source) && in(source[pos]) {
		pos++
	}
	return pos
}

// number finds the end of a number. A full stop without a digit after it is none of it.
func number(source string, pos int) int {
	pos = span(source, pos, isDigit)
	if pos+1 < len(source) && source[pos] == '.' && isDigit(source[pos+1]) {
		pos = span(source, pos+1, isDigit)
	}
	return pos
}

// name finds the end of a key or of the name of a function.
func name(source string, pos int) (int, *Error) {
	for {
		pos = span(source, pos, inName)
		if pos == len(source) || source[pos] != '.' {
			return pos, nil
		}
		pos++
		if pos < len(source) && source[pos] == '*' {
			return pos + 1, nil
		}
		if pos == len(source) || !inName(source[pos]) {
			return 0, errorAt(pos-1, "a key goes on with a letter, a digit, _ or * after a full stop")
		}
	}
}

// quoted reads a text in quotes.
func quoted(source string, start int) (string, int, *Error) {
	var b strings.Builder
	for pos := start + 1; pos < len(source); pos++ {
		switch c := source[pos]; {
		case c == '"' && strings.HasPrefix(source[pos+1:], `"`):
			b.WriteByte(c)
			pos++
		case c == '"' && characters(b.String()) > maxText:
			return "", 0, errorAt(start, "a text is at most %d characters long", maxText)
		case c == '"':
			return b.String(), pos + 1, nil
		case c < ' ':
			return "", 0, errorAt(pos, "a text has no line breaks or other control characters")
		default:
			b.WriteByte(c)
		}
	}
	return "", 0, errorAt(start, "the text has no quote at its end")
}

// sign finds the end of an operator, a parenthesis or a comma.
func sign(source string, pos int) (int, *Error) {
	for _, s := range []string{"<>", "<=", ">=", "<", ">", "=", "&", "+", "-", "*", "/", "(", ")", ","} {
		if strings.HasPrefix(source[pos:], s) {
			return pos + len(s), nil
		}
	}
	r, _ := utf8.DecodeRuneInString(source[pos:])
	return 0, errorAt(pos, "the character %q means nothing here", r)
}
