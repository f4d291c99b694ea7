package expr

import (
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Compile parses and checks a pipeline, without its braces. The error is *Error.
func Compile(source string, s Scope) (*Expr, error) {
	if statement.MatchString(source) {
		return nil, &Error{"expression-form", map[string]string{"expression": source}}
	}
	t := parse.New("expression")
	t.Mode = parse.SkipFuncCheck
	tree, err := t.Parse("{{"+source+"}}", "{{", "}}", map[string]*parse.Tree{})
	if err != nil {
		return nil, &Error{"expression-syntax", map[string]string{"expression": source, "reason": reason(err)}}
	}
	if len(tree.Root.Nodes) != 1 || tree.Root.Nodes[0].Type() != parse.NodeAction {
		return nil, &Error{"expression-form", map[string]string{"expression": source}}
	}
	c := &compiler{scope: s, source: source}
	n, typ, err := c.pipe(tree.Root.Nodes[0].(*parse.ActionNode).Pipe)
	if err != nil {
		return nil, err
	}
	return &Expr{Source: source, node: n, typ: typ}, nil
}

// statement matches what is no pipeline in text/template, a comment and the trim
// marks included.
var statement = regexp.MustCompile(`^\s*(if|else|end|range|with|define|block|template|break|continue)\b|^- |^\s*/\*|\s-$`)

var errorPlace = regexp.MustCompile(`^template: expression:\d+: `)

// reason is the message of text/template without its place.
func reason(err error) string { return errorPlace.ReplaceAllString(err.Error(), "") }

// integer is the one form in which a number is written: not octal, not a
// character.
var integer = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

type compiler struct {
	scope  Scope
	source string
}

func (c *compiler) fail(rule string, kv ...string) error {
	return &Error{rule, report.Args(append([]string{"expression", c.source}, kv...)...)}
}

func (c *compiler) pipe(p *parse.PipeNode) (node, *model.Type, error) {
	if len(p.Decl) > 0 {
		return nil, nil, c.fail("expression-form")
	}
	var (
		n   node
		typ *model.Type
		err error
	)
	for i, cmd := range p.Cmds {
		var piped []typed
		if i > 0 {
			piped = []typed{{n, typ}}
		}
		if n, typ, err = c.command(cmd, piped); err != nil {
			return nil, nil, err
		}
	}
	return n, typ, nil
}

// typed is a compiled argument with its schema type.
type typed struct {
	node node
	typ  *model.Type
}

func (c *compiler) command(cmd *parse.CommandNode, piped []typed) (node, *model.Type, error) {
	name, isCall := cmd.Args[0].(*parse.IdentifierNode)
	if !isCall {
		if len(cmd.Args) > 1 || piped != nil {
			return nil, nil, c.fail("expression-form")
		}
		return c.operand(cmd.Args[0])
	}
	var args []typed
	for _, a := range cmd.Args[1:] {
		n, typ, err := c.operand(a)
		if err != nil {
			return nil, nil, err
		}
		args = append(args, typed{n, typ})
	}
	return c.call(name.Ident, append(args, piped...))
}

func (c *compiler) operand(n parse.Node) (node, *model.Type, error) {
	switch n := n.(type) {
	case *parse.FieldNode:
		return c.path(false, n.Ident, c.scope.Dot)
	case *parse.VariableNode:
		if n.Ident[0] != "$" {
			return nil, nil, c.fail("expression-form")
		}
		return c.path(true, n.Ident[1:], c.scope.Root)
	case *parse.DotNode:
		return &path{}, c.scope.Dot, nil
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.IdentifierNode:
		return c.call(n.Ident, nil)
	case *parse.StringNode:
		return literal{n.Text}, nil, nil
	case *parse.BoolNode:
		return literal{n.True}, nil, nil
	case *parse.NumberNode:
		if !n.IsInt || !integer.MatchString(n.Text) {
			return nil, nil, c.fail("expression-form")
		}
		return literal{n.Int64}, nil, nil
	}
	return nil, nil, c.fail("expression-form")
}

// path follows names through the schema.
func (c *compiler) path(fromRoot bool, names []string, typ *model.Type) (node, *model.Type, error) {
	p := &path{root: fromRoot}
	for i, name := range names {
		if typ == nil {
			return nil, nil, c.fail("expression-path", "path", dotted(names[:i+1]))
		}
		switch typ.Kind {
		case model.KindAny:
			p.steps = append(p.steps, step{name: name})
			continue
		case model.KindMap:
			p.steps = append(p.steps, step{name: name})
			typ = typ.Item
			continue
		case model.KindObject:
		default:
			return nil, nil, c.fail("expression-path", "path", dotted(names[:i+1]))
		}
		f, ok := typ.Field(name)
		if !ok {
			return nil, nil, c.fail("expression-path", "path", dotted(names[:i+1]), "suggestion", model.Suggest(name, typ.FieldNames()))
		}
		p.steps = append(p.steps, step{name, f.Required, conditionsOn(typ, name)})
		typ = f.Type
	}
	return p, typ, nil
}

// conditionsOn lists the conditions that make a field of t needed.
func conditionsOn(t *model.Type, field string) (out []model.Condition) {
	for _, c := range t.Conditions {
		if slices.Contains(c.Required, field) {
			out = append(out, c)
		}
	}
	return out
}

func dotted(names []string) string { return "." + strings.Join(names, ".") }

func (c *compiler) call(name string, args []typed) (node, *model.Type, error) {
	f, ok := functions()[name]
	if !ok {
		return nil, nil, c.fail("expression-function", "function", name, "suggestion", model.Suggest(name, functionNames()))
	}
	if len(args) < f.min || len(args) > f.max {
		return nil, nil, c.fail("expression-arguments", "function", name)
	}
	n := &call{fn: f, name: name}
	for _, a := range args {
		if inner, isCall := a.node.(*call); isCall && (inner.name == "note" || inner.name == "ref") {
			return nil, nil, c.fail("expression-arguments", "function", name) // a footnote is no text, nor is a reference
		}
		n.args = append(n.args, a.node)
	}
	var typ *model.Type
	if f.check != nil {
		var err error
		if typ, err = f.check(c, n, args); err != nil {
			return nil, nil, err
		}
	}
	return n, typ, nil
}
