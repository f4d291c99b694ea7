package model

import "github.com/samsvar/samsvar/generator/report"

// Assumed is a field that the case leaves out and that has a default.
type Assumed struct {
	Path  string
	Value string // the default
	Pos   report.Pos
	enum  *Type
}

// Label is the default in words.
func (a Assumed) Label(language string) string {
	if s, ok := a.enum.EnumLabel(a.Value, language); ok {
		return s
	}
	return a.Value
}

// Assumed lists what is taken for granted because the case does not say it, in the
// order of the schema. An optional object that is absent counts as one without
// fields.
func (c *Case) Assumed() []Assumed {
	var out []Assumed
	var object func(t *Type, v map[string]any, path string)
	object = func(t *Type, v map[string]any, path string) {
		for i := range t.Fields {
			f, at := &t.Fields[i], joinKey(path, t.Fields[i].Name)
			x, there := v[f.Name]
			list, _ := x.([]any)
			switch {
			case len(list) > 0 && f.Type.Item.Kind == KindObject:
				for j, item := range list {
					if inner, ok := item.(map[string]any); ok {
						object(f.Type.Item, inner, joinIndex(at, j))
					}
				}
			case f.Type.Kind == KindObject && (there || !f.Required):
				inner, _ := x.(map[string]any)
				object(f.Type, inner, at)
			case f.Default != "" && !there && !c.rejected(at):
				out = append(out, Assumed{Path: at, Value: f.Default, Pos: c.PosOf(at), enum: f.Type})
			}
		}
	}
	object(c.root(), c.raw(), "")
	return out
}
