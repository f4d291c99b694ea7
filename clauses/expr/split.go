package expr

import (
	"text/template/parse"
)

// Canonical writes an expression that Compile takes in one way: two that differ in
// spaces and brackets alone are alike. What cannot be read is given back.
func Canonical(source string) string {
	if p := pipeOf(source); p != nil {
		return p.String()
	}
	return source
}

// Split takes a condition apart that is and, or or not of others, each in its
// canonical form. Op is empty, and there are no parts, for any other.
func Split(source string) (op string, parts []string) {
	p := pipeOf(source)
	if p == nil || len(p.Decl) > 0 || len(p.Cmds) != 1 {
		return "", nil
	}
	args := p.Cmds[0].Args
	name, isCall := args[0].(*parse.IdentifierNode)
	if !isCall || name.Ident != "and" && name.Ident != "or" && name.Ident != "not" {
		return "", nil
	}
	for _, a := range args[1:] {
		parts = append(parts, a.String())
	}
	return name.Ident, parts
}

// pipeOf is the pipeline of an expression without brackets around it, nil where
// there is none.
func pipeOf(source string) *parse.PipeNode {
	t := parse.New("expression")
	t.Mode = parse.SkipFuncCheck
	tree, err := t.Parse("{{"+source+"}}", "{{", "}}", map[string]*parse.Tree{})
	if err != nil || len(tree.Root.Nodes) != 1 {
		return nil
	}
	action, ok := tree.Root.Nodes[0].(*parse.ActionNode)
	if !ok {
		return nil
	}
	pipe := action.Pipe
	for len(pipe.Cmds) == 1 && len(pipe.Cmds[0].Args) == 1 {
		inner, bracketed := pipe.Cmds[0].Args[0].(*parse.PipeNode)
		if !bracketed {
			break
		}
		pipe = inner
	}
	return pipe
}
