package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// TextOptions say how a report is written for people. The zero value is English,
// 100 columns wide, without colour and without source lines.
type TextOptions struct {
	Language string // nb, nn or en
	Width    int    // in columns
	Color    bool   // with ANSI escape sequences
	// Source returns the text of a file, so that the line a problem is about can be
	// shown; nil where it is not at hand.
	Source func(file string) []byte
}

// mostProblems is how many a person wants to see; the numbers count all of them.
const mostProblems = 200

// defaultWidth is what fits on a page and in most terminals.
const defaultWidth = 100

// Text writes the report for people: the problems of the case and of each document
// by severity, the open points of each document, what the case silences, what a
// house library replaced, and a line with the numbers.
func Text(w io.Writer, r *Report, o TextOptions) error {
	t := newText(o)
	t.todo = len(r.Problems)
	groups := r.groups()
	kinds := 0
	for _, g := range groups {
		for _, s := range severities {
			kinds += min(len(g.of(s)), 1)
		}
	}
	t.headings = kinds > 1 // one kind is what the last line counts
	for _, g := range groups {
		for _, s := range severities {
			t.groupOf(g.document, s, g.of(s))
		}
		t.openOf(g.document, g.open)
	}
	t.silenced(r.Silenced)
	t.assumed(r.Assumed)
	t.overridden(r.Overridden)
	t.blank()
	t.flow(4, piece{bold, r.Summary(o.Language), false})
	_, err := io.WriteString(w, t.b.String())
	return err
}

// ProblemText writes only the problems, in the form that Text gives them.
func ProblemText(w io.Writer, problems []Problem, o TextOptions) error {
	t := newText(o)
	t.todo = len(problems)
	t.problems(problems)
	_, err := io.WriteString(w, t.b.String())
	return err
}

type textWriter struct {
	o TextOptions
	w *words
	b strings.Builder

	done int // problems that have been written
	todo int // of how many
	// headings: there is more than one kind of problem.
	headings bool
}

func newText(o TextOptions) *textWriter {
	if o.Width <= 0 {
		o.Width = defaultWidth
	}
	return &textWriter{o: o, w: wordsIn(o.Language)}
}

// The escape sequences for the terminal (ECMA-48, 8.3.117).
const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;34"
)

func colorOf(s Severity) string {
	switch s {
	case Warning:
		return yellow
	case Info:
		return blue
	}
	return red
}

