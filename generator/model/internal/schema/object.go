package schema

import (
	"reflect"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// Object is a struct of the case as the schema sees it: embedded structs are
// flattened.
type Object struct {
	Name   string
	Fields []Field
}

// Field is a property. Owner is the struct that declares it, which differs from
// Object when it is embedded.
type Field struct {
	Object, Owner, Name string
	Type                reflect.Type
	Tag                 reflect.StructTag
}

// Objects lists all struct types below Case, in the order of the structs.
func Objects() []Object {
	var out []Object
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(t.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		if seen[t] {
			return
		}
		seen[t] = true
		o := Object{Name: t.Name()}
		fields(t, t.Name(), &o.Fields)
		out = append(out, o)
		for _, f := range o.Fields {
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[model.Case]())
	return out
}

func fields(t reflect.Type, object string, out *[]Field) {
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			fields(f.Type, object, out)
		case f.IsExported() && name != "" && name != "-":
			*out = append(*out, Field{Object: object, Owner: t.Name(), Name: name, Type: f.Type, Tag: f.Tag})
		}
	}
}
