package expr

import (
	"errors"
	"maps"
	"strconv"

	"github.com/samsvar/samsvar/generator/model"
)

// The views of the risk assessment that an expression may ask for; the names are
// those of the functions. Words.Risk computes them.
const (
	ViewScale       = "scale"
	ViewLikelihoods = "likelihoods"
	ViewSteps       = "consequences"
	ViewDimensions  = "dimensions"
	ViewLevels      = "riskLevels"
	ViewRows        = "scaleRows"
	ViewAssessed    = "assessed"
	ViewTop         = "topRisks"
	ViewGroups      = "riskGroups"
	ViewAreas       = "riskAreas"
	ViewTreatment   = "treatment"
	ViewChanges     = "riskChanges"
	ViewFactors     = "auditFactors"
	ViewSuggestion  = "auditSuggestion"
)

// riskFunctions give the risk assessment of the case as its scale computes it.
func riskFunctions() map[string]*function {
	out := map[string]*function{
		"zone":     {min: 1, max: 1, check: wants(model.KindString, countryFormat), run: zone},
		"guidance": {min: 1, max: 1, check: checkGuidance, run: guidance},
		"answers":  {min: 2, max: 2, takesNil: true, check: checkAnswers, run: answers},
	}
	view := func(name string, min, max int, check func(*compiler, *call) error, result func() *model.Type) {
		out[name] = &function{min: min, max: max,
			check: func(c *compiler, n *call, _ []typed) (*model.Type, error) {
				if check != nil {
					if err := check(c, n); err != nil {
						return nil, err
					}
				}
				return result(), nil
			},
			run: riskView,
		}
	}
	list := func(item *model.Type) func() *model.Type {
		return func() *model.Type { return &model.Type{Kind: model.KindArray, Item: item} }
	}
	one := func(item *model.Type) func() *model.Type { return func() *model.Type { return item } }
	view(ViewScale, 0, 0, nil, one(scaleType))
	view(ViewLikelihoods, 0, 0, nil, list(stepType))
	view(ViewSteps, 0, 0, nil, list(stepType))
	view(ViewDimensions, 0, 0, nil, list(dimensionType))
	view(ViewLevels, 0, 0, nil, list(levelType))
	view(ViewRows, 0, 0, nil, list(scaleRowType))
	view(ViewAssessed, 0, 1, oneOfWords("initial", "current", "residual"), list(assessedType()))
	view(ViewTop, 1, 1, wholeNumber, list(assessedType()))
	view(ViewGroups, 1, 1, oneOfWords("area", "cia", "owner"), list(groupType))
	view(ViewAreas, 0, 0, nil, list(areaType))
	view(ViewTreatment, 0, 0, nil, list(treatmentType))
	view(ViewChanges, 0, 0, nil, list(changeType))
	view(ViewFactors, 0, 0, nil, list(factorType))
	view(ViewSuggestion, 0, 0, nil, one(suggestionType))
	return out
}

// oneOfWords: the argument, if any, is one of some quoted words.
func oneOfWords(allowed ...string) func(*compiler, *call) error {
	return func(c *compiler, n *call) error {
		if len(n.args) == 0 {
			return nil
		}
		words, err := c.constants(n)
		if err != nil {
			return err
		}
		for _, a := range allowed {
			if words[0] == a {
				return nil
			}
		}
		return c.fail("expression-value", "value", words[0], "suggestion", model.Suggest(words[0], allowed))
	}
}

// wholeNumber: the argument is a number from 1.
func wholeNumber(c *compiler, n *call) error {
	l, _ := n.args[0].(literal)
	if i, ok := l.data.(int64); !ok || i < 1 {
		return c.fail("expression-arguments", "function", n.name)
	}
	return nil
}

// riskView asks for a view; one whose type is an object gives that object, or nil.
func riskView(c *Context, n *call, a []value) (value, error) {
	if c.Words == nil {
		return value{}, errors.New(n.name + ": no library")
	}
	argument := ""
	if len(a) > 0 {
		switch v := a[0].data.(type) {
		case string:
			argument = v
		case int64:
			argument = strconv.FormatInt(v, 10)
		}
	}
	found, err := c.Words.Risk(n.name, argument, c.Language)
	if err != nil {
		return value{}, err
	}
	if n.name == ViewScale || n.name == ViewSuggestion {
		if len(found) == 0 {
			return value{}, nil
		}
		return value{data: found[0]}, nil
	}
	out := make([]any, len(found))
	for i, m := range found {
		out[i] = m
	}
	return value{data: out, path: "risk"}, nil
}

func zone(c *Context, _ *call, a []value) (value, error) {
	code, _ := a[0].data.(string)
	if c.Words == nil {
		return a[0], nil
	}
	return value{c.Words.Zone(code, c.Language), a[0].path}, nil
}

// answers "ie-1012:RSK-PIT" .risk.pitfalls goes through the rows of a group of a
// catalogue with what a map of the case says of each; the keys of the map are ids of
// the rows.
func answers(c *Context, n *call, a []value) (value, error) {
	if c.Words == nil {
		return value{}, errors.New("answers: no library")
	}
	said, _ := a[1].data.(map[string]any)
	var out []any
	for _, row := range c.Words.Guidance(a[0].data.(string), c.Language) {
		path := model.JoinKey(a[1].path, row.ID)
		m := map[string]any{entryPath: path, missingPath: path}
		switch v := said[row.ID].(type) {
		case nil:
			if n.enum.Kind == model.KindObject {
				delete(m, missingPath)
			}
		case map[string]any:
			m = maps.Clone(v)
			m[entryPath] = path
		default:
			m["answer"] = v
		}
		m["id"], m["text"] = row.ID, row.Text
		out = append(out, m)
	}
	return value{out, a[1].path}, nil
}

// guidance "ie-1012:A8-CTR" gives the rows of a group of a catalogue.
func guidance(c *Context, n *call, a []value) (value, error) {
	if c.Words == nil {
		return value{}, errors.New("guidance: no library")
	}
	var out []any
	for _, row := range c.Words.Guidance(a[0].data.(string), c.Language) {
		out = append(out, map[string]any{"id": row.ID, "text": row.Text})
	}
	return value{data: out}, nil
}

func checkGuidance(c *compiler, n *call, _ []typed) (*model.Type, error) {
	if _, err := c.constants(n); err != nil {
		return nil, err
	}
	return listOf(object("Guidance", needed("id", textType), needed("text", textType))), nil
}

// missingPath is the key of an object that holds the path to report where a needed
// field of it is missing, instead of the field's own.
const missingPath = "\x00missing"

// MissingPath is that key, for the objects of Words.Risk.
const MissingPath = missingPath

// checkAnswers: a quoted catalogue and group, and a map of texts or objects.
func checkAnswers(c *compiler, n *call, args []typed) (*model.Type, error) {
	l, _ := n.args[0].(literal)
	if _, ok := l.data.(string); !ok || args[1].typ == nil || args[1].typ.Kind != model.KindMap {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	item := args[1].typ.Item
	n.enum = item
	if item.Kind != model.KindObject {
		item = object("Answer", needed("answer", textType))
	}
	return &model.Type{Kind: model.KindArray, Item: item.WithField(needed("text", textType)).WithField(needed("id", textType))}, nil
}
