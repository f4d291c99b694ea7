package model

import (
	"strings"
	"unicode/utf8"
)

// Suggest finds the candidate that word most likely was meant to be, or "". The
// first of equals wins. Letter case does not count.
func Suggest(word string, candidates []string) string {
	if word == "" || len(word) > 100 {
		return ""
	}
	best, least := "", 0
	lower := strings.ToLower(word)
	for _, c := range candidates {
		d := distance(lower, strings.ToLower(c))
		if best == "" || d < least {
			best, least = c, d
		}
	}
	// A third of the letters may be wrong; a short word needs a near match.
	if best == "" || least > max(1, utf8.RuneCountInString(word)/3) {
		return ""
	}
	if least == utf8.RuneCountInString(word) {
		return "" // nothing in common
	}
	return best
}

// distance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
