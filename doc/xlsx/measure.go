package xlsx

import (
	"strings"
	"unicode"
)

// Excel does not fit the height of a row to its text when it opens a file, and never
// for merged cells: so lines are counted here. Widths are those of a column, in digits
// of the default font, which is what a file has.

const (
	emPixels    = 14.0 // 10.5 pt at 96 dots an inch
	digitPixels = 7.0  // width of a digit in that size
	cellPadding = 5.0  // pixels, left and right together
	lineHeight  = 14.25
	rowPadding  = 4.0
	maxHeight   = 409.0 // of a row, in points; Excel takes no more
	boldSlack   = 1.06
)

// advance has the widths of the characters from space to ~ in Carlito, which has the
// metrics of Calibri, in thousandths of an em.
var advance = [...]uint16{
	226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
	894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
	291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
}

// em is the width of a text in ems, about.
func em(s string) float64 {
	sum := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~':
			sum += int(advance[r-' '])
		case r == '\u00a0':
			sum += 226
		case strings.ContainsRune("æÆ—…", r):
			sum += 800
		case r > 0x2e7f: // ideographs and pictures are as wide as they are high
			sum += 1000
		case unicode.Is(unicode.Mn, r) || unicode.IsControl(r):
		case unicode.IsUpper(r):
			sum += 620
		default:
			sum += 530
		}
	}
	return float64(sum) / 1000
}

// digits is the width that a column needs for a text on one line.
func digits(s string, scale float64) float64 {
	return (em(s)*emPixels*scale + cellPadding) / digitPixels
}

// lines counts the lines of a text in a column. Scale is the size of its font relative
// to that of the sheet.
func lines(s string, width, scale float64) int {
	room := max(width*digitPixels-cellPadding, 1) / (emPixels * scale)
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += linesOfOne(line, room)
	}
	return n
}

func linesOfOne(s string, room float64) int {
	n, at := 1, 0.0
	for s != "" {
		word := nextWord(s)
		s = s[len(word):]
		bare := em(strings.TrimRight(word, " "))
		if at+bare > room && at > 0 {
			n, at = n+1, 0
		}
		for bare > room { // breaks anywhere
			n, bare = n+1, bare-room
		}
		at += bare + em(" ")*float64(len(word)-len(strings.TrimRight(word, " ")))
	}
	return n
}

// nextWord is the first word of s with the spaces after it.
func nextWord(s string) string {
	i := strings.IndexByte(s, ' ')
	if i < 0 {
		return s
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return s[:i]
}

// widest is the width of the widest line, and of the longest word, of a text.
func widest(s string, scale float64) (line, word float64) {
	for l := range strings.SplitSeq(s, "\n") {
		line = max(line, digits(l, scale))
		for w := range strings.FieldsSeq(l) {
			word = max(word, digits(w, scale))
		}
	}
	return line, word
}

// height is that of a row with so many lines.
func height(lines int, scale float64) float64 {
	return min(float64(lines)*lineHeight*scale+rowPadding, maxHeight)
}
