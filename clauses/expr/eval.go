package expr

import (
	"errors"
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// literal is a constant.
type literal struct{ data any }

func (l literal) eval(*Context) (value, error) { return value{data: l.data}, nil }

// path reads a value out of the case.
type path struct {
	root  bool // starts at the case; otherwise at the dot
	steps []step
}

type step struct {
	name   string
	needed bool // the schema asks for it: absent means open
	// needed as well when one of these holds for the object it stands in
	conditions []model.Condition
}

func (s step) open(parent any) bool {
	if s.needed {
		return true
	}
	m, _ := parent.(map[string]any)
	for _, c := range s.conditions {
		if v := m[c.Field]; v != nil && slices.Contains(c.Values, fmt.Sprint(v)) {
			return true
		}
	}
	return false
}

func (p *path) eval(c *Context) (value, error) {
	v := value{c.Dot, c.DotPath}
	if p.root {
		v = value{c.Root, ""}
	}
	for i, s := range p.steps {
		at := model.JoinKey(v.path, s.name)
		var next any
		if m, ok := v.data.(map[string]any); ok {
			next = m[s.name]
		}
		if next == nil {
			if s.open(v.data) {
				if m, ok := v.data.(map[string]any); ok && m[missingPath] != nil {
					at = m[missingPath].(string)
				}
				return value{}, &Open{Path: at}
			}
			for _, rest := range p.steps[i+1:] {
				at = model.JoinKey(at, rest.name)
			}
			return value{nil, at}, nil
		}
		v = value{next, at}
	}
	return v, nil
}

// call applies a function.
type call struct {
	fn   *function
	name string
	args []node
	// What check found out for run.
	enum  *model.Type // the enumeration of label
	field step        // the field that anyWith looks at
}

func (n *call) eval(c *Context) (value, error) {
	args := make([]value, len(n.args))
	for i, a := range n.args {
		v, err := a.eval(c)
		if open := new(Open); n.fn.takesOpen && errors.As(err, &open) {
			v, err = value{nil, open.Path}, nil
		}
		if err != nil {
			return value{}, err
		}
		if !n.fn.takesNil && !printableValue(v.data) {
			if v.data != nil {
				return value{}, &Open{v.path} // an object where a text is wanted
			}
			return value{nil, v.path}, nil
		}
		args[i] = v
		if n.fn.lazy != nil && n.fn.lazy(v) {
			return v, nil
		}
	}
	return n.fn.run(c, n, args)
}

func truth(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case int64:
		return v != 0
	case float64:
		return v != 0
	case string:
		return v != ""
	case []any:
		return len(v) > 0
	case map[string]any:
		return len(v) > 0
	}
	return true
}
