package model

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

var errShared = errors.New("the value is shared by an alias")

// replace puts a value where another stands.
func (p *patcher) replace(at *spot, value *tree) error {
	parent := at.parent.node
	want := p.where[parent]
	if want == nil {
		return errShared
	}
	inFlow := parent.Style&yaml.FlowStyle != 0 || at.parent.flow
	i := at.i
	if parent.Kind == yaml.MappingNode {
		i /= 2
	}
	want.items[i] = value
	if isEmpty(at.node) {
		return p.fill(at, value, inFlow)
	}
	start, end, err := p.extent(at.node, inFlow, at.indent())
	if err != nil {
		return err
	}
	collection := at.node.Kind == yaml.MappingNode || at.node.Kind == yaml.SequenceNode
	switch {
	case inFlow || value.isScalar() || len(value.items) == 0:
		return p.inline(at, start, end, inFlow, value)
	case collection && at.node.Style&yaml.FlowStyle == 0 && p.where[at.node] != nil && (at.node.Kind == yaml.MappingNode) == (value.tag == "!!map"):
		p.splice(start, end, writeBlock(value, at.node.Column-1, p.newline))
	case parent.Kind == yaml.SequenceNode:
		p.splice(start, end, writeBlock(value, at.indent()+2, p.newline))
	default:
		if start, err = p.colon(parent.Content[at.i-1], false, at.indent()); err != nil {
			return err
		}
		p.splice(start, end, p.below(value, parent.Column-1))
	}
	return nil
}

// inline writes a value on one line. What stood on the lines under its key moves
// up behind the key.
func (p *patcher) inline(at *spot, start, end int, inFlow bool, value *tree) error {
	text := writeFlow(value, p.json())
	block := (at.node.Kind == yaml.MappingNode || at.node.Kind == yaml.SequenceNode) && at.node.Style&yaml.FlowStyle == 0
	if block && !inFlow && at.parent.node.Kind == yaml.MappingNode {
		colon, err := p.colon(at.parent.node.Content[at.i-1], false, at.indent())
		if err != nil {
			return err
		}
		start, text = colon, " "+text
	}
	p.splice(start, end, text)
	return nil
}

// below writes a value on the lines under its key.
func (p *patcher) below(value *tree, indent int) string {
	return p.newline + strings.Repeat(" ", indent+2) + writeBlock(value, indent+2, p.newline)
}

// fill writes a value where none stands: behind a colon or a hyphen.
func (p *patcher) fill(at *spot, value *tree, inFlow bool) error {
	parent := at.parent.node
	if parent.Kind == yaml.SequenceNode {
		if inFlow {
			return errExtent
		}
		dash, err := p.dash(parent, at.i)
		if err != nil {
			return err
		}
		p.splice(dash+1, dash+1, " "+writeBlock(value, parent.Column+1, p.newline))
		return nil
	}
	key := parent.Content[at.i-1]
	colon, err := p.colon(key, inFlow, parent.Column-1)
	if err != nil && inFlow {
		if _, colon, err = p.extent(key, true, 0); err != nil {
			return err
		}
		p.splice(colon, colon, ": "+writeFlow(value, p.json()))
		return nil
	}
	switch {
	case err != nil:
		return err
	case inFlow || value.isScalar() || len(value.items) == 0:
		p.splice(colon, colon, " "+writeFlow(value, p.json()))
	default:
		end := p.lineEnd(colon) // behind a comment
		p.splice(end, end, p.below(value, parent.Column-1))
	}
	return nil
}

// addKey adds a key at the end of a mapping.
func (p *patcher) addKey(at *spot, key string, value *tree) error {
	want := p.where[at.node]
	if want == nil {
		return errShared
	}
	want.keys, want.items = append(want.keys, key), append(want.items, value)
	if at.flow {
		return p.addFlow(at, len(at.node.Content), writeKey(key, p.json())+": "+writeFlow(value, p.json()))
	}
	indent := at.node.Column - 1
	text := writeKey(key, false) + ":"
	if value.isScalar() || len(value.items) == 0 {
		text += " " + writeFlow(value, false)
	} else {
		text += p.below(value, indent)
	}
	return p.addLine(at, indent, text)
}

// addLine adds a line at the end of a block.
func (p *patcher) addLine(at *spot, indent int, text string) error {
	end, err := p.blockEnd(at.node)
	if err != nil {
		return err
	}
	end = p.lineEnd(end)
	p.splice(end, end, p.newline+strings.Repeat(" ", indent)+text)
	return nil
}

