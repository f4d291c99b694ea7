package expr

import (
	"maps"

	"github.com/samsvar/samsvar/generator/model"
)

// countryField is the field of a place that holds its country, and countryFormat how
// a country is written.
const (
	countryField  = "country"
	countryFormat = "country-code"
)

// countryFunctions ask where a country is.
func countryFunctions() map[string]*function {
	return map[string]*function{
		"outsideEEA": {min: 1, max: 1, takesNil: true, check: checkCountry, run: outsideEEA},
	}
}

// checkCountry: the argument is a country code, or a list of objects with a country.
func checkCountry(c *compiler, n *call, args []typed) (*model.Type, error) {
	if t := args[0].typ; t != nil && t.Kind == model.KindArray && t.Item != nil && t.Item.Kind == model.KindObject {
		if f, found := t.Item.Field(countryField); found && isCountry(f.Type) {
			n.field = step{countryField, f.Required, conditionsOn(t.Item, countryField)}
			return t, nil
		}
	}
	return wants(model.KindString, countryFormat)(c, n, args)
}

func isCountry(t *model.Type) bool {
	return t != nil && t.Kind == model.KindString && t.Format == countryFormat
}

// outsideEEA tells whether a country is outside the European Economic Area; of a
// list, it gives the elements whose country is. A country that is not known is not
// outside; in an element that needs one it is an open point.
func outsideEEA(_ *Context, n *call, a []value) (value, error) {
	list, isList := a[0].data.([]any)
	if !isList {
		return ok(outside(a[0].data))
	}
	out := []any{}
	var open error
	for i, item := range list {
		m, isObject := item.(map[string]any)
		if !isObject {
			continue
		}
		path := elementPath(a[0].path, i, item)
		if m[countryField] == nil && open == nil && n.field.open(m) {
			open = &Open{Path: model.JoinKey(path, countryField)}
		}
		if outside(m[countryField]) {
			m = maps.Clone(m)
			m[entryPath] = path // it keeps its place in the case
			out = append(out, m)
		}
	}
	return value{out, a[0].path}, open
}

func outside(code any) bool {
	s, _ := code.(string)
	c, known := model.CountryByCode(s)
	return known && !c.EEA
}

// elementPath is the place of an element of a list in the case, also when the list
// is a selection.
func elementPath(list string, i int, item any) string {
	if m, ok := item.(map[string]any); ok {
		if path, ok := m[entryPath].(string); ok {
			return path
		}
	}
	return model.JoinIndex(list, i)
}
