package expr

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// logicFunctions are the conditions. They see absent optional values as nil; an
// absent needed value has ended the evaluation before they run.
func logicFunctions() map[string]*function {
	const many = 16
	return map[string]*function{
		"eq": {min: 2, max: many, takesNil: true, check: comparable, run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(slices.ContainsFunc(a[1:], func(v value) bool { return equal(a[0].data, v.data) }))
		}},
		"ne": {min: 2, max: 2, takesNil: true, check: comparable, run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(!equal(a[0].data, a[1].data))
		}},
		"not": {min: 1, max: 1, takesNil: true, run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(!truth(a[0].data))
		}},
		"and": {min: 2, max: many, takesNil: true, lazy: func(v value) bool { return !truth(v.data) }, run: last},
		"or":  {min: 2, max: many, takesNil: true, lazy: func(v value) bool { return truth(v.data) }, run: last},
		"any": {min: 1, max: 1, takesNil: true, run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(a[0].data != nil && (truth(a[0].data) || isAnswer(a[0].data)))
		}},
		"has": {min: 2, max: 2, takesNil: true, check: comparable, run: func(_ *Context, _ *call, a []value) (value, error) {
			list, _ := a[0].data.([]any)
			return ok(slices.ContainsFunc(list, func(v any) bool { return equal(v, a[1].data) }))
		}},
		"anyWith": {min: 3, max: 3, takesNil: true, check: checkField, run: func(_ *Context, n *call, a []value) (value, error) {
			list, _ := a[0].data.([]any)
			return ok(slices.ContainsFunc(list, func(v any) bool {
				m, _ := v.(map[string]any)
				return equal(m[n.hint], a[2].data)
			}))
		}},
		"count": {min: 1, max: 1, takesNil: true, run: func(_ *Context, _ *call, a []value) (value, error) {
			list, _ := a[0].data.([]any)
			return ok(int64(len(list)))
		}},
		"entries": {min: 1, max: 1, takesNil: true, check: checkEntries, run: entries},
	}
}

func last(_ *Context, _ *call, a []value) (value, error) { return a[len(a)-1], nil }

// isAnswer: zero and false are answers.
func isAnswer(v any) bool {
	switch v.(type) {
	case int64, bool:
		return true
	}
	return false
}

func equal(a, b any) bool {
	switch a.(type) {
	case nil, string, int64, bool:
		switch b.(type) {
		case nil, string, int64, bool:
			return a == b
		}
	}
	return false
}

// comparable checks that a text compared with an enumerated value is one of its
// values, so that a misspelt condition is found when the library is loaded.
func comparable(c *compiler, n *call, args []typed) (*model.Type, error) {
	enum := args[0].typ
	if enum != nil && enum.Kind == model.KindArray {
		enum = enum.Item
	}
	if enum == nil || len(enum.Enum) == 0 {
		return nil, nil
	}
	for _, a := range n.args[1:] {
		l, isLiteral := a.(literal)
		if !isLiteral {
			continue
		}
		if s, isText := l.data.(string); !isText || !slices.Contains(enum.Enum, s) {
			return nil, c.fail("expression-value", "value", s, "suggestion", model.Suggest(s, enum.Enum))
		}
	}
	return nil, nil
}

// checkField checks anyWith .list "field" "value".
func checkField(c *compiler, n *call, args []typed) (*model.Type, error) {
	field, isLiteral := n.args[1].(literal)
	name, isText := field.data.(string)
	list := args[0].typ
	if !isLiteral || !isText || list == nil || list.Kind != model.KindArray || list.Item.Kind != model.KindObject {
		return nil, c.fail("expression-arguments", "function", "anyWith")
	}
	f, found := list.Item.Field(name)
	if !found {
		return nil, c.fail("expression-path", "path", "."+name)
	}
	n.hint = name
	compared := &call{args: []node{n.args[0], n.args[2]}}
	return comparable(c, compared, []typed{{n.args[0], f.Type}, args[2]})
}

// entryPath and entryKey are keys that entries adds to the values of a map.
const (
	entryPath = "\x00path"
	entryKey  = "key"
)

// checkEntries gives the type of entries .map: the values of the map with the
// field "key".
func checkEntries(c *compiler, _ *call, args []typed) (*model.Type, error) {
	m := args[0].typ
	if m == nil || m.Kind != model.KindMap || m.Item == nil || m.Item.Kind != model.KindObject {
		return nil, c.fail("expression-arguments", "function", "entries")
	}
	key := model.Field{Name: entryKey, Type: &model.Type{Kind: model.KindString}, Required: true}
	return &model.Type{Kind: model.KindArray, Item: m.Item.WithField(key)}, nil
}

func entries(_ *Context, _ *call, a []value) (value, error) {
	m, _ := a[0].data.(map[string]any)
	var out []any
	for _, k := range slices.Sorted(maps.Keys(m)) {
		item, isObject := m[k].(map[string]any)
		if !isObject {
			continue
		}
		e := maps.Clone(item)
		e[entryKey], e[entryPath] = k, model.JoinKey(a[0].path, k)
		out = append(out, e)
	}
	return value{out, a[0].path}, nil
}
