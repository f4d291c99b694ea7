package model

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Op is what an edit does.
type Op string

// The operations. Set puts a value at a path, and makes what is missing above
// it. Append adds an item to the list at a path, Insert puts one before the item
// at a path. Delete removes the key or item at a path. Rename gives the key at a
// path another name, and Move takes it with its value to another path: the new
// name, and the new path, is the value of the edit.
const (
	OpSet    Op = "set"
	OpAppend Op = "append"
	OpInsert Op = "insert"
	OpDelete Op = "delete"
	OpRename Op = "rename"
	OpMove   Op = "move"
)

// Edit is one change to a case file. Value is a text, a number, a boolean, or a
// list, a map or a struct of this package; Delete has none.
type Edit struct {
	Op    Op
	Path  string
	Value any
}

// Patch returns the text of the file with the edits made, in their order. Only
// the text of the values concerned changes: comments, order and form elsewhere
// stay byte by byte. The new text is read again and compared with what the edits
// should give; when it says anything else, or an edit does not fit, there is an
// error and no text. The source itself does not change.
func (s *Source) Patch(edits []Edit) ([]byte, error) {
	text := string(s.text)
	if len(edits) == 0 {
		return []byte(text), nil
	}
	p, err := newPatcher(text)
	for i, e := range edits {
		if err == nil {
			p, err = p.patch(e)
		}
		if err != nil {
			return nil, fmt.Errorf("edit %d: %s %s: %w", i+1, e.Op, e.Path, err)
		}
	}
	return []byte(p.text), nil
}

func newPatcher(text string) (*patcher, error) {
	p := &patcher{text: text, lines: lineStarts(text), newline: "\n", where: map[*yaml.Node]*tree{}}
	if strings.Contains(text, "\r\n") {
		p.newline = "\r\n"
	}
	var err error
	p.tree, p.root, err = readTree(text, p.where)
	return p, err
}

func patchOne(text string, e Edit) (string, error) {
	p, err := newPatcher(text)
	if err != nil {
		return "", err
	}
	if p, err = p.patch(e); err != nil {
		return "", err
	}
	return p.text, nil
}

// patch makes one edit, and returns the patcher of the new text.
func (p *patcher) patch(e Edit) (*patcher, error) {
	steps, err := ParsePath(e.Path)
	if err != nil {
		return nil, err
	}
	if err := p.do(e, steps); err != nil {
		return nil, err
	}
	next, err := newPatcher(p.text)
	if err != nil {
		return nil, fmt.Errorf("the text would no longer be readable: %w", err)
	}
	if !next.tree.equal(p.tree) {
		return nil, errors.New("the text would say something else than intended")
	}
	return next, nil
}

func readTree(text string, where map[*yaml.Node]*tree) (*tree, *yaml.Node, error) {
	if i := badByte([]byte(text)); i >= 0 {
		return nil, nil, errors.New("the text is not plain UTF-8")
	}
	root, problem := parseYAML("", []byte(text))
	if problem != nil {
		return nil, nil, errors.New(problem.Message("en"))
	}
	budget := maxNodes
	t, err := treeOf(root, where, &budget)
	return t, root, err
}

// A patcher changes one text, and alike the tree of what it should say.
type patcher struct {
	text    string
	newline string
	lines   []int
	root    *yaml.Node
	tree    *tree // of root
	where   map[*yaml.Node]*tree
}

// A spot is a node with what is around it.
type spot struct {
	node   *yaml.Node
	parent *spot
	i      int  // index of the node in the parent's Content
	flow   bool // within { } or [ ]
}

// indent of the block that a value stands in.
func (s *spot) indent() int {
	if s.parent == nil {
		return -1
	}
	return s.parent.node.Column - 1
}

func (p *patcher) do(e Edit, steps []Step) error {
	if len(steps) == 0 {
		return errors.New("the path names nothing")
	}
	at, rest, err := p.find(steps)
	if err != nil {
		return err
	}
	if e.Op == OpDelete || e.Op == OpRename || e.Op == OpMove {
		if len(rest) > 0 {
			return errors.New("there is nothing at the path")
		}
		to, _ := e.Value.(string)
		switch e.Op {
		case OpRename:
			return p.rename(at, to)
		case OpMove:
			return p.move(at, to)
		}
		return p.remove(at)
	}
	typ, _ := Root().At(FormatPath(steps))
	if e.Op == OpAppend {
		typ = typ.childOr(Step{})
	}
	value, ok := e.Value.(*tree) // of a move
	if !ok {
		if value, err = treeFrom(e.Value, typ); err != nil {
			return err
		}
	}
	switch e.Op {
	case OpSet:
		if len(rest) == 0 {
			return p.replace(at, value)
		}
		return p.add(at, rest, value)
	case OpInsert:
		if len(rest) > 0 || at.parent.node.Kind != yaml.SequenceNode {
			return errors.New("there is no item at the path")
		}
		return p.addItem(at.parent, at.i, value)
	case OpAppend:
		switch {
		case len(rest) > 0:
			return p.add(at, rest, &tree{tag: "!!seq", items: []*tree{value}})
		case isNull(at.node):
			return p.replace(at, &tree{tag: "!!seq", items: []*tree{value}})
		case at.node.Kind != yaml.SequenceNode:
			return errors.New("there is no list at the path")
		}
		return p.addItem(at, len(at.node.Content), value)
	}
	return fmt.Errorf("operation %q is not known", e.Op)
}

// find follows the steps as far as there are nodes.
func (p *patcher) find(steps []Step) (*spot, []Step, error) {
	at := &spot{node: p.root, flow: p.root.Style&yaml.FlowStyle != 0}
	for n, s := range steps {
		_, value := child(at.node, s)
		if value == nil {
			return at, steps[n:], nil
		}
		next := &spot{node: value, parent: at, flow: at.flow || value.Style&yaml.FlowStyle != 0}
		for i, c := range at.node.Content {
			if c == value {
				next.i = i
			}
		}
		if p.where[value] == nil && n < len(steps)-1 || at.node.Kind == yaml.AliasNode {
			return nil, nil, errShared
		}
		at = next
	}
	return at, nil, nil
}

// add puts a value below a node that is there.
func (p *patcher) add(at *spot, rest []Step, value *tree) error {
	if isNull(at.node) && at.parent != nil {
		wrapped, err := wrap(rest, value)
		if err != nil {
			return err
		}
		return p.replace(at, wrapped)
	}
	wrapped, err := wrap(rest[1:], value)
	if err != nil {
		return err
	}
	switch s := rest[0]; {
	case !s.isIndex() && at.node.Kind == yaml.MappingNode:
		return p.addKey(at, s.Name, wrapped)
	case s.isIndex() && at.node.Kind == yaml.SequenceNode && s.Index == len(at.node.Content):
		return p.addItem(at, s.Index, wrapped)
	}
	return errors.New("the path does not fit what is there")
}

// json reports whether a flow collection is written as JSON: with quoted keys.
func (p *patcher) json() bool {
	return p.root.Style&yaml.FlowStyle != 0 && (len(p.root.Content) == 0 || p.root.Content[0].Style&yaml.DoubleQuotedStyle != 0)
}

// splice replaces text.
func (p *patcher) splice(start, end int, s string) { p.text = p.text[:start] + s + p.text[end:] }
