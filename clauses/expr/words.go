package expr

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// wordFunctions look up terms, provisions and names.
func wordFunctions() map[string]*function {
	return map[string]*function{
		"term": {min: 1, max: 2, check: known("expression-term", func(s Scope) func(string) bool { return s.Terms }), run: term(false)},
		"Term": {min: 1, max: 2, check: known("expression-term", func(s Scope) func(string) bool { return s.Terms }), run: term(true)},
		"law": {min: 1, max: 1, check: known("expression-law", func(s Scope) func(string) bool { return s.Laws }), run: func(c *Context, _ *call, a []value) (value, error) {
			s, err := citation(c, a[0])
			return value{data: s}, err
		}},
		"note": {min: 1, max: 1, check: known("expression-law", func(s Scope) func(string) bool { return s.Laws }), run: func(c *Context, _ *call, a []value) (value, error) {
			s, err := citation(c, a[0])
			return value{data: []doc.Inline{&doc.Footnote{Inlines: doc.T(capital(s) + ".")}}}, err
		}},
		"name": {min: 1, max: 1, run: func(c *Context, _ *call, a []value) (value, error) {
			return value{mapText(a[0].data, c.Language, func(id string) string {
				if s, found := c.Words.Name(id, c.Language); found {
					return s
				}
				return id
			}), a[0].path}, nil
		}},
	}
}

// known checks that the first argument is a text that the library knows.
func known(rule string, of func(Scope) func(string) bool) func(*compiler, *call, []typed) (*model.Type, error) {
	return func(c *compiler, n *call, _ []typed) (*model.Type, error) {
		for _, a := range n.args {
			if l, isLiteral := a.(literal); !isLiteral {
				return nil, c.fail("expression-arguments", "function", n.name)
			} else if _, isText := l.data.(string); !isText {
				return nil, c.fail("expression-arguments", "function", n.name)
			}
		}
		id := n.args[0].(literal).data.(string)
		if exists := of(c.scope); exists != nil && !exists(id) {
			return nil, c.fail(rule, "id", id)
		}
		return nil, nil
	}
}

func term(upper bool) func(*Context, *call, []value) (value, error) {
	return func(c *Context, _ *call, a []value) (value, error) {
		form := ""
		if len(a) > 1 {
			form = a[1].data.(string)
		}
		id := a[0].data.(string)
		s, found := c.Words.Term(id, form, c.Language)
		if !found {
			return value{}, fmt.Errorf("term %q has no form %q in %s", id, form, c.Language)
		}
		if upper {
			s = capital(s)
		}
		return value{data: s}, nil
	}
}

func citation(c *Context, a value) (string, error) {
	id := a.data.(string)
	s, found := c.Words.Law(id, c.Language)
	if !found {
		return "", fmt.Errorf("law %q is not cited in %s", id, c.Language)
	}
	return s, nil
}
