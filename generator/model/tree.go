package model

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A tree is what a YAML text says, without its form: what a patch may change and
// what it must leave alone are compared on it.
type tree struct {
	tag   string // !!map, !!seq, or that of a scalar
	value string // of a scalar
	keys  []string
	items []*tree // the values of the keys, or the items of a list
}

// treeOf reads nodes; where tells which tree stands for a node. Aliases are
// written out.
func treeOf(n *yaml.Node, where map[*yaml.Node]*tree, budget *int) (*tree, error) {
	if *budget--; *budget < 0 {
		return nil, errors.New("the file has too many values")
	}
	alias := n.Kind == yaml.AliasNode
	if n = follow(n); n == nil {
		return nil, errors.New("an alias stands for itself")
	}
	t := &tree{tag: n.ShortTag(), value: n.Value}
	if !alias && where != nil {
		where[n] = t
	}
	if alias {
		where = nil // an edit below an alias would change two places
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			k := follow(c)
			if k == nil || k.Kind != yaml.ScalarNode {
				return nil, errors.New("a key is not a text")
			}
			t.keys = append(t.keys, k.Value)
			continue
		}
		item, err := treeOf(c, where, budget)
		if err != nil {
			return nil, err
		}
		t.items = append(t.items, item)
	}
	return t, nil
}

// treeFrom makes a tree of a Go value: text, numbers, booleans, and maps, lists
// and structs of them. Keys come in the order of the schema, the others sorted.
func treeFrom(v any, t *Type) (*tree, error) {
	switch x := view(reflect.ValueOf(v)).(type) {
	case nil:
		return nil, errors.New("there is no value; delete removes one")
	default:
		return treeOfValue(x, t), nil
	}
}

func treeOfValue(v any, t *Type) *tree {
	switch v := v.(type) {
	case int64:
		return &tree{tag: "!!int", value: strconv.FormatInt(v, 10)}
	case bool:
		return &tree{tag: "!!bool", value: strconv.FormatBool(v)}
	case float64:
		s := strconv.FormatFloat(v, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return &tree{tag: "!!float", value: s}
	case []any:
		out := &tree{tag: "!!seq"}
		for i, x := range v {
			out.items = append(out.items, treeOfValue(x, t.childOr(Step{Index: i})))
		}
		return out
	case map[string]any:
		out := &tree{tag: "!!map"}
		keys := sortedKeys(v)
		if t != nil && t.Kind == KindObject {
			order := func(k string) int {
				if i, ok := t.byName[k]; ok {
					return i
				}
				return len(t.Fields)
			}
			slices.SortStableFunc(keys, func(a, b string) int { return order(a) - order(b) })
		}
		for _, key := range keys {
			out.keys = append(out.keys, key)
			out.items = append(out.items, treeOfValue(v[key], t.childOr(Step{Name: key})))
		}
		return out
	}
	return &tree{tag: "!!str", value: v.(string)}
}

func (t *Type) childOr(s Step) *Type {
	if t == nil {
		return nil
	}
	return t.child(s)
}

// wrap puts a tree below the steps of a path that is not there yet.
func wrap(steps []Step, t *tree) (*tree, error) {
	for i := len(steps) - 1; i >= 0; i-- {
		switch {
		case !steps[i].isIndex():
			t = &tree{tag: "!!map", keys: []string{steps[i].Name}, items: []*tree{t}}
		case steps[i].Index == 0:
			t = &tree{tag: "!!seq", items: []*tree{t}}
		default:
			return nil, errors.New("the list has no item before it")
		}
	}
	return t, nil
}

func (t *tree) equal(u *tree) bool {
	return t.tag == u.tag && t.value == u.value && slices.Equal(t.keys, u.keys) &&
		slices.EqualFunc(t.items, u.items, (*tree).equal)
}

func (t *tree) isScalar() bool { return t.tag != "!!map" && t.tag != "!!seq" }
