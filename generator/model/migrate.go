package model

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/samsvar/samsvar/generator/report"
	"go.yaml.in/yaml/v4"
)

//go:embed migrations.yaml
var migrationsYAML []byte

// A migration is how one format becomes the next.
type migration struct {
	From  int             `yaml:"from"`
	Steps []migrationStep `yaml:"steps"`
}

// A migrationStep is one of rename, move, values and set; see migrations.yaml.
type migrationStep struct {
	Rename string            `yaml:"rename"`
	Move   string            `yaml:"move"`
	To     string            `yaml:"to"`
	Values string            `yaml:"values"`
	Map    map[string]string `yaml:"map"`
	Set    string            `yaml:"set"`
	Value  any               `yaml:"value"`
}

var migrations = sync.OnceValue(func() []migration {
	list, err := readMigrations(migrationsYAML)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	return list
})

// readMigrations checks that the formats follow each other up to this one, and
// that each step is of one kind.
func readMigrations(text []byte) ([]migration, error) {
	var list []migration
	if err := yaml.Load(text, &list, yaml.WithKnownFields()); err != nil {
		return nil, err
	}
	for i, m := range list {
		if m.From != i {
			return nil, fmt.Errorf("format %d stands where %d should", m.From, i)
		}
		for j, s := range m.Steps {
			kinds := 0
			for _, path := range []string{s.Rename, s.Move, s.Values, s.Set} {
				if path != "" {
					kinds++
				}
			}
			if kinds != 1 || (s.Rename != "" || s.Move != "") != (s.To != "") || (s.Values != "") != (len(s.Map) > 0) || (s.Set != "") != (s.Value != nil) {
				return nil, fmt.Errorf("format %d, step %d is not one of rename, move, values and set", i, j+1)
			}
		}
	}
	if len(list) != Format {
		return nil, fmt.Errorf("there are migrations up to format %d, not %d", len(list), Format)
	}
	return list, nil
}

// Migration is a case file in this format, and what it was.
type Migration struct {
	From int // the format of the file
	Text []byte
}

// Migrate brings the text of a case file of an older format into this one. Only
// the text of the values concerned changes: comments, order and form elsewhere
// stay byte by byte. After each step the text is read again and compared with what
// the step should give. A file of this format is returned as it is. The problem
// tells why it cannot be done: the text cannot be read, has a newer format or
// none, or has both the old and the new of a key.
func Migrate(name string, text []byte) (*Migration, *report.Problem) {
	root, problem := rootOf(name, text)
	if problem != nil {
		return nil, problem
	}
	from, ok := formatOf(root)
	if !ok {
		p := (&Source{name: name, root: root}).formatProblem("format-missing", "")
		return nil, &p
	}
	if from > Format || from < 0 {
		p := (&Source{name: name, root: root}).formatProblem("format-new", strconv.Itoa(from))
		return nil, &p
	}
	m := &Migration{From: from, Text: text}
	for format := from; format < Format; format++ {
		for _, s := range migrations()[format].Steps {
			changed, at, err := s.apply(string(m.Text))
			if err != nil {
				return nil, m.failed(name, at, err)
			}
			m.Text = []byte(changed)
		}
		changed, err := patchOne(string(m.Text), Edit{OpSet, "samsvar", format + 1})
		if err != nil {
			return nil, m.failed(name, "samsvar", err)
		}
		m.Text = []byte(changed)
	}
	return m, nil
}

// failed tells why a step could not be done.
func (m *Migration) failed(name, path string, err error) *report.Problem {
	src := &Source{name: name, text: m.Text}
	src.root, _ = rootOf(name, m.Text)
	p := &report.Problem{Rule: "migrate-failed", Path: path, Pos: src.Pos(path), Args: report.Args("reason", err.Error())}
	switch {
	case errors.Is(err, errTaken):
		p.Rule = "migrate-taken"
	case errors.Is(err, errShared), errors.Is(err, errAnchor):
		p.Rule = "migrate-shared"
	}
	return p
}

// rootOf reads the mapping of a text.
func rootOf(name string, text []byte) (*yaml.Node, *report.Problem) {
	if i := badByte(text); i >= 0 {
		line, column := lineColumn(text, i)
		return nil, &report.Problem{Rule: "file-binary", Pos: report.Pos{File: name, Line: line, Column: column}}
	}
	return parseYAML(name, text)
}

// formatOf is the number in samsvar; false when there is none.
func formatOf(root *yaml.Node) (int, bool) {
	_, value := child(root, Step{Name: "samsvar"})
	if value = follow(value); value == nil || value.Kind != yaml.ScalarNode || value.ShortTag() != "!!int" {
		return 0, false
	}
	n, err := strconv.Atoi(value.Value)
	return n, err == nil
}

// otherFormat is the problem of a file whose format this program does not read:
// what else is said of it would be said by the wrong measure.
func (s *Source) otherFormat(root *yaml.Node) *report.Problem {
	n, ok := formatOf(root)
	if !ok || n == Format || n < 0 {
		return nil
	}
	rule := "format-new"
	if n < Format {
		rule = "format-old"
	}
	p := (&Source{name: s.name, root: root}).formatProblem(rule, strconv.Itoa(n))
	return &p
}

func (s *Source) formatProblem(rule, value string) report.Problem {
	return report.Problem{Rule: rule, Path: "samsvar", Pos: s.Pos("samsvar"), Args: report.Args("value", value, "format", strconv.Itoa(Format))}
}
