package main

import (
	"strconv"
	"strings"
	"unicode"
)

// printable makes text from outside safe to print on a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\u00a0' || strconv.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}
