package expr

import (
	"reflect"

	"github.com/Masterminds/sprig/v3"

	"github.com/samsvar/samsvar/generator/model"
)

// allowed are the functions of sprig that an expression may call: pure ones on
// text. Its functions for dates, environment, random numbers, files and secrets
// are not here, nor are those that count bytes and spoil an æ (nospace, trunc).
var allowed = []string{"upper", "lower", "trim", "trimPrefix", "trimSuffix", "replace"}

func sprigFunctions() map[string]*function {
	all := sprig.GenericFuncMap()
	out := map[string]*function{"trunc": {min: 2, max: 2, check: checkTrunc, run: trunc}}
	for _, name := range allowed {
		f := reflect.ValueOf(all[name])
		out[name] = &function{min: f.Type().NumIn(), max: f.Type().NumIn(), check: printable, run: adapt(f)}
	}
	return out
}

// adapt calls a function of texts.
func adapt(f reflect.Value) func(*Context, *call, []value) (value, error) {
	return func(c *Context, _ *call, a []value) (value, error) {
		in := make([]reflect.Value, len(a))
		for i, v := range a {
			in[i] = reflect.ValueOf(format(v.data, c.Language))
		}
		return value{f.Call(in)[0].String(), a[len(a)-1].path}, nil
	}
}

// trunc n text is the first n characters, with a negative n the last. That of
// sprig counts bytes and cuts an æ in two.
func trunc(c *Context, _ *call, a []value) (value, error) {
	n, _ := a[0].data.(int64)
	r := []rune(format(a[1].data, c.Language))
	switch {
	case n >= 0 && n < int64(len(r)):
		r = r[:n]
	case n < 0 && n > -int64(len(r)):
		r = r[int64(len(r))+n:]
	}
	return value{string(r), a[1].path}, nil
}

func checkTrunc(c *compiler, n *call, args []typed) (*model.Type, error) {
	l, _ := args[0].node.(literal)
	if _, isNumber := l.data.(int64); !isNumber {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	return printable(c, n, args[1:])
}
