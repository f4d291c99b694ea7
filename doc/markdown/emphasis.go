package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join puts pieces together with emphasis. Asterisks mark it where they are sure
// to be read as such, and HTML tags where they are not: CommonMark decides by the
// characters on both sides (section 6.2, flanking delimiter runs).
func join(pieces []piece) string {
	var b strings.Builder
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		for i+1 < len(pieces) && pieces[i+1].bold == p.bold && pieces[i+1].italic == p.italic {
			i++
			p.s += pieces[i].s
		}
		if !p.bold && !p.italic {
			b.WriteString(p.s)
			continue
		}
		after := ""
		if i+1 < len(pieces) {
			after = pieces[i+1].s
			if pieces[i+1].bold || pieces[i+1].italic {
				after = "*" // runs of asterisks must not meet
			}
		}
		b.WriteString(emphasise(p, b.String(), after))
	}
	return b.String()
}

func emphasise(p piece, before, after string) string {
	if !strings.Contains(p.s, "\n") && opens(before, p.s) && closes(p.s, after) {
		stars := "**"
		if p.italic {
			stars = "*"
			if p.bold {
				stars = "***"
			}
		}
		return stars + p.s + stars
	}
	if p.bold {
		p.s = "<strong>" + p.s + "</strong>"
	}
	if p.italic {
		p.s = "<em>" + p.s + "</em>"
	}
	return p.s
}

// opens tells whether asterisks between the two texts are sure to begin emphasis.
func opens(before, s string) bool {
	switch first, _ := utf8.DecodeRuneInString(s); {
	case unicode.IsSpace(first):
		return false
	case unicode.IsLetter(first) || unicode.IsDigit(first):
		return !strings.HasSuffix(before, "*")
	}
	return before == "" || strings.HasSuffix(before, " ") || strings.HasSuffix(before, "\n")
}

// closes tells whether asterisks between the two texts are sure to end emphasis.
func closes(s, after string) bool {
	switch last, _ := utf8.DecodeLastRuneInString(s); {
	case unicode.IsSpace(last):
		return false
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		return !strings.HasPrefix(after, "*")
	}
	return after == "" || strings.HasPrefix(after, " ") || strings.HasPrefix(after, "\n") || strings.HasPrefix(after, soft)
}
