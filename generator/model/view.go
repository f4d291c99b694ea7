package model

import (
	"reflect"
	"strings"
	"sync"
)

// View is the case as a tree of map[string]any, []any, string, int64, bool (and
// float64 under documents), with the names of the schema. What is absent has no
// key; a text of only blanks is absent. It is of the resolved case (Resolved). A document type with a schema of its own has its
// object below documents, when the case knows the type (With). The tree is new at
// each call.
func (c *Case) View() map[string]any { return c.Resolved().raw() }

// raw is the view of what is written, nothing resolved.
func (c *Case) raw() map[string]any {
	m, _ := viewStruct(reflect.ValueOf(c).Elem()).(map[string]any)
	c.types.places(m)
	return m
}

// A plan lists the fields of a struct by their names in the schema; embedded
// structs are flattened.
type plan []plannedField

type plannedField struct {
	name  string
	index []int
}

var plans sync.Map // reflect.Type → plan

func planOf(t reflect.Type) plan {
	if p, ok := plans.Load(t); ok {
		return p.(plan)
	}
	var p plan
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.IsExported() && !f.Anonymous && name != "" && name != "-" {
			p = append(p, plannedField{name, f.Index})
		}
	}
	plans.Store(t, p)
	return p
}

// viewStruct keeps a struct that is there, even when all in it is absent.
func viewStruct(v reflect.Value) any {
	p := planOf(v.Type())
	m := make(map[string]any, len(p))
	for _, f := range p {
		x := v.FieldByIndex(f.index)
		if x.Kind() == reflect.Int && x.IsZero() {
			continue // a number that may be zero is a pointer
		}
		if y := view(x); y != nil {
			m[f.name] = y
		}
	}
	return m
}

// view returns nil for what is absent.
func view(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return view(v.Elem())
	case reflect.Struct:
		return viewStruct(v)
	case reflect.String:
		if strings.TrimSpace(v.String()) == "" {
			return nil
		}
		return v.String()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return int64(v.Uint())
	case reflect.Float32, reflect.Float64:
		return v.Float()
	case reflect.Bool:
		return v.Bool()
	case reflect.Slice:
		if v.Len() == 0 {
			return nil
		}
		list := make([]any, v.Len())
		for i := range list {
			if list[i] = view(v.Index(i)); list[i] == nil {
				list[i] = absentItem(v.Index(i)) // keeps the indexes of the others
			}
		}
		return list
	case reflect.Map:
		if v.Len() == 0 || v.Type().Key().Kind() != reflect.String {
			return nil
		}
		m := make(map[string]any, v.Len())
		for key, x := range v.Seq2() {
			if y := view(x); y != nil {
				m[key.String()] = y
			}
		}
		return m
	}
	return nil
}

// absentItem stands for an item of a list that is absent: an object in which all
// is absent is still an object.
func absentItem(v reflect.Value) any {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() == reflect.Map {
		return map[string]any{}
	}
	return ""
}
