package expr_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// scope knows one term and one provision.
func scope() expr.Scope {
	return expr.Scope{
		Root:  model.Root(),
		Dot:   model.Root(),
		Terms: func(id, form string) bool { return id == "controller" && (form == "" || form == "genitive") },
		Laws:  func(id string) bool { return id == "gdpr-28" },
	}
}

// inside is the scope in a repetition over a list of the case.
func inside(t *testing.T, path string) expr.Scope {
	t.Helper()
	typ, ok := model.Root().At(path)
	if !ok {
		t.Fatalf("%s is not in the schema", path)
	}
	return scope().With(typ.Item)
}

type words struct{}

func (words) Term(id, form string, l doc.Language) (string, bool) {
	return map[string]string{"": "dataansvarlig", "genitive": "dataansvarliges"}[form], id == "controller" && l != doc.English
}

func (words) Law(id string, l doc.Language) (string, bool) {
	return "personvernforordningen artikkel 28", id == "gdpr-28" && l != doc.English
}

func (words) Alternative(clause, id string, l doc.Language) (string, bool) {
	return "Ansvaret er begrenset", clause == "dpa.liability" && id == "capped"
}

func (words) Name(id string, l doc.Language) (name, open string, ok bool) {
	if id == "later" {
		return "", "processor", false
	}
	n, ok := map[string]string{"S1": "pasienter", "drift": "Fjellrom Drift AS"}[id]
	return n, "", ok
}

// Positions of a document type in which one clause has another text than the
// preferred one, without a reason.
func (words) Positions(document string, _ doc.Language) ([]map[string]any, error) {
	if document != "dpa" {
		return nil, errors.New("no such document")
	}
	position := func(clause, rank string, changed bool) object {
		return object{"clause": clause, "rank": rank, "changed": changed, "title": clause + " " + rank, expr.PositionPath: "agreement.choices[" + clause + "]"}
	}
	return []map[string]any{position("a", "preferred", false), position("b", "fallback", true)}, nil
}

// Risk is a register of one scenario whose level was set by judgement.
func (words) Risk(view, argument string, _ doc.Language) ([]map[string]any, error) {
	switch view {
	case expr.ViewScale:
		return []map[string]any{{"id": "s", "title": "Skala"}}, nil
	case expr.ViewAssessed, expr.ViewTop:
		return []map[string]any{{
			"id": "R-01", "title": "Brann " + argument, expr.PositionPath: "risk.scenarios[0]",
			"currentRisk": object{"label": "Høy", "level": "high", "overridden": true},
		}}, nil
	case expr.ViewSuggestion:
		return nil, nil // there is no scale
	}
	return nil, errors.New("no such view")
}

func (words) Zone(country string, _ doc.Language) string { return "sone " + country }

func (words) Guidance(group string, _ doc.Language) []expr.Guidance {
	if group != "ie-1012:RSK-PIT" {
		return nil
	}
	return []expr.Guidance{{ID: "RSK-PIT-01", Text: "Er det store med?"}, {ID: "RSK-PIT-02", Text: "Er det tidsnok?"}}
}

// object is the case as model.Case.View gives it.
type object = map[string]any

func context(root object, l doc.Language) *expr.Context {
	return &expr.Context{Root: root, Dot: root, Language: l, Words: words{}}
}

func compile(t *testing.T, source string) *expr.Expr {
	t.Helper()
	e, err := expr.Compile(source, scope())
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return e
}

// printed is the text of an expression, or "open: path", or "error: …".
func printed(t *testing.T, source string, c *expr.Context) string {
	t.Helper()
	in, err := compile(t, source).Inlines(c)
	var open *expr.Open
	switch {
	case errors.As(err, &open):
		return err.Error()
	case err != nil:
		return "error: " + err.Error()
	}
	return strings.ReplaceAll(doc.Plain(in), "\u00a0", "~")
}

// mustItem is the type of the elements of a list.
func mustItem(t *testing.T, source string) *model.Type {
	t.Helper()
	typ := compile(t, source).Type()
	if typ == nil || typ.Item == nil {
		t.Fatalf("%s is no list", source)
	}
	return typ.Item
}
