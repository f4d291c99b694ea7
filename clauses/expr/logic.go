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
		"present": {min: 1, max: 1, takesNil: true, takesOpen: true, run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(truth(a[0].data) || isAnswer(a[0].data))
		}},
		"has": {min: 2, max: 2, takesNil: true, check: checkHas, run: func(_ *Context, _ *call, a []value) (value, error) {
			list, _ := a[0].data.([]any)
			return ok(slices.ContainsFunc(list, func(v any) bool { return equal(v, a[1].data) }))
		}},
		"anyWith": {min: 3, max: 3, takesNil: true, check: checkField, run: anyWith},
		"where":   {min: 3, max: 3, takesNil: true, check: checkWhere, run: where},
		"ternary": {min: 3, max: 3, takesNil: true, check: checkTernary, run: func(_ *Context, _ *call, a []value) (value, error) {
			if truth(a[2].data) {
				return a[0], nil
			}
			return a[1], nil
		}},
		"count": {min: 1, max: 1, takesNil: true, check: checkCount, run: func(_ *Context, _ *call, a []value) (value, error) {
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
	case int64, float64, bool:
		return true
	}
	return false
}

func equal(a, b any) bool {
	switch a.(type) {
	case nil, string, int64, float64, bool:
		switch b.(type) {
		case nil, string, int64, float64, bool:
			return a == b
		}
	}
	return false
}

// anyWith asks whether an element has the value in a field. Where none has, but
// the field is missing from one that needs it, the answer is not known.
func anyWith(_ *Context, n *call, a []value) (value, error) {
	list, _ := a[0].data.([]any)
	var open error
	for i, item := range list {
		m, _ := item.(map[string]any)
		got := m[n.field.name]
		if equal(got, a[2].data) {
			return ok(true)
		}
		if got == nil && open == nil && n.field.open(m) {
			open = &Open{Path: model.JoinKey(elementPath(a[0].path, i, item), n.field.name)}
		}
	}
	return value{data: false}, open
}

// entryPath and entryKey are keys that entries adds to the values of a map; entryPath
// also stands in the elements of a selection.
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
