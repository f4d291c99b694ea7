package expr

import (
	"maps"

	"github.com/samsvar/samsvar/generator/model"
)

// listFunctions choose among the elements of a list. The elements keep their paths
// in the case.
func listFunctions() map[string]*function {
	return map[string]*function{
		"where": {min: 3, max: 3, takesNil: true, check: checkWhere, run: where},
		"outsideEEA": {min: 1, max: 1, takesNil: true, check: checkOutside, run: func(_ *Context, n *call, a []value) (value, error) {
			return only(a[0], n.field, func(v any) bool { return !inEEA(v) })
		}},
		"inEEA": {min: 1, max: 1, check: wants(model.KindString, "country-code"), run: func(_ *Context, _ *call, a []value) (value, error) {
			return ok(inEEA(a[0].data))
		}},
	}
}

// inEEA: a code that is no country's is outside.
func inEEA(v any) bool {
	code, _ := v.(string)
	c, known := model.CountryByCode(code)
	return known && c.EEA
}

// checkWhere gives where .list "field" "value" the type of the list.
func checkWhere(c *compiler, n *call, args []typed) (*model.Type, error) {
	if _, err := checkField(c, n, args); err != nil {
		return nil, err
	}
	return args[0].typ, nil
}

func where(_ *Context, n *call, a []value) (value, error) {
	return only(a[0], n.field, func(v any) bool { return equal(v, a[2].data) })
}

// checkOutside checks that the elements have a country.
func checkOutside(c *compiler, n *call, args []typed) (*model.Type, error) {
	t := args[0].typ
	if t == nil || t.Kind != model.KindArray || t.Item.Kind != model.KindObject {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	f, found := t.Item.Field("country")
	if !found || f.Type.Format != "country-code" {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	n.field = step{"country", f.Required, conditionsOn(t.Item, "country")}
	return t, nil
}

// only keeps the elements whose field passes. One that lacks a needed field could
// be one of them, so the list is not known; one that lacks an optional field is
// none of them.
func only(list value, field step, pass func(any) bool) (value, error) {
	items, _ := list.data.([]any)
	var out []any
	for i, item := range items {
		m, _ := item.(map[string]any)
		path := elementPath(list.path, i, item)
		switch got := m[field.name]; {
		case got == nil && field.open(m):
			return value{}, &Open{Path: model.JoinKey(path, field.name)}
		case got == nil || !pass(got):
			continue
		}
		kept := maps.Clone(m)
		kept[entryPath] = path
		out = append(out, kept)
	}
	return value{out, list.path}, nil
}

// elementPath is the path in the case of an element: of one that a function put
// into another list it is the old one.
func elementPath(list string, i int, item any) string {
	if m, isObject := item.(map[string]any); isObject {
		if p, isSet := m[entryPath].(string); isSet {
			return p
		}
	}
	return model.JoinIndex(list, i)
}
