package report

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabStop is how wide a tab is shown.
const tabStop = 4

// source shows the line that a problem is about, with a caret below the column,
// and reports whether there is one.
func (t *textWriter) source(p Pos, color string) bool {
	if t.o.Source == nil || p.Line <= 0 {
		return false
	}
	line, ok := lineOf(t.o.Source(p.File), p.Line)
	if !ok {
		return false
	}
	gutter := strconv.Itoa(p.Line)
	blank := strings.Repeat(" ", len(gutter))
	shown, caret := window(line, p.Column, t.o.Width-len(gutter)-5)
	t.line("  " + t.paint(dim, gutter+" |") + " " + shown)
	if p.Column > 0 {
		t.line("  " + t.paint(dim, blank+" |") + " " + strings.Repeat(" ", caret) + t.paint(color, "^"))
	}
	return true
}

// lineOf finds a line of the text, without its end.
func lineOf(text []byte, n int) (string, bool) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	for ; n > 1; n-- {
		i := bytes.IndexByte(text, '\n')
		if i < 0 {
			return "", false
		}
		text = text[i+1:]
	}
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	const most = 1 << 16 // bytes of a line that are looked at
	if len(text) > most {
		text = text[:most]
	}
	line := strings.TrimSuffix(string(text), "\r")
	return line, strings.TrimSpace(line) != "" && !binary(line)
}

// binary reports whether most of a line would be replaced.
func binary(line string) bool {
	return 4*strings.Count(printable(line), string(unicode.ReplacementChar)) > utf8.RuneCountInString(line)
}

// window cuts a line so that the column (in characters, from 1) is seen in width
// columns, and says how many columns stand before it. A tab is shown as an arrow,
// since it often is what is wrong.
func window(line string, column, width int) (shown string, caret int) {
	var cells []string // what each character is shown as
	col, at := 0, -1
	for i, r := range []rune(line) {
		cell := printable(string(r))
		if r == '\t' {
			cell = "→" + strings.Repeat(" ", tabStop-1-col%tabStop)
		}
		if i+1 == column {
			at = len(cells)
		}
		cells = append(cells, cell)
		col += columns(cell)
	}
	if at < 0 { // at the end, or past it
		at = len(cells)
	}
	before, after := columns(strings.Join(cells[:at], "")), columns(strings.Join(cells[at:], ""))
	if before+max(after, 1) <= width {
		return strings.Join(cells, ""), before
	}
	// Half of the width before the column, as far as there is text for the rest.
	from, to := at, at
	used, half := 0, width/2
	if after < width-half {
		half = width - max(after, 1) - 2
	}
	for from > 0 && used+columns(cells[from-1]) <= half-1 {
		from--
		used += columns(cells[from])
	}
	caret = used
	if from > 0 {
		shown, caret = "…", used+1
	}
	used = caret
	for to < len(cells) && used+columns(cells[to]) <= width-1 {
		used += columns(cells[to])
		to++
	}
	shown += strings.Join(cells[from:to], "")
	if to < len(cells) {
		shown += "…"
	}
	return shown, caret
}
