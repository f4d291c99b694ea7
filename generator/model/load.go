package model

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/samsvar/samsvar/generator/report"
	"go.yaml.in/yaml/v4"
)

// DefaultMaxBytes is the size of a case file that Load accepts when nothing else
// is said: 10 MiB, some hundred times a large case.
const DefaultMaxBytes = 10 << 20

// What a case file may hold at most. An alias counts as what it stands for.
const (
	maxNodes = 100_000
	maxDepth = 50
)

// LoadOptions say how a case is read; the zero value is ready for use.
type LoadOptions struct {
	// MaxBytes is the largest size of the file; DefaultMaxBytes where zero.
	MaxBytes int64
	// Documents describes the facts below documents.<id>; without it, they are
	// read as YAML has them.
	Documents *DocumentTypes
}

// Load reads a case from YAML or JSON. Name stands in positions and is never
// opened.
//
// The case is nil when the text is not one YAML mapping, or of another format than
// this package reads (see Migrate). Otherwise it holds all
// that could be read, and the problems are all that were found, sorted by place:
// of YAML, type and key, then of the schema, and of rules that need no other
// knowledge than the case. What is absent is no problem; see Case.Open.
func Load(name string, r io.Reader, o LoadOptions) (*Case, []report.Problem) {
	text, problem := readText(name, r, o.MaxBytes)
	if problem != nil {
		return nil, []report.Problem{*problem}
	}
	src := &Source{name: name, text: text, rejected: map[string]bool{}}
	value, problems := src.parse(o)
	src.problems = slices.Clone(problems)
	if src.root == nil {
		return nil, problems
	}
	c := &Case{source: src, types: o.Documents}
	assignStruct(c, value)
	problems = append(problems, c.Validate()...)
	report.SortProblems(problems)
	return c, problems
}

// parse reads the text into the generic value of the schema. The root stays nil
// when there is no mapping.
func (s *Source) parse(o LoadOptions) (map[string]any, []report.Problem) {
	root, problem := parseYAML(s.name, s.text)
	if problem != nil {
		return nil, []report.Problem{*problem}
	}
	if problem := s.otherFormat(root); problem != nil {
		return nil, []report.Problem{*problem}
	}
	k := converter{source: s}
	value, _ := k.convert(root, o.Documents.Root(), "", 0).(map[string]any)
	if k.full {
		return nil, k.problems
	}
	s.root = root
	return value, k.problems
}

// readText reads at most one byte more than allowed.
func readText(name string, r io.Reader, most int64) ([]byte, *report.Problem) {
	if most <= 0 {
		most = DefaultMaxBytes
	}
	fail := func(rule string, line, column int, args ...string) ([]byte, *report.Problem) {
		return nil, &report.Problem{Rule: rule, Pos: report.Pos{File: name, Line: line, Column: column}, Args: report.Args(args...)}
	}
	text, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return fail("file-unreadable", 0, 0, "error", err.Error())
	}
	if int64(len(text)) > most {
		return fail("file-too-large", 0, 0, "max", size(most))
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(text, bom))) == 0 {
		return fail("file-empty", 0, 0)
	}
	if i := badByte(text); i >= 0 {
		line, column := lineColumn(text, i)
		rule := "file-binary"
		if r, n := utf8.DecodeRune(text[i:]); r == utf8.RuneError && n <= 1 {
			rule = "file-not-utf8"
		}
		return fail(rule, line, column)
	}
	return text, nil
}

var bom = []byte("\uFEFF")

func size(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return strconv.FormatInt(n, 10) + " byte"
}

// badByte finds the first byte that is not UTF-8 or a control character that
// YAML does not allow (YAML 1.2.2, section 5.1), -1 when there is none.
func badByte(text []byte) int {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 || r == 0xFFFE || r == 0xFFFF || r >= 0x80 && r < 0xa0 && r != 0x85 {
			return i
		}
		i += n
	}
	return -1
}

// lineColumn of a byte offset, from 1 and in characters.
func lineColumn(text []byte, offset int) (line, column int) {
	before := text[:offset]
	line = 1 + bytes.Count(before, []byte("\n"))
	start := bytes.LastIndexByte(before, '\n') + 1
	return line, 1 + utf8.RuneCount(bytes.TrimPrefix(before[start:], bom))
}

// parseYAML reads the one document of the text.
func parseYAML(name string, text []byte) (*yaml.Node, *report.Problem) {
	fail := func(rule string, n *yaml.Node, args ...string) (*yaml.Node, *report.Problem) {
		p := &report.Problem{Rule: rule, Pos: report.Pos{File: name}, Args: report.Args(args...)}
		if n != nil {
			p.Pos.Line, p.Pos.Column = n.Line, n.Column
		}
		return nil, p
	}
	if crowded(text) {
		return fail("yaml-too-many", nil, "max", strconv.Itoa(maxNodes))
	}
	loader, err := yaml.NewLoader(bytes.NewReader(text))
	if err != nil {
		return nil, YAMLProblem(name, text, err)
	}
	var first, second yaml.Node
	if err := loader.Load(&first); err == io.EOF {
		return fail("file-empty", nil)
	} else if err != nil {
		return nil, YAMLProblem(name, text, err)
	}
	if err := loader.Load(&second); err == nil {
		n := &second
		if len(n.Content) > 0 {
			n = n.Content[0]
		}
		return fail("yaml-documents", n)
	} else if err != io.EOF {
		return nil, YAMLProblem(name, text, err)
	}
	n := &first
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "":
		return fail("file-empty", nil)
	case n.Kind != yaml.MappingNode:
		return fail("yaml-no-mapping", n)
	}
	return n, nil
}

// crowded reports whether the text may hold so many nodes that parsing it would
// take memory out of proportion. Each node needs one of these characters.
func crowded(text []byte) bool {
	n := 0
	for _, c := range text {
		switch c {
		case '\n', ',', ':', '[', '{', '-', '?':
			n++
		}
	}
	return n > 1_000_000
}
