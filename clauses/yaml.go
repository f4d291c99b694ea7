package clauses

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// The messages of the YAML reader that are put into words of ours.
var (
	yamlField = regexp.MustCompile(`^field (.+) not found in type (.+)$`)
	yamlTwice = regexp.MustCompile(`^mapping key "(.+)" already defined at line (\d+)$`)
)

// Misfit is what is wrong with a value of a YAML file, with its place. An
// Unmarshaler returns it as its error.
type Misfit struct{ Problem report.Problem }

func (m *Misfit) Error() string { return m.Problem.Message("en") }

// MisfitAt makes the error for a node; kv are the arguments of the rule.
func MisfitAt(n *yaml.Node, rule string, kv ...string) error {
	return &Misfit{problemAt(rule, report.Pos{Line: n.Line, Column: n.Column}, kv...)}
}

// DecodeYAML reads a file of a library strictly: an unknown key is a problem. What
// is sound is decoded also where something is not.
func DecodeYAML(file string, text []byte, into any) []report.Problem {
	if p := CheckText(file, text); p != nil {
		return []report.Problem{*p}
	}
	d := yaml.NewDecoder(bytes.NewReader(normalise(text)))
	d.KnownFields(true)
	err := d.Decode(into)
	if err == nil {
		return nil
	}
	var several *yaml.LoadErrors
	if !errors.As(err, &several) {
		return []report.Problem{*model.YAMLProblem(file, text, err)}
	}
	var out []report.Problem
	for _, e := range several.Errors {
		out = append(out, constructProblem(file, e, into))
	}
	return out
}

// constructProblem is what is wrong with a value in well-formed YAML.
func constructProblem(file string, e *yaml.LoadError, into any) report.Problem {
	at := report.Pos{File: file, Line: e.Mark.Line, Column: e.Mark.Column}
	var misfit *Misfit
	if errors.As(e, &misfit) {
		p := misfit.Problem
		p.Pos.File = file
		return p
	}
	if m := yamlTwice.FindStringSubmatch(e.Message); m != nil {
		return problemAt("key-twice", at, "key", m[1], "line", m[2])
	}
	if m := yamlField.FindStringSubmatch(e.Message); m != nil {
		return problemAt("library-key", at, "key", m[1], "suggestion", model.Suggest(m[1], keysOf(reflect.TypeOf(into), m[2], map[reflect.Type]bool{})))
	}
	return problemAt("library-value", at)
}

// keysOf finds the type of a name among those that t is made of, and lists the
// keys that it has in YAML.
func keysOf(t reflect.Type, name string, seen map[reflect.Type]bool) []string {
	if seen[t] {
		return nil
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return keysOf(t.Elem(), name, seen)
	case reflect.Struct:
	default:
		return nil
	}
	var keys []string
	for i := range t.NumField() {
		if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" {
			keys = append(keys, key)
		}
	}
	if t.String() == name {
		return keys
	}
	for i := range t.NumField() {
		if found := keysOf(t.Field(i).Type, name, seen); found != nil {
			return found
		}
	}
	return nil
}

// Unreadable reports whether problems of DecodeYAML are graver than an unknown key: what
// was decoded is not what the file says.
func Unreadable(problems []report.Problem) bool {
	for _, p := range problems {
		if p.Rule != "library-key" {
			return true
		}
	}
	return false
}

// Misspelt are the keys that were meant by unknown ones: that they are missing is
// no second fault.
func Misspelt(problems []report.Problem) map[string]bool {
	out := map[string]bool{}
	for _, p := range problems {
		if p.Rule == "library-key" {
			out[p.Args["suggestion"]] = true
		}
	}
	return out
}