func (t *textWriter) paint(color, s string) string {
	if !t.o.Color || color == "" || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func (t *textWriter) line(s string) {
	t.b.WriteString(strings.TrimRight(s, " "))
	t.b.WriteByte('\n')
}

// blank separates two parts.
func (t *textWriter) blank() {
	if t.b.Len() > 0 {
		t.b.WriteByte('\n')
	}
}

// piece is text in one colour.
type piece struct {
	color, text string
	whole       bool // never broken, such as a place, which may have blanks in it
}

// flow writes pieces, broken at blanks. Lines after the first are indented.
func (t *textWriter) flow(indent int, pieces ...piece) {
	col, line := 0, ""
	for _, p := range pieces {
		words := strings.Fields(p.text)
		if p.whole && p.text != "" {
			words = []string{p.text}
		}
		for _, word := range words {
			n := columns(word)
			switch {
			case line == "":
			case col+1+n > t.o.Width:
				t.line(line)
				line, col = strings.Repeat(" ", indent), indent
			default:
				line, col = line+" ", col+1
			}
			line, col = line+t.paint(p.color, word), col+n
		}
	}
	t.line(line)
}

// groupOf writes the problems of one severity under a heading.
func (t *textWriter) groupOf(document string, s Severity, list []Problem) {
	if len(list) == 0 || t.done > mostProblems {
		return
	}
	if t.done < mostProblems && (t.headings || document != "") {
		t.blank()
		t.heading(document, count(len(list), t.w.counted(s)))
		t.line("")
	}
	t.problems(list)
}

// heading names a document and what there is of it.
func (t *textWriter) heading(document, what string) {
	if d := printable(document); d != "" {
		what = d + ": " + what
	}
	t.line(t.paint(bold, what))
}

// problems writes as many as people want to see, and how many there are more.
func (t *textWriter) problems(list []Problem) {
	tall := false // the one before has more than its message
	for _, p := range list {
		t.done++
		if t.done > mostProblems {
			t.blank()
			t.line(strings.ReplaceAll(t.w.more, "{n}", strconv.Itoa(t.todo-mostProblems)))
			return
		}
		if tall {
			t.blank()
		}
		tall = t.problem(p)
	}
}

// problem is `file:line:col: error: path: message [rule]`, the line it is about,
// and the hint; it reports whether it has one of these.
func (t *textWriter) problem(p Problem) bool {
	color := colorOf(p.Severity())
	t.flow(4,
		piece{bold, colon(position(p.Pos)), true},
		piece{color, t.w.severity[p.Severity()] + ":", true},
		piece{"", colon(printable(p.Path)), true},
		piece{"", printable(p.Message(t.o.Language)), false},
		piece{dim, "[" + printable(p.Rule) + "]", true},
	)
	shown := t.source(p.Pos, color)
	labelled := t.labelled("hint", p.Hint(t.o.Language))
	labelled = t.labelled(t.w.basis, p.basis()) || labelled
	if p.Later {
		labelled = t.labelled(t.w.fromPhase, t.w.phase[p.rule().Phase]) || labelled
	}
	if p.Lowered != nil {
		labelled = t.labelled(t.w.reason, p.Lowered.words()) || labelled
	}
	return shown || labelled
}

// labelled writes an indented line with what it is about, and reports whether
// there was anything to say.
func (t *textWriter) labelled(label, text string) bool {
	text = strings.TrimSpace(printable(text))
	if text == "" {
		return false
	}
	start := "  " + label + ": "
	for i, l := range wrap(text, t.o.Width-columns(start)) {
		if i == 0 {
			t.line("  " + t.paint(bold, label+":") + " " + l)
			continue
		}
		t.line(strings.Repeat(" ", columns(start)) + l)
	}
	return true
}

func colon(s string) string {
	if s == "" {
		return ""
	}
	return s + ":"
}

// position is file:line:col as far as it is known.
func position(p Pos) string {
	s := printable(p.File)
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// openOf writes the open points of a document: number, what is missing and who
// supplies it, and below that where it stands in the case.
func (t *textWriter) openOf(document string, list []Open) {
	if len(list) == 0 {
		return
	}
	digits, labels, whos := 2, 0, 0
	for _, o := range list {
		digits = max(digits, len(strconv.Itoa(o.No)))
		labels = max(labels, columns(printable(o.Label)))
		whos = max(whos, columns(t.w.who(o)))
	}
	labels = max(20, min(labels, t.o.Width-digits-6-whos))
	t.blank()
	t.heading(document, count(len(list), t.w.open))
	indent := strings.Repeat(" ", digits+4)
	for _, o := range list {
		for i, l := range wrap(printable(o.Label), labels) {
			if i == 0 {
				t.line(fmt.Sprintf("  %*d  ", digits, o.No) + pad(l, labels) + "  " + printable(t.w.who(o)))
				continue
			}
			t.line(indent + l)
		}
		where := strings.TrimSpace(colon(position(Pos{File: o.Pos.File, Line: o.Pos.Line})) + " " + printable(o.Path))
		t.line(indent + t.paint(dim, where))
	}
}

// silenced writes the warnings that the case silences, each with the reason.
func (t *textWriter) silenced(list []Problem) {
	if len(list) == 0 {
		return
	}
	t.blank()
	t.heading("", count(len(list), t.w.silenced))
	for _, p := range list {
		where, path := colon(position(Pos{File: p.Pos.File, Line: p.Pos.Line})), colon(printable(p.Path))
		if where == "" {
			where, path = path, ""
		}
		t.flow(4, piece{dim, "  " + where, true}, piece{"", path, true}, piece{"", printable(p.Message(t.o.Language)), false},
			piece{dim, "[" + printable(p.Rule) + "]", true})
		t.labelled("  "+t.w.reason, p.Lowered.words())
	}
}

func (t *textWriter) overridden(files []string) {
	if len(files) == 0 {
		return
	}
	t.blank()
	t.line(t.paint(bold, t.w.replaced))
	for _, f := range files {
		t.line("  " + printable(f))
	}
}
