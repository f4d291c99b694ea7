package clauses

import (
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/generator/report"
)

// YAMLPlace finds where something stands in a YAML file. The path holds keys of
// mappings, and of lists an index from 0, the text of an item, or the id (or the
// key) of one. Where the path leads nowhere, it is the place of what holds it, or
// the first line. It is meant for files with a problem: the text is parsed anew.
func YAMLPlace(file string, text []byte, path ...string) report.Pos {
	at := report.Pos{File: file, Line: 1, Column: 1}
	var root yaml.Node
	if yaml.Unmarshal(normalise(text), &root) != nil || len(root.Content) == 0 {
		return at
	}
	n := root.Content[0]
	if n.Line > 0 && len(path) == 0 {
		at.Line, at.Column = n.Line, n.Column
	}
	for _, step := range path {
		place, next := child(n, step)
		if place == nil {
			break
		}
		at.Line, at.Column = place.Line, place.Column
		n = next
	}
	return at
}

// child finds a step in a node: where it begins (its key, or the item) and what
// stands there.
func child(n *yaml.Node, step string) (place, value *yaml.Node) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				return n.Content[i], n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if item.Kind == yaml.ScalarNode && item.Value == step || valueOf(item, "id") == step || valueOf(item, "key") == step {
				return item, item
			}
		}
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i], n.Content[i]
		}
	}
	return nil, nil
}

// valueOf is the text at a key of a mapping.
func valueOf(n *yaml.Node, key string) string {
	if n.Kind != yaml.MappingNode {
		return ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1].Value
		}
	}
	return ""
}
