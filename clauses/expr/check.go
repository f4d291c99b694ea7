package expr

import (
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// The checks run when an expression is compiled, so that a misspelt condition or
// a value in the wrong place is found when the library is loaded.

// comparable checks eq and ne: a text that is compared with an enumerated value
// is one of its values, whichever comes first, and the kinds can be equal.
func comparable(c *compiler, n *call, args []typed) (*model.Type, error) {
	for _, of := range args {
		if of.typ == nil {
			continue
		}
		if holdsObject(of.typ) {
			return nil, c.fail("expression-object")
		}
		for _, a := range args {
			if err := c.couldEqual(n, of.typ, a.node); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// couldEqual checks a constant against the type that it is compared with.
func (c *compiler) couldEqual(n *call, t *model.Type, with node) error {
	l, isLiteral := with.(literal)
	if !isLiteral {
		return nil
	}
	s, isText := l.data.(string)
	if len(t.Enum) > 0 {
		if !isText || !slices.Contains(t.Enum, s) {
			return c.fail("expression-value", "value", format(l.data, ""), "suggestion", model.Suggest(s, t.Enum))
		}
		return nil
	}
	_, isNumber := l.data.(int64)
	_, isBool := l.data.(bool)
	switch t.Kind {
	case model.KindString:
		if isText {
			return nil
		}
	case model.KindInteger, model.KindNumber:
		if isNumber {
			return nil
		}
	case model.KindBoolean:
		if isBool {
			return nil
		}
	case model.KindAny:
		return nil
	}
	return c.fail("expression-arguments", "function", n.name)
}

// checkHas checks has .list "x".
func checkHas(c *compiler, n *call, args []typed) (*model.Type, error) {
	t := args[0].typ
	if t == nil || t.Kind == model.KindAny {
		if _, isLiteral := args[0].node.(literal); isLiteral {
			return nil, c.fail("expression-arguments", "function", n.name)
		}
		return nil, nil
	}
	if t.Kind != model.KindArray {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	return nil, c.couldEqual(n, t.Item, args[1].node)
}

// checkCount checks count .list.
func checkCount(c *compiler, n *call, args []typed) (*model.Type, error) {
	if t := args[0].typ; t != nil && t.Kind != model.KindArray && t.Kind != model.KindAny {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	return &model.Type{Kind: model.KindInteger}, nil
}

// checkField checks anyWith .list "field" "value".
func checkField(c *compiler, n *call, args []typed) (*model.Type, error) {
	field, isLiteral := n.args[1].(literal)
	name, isText := field.data.(string)
	list := args[0].typ
	if !isLiteral || !isText || list == nil || list.Kind != model.KindArray || list.Item.Kind != model.KindObject {
		return nil, c.fail("expression-arguments", "function", n.name)
	}
	f, found := list.Item.Field(name)
	if !found {
		return nil, c.fail("expression-path", "path", "."+name, "suggestion", model.Suggest(name, list.Item.FieldNames()))
	}
	n.field = step{name, f.Required, conditionsOn(list.Item, name)}
	return nil, c.couldEqual(n, f.Type, n.args[2])
}

// printable refuses an object where a text is wanted.
func printable(c *compiler, _ *call, args []typed) (*model.Type, error) {
	for _, a := range args {
		if holdsObject(a.typ) {
			return nil, c.fail("expression-object")
		}
	}
	return nil, nil
}

// holdsObject reports whether values of the type are objects, or lists of them.
func holdsObject(t *model.Type) bool {
	for t != nil && t.Kind == model.KindArray {
		t = t.Item
	}
	return t != nil && (t.Kind == model.KindObject || t.Kind == model.KindMap)
}

// wants checks that the last argument has the kind, and of texts the format, that
// a function can read. What a function computed is taken as it is.
func wants(kind model.Kind, format string) func(*compiler, *call, []typed) (*model.Type, error) {
	return func(c *compiler, n *call, args []typed) (*model.Type, error) {
		a := args[len(args)-1]
		var fits bool
		switch l, isLiteral := a.node.(literal); {
		case isLiteral:
			_, isText := l.data.(string)
			_, isNumber := l.data.(int64)
			fits = isText && kind == model.KindString || isNumber && kind == model.KindInteger
		case a.typ == nil, a.typ.Kind == model.KindAny:
			fits = true
		default:
			fits = a.typ.Kind == kind && a.typ.Format == format
		}
		if !fits {
			return nil, c.fail("expression-arguments", "function", n.name)
		}
		return nil, nil
	}
}

// checkDefault gives default "…" .path the type of the path.
func checkDefault(c *compiler, n *call, args []typed) (*model.Type, error) {
	if _, err := printable(c, n, args); err != nil {
		return nil, err
	}
	return args[1].typ, nil
}

// checkTernary checks ternary "a" "b" condition.
func checkTernary(c *compiler, n *call, args []typed) (*model.Type, error) {
	return printable(c, n, args[:2])
}

func checkLabel(c *compiler, n *call, args []typed) (*model.Type, error) {
	t := args[0].typ
	if t != nil && t.Kind == model.KindArray {
		t = t.Item
	}
	if t == nil || t.EnumKey == "" {
		return nil, c.fail("expression-label")
	}
	n.enum = t
	return nil, nil
}
