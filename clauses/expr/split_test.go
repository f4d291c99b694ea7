package expr_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		source, op string
		parts      []string
	}{
		{`has .service.models "saas"`, "", nil},
		{`or (any .subprocessors)  (has .service.models "saas")`, "or", []string{"any .subprocessors", `has .service.models "saas"`}},
		{`((and .a (not .b)))`, "and", []string{".a", "not .b"}},
		{`not (eq .a "x")`, "not", []string{`eq .a "x"`}},
		{`.a | not`, "", nil}, // a pipe, whose parts are not its arguments
		{`$x := or .a .b`, "", nil},
		{`or`, "or", nil},
		{`if .a`, "", nil},
		{`"`, "", nil},
		{``, "", nil},
	} {
		op, parts := expr.Split(c.source)
		if op != c.op || !slices.Equal(parts, c.parts) {
			t.Errorf("%s: %q %q", c.source, op, parts)
		}
	}
}

func TestCanonical(t *testing.T) {
	for source, want := range map[string]string{
		` ((has  .service.models "saas")) `: `has .service.models "saas"`,
		`or ( any .a ) .b`:                  `or (any .a) .b`,
		`"`:                                 `"`,
	} {
		if got := expr.Canonical(source); got != want {
			t.Errorf("%s: %s", source, got)
		}
	}
}
