package report

import (
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Markdown writes the report as GitHub Flavored Markdown for a pull request or an
// issue: a line with the numbers, then for the case and each document its problems
// as lists by severity and its open points as a table, and last what the case
// silences. Each place is a link to the line, relative to where the files stand.
// Language is nb, nn or en.
func Markdown(w io.Writer, r *Report, language string) error {
	m := &markdown{w: wordsIn(language), language: language}
	m.line("**" + escape("samsvar: "+r.Summary(language)) + "**")
	for _, g := range r.groups() {
		m.group(g)
	}
	if len(r.Silenced) > 0 {
		m.head(count(len(r.Silenced), m.w.silenced))
		for _, p := range r.Silenced {
			m.problem(p)
		}
	}
	m.assumed(r.Assumed)
	if len(r.Overridden) > 0 {
		m.head(m.w.replaced)
		for _, f := range r.Overridden {
			m.line("- " + code(f))
		}
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

type markdown struct {
	w        *words
	language string
	b        strings.Builder
}

func (m *markdown) line(s string) {
	m.b.WriteString(s)
	m.b.WriteByte('\n')
}

func (m *markdown) head(s string) { m.line("\n### " + escape(s) + "\n") }

func (m *markdown) group(g group) {
	name := g.document
	if name == "" {
		name = m.w.caseWord
	}
	for _, s := range severities {
		list := g.of(s)
		if len(list) == 0 {
			continue
		}
		m.head(name + ": " + count(len(list), m.w.counted(s)))
		for _, p := range list {
			m.problem(p)
		}
	}
	if len(g.open) > 0 {
		m.head(name + ": " + count(len(g.open), m.w.open))
		c := m.w.columns
		m.line("| " + escape(c[0]) + " | " + escape(c[1]) + " | " + escape(c[2]) + " | " + escape(c[3]) + " |")
		m.line("|---:|---|---|---|")
		for _, o := range g.open {
			m.line("| " + strconv.Itoa(o.No) + " | " + escape(o.Label) + " | " + escape(m.w.who(o)) + " | " + strings.TrimSpace(link(o.Pos)+" "+strings.ReplaceAll(code(o.Path), "|", `\|`)) + " |")
		}
	}
}

// problem is an item of a list: the place, the finding and the rule, and below
// that what to do and where the rule comes from.
func (m *markdown) problem(p Problem) {
	var parts []string
	for _, s := range []string{link(p.Pos), code(p.Path)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	message := escape(p.Message(m.language))
	if len(parts) == 0 { // so that no value begins the item, where "1." is a list
		parts = append(parts, code(p.Rule), message)
	} else {
		parts = append(parts, message, code(p.Rule))
	}
	m.line("- " + strings.Join(parts, " "))
	more := func(label, text string) {
		if text = strings.TrimSpace(text); text != "" {
			m.line("  - " + escape(label) + ": " + escape(text))
		}
	}
	if p.Lowered == nil || !p.Lowered.Silenced {
		more("hint", p.Hint(m.language))
	}
	more(m.w.basis, p.basis())
	if p.Later {
		more(m.w.fromPhase, m.w.phase[p.rule().Phase])
	}
	if p.Lowered != nil {
		more(m.w.reason, p.Lowered.words())
	}
}

// link leads to a line of a file; a file without a name on disk is only named.
func link(p Pos) string {
	switch {
	case p.File == "":
		return ""
	case strings.HasPrefix(p.File, "<"):
		return code(position(Pos{File: p.File, Line: p.Line}))
	}
	to := strings.NewReplacer("(", "%28", ")", "%29").Replace(fileURI(p.File))
	if p.Line > 0 {
		to += "#L" + strconv.Itoa(p.Line)
	}
	return "[" + escape(position(Pos{File: p.File, Line: p.Line})) + "](" + to + ")"
}

// code shows a name as code, with more backticks around it than are in it.
func code(s string) string {
	if s = strings.TrimSpace(printable(s)); s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + s + fence
}

// escape makes text of a case or a file name mean nothing to Markdown or HTML,
// and name nobody.
func escape(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range printable(s) {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>()#+!|~&$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '@' && !unicode.IsLetter(before) && !unicode.IsDigit(before):
			b.WriteString("@\u2060") // a word joiner: @name would call somebody
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}
