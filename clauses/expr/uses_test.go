package expr_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
)

func TestUses(t *testing.T) {
	for source, want := range map[string]string{
		`.title`:                              ".title",
		`$.title`:                             "$.title",
		`Term "controller" "genitive"`:        `term "controller"`,
		`note "gdpr-28"`:                      `note "gdpr-28"`,
		`law "gdpr-28"`:                       `law "gdpr-28"`,
		`.title | default "x" | upper`:        ".title",
		`ternary "a" "b" (eq .title .id)`:     ".id .title",
		`ternary (law "a") (law "b") .title`:  `.title law "a" law "b"`,
		`has .service.models "saas"`:          ".service.models",
		`and (any .title) (not (any .title))`: ".title",
	} {
		e, err := expr.Compile(source, expr.Scope{Root: model.Root(), Dot: model.Root()})
		if err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		if got := strings.Join(e.Uses(), " "); got != want {
			t.Errorf("%s uses %s, want %s", source, got, want)
		}
	}
}
