package model

import (
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/generator/report"
	"go.yaml.in/yaml/v4"
)

// Source is where a case was read from: its text, and the place of every node.
type Source struct {
	name string
	text []byte
	root *yaml.Node // the mapping; nil when the text is no mapping
	// rejected are the paths of values that are there but cannot be used: they
	// are problems, and so not open points.
	rejected map[string]bool
	problems []report.Problem // of reading the text
}

// Name of the file, as Load was told.
func (s *Source) Name() string { return s.name }

// Text of the file. The caller must not change it.
func (s *Source) Text() []byte { return s.text }

// Pos is the place of the node at path: of a scalar its own, of an object or a
// list that of its key. Where there is no such node, it is the place of the
// nearest one above it.
func (s *Source) Pos(path string) report.Pos {
	steps, err := ParsePath(path)
	if err != nil || s == nil {
		return report.Pos{}
	}
	return s.posOf(steps)
}

func (s *Source) posOf(steps []Step) report.Pos {
	pos := report.Pos{File: s.name}
	if s.root == nil {
		return pos
	}
	at := s.root
	pos.Line, pos.Column = at.Line, at.Column
	for _, step := range steps {
		key, value := child(at, step)
		if value == nil {
			return pos
		}
		at = value
		if n := place(key, value); n.Line > 0 {
			pos.Line, pos.Column = n.Line, n.Column
		}
	}
	return pos
}

// place is the node that stands for key and value in a message.
func place(key, value *yaml.Node) *yaml.Node {
	if key == nil || value.Kind == yaml.ScalarNode && value.Value != "" || value.Kind == yaml.AliasNode {
		return value
	}
	return key
}

// child finds the node one step below; key is nil in a list. An alias is
// followed.
func child(n *yaml.Node, s Step) (key, value *yaml.Node) {
	n = follow(n)
	switch {
	case n == nil:
	case s.isIndex() && n.Kind == yaml.SequenceNode && s.Index < len(n.Content):
		return nil, n.Content[s.Index]
	case !s.isIndex() && n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == s.Name {
				return n.Content[i], n.Content[i+1]
			}
		}
	}
	return nil, nil
}

// follow returns the node that an alias stands for.
func follow(n *yaml.Node) *yaml.Node {
	for i := 0; n != nil && n.Kind == yaml.AliasNode; i++ {
		if i > maxDepth {
			return nil
		}
		n = n.Alias
	}
	return n
}

// PosOf is the place of the node at path, or of the nearest one above it; the
// zero Pos for a case that was made in Go. Facts that the processor takes over
// from a supplier have the processor's place.
func (c *Case) PosOf(path string) report.Pos { return c.source.Pos(c.Original(path)) }

// Problem is a problem of a rule at a path of the case; the arguments come in pairs
// of name and value.
func (c *Case) Problem(rule, path string, args ...string) report.Problem {
	return report.Problem{Rule: rule, Path: path, Pos: c.PosOf(path), Args: report.Args(args...)}
}

// shown shortens a value for a message and puts it on one line.
func shown(s string) string {
	const most = 60 // characters that a message has room for
	out := make([]rune, 0, most)
	for _, r := range s {
		if len(out) == most {
			return string(out) + "…"
		}
		if !strconv.IsPrint(r) {
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}

// Problems are those that reading the text gave: of YAML, type and key. What the
// schema and the values say comes from Validate.
func (s *Source) Problems() []report.Problem {
	if s == nil {
		return nil
	}
	return slices.Clone(s.problems)
}
