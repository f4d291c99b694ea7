package model

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// apply makes the edits of a step in a text. With an error comes the path that it
// is about.
func (s migrationStep) apply(text string) (out, at string, err error) {
	pattern := s.Rename + s.Move + s.Values + s.Set
	paths, err := matching(text, pattern)
	if err != nil {
		return "", "", err
	}
	if s.Set != "" {
		if len(paths) > 0 {
			return text, "", nil
		}
		out, err = patchOne(text, Edit{OpSet, s.Set, s.Value})
		return out, s.Set, err
	}
	for _, path := range paths {
		e := Edit{Path: path}
		switch {
		case s.Rename != "":
			e.Op, e.Value = OpRename, s.To
		case s.Move != "":
			e.Op, e.Value = OpMove, fillIndexes(s.To, path)
		default:
			value, ok := s.Map[scalarAt(text, path)]
			if !ok {
				continue
			}
			e.Op, e.Value = OpSet, value
		}
		if text, err = patchOne(text, e); err != nil {
			return "", path, err
		}
	}
	return text, "", nil
}

// matching lists the paths in a text that a pattern stands for: [] is every item
// of a list.
func matching(text, pattern string) ([]string, error) {
	root, problem := parseYAML("", []byte(text))
	if problem != nil {
		return nil, fmt.Errorf("%s", problem.Message("en"))
	}
	parts := strings.Split(pattern, "[]")
	type place struct {
		path string
		node *yaml.Node
	}
	at := []place{{"", root}}
	for i, part := range parts {
		steps, err := ParsePath(strings.TrimPrefix(part, "."))
		if err != nil {
			return nil, err
		}
		var next []place
		for _, p := range at {
			path, node := p.path, p.node
			for _, s := range steps {
				path = joinKey(path, s.Name)
				if _, node = child(node, s); node == nil {
					break
				}
			}
			switch list := follow(node); {
			case node == nil:
			case i == len(parts)-1:
				next = append(next, place{path, node})
			case list != nil && list.Kind == yaml.SequenceNode:
				for j, item := range list.Content {
					next = append(next, place{joinIndex(path, j), item})
				}
			}
		}
		at = next
	}
	var out []string
	for _, p := range at {
		out = append(out, p.path)
	}
	return out, nil
}

// fillIndexes puts the indexes of a path in place of the [] of a pattern.
func fillIndexes(pattern, path string) string {
	steps, err := ParsePath(path)
	if err != nil {
		return pattern
	}
	for _, s := range steps {
		if s.isIndex() {
			pattern = strings.Replace(pattern, "[]", fmt.Sprintf("[%d]", s.Index), 1)
		}
	}
	return pattern
}

// scalarAt is the text of a scalar; empty where there is none.
func scalarAt(text, path string) string {
	root, problem := parseYAML("", []byte(text))
	steps, err := ParsePath(path)
	if problem != nil || err != nil {
		return ""
	}
	node := root
	for _, s := range steps {
		if _, node = child(node, s); node == nil {
			return ""
		}
	}
	if node = follow(node); node == nil || node.Kind != yaml.ScalarNode {
		return ""
	}
	return node.Value
}
