package clauses

import (
	"bytes"
	"cmp"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/generator/report"
)

var (
	yamlLine  = regexp.MustCompile(`^(?:yaml: )?line (\d+): `)
	yamlField = regexp.MustCompile(`^field (\S+) not found in type \S+$`)
)

// DecodeYAML reads a file of a library strictly: an unknown key is a problem.
func DecodeYAML(file string, text []byte, into any) []report.Problem {
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	err := d.Decode(into)
	if err == nil {
		return nil
	}
	var several *yaml.LoadErrors
	if !errors.As(err, &several) {
		return []report.Problem{yamlProblem(file, err.Error(), 0, 0)}
	}
	var out []report.Problem
	for _, e := range several.Errors {
		out = append(out, yamlProblem(file, e.Message, e.Mark.Line, e.Mark.Column))
	}
	return out
}

// yamlProblem takes the place out of a message of the YAML reader, and the names
// of Go types.
func yamlProblem(file, message string, line, column int) report.Problem {
	at := report.Pos{File: file, Line: line, Column: column}
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		inner, _ := strconv.Atoi(m[1])
		if inner != line {
			at.Line, at.Column = cmp.Or(inner, line), 0
		}
		message = message[len(m[0]):]
	}
	if m := yamlField.FindStringSubmatch(message); m != nil {
		message = "the key " + m[1] + " is not known here"
	}
	return problemAt("library-yaml", at, "reason", strings.TrimPrefix(message, "yaml: "))
}
