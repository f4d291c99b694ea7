package expr

import (
	"slices"
	"sync"

	"github.com/samsvar/samsvar/generator/model"
)

// function is an entry of the allow-list. All are pure.
type function struct {
	min, max int
	// takesNil functions are called with absent optional values. The others give
	// nil for them, which is an open point where it is printed.
	takesNil bool
	// takesOpen functions see an absent needed value as nil.
	takesOpen bool
	// lazy ends the evaluation with the argument just evaluated.
	lazy func(value) bool
	// check runs when the expression is compiled; it returns the type of the
	// result where that is known.
	check func(*compiler, *call, []typed) (*model.Type, error)
	run   func(*Context, *call, []value) (value, error)
}

var functions = sync.OnceValue(func() map[string]*function {
	all := map[string]*function{}
	for _, group := range []map[string]*function{logicFunctions(), textFunctions(), wordFunctions(), countryFunctions(), languageFunctions(), riskFunctions(), sprigFunctions()} {
		for name, f := range group {
			all[name] = f
		}
	}
	return all
})

var functionNames = sync.OnceValue(func() []string {
	var names []string
	for name := range functions() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
})

// Functions lists the names that an expression may call, sorted.
func Functions() []string { return slices.Clone(functionNames()) }

func ok(v any) (value, error) { return value{data: v}, nil }
