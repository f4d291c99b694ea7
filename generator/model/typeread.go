package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// TypeFromSchema reads the description of a JSON Schema in the dialect of this
// package: objects, arrays, maps and scalars, $defs, if and then, x-samsvar.
func TypeFromSchema(schema []byte) (*Type, error) {
	t, _, err := typeFromSchema(schema)
	return t, err
}

// typeFromSchema returns as well what the schema says about the whole.
func typeFromSchema(schema []byte) (*Type, *extension, error) {
	var root schemaNode
	if err := json.Unmarshal(schema, &root); err != nil {
		return nil, nil, fmt.Errorf("schema: %w", err)
	}
	r := typeReader{defs: root.Defs, types: map[string]*Type{}}
	t, err := r.read(&root)
	if err != nil {
		return nil, nil, fmt.Errorf("schema: %w", err)
	}
	return t, &root.X, nil
}

// schemaNode is the part of JSON Schema that the case uses.
type schemaNode struct {
	Ref        string                 `json:"$ref"`
	Type       string                 `json:"type"`
	Properties orderedNodes           `json:"properties"`
	Required   []string               `json:"required"`
	Items      *schemaNode            `json:"items"`
	Additional additional             `json:"additionalProperties"`
	Enum       []any                  `json:"enum"`
	Format     string                 `json:"format"`
	Pattern    string                 `json:"pattern"`
	Default    any                    `json:"default"`
	MinItems   int                    `json:"minItems"`
	If         *schemaNode            `json:"if"`
	Then       *schemaNode            `json:"then"`
	Else       *schemaNode            `json:"else"`
	Defs       map[string]*schemaNode `json:"$defs"`
	X          extension              `json:"x-samsvar"`
}

// extension is what x-samsvar says.
type extension struct {
	Needs      []string
	Phase, Who string
	Label      map[string]string
	Noun       map[string]string
	Key        string
	Values     map[string]map[string]string
}

// additional is false, true or a schema.
type additional struct{ node *schemaNode }

func (a *additional) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		a.node = &schemaNode{}
		return json.Unmarshal(b, a.node)
	}
	return nil
}

// orderedNodes keeps the order of the properties.
type orderedNodes []struct {
	name string
	node *schemaNode
}

func (o *orderedNodes) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		n := &schemaNode{}
		if err := d.Decode(n); err != nil {
			return err
		}
		*o = append(*o, struct {
			name string
			node *schemaNode
		}{fmt.Sprint(name), n})
	}
	return nil
}

type typeReader struct {
	defs  map[string]*schemaNode
	types map[string]*Type
}

func (r *typeReader) read(n *schemaNode) (*Type, error) {
	if n.Ref == "" {
		t := &Type{}
		return t, r.fill(t, n)
	}
	name, ok := strings.CutPrefix(n.Ref, "#/$defs/")
	def := r.defs[name]
	if !ok || def == nil {
		return nil, fmt.Errorf("reference to %s, which is not there", n.Ref)
	}
	if t := r.types[name]; t != nil {
		return t, nil
	}
	t := &Type{Name: name}
	r.types[name] = t
	return t, r.fill(t, def)
}

func (r *typeReader) fill(t *Type, n *schemaNode) (err error) {
	t.Format, t.Pattern, t.Noun = n.Format, n.Pattern, n.X.Noun
	for _, v := range n.Enum {
		t.Enum = append(t.Enum, fmt.Sprint(v))
	}
	t.EnumKey, t.labels = n.X.Key, n.X.Values
	switch {
	case n.Type == "object" && n.Properties != nil:
		t.Kind = KindObject
		return r.fields(t, n)
	case n.Type == "object":
		t.Kind, t.Item = KindMap, &Type{Kind: KindAny}
		if n.Additional.node != nil {
			t.Item, err = r.read(n.Additional.node)
		}
		return err
	case n.Type == "array":
		t.Kind, t.Item, t.MinItems = KindArray, &Type{Kind: KindAny}, n.MinItems
		if n.Items != nil {
			t.Item, err = r.read(n.Items)
			if t.EnumKey != "" {
				t.Item.EnumKey, t.Item.labels = t.EnumKey, t.labels
				t.EnumKey, t.labels = "", nil
			}
		}
		return err
	case n.Type == "":
		t.Kind = KindAny
	case slices.Contains([]Kind{KindString, KindInteger, KindNumber, KindBoolean}, Kind(n.Type)):
		t.Kind = Kind(n.Type)
	default:
		return fmt.Errorf("type %q is not known", n.Type)
	}
	return nil
}

func (r *typeReader) fields(t *Type, n *schemaNode) error {
	t.byName = make(map[string]int, len(n.Properties))
	t.Fields = make([]Field, 0, len(n.Properties))
	for _, p := range n.Properties {
		ft, err := r.read(p.node)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		x := p.node.X
		preset := ""
		if p.node.Default != nil {
			preset = fmt.Sprint(p.node.Default)
		}
		t.byName[p.name] = len(t.Fields)
		t.Fields = append(t.Fields, Field{
			Name: p.name, Type: ft, Required: slices.Contains(n.Required, p.name),
			Needs: x.Needs, Phase: x.Phase, Who: x.Who, Title: x.Label, Default: preset,
		})
	}
	for ; n != nil && n.If != nil && n.Then != nil; n = n.Else {
		for _, p := range n.If.Properties {
			c := Condition{Field: p.name, Required: n.Then.Required}
			for _, v := range p.node.Enum {
				c.Values = append(c.Values, fmt.Sprint(v))
			}
			t.Conditions = append(t.Conditions, c)
		}
	}
	return nil
}
