package model

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator/report"
	"go.yaml.in/yaml/v4"
)

// A converter turns YAML nodes into values, typed by the schema: the same text
// is a text where the schema wants text, and a number where it wants a number.
type converter struct {
	source   *Source
	problems []report.Problem
	nodes    int
	full     bool // too many or too deep: nothing more is read
}

func (k *converter) add(n *yaml.Node, rule, path string, args ...string) {
	k.problems = append(k.problems, report.Problem{
		Rule: rule, Path: path, Args: report.Args(args...),
		Pos: report.Pos{File: k.source.name, Line: n.Line, Column: n.Column},
	})
}

// reject reports a value that cannot be used.
func (k *converter) reject(n *yaml.Node, rule, path string, args ...string) {
	k.add(n, rule, path, args...)
	k.source.rejected[path] = true
}

// convert returns nil for what is absent or cannot be used.
func (k *converter) convert(n *yaml.Node, t *Type, path string, depth int) any {
	if n = k.enter(n, path, depth); n == nil {
		return nil
	}
	if isNull(n) {
		return nil
	}
	switch t.Kind {
	case KindObject:
		return k.object(n, t, path, depth)
	case KindMap:
		return k.mapping(n, t, path, depth)
	case KindArray:
		return k.list(n, t, path, depth)
	case KindAny:
		return k.any(n, path, depth)
	}
	if n.Kind != yaml.ScalarNode {
		k.reject(n, "want-"+string(t.Kind), path, "value", "")
		return nil
	}
	switch t.Kind {
	case KindInteger:
		return k.integer(n, path)
	case KindNumber:
		return k.number(n, path)
	case KindBoolean:
		return k.boolean(n, path)
	}
	return k.text(n, t, path)
}

// enter counts a node, follows an alias and checks the tag.
func (k *converter) enter(n *yaml.Node, path string, depth int) *yaml.Node {
	if k.full {
		return nil
	}
	k.nodes++
	switch {
	case depth > maxDepth:
		k.full = true
		k.add(n, "yaml-too-deep", "", "max", strconv.Itoa(maxDepth))
		return nil
	case k.nodes > maxNodes:
		k.full = true
		k.add(n, "yaml-too-many", "", "max", strconv.Itoa(maxNodes))
		return nil
	}
	if n.Kind == yaml.AliasNode {
		if n = follow(n); n == nil {
			return nil
		}
	}
	if n.Style&yaml.TaggedStyle != 0 && !slices.Contains(plainTags, n.ShortTag()) {
		k.reject(n, "yaml-tag", path, "tag", shown(n.Tag))
		return nil
	}
	return n
}

// plainTags may be written out; they say no more than the schema does.
var plainTags = []string{"!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!map", "!!seq"}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" && n.Style&^yaml.TaggedStyle == 0
}

func (k *converter) object(n *yaml.Node, t *Type, path string, depth int) any {
	if n.Kind != yaml.MappingNode {
		k.reject(n, "want-object", path, "value", shown(n.Value))
		return nil
	}
	m := make(map[string]any, len(n.Content)/2)
	before := len(k.problems) // the field before this one
	k.keys(n, path, func(key, value *yaml.Node) {
		f, ok := t.Field(key.Value)
		if !ok && cutByComma(n, value) {
			// What is left of the value before the comma needs no advice of its own.
			left := slices.DeleteFunc(k.problems[before:], func(p report.Problem) bool { return p.Rule == "quote-it" })
			k.problems = k.problems[:before+len(left)]
			k.add(key, "key-comma", joinKey(path, key.Value), "key", shown(key.Value))
			return
		}
		before = len(k.problems)
		if !ok {
			k.add(key, "key-unknown", joinKey(path, key.Value), t.unknown(key.Value)...)
			return
		}
		if v := k.convert(value, f.Type, joinKey(path, f.Name), depth+1); v != nil {
			m[f.Name] = v
		}
	})
	return m
}

// unknown are the arguments of key-unknown: the key and what was meant, or else
// what there is.
func (t *Type) unknown(key string) []string {
	names := t.FieldNames()
	suggestion, allowed := Suggest(key, names), ""
	if suggestion == "" {
		allowed = strings.Join(names, ", ")
	}
	return []string{"key", shown(key), "suggestion", suggestion, "allowed", allowed}
}

// cutByComma reports a key without a value within { }: mostly the rest of a text
// or a number with a comma in it.
func cutByComma(n, value *yaml.Node) bool {
	return n.Style&yaml.FlowStyle != 0 && isNull(value) && value.Value == ""
}

func (k *converter) mapping(n *yaml.Node, t *Type, path string, depth int) any {
	if n.Kind != yaml.MappingNode {
		k.reject(n, "want-object", path, "value", shown(n.Value))
		return nil
	}
	m := make(map[string]any, len(n.Content)/2)
	k.keys(n, path, func(key, value *yaml.Node) {
		if v := k.convert(value, t.Item, joinKey(path, key.Value), depth+1); v != nil {
			m[key.Value] = v
		}
	})
	return m
}

// keys calls do for each key that is a text and comes for the first time.
func (k *converter) keys(n *yaml.Node, path string, do func(key, value *yaml.Node)) {
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content) && !k.full; i += 2 {
		key := follow(n.Content[i])
		switch {
		case key == nil:
		case key.Kind == yaml.ScalarNode && key.ShortTag() == "!!merge":
			k.add(n.Content[i], "yaml-merge", path)
		case key.Kind == yaml.ScalarNode && key.ShortTag() != "!!str" && cutByComma(n, n.Content[i+1]):
			k.add(n.Content[i], "key-comma", path, "key", shown(key.Value))
		case key.Kind != yaml.ScalarNode || key.ShortTag() != "!!str" || key.Value == "":
			k.add(n.Content[i], "key-not-text", path, "key", shown(key.Value))
		case first[key.Value] > 0:
			k.add(n.Content[i], "key-twice", joinKey(path, key.Value), "key", shown(key.Value), "line", strconv.Itoa(first[key.Value]))
		default:
			first[key.Value] = n.Content[i].Line
			do(key, n.Content[i+1])
		}
	}
}

// list keeps an item that cannot be used as an empty one, so that the indexes of
// the others are those of the file.
func (k *converter) list(n *yaml.Node, t *Type, path string, depth int) any {
	if n.Kind != yaml.SequenceNode {
		k.reject(n, "want-list", path, "value", shown(n.Value))
		return nil
	}
	list := make([]any, 0, min(len(n.Content), maxNodes))
	for i, item := range n.Content {
		if k.full {
			break
		}
		v := k.convert(item, t.Item, joinIndex(path, i), depth+1)
		if v == nil {
			v = emptyItem(t.Item.Kind)
		}
		list = append(list, v)
	}
	return list
}

func emptyItem(kind Kind) any {
	switch kind {
	case KindObject, KindMap:
		return map[string]any{}
	case KindInteger:
		return int64(0)
	case KindNumber:
		return 0.0
	case KindBoolean:
		return false
	}
	return ""
}
