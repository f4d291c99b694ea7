package expr

import (
	"fmt"
	"reflect"

	"github.com/Masterminds/sprig/v3"
)

// allowed are the functions of sprig that an expression may call: pure ones on
// text. Its functions for dates, environment, random numbers, files and secrets
// are not here.
var allowed = []string{"upper", "lower", "trim", "trimPrefix", "trimSuffix", "replace", "trunc", "nospace"}

func sprigFunctions() map[string]*function {
	all := sprig.GenericFuncMap()
	out := map[string]*function{}
	for _, name := range allowed {
		f := reflect.ValueOf(all[name])
		out[name] = &function{min: f.Type().NumIn(), max: f.Type().NumIn(), check: printable, run: adapt(name, f)}
	}
	return out
}

// adapt calls a function of texts and integers.
func adapt(name string, f reflect.Value) func(*Context, *call, []value) (value, error) {
	return func(c *Context, _ *call, a []value) (value, error) {
		in := make([]reflect.Value, len(a))
		for i, v := range a {
			want := f.Type().In(i)
			var arg any = v.data
			if want.Kind() == reflect.String {
				arg = format(v.data, c.Language)
			}
			got := reflect.ValueOf(arg)
			if !got.IsValid() || !got.CanConvert(want) {
				return value{}, fmt.Errorf("%s: argument %d is no %s", name, i+1, want)
			}
			in[i] = got.Convert(want)
		}
		return value{f.Call(in)[0].Interface(), a[len(a)-1].path}, nil
	}
}
