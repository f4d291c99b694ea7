package expr

import (
	"cmp"
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// wordFunctions look up terms, provisions and names.
func wordFunctions() map[string]*function {
	return map[string]*function{
		"term": {min: 1, max: 2, check: knownTerm, run: term(false)},
		"Term": {min: 1, max: 2, check: knownTerm, run: term(true)},
		"law": {min: 1, max: 1, check: knownLaw, run: func(c *Context, _ *call, a []value) (value, error) {
			s, err := citation(c, a[0])
			return value{data: s}, err
		}},
		"note": {min: 1, max: 1, check: knownLaw, run: func(c *Context, _ *call, a []value) (value, error) {
			s, err := citation(c, a[0])
			if err != nil {
				return value{}, err
			}
			return value{data: []doc.Inline{&doc.Footnote{About: a[0].data.(string), Inlines: doc.T(capital(s) + ".")}}}, nil
		}},
		"alternative": {min: 2, max: 2, check: printable, run: func(c *Context, _ *call, a []value) (value, error) {
			clause, id := format(a[0].data, c.Language), format(a[1].data, c.Language)
			if c.Words == nil {
				return a[1], nil
			}
			if s, found := c.Words.Alternative(clause, id, c.Language); found {
				return value{s, a[1].path}, nil
			}
			return a[1], nil
		}},
		"positions": {min: 1, max: 1, check: checkPositions, run: positions},
		"ref": {min: 1, max: 1, check: printable, run: func(c *Context, _ *call, a []value) (value, error) {
			return value{[]doc.Inline{&doc.Ref{Target: format(a[0].data, c.Language)}}, a[0].path}, nil
		}},
		"name":  {min: 1, max: 1, check: printable, run: naming(mapText)},
		"names": {min: 1, max: 1, check: printable, run: naming(mapList)},
	}
}

// naming gives what ids point to, put together by join.
func naming(join func(any, doc.Language, func(string) string) string) func(*Context, *call, []value) (value, error) {
	return func(c *Context, _ *call, a []value) (value, error) {
		missing := ""
		text := join(a[0].data, c.Language, func(id string) string {
			if c.Words == nil {
				return id
			}
			s, open, found := c.Words.Name(id, c.Language)
			missing = cmp.Or(missing, open)
			if found {
				return s
			}
			return id
		})
		if missing != "" { // an id in its stead would look like a name
			return value{}, &Open{Path: missing}
		}
		return value{text, a[0].path}, nil
	}
}

// knownTerm checks that the library has the term in the form.
func knownTerm(c *compiler, n *call, _ []typed) (*model.Type, error) {
	words, err := c.constants(n)
	if err != nil {
		return nil, err
	}
	form := ""
	if len(words) > 1 {
		form = words[1]
	}
	if exists := c.scope.Terms; exists != nil && !exists(words[0], form) {
		if !exists(words[0], "") {
			form = ""
		}
		return nil, c.fail("expression-term", "id", words[0], "form", form)
	}
	return nil, nil
}

// knownLaw checks that the library has the provision.
func knownLaw(c *compiler, n *call, _ []typed) (*model.Type, error) {
	words, err := c.constants(n)
	if err != nil {
		return nil, err
	}
	if exists := c.scope.Laws; exists != nil && !exists(words[0]) {
		return nil, c.fail("expression-law", "id", words[0])
	}
	return nil, nil
}

// constants are the arguments of a call that takes only quoted texts.
func (c *compiler) constants(n *call) ([]string, error) {
	var out []string
	for _, a := range n.args {
		l, _ := a.(literal)
		s, isText := l.data.(string)
		if !isText {
			return nil, c.fail("expression-arguments", "function", n.name)
		}
		out = append(out, s)
	}
	return out, nil
}

func term(upper bool) func(*Context, *call, []value) (value, error) {
	return func(c *Context, _ *call, a []value) (value, error) {
		form := ""
		if len(a) > 1 {
			form = a[1].data.(string)
		}
		id := a[0].data.(string)
		s, found := "", false
		if c.Words != nil {
			s, found = c.Words.Term(id, form, c.Language)
		}
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
	s, found := "", false
	if c.Words != nil {
		s, found = c.Words.Law(id, c.Language)
	}
	if !found {
		return "", fmt.Errorf("law %q is not cited in %s", id, c.Language)
	}
	return s, nil
}
