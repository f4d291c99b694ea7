package expr

import (
	"maps"

	"github.com/samsvar/samsvar/generator/model"
)

// checkWhere gives where .list "field" "value" the type of the list.
func checkWhere(c *compiler, n *call, args []typed) (*model.Type, error) {
	if _, err := checkField(c, n, args); err != nil {
		return nil, err
	}
	return args[0].typ, nil
}

// where keeps the elements that have the value in the field; they keep their paths
// in the case. One that lacks a needed field could be one of them, so that the list
// is not known; one that lacks an optional field is none of them.
func where(_ *Context, n *call, a []value) (value, error) {
	list, _ := a[0].data.([]any)
	var out []any
	for i, item := range list {
		m, _ := item.(map[string]any)
		at := elementPath(a[0].path, i, item)
		switch got := m[n.field.name]; {
		case got == nil && n.field.open(m):
			return value{}, &Open{Path: model.JoinKey(at, n.field.name)}
		case got != nil && equal(got, a[2].data):
			kept := maps.Clone(m)
			kept[entryPath] = at
			out = append(out, kept)
		}
	}
	return value{out, a[0].path}, nil
}