// addItem puts an item before the item of index i, or last.
func (p *patcher) addItem(at *spot, i int, value *tree) error {
	want := p.where[at.node]
	if want == nil {
		return errShared
	}
	want.items = slices.Insert(want.items, i, value)
	if at.flow {
		return p.addFlow(at, i, writeFlow(value, p.json()))
	}
	dash, err := p.dash(at.node, min(i, len(at.node.Content)-1))
	if err != nil {
		return err
	}
	line := strings.LastIndexAny(p.text[:dash], "\r\n") + 1
	if strings.HasPrefix(p.text[line:], string(bom)) {
		line += len(bom)
	}
	pad := p.text[line:dash]
	if strings.Trim(pad, " ") != "" {
		if i < len(at.node.Content) {
			return errExtent // the list begins behind another hyphen
		}
		pad = strings.Repeat(" ", at.node.Column-1)
	}
	text := "- " + writeBlock(value, len(pad)+2, p.newline)
	if i == len(at.node.Content) {
		return p.addLine(at, len(pad), text)
	}
	p.splice(line, line, pad+text+p.newline)
	return nil
}

// addFlow adds an item or a key with its value within brackets.
func (p *patcher) addFlow(at *spot, i int, text string) error {
	start, _, err := p.extent(at.node, true, 0)
	switch {
	case err != nil:
		return err
	case len(at.node.Content) == 0:
		p.splice(start+1, start+1, text)
	case i < len(at.node.Content):
		next := p.offset(at.node.Content[i].Line, at.node.Content[i].Column)
		p.splice(next, next, text+", ")
	default:
		end, err := p.lastInFlow(at.node, len(at.node.Content)-1)
		if err != nil {
			return err
		}
		p.splice(end, end, ", "+text)
	}
	return nil
}

// lastInFlow is the end of the node of index i, or of its key when it is empty.
func (p *patcher) lastInFlow(n *yaml.Node, i int) (int, error) {
	if !isEmpty(n.Content[i]) {
		_, end, err := p.extent(n.Content[i], true, 0)
		return end, err
	}
	if n.Kind != yaml.MappingNode {
		return 0, errExtent
	}
	if end, err := p.colon(n.Content[i-1], true, 0); err == nil {
		return end, nil
	}
	_, end, err := p.extent(n.Content[i-1], true, 0)
	return end, err
}

// remove deletes a key with its value, or an item.
func (p *patcher) remove(at *spot) error {
	parent, want := at.parent.node, p.where[at.parent.node]
	if want == nil {
		return errShared
	}
	first, step, i := at.i, 1, at.i
	if parent.Kind == yaml.MappingNode {
		first, step, i = at.i-1, 2, at.i/2
		want.keys = slices.Delete(want.keys, i, i+1)
	}
	want.items = slices.Delete(want.items, i, i+1)
	if len(want.items) == 0 {
		if at.parent.parent == nil {
			return errors.New("nothing would be left")
		}
		start, end, err := p.extent(parent, at.parent.flow, at.parent.indent())
		if err != nil {
			return err
		}
		return p.inline(at.parent, start, end, at.parent.flow, want)
	}
	last := first+step >= len(parent.Content)
	if at.parent.flow {
		return p.removeFlow(parent, first, step, last)
	}
	start := p.offset(parent.Content[first].Line, parent.Content[first].Column)
	if parent.Kind == yaml.SequenceNode {
		var err error
		if start, err = p.dash(parent, first); err != nil {
			return err
		}
	}
	if !last { // up to the next one: what stands before it on its line stays
		return p.removeUntil(parent, first, step, start)
	}
	end, err := p.blockEnd(parent)
	if err != nil {
		return err
	}
	end = p.lineEnd(end)
	line := len(strings.TrimRight(p.text[:start], " "))
	line = len(strings.TrimSuffix(strings.TrimSuffix(p.text[:line], "\n"), "\r"))
	p.splice(line, end, "")
	return nil
}

// removeUntil removes the lines from start to the end of the value; when the
// line has a hyphen before start, up to the next key.
func (p *patcher) removeUntil(parent *yaml.Node, first, step, start int) error {
	line := strings.LastIndexAny(p.text[:start], "\r\n") + 1
	if strings.Trim(p.text[line:start], " ") != "" {
		next := p.offset(parent.Content[first+step].Line, parent.Content[first+step].Column)
		p.splice(start, next, "")
		return nil
	}
	one := *parent
	one.Content = parent.Content[first : first+step]
	end, err := p.blockEnd(&one)
	if err != nil {
		return err
	}
	end = p.lineEnd(end)
	for _, s := range p.lines {
		if s > end {
			p.splice(line, s, "")
			return nil
		}
	}
	return errExtent
}

// removeFlow removes an item and one comma.
func (p *patcher) removeFlow(parent *yaml.Node, first, step int, last bool) error {
	start := p.offset(parent.Content[first].Line, parent.Content[first].Column)
	if !last {
		p.splice(start, p.offset(parent.Content[first+step].Line, parent.Content[first+step].Column), "")
		return nil
	}
	before, err := p.lastInFlow(parent, first-1)
	if err != nil {
		return err
	}
	end, err := p.lastInFlow(parent, len(parent.Content)-1)
	if err != nil {
		return err
	}
	p.splice(before, end, "")
	return nil
}
