package expr

import (
	"errors"

	"github.com/samsvar/samsvar/generator/model"
)

// positionType is an element of positions: what a case has chosen in a clause.
var positionType = func() *model.Type {
	text := &model.Type{Kind: model.KindString}
	t := &model.Type{Kind: model.KindObject, Name: "Position", Conditions: []model.Condition{
		{Field: "changed", Values: []string{"true"}, Required: []string{"reason"}},
	}}
	for _, f := range []model.Field{
		{Name: "reason", Type: text}, // in the case
		{Name: "preferredRationale", Type: text, Required: true},
		{Name: "preferredFavours", Type: text, Required: true},
		{Name: "preferredTitle", Type: text, Required: true},
		{Name: "rationale", Type: text, Required: true},
		{Name: "favours", Type: text, Required: true}, // in words
		{Name: "rankLabel", Type: text, Required: true},
		{Name: "rank", Type: &model.Type{Kind: model.KindString, Enum: []string{"preferred", "acceptable", "fallback"}}, Required: true},
		{Name: "title", Type: text, Required: true},
		{Name: "changed", Type: &model.Type{Kind: model.KindBoolean}, Required: true}, // another text than the preferred one
		{Name: "clause", Type: text, Required: true},                                  // id; its title is name .clause
	} {
		t = t.WithField(f)
	}
	return &model.Type{Kind: model.KindArray, Item: t}
}()

// PositionPath is the key of an object of Words.Positions that holds the path of
// the choice in the case.
const PositionPath = entryPath

// checkPositions checks positions "dpa": the id of a document type.
func checkPositions(c *compiler, n *call, _ []typed) (*model.Type, error) {
	words, err := c.constants(n)
	if err != nil {
		return nil, err
	}
	if documents, ok := c.scope.Root.Field("documents"); ok && documents.Type.Kind == model.KindObject {
		if _, known := documents.Type.Field(words[0]); !known {
			return nil, c.fail("expression-value", "value", words[0], "suggestion", model.Suggest(words[0], documents.Type.FieldNames()))
		}
	}
	return positionType, nil
}

func positions(c *Context, n *call, a []value) (value, error) {
	if c.Words == nil {
		return value{}, errors.New("positions: no library")
	}
	found, err := c.Words.Positions(a[0].data.(string), c.Language)
	if err != nil {
		return value{}, err
	}
	out := make([]any, len(found))
	for i, p := range found {
		out[i] = p
	}
	return value{data: out}, nil
}
