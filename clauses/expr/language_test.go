package expr_test

import (
	"errors"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

func TestBesideLanguages(t *testing.T) {
	const second = `error: language "second": the document is in one language; ask bilingual first`
	for _, c := range []struct {
		language    doc.Language
		left, right doc.Language
		source      string
		want        string
	}{
		{"nb", "nb", "en", `language "first"`, "norsk bokmål"},
		{"nb", "nb", "en", `language "second"`, "engelsk"},
		{"en", "nb", "en", `language "prevailing"`, "Norwegian Bokmål"},
		{"en", "nb", "en", `language "other"`, "English"},
		{"en", "en", "nn", `language "prevailing"`, "Norwegian Nynorsk"},
		{"nn", "en", "nn", `language "other"`, "engelsk"},
		{"nn", "nn", "nb", `language "prevailing"`, "norsk nynorsk"},
		{"nn", "nn", "nb", `sentence (language "other")`, "Norsk bokmål"},
		{"nb", "nb", "", `language "prevailing"`, "norsk bokmål"},
		{"en", "", "", `language "first"`, "English"},
		{"nb", "nb", "", `language "second"`, second},
		{"nb", "nb", "en", `ternary "to" "ett" bilingual`, "to"},
		{"nb", "nb", "", `ternary "to" "ett" bilingual`, "ett"},
		{"nb", "", "", `ternary "to" "ett" (not bilingual)`, "to"},
		{"nb", "nb", "nn", `ternary "to" "ett" (and bilingual (eq "a" "a"))`, "to"},
	} {
		ctx := context(object{}, c.language)
		ctx.Beside = [2]doc.Language{c.left, c.right}
		if got := printed(t, c.source, ctx.With(object{}, "")); got != c.want {
			t.Errorf("%s in %s of %s and %s: %s, want %s", c.source, c.language, c.left, c.right, got, c.want)
		}
	}
	for source, rule := range map[string]string{
		`language "third"`: "expression-value", `language .title`: "expression-arguments", `language`: "expression-arguments", `bilingual "nb"`: "expression-arguments",
	} {
		_, err := expr.Compile(source, scope())
		var e *expr.Error
		if !errors.As(err, &e) || e.Rule != rule {
			t.Errorf("%s: %v, want %s", source, err, rule)
		}
	}
}
