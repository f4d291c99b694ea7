package model

import "reflect"

// assignStruct writes a generic value into a case. The value has been typed by
// the schema, so that kinds agree; what does not agree is left out.
func assignStruct(c *Case, value map[string]any) { assign(reflect.ValueOf(c).Elem(), value) }

func assign(v reflect.Value, x any) {
	if v.Kind() == reflect.Pointer {
		p := reflect.New(v.Type().Elem())
		assign(p.Elem(), x)
		v.Set(p)
		return
	}
	switch x := x.(type) {
	case map[string]any:
		switch v.Kind() {
		case reflect.Struct:
			for _, f := range planOf(v.Type()) {
				if y, ok := x[f.name]; ok {
					assign(v.FieldByIndex(f.index), y)
				}
			}
		case reflect.Map:
			m := reflect.MakeMapWithSize(v.Type(), len(x))
			for key, y := range x {
				e := reflect.New(v.Type().Elem()).Elem()
				assign(e, y)
				m.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), e)
			}
			v.Set(m)
		case reflect.Interface:
			v.Set(reflect.ValueOf(x))
		}
	case []any:
		switch v.Kind() {
		case reflect.Slice:
			s := reflect.MakeSlice(v.Type(), len(x), len(x))
			for i, y := range x {
				assign(s.Index(i), y)
			}
			v.Set(s)
		case reflect.Interface:
			v.Set(reflect.ValueOf(x))
		}
	case string:
		if v.Kind() == reflect.String {
			v.SetString(x)
		} else if v.Kind() == reflect.Interface {
			v.Set(reflect.ValueOf(x))
		}
	case int64:
		if v.Kind() == reflect.Int {
			v.SetInt(x)
		} else if v.Kind() == reflect.Interface {
			v.Set(reflect.ValueOf(x))
		}
	case float64, bool:
		if w := reflect.ValueOf(x); w.Type().AssignableTo(v.Type()) {
			v.Set(w)
		}
	}
}
