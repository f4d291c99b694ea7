package model

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/samsvar/samsvar/generator/report"
	"go.yaml.in/yaml/v4"
)

// YAMLProblem rewords an error of the YAML reader: the text of the file name is no
// YAML.
func YAMLProblem(name string, text []byte, err error) *report.Problem {
	p := &report.Problem{Rule: "yaml-syntax", Pos: report.Pos{File: name}}
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		p.Args = report.Args("detail", err.Error())
		return p
	}
	mark := e.Mark
	if mark.Line == 0 {
		mark = e.ContextMark
	}
	p.Pos.Line, p.Pos.Column = mark.Line, mark.Column
	line := textLine(text, mark.Line)
	if column := tabColumn(line, mark.Column); column > 0 {
		p.Rule, p.Pos.Column = "yaml-tab", column
		return p
	}
	p.Rule = yamlRule(e.Message + " " + e.ContextMsg)
	p.Args = report.Args("detail", e.Message)
	switch p.Rule {
	case "yaml-character":
		p.Args["character"] = runeAt(line, mark.Column)
	case "yaml-unclosed":
		if e.ContextMark.Line > 0 { // where the quote was opened
			p.Pos.Line, p.Pos.Column = e.ContextMark.Line, e.ContextMark.Column
		}
	case "yaml-bracket":
		if c := e.ContextMark; c.Line > 0 && mark.Line > bytes.Count(bytes.TrimRight(text, "\n"), []byte("\n"))+1 {
			p.Pos.Line, p.Pos.Column = c.Line, c.Column // where it was opened: the end of the file is no place
		}
	case "yaml-alias":
		_, quoted, _ := strings.Cut(e.Message, "'")
		p.Args["name"], _, _ = strings.Cut(quoted, "'")
	}
	return p
}

// yamlRule finds the rule for a message of the YAML reader; one that is not
// listed stays as it is, in English.
func yamlRule(message string) string {
	for _, k := range []struct{ part, rule string }{
		{"tab character", "yaml-tab"},
		{"mapping values are not allowed", "yaml-colon"},
		{"block sequence entries are not allowed", "yaml-indent"},
		{"mapping keys are not allowed", "yaml-indent"},
		{"unexpected end of stream", "yaml-unclosed"},
		{"unexpected document indicator", "yaml-unclosed"},
		{"cannot start any token", "yaml-character"},
		{"unknown escape", "yaml-escape"},
		{"hexdecimal", "yaml-escape"},
		{"unknown anchor", "yaml-alias"},
		{"undefined alias", "yaml-alias"},
		{"expected ',' or", "yaml-bracket"},
		{"expected ':'", "yaml-key"},
		{"did not find expected", "yaml-indent"},
		{"depth", "yaml-too-deep"},
		{"invalid Unicode", "file-not-utf8"},
		{"control characters", "file-binary"},
	} {
		if strings.Contains(message, k.part) {
			return k.rule
		}
	}
	return "yaml-syntax"
}

func textLine(text []byte, line int) []byte {
	for ; line > 1; line-- {
		_, after, ok := bytes.Cut(text, []byte("\n"))
		if !ok {
			return nil
		}
		text = after
	}
	text, _, _ = bytes.Cut(text, []byte("\n"))
	return text
}

// tabColumn is the column of a tab that the line is indented with, or that
// stands at column; zero when there is none.
func tabColumn(line []byte, column int) int {
	indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
	if i := bytes.IndexByte(indent, '\t'); i >= 0 {
		return i + 1
	}
	if runeAt(line, column) == "\t" {
		return column
	}
	return 0
}

func runeAt(line []byte, column int) string {
	for ; column > 1 && len(line) > 0; column-- {
		_, n := utf8.DecodeRune(line)
		line = line[n:]
	}
	if len(line) == 0 {
		return ""
	}
	r, _ := utf8.DecodeRune(line)
	return string(r)
}
