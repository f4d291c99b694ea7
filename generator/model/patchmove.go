package model

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

var (
	errNoKey = errors.New("the path names no key")
	errTaken = errors.New("there is a value at the new place already")
)

// rename gives a key another name; its value, its comments and its place stay.
func (p *patcher) rename(at *spot, name string) error {
	parent := at.parent.node
	want := p.where[parent]
	switch {
	case parent.Kind != yaml.MappingNode || name == "":
		return errNoKey
	case want == nil:
		return errShared
	}
	if _, taken := child(parent, Step{Name: name}); taken != nil {
		return errTaken
	}
	start, end, err := p.extent(parent.Content[at.i-1], at.flow, at.parent.indent())
	if err != nil {
		return err
	}
	want.keys[at.i/2] = name
	p.splice(start, end, writeKey(name, p.json()))
	return nil
}

// move takes a key with its value to another path. Where both are lines of a
// block, the lines go as they are, with the comments above them; elsewhere the
// value is written anew.
func (p *patcher) move(at *spot, to string) error {
	steps, err := ParsePath(to)
	if err != nil {
		return err
	}
	target, rest, err := p.find(steps)
	if err != nil {
		return err
	}
	source, value := p.where[at.parent.node], p.where[at.node]
	switch {
	case len(rest) == 0:
		return errTaken
	case at.parent.node.Kind != yaml.MappingNode || rest[len(rest)-1].isIndex():
		return errNoKey
	case source == nil || value == nil || p.where[target.node] == nil:
		return errShared
	}
	if p.moveLines(at, target, rest) == nil {
		return nil
	}
	text, err := patchOne(p.text, Edit{OpSet, to, value})
	if err != nil {
		return err
	}
	if text, err = patchOne(text, Edit{OpDelete, p.pathOf(at), nil}); err != nil {
		return err
	}
	p.text = text
	return p.moveTree(at, target, rest)
}

// moveTree makes the change on the tree of what the text should say.
func (p *patcher) moveTree(at, target *spot, rest []Step) error {
	source, value := p.where[at.parent.node], p.where[at.node]
	wrapped, err := wrap(rest[1:], value)
	if err != nil {
		return err
	}
	into := p.where[target.node]
	if isNull(target.node) && target.parent != nil {
		into.tag, into.value = "!!map", ""
	}
	if into.tag != "!!map" {
		return errors.New("the path does not fit what is there")
	}
	for i, item := range source.items {
		if item == value {
			source.keys = append(source.keys[:i:i], source.keys[i+1:]...)
			source.items = append(source.items[:i:i], source.items[i+1:]...)
			break
		}
	}
	into.keys, into.items = append(into.keys, rest[0].Name), append(into.items, wrapped)
	return nil
}

// moveLines moves the lines of a key, and changes nothing when it cannot.
func (p *patcher) moveLines(at, target *spot, rest []Step) error {
	parent := at.parent.node
	if at.flow || at.parent.flow || target.flow || target.node.Kind != yaml.MappingNode || len(parent.Content) <= 2 || at.node.Anchor != "" {
		return errExtent
	}
	key := parent.Content[at.i-1]
	first := p.offset(key.Line, key.Column)
	start := p.lineStart(first)
	if strings.Trim(p.text[start:first], " ") != "" {
		return errExtent // behind the hyphen of an item
	}
	one := *parent
	one.Content = parent.Content[at.i-1 : at.i+1]
	end, err := p.blockEnd(&one)
	if err != nil {
		return err
	}
	if end = p.lineEnd(end); end < len(p.text) {
		end = p.nextLine(end)
	}
	start = p.commentsAbove(start, first-start)
	_, keyEnd, err := p.extent(key, false, parent.Column-1)
	if err != nil {
		return err
	}
	insert, err := p.blockEnd(target.node)
	if err != nil {
		return err
	}
	insert = p.lineEnd(insert)
	if err := p.moveTree(at, target, rest); err != nil {
		return err
	}
	// The lines with the new key, at the indent of the new place.
	depth := target.node.Column - 1
	var b strings.Builder
	for _, s := range rest[:len(rest)-1] {
		b.WriteString(p.newline + strings.Repeat(" ", depth) + writeKey(s.Name, false) + ":")
		depth += 2
	}
	lines := p.text[start:first] + writeKey(rest[len(rest)-1].Name, false) + p.text[keyEnd:end]
	last := lines[len(strings.TrimRight(lines, "\r\n")):]
	lines = strings.TrimRight(lines, "\r\n")
	for line := range strings.SplitSeq(lines, "\n") {
		b.WriteString(p.newline + shift(strings.TrimSuffix(line, "\r"), depth-(parent.Column-1)))
	}
	switch moved := b.String(); {
	case insert >= end:
		p.splice(insert, insert, moved)
		p.splice(start, end, "")
	case insert > start: // it is the last of what it moves to
		p.splice(start, end, strings.TrimPrefix(moved, p.newline)+last)
	default:
		p.splice(start, end, "")
		p.splice(insert, insert, moved)
	}
	return nil
}

// shift indents a line by some blanks more or less.
func shift(line string, by int) string {
	switch {
	case strings.TrimSpace(line) == "":
		return line
	case by >= 0:
		return strings.Repeat(" ", by) + line
	}
	return line[min(-by, len(line)-len(strings.TrimLeft(line, " "))):]
}

func (p *patcher) lineStart(at int) int { return strings.LastIndexAny(p.text[:at], "\r\n") + 1 }

// nextLine is the start of the line after the one that ends at end.
func (p *patcher) nextLine(end int) int {
	for _, s := range p.lines {
		if s > end {
			return s
		}
	}
	return len(p.text)
}

// commentsAbove is the start of the comment lines of an indent that stand directly
// above a line; the first line of a file is never among them, since it may be for
// an editor.
func (p *patcher) commentsAbove(start, indent int) int {
	for start > 0 {
		above := p.lineStart(len(strings.TrimRight(p.text[:start], "\r\n")))
		line := p.text[above:start]
		if strings.Count(line, "\n") != 1 || above == 0 || !strings.HasPrefix(line[min(indent, len(line)):], "#") || strings.Trim(line[:min(indent, len(line))], " ") != "" {
			break
		}
		start = above
	}
	return start
}

// pathOf writes the path of a spot.
func (p *patcher) pathOf(at *spot) string {
	if at.parent == nil {
		return ""
	}
	if at.parent.node.Kind == yaml.MappingNode {
		return joinKey(p.pathOf(at.parent), at.parent.node.Content[at.i-1].Value)
	}
	return joinIndex(p.pathOf(at.parent), at.i)
}
