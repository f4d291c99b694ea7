package model

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// errExtent: the end of a node cannot be told from the text.
var errExtent = errors.New("the place of the value in the text is not clear")

var errAnchor = errors.New("the value has an anchor or a tag")

// lineStarts are the byte offsets of the lines, as the YAML reader counts them:
// it also ends a line at a lone CR, NEL, LS and PS.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch r {
		case '\r':
			if i < len(text) && text[i] == '\n' {
				i++
			}
			starts = append(starts, i)
		case '\n', '\u0085', '\u2028', '\u2029':
			starts = append(starts, i)
		}
	}
	return starts
}

// offset of a line and column, which count from 1 and in characters.
func (p *patcher) offset(line, column int) int {
	if line < 1 || line > len(p.lines) {
		return len(p.text)
	}
	at := p.lines[line-1]
	if line == 1 && strings.HasPrefix(p.text, string(bom)) {
		at += len(bom)
	}
	for ; column > 1 && at < len(p.text); column-- {
		_, n := utf8.DecodeRuneInString(p.text[at:])
		at += n
	}
	return at
}

// lineEnd is the offset of the line break at or after at.
func (p *patcher) lineEnd(at int) int {
	for _, start := range p.lines {
		if start > at {
			return max(at, len(strings.TrimRight(p.text[:start], "\r\n\u0085\u2028\u2029")))
		}
	}
	return len(p.text)
}

// extent is the part of the text that a node takes, without its anchor and tag,
// without a comment behind it. indent is that of the block around it.
func (p *patcher) extent(n *yaml.Node, flow bool, indent int) (start, end int, err error) {
	start = p.offset(n.Line, n.Column)
	if n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return 0, 0, errAnchor
	}
	if start >= len(p.text) && !(n.Kind == yaml.ScalarNode && n.Value == "") {
		return 0, 0, errExtent
	}
	switch {
	case n.Kind == yaml.AliasNode:
		end = start + 1 + strings.IndexAny(p.text[start+1:]+" ", " \t\r\n,[]{}")
	case n.Kind == yaml.ScalarNode:
		end, err = p.scalarEnd(n, start, flow, indent)
	case n.Style&yaml.FlowStyle != 0:
		end, err = p.flowEnd(n, start)
	default:
		end, err = p.blockEnd(n)
	}
	return start, end, err
}

// blockEnd is the end of the last child.
func (p *patcher) blockEnd(n *yaml.Node) (int, error) {
	if len(n.Content) == 0 {
		return 0, errExtent
	}
	last := n.Content[len(n.Content)-1]
	if n.Kind == yaml.MappingNode && isEmpty(last) {
		return p.colon(n.Content[len(n.Content)-2], false, n.Column-1)
	}
	if isEmpty(last) { // "- " with nothing behind it
		dash, err := p.dash(n, len(n.Content)-1)
		return dash + 1, err
	}
	_, end, err := p.extent(last, false, n.Column-1)
	return end, err
}

// isEmpty reports a value that no text stands for.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0
}

// flowEnd finds the bracket that closes a flow collection.
func (p *patcher) flowEnd(n *yaml.Node, start int) (int, error) {
	at := start + 1
	for _, c := range n.Content {
		if isEmpty(c) {
			continue
		}
		_, end, err := p.extent(c, true, 0)
		if err != nil {
			return 0, err
		}
		at = max(at, end)
	}
	want := byte(']')
	if n.Kind == yaml.MappingNode {
		want = '}'
	}
	for at < len(p.text) {
		switch c := p.text[at]; {
		case c == want:
			return at + 1, nil
		case c == '#':
			at = p.lineEnd(at)
		case strings.IndexByte(" \t\r\n,:?", c) >= 0:
			at++
		default:
			return 0, errExtent
		}
	}
	return 0, errExtent
}

func (p *patcher) scalarEnd(n *yaml.Node, start int, flow bool, indent int) (int, error) {
	rest := p.text[start:]
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			switch rest[i] {
			case '\\':
				i++
			case '"':
				return start + i + 1, nil
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			if rest[i] == '\'' {
				if i+1 == len(rest) || rest[i+1] != '\'' {
					return start + i + 1, nil
				}
				i++
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return p.blockScalarEnd(start, indent), nil
	case n.Value == "":
		return start, nil
	default:
		return p.plainEnd(n.Value, start, flow)
	}
	return 0, errExtent
}

// blockScalarEnd is where the lines end that are indented more than the block
// around them. Blank lines at the end belong to it only when it keeps them.
func (p *patcher) blockScalarEnd(start, indent int) int {
	end := p.lineEnd(start)
	header, _, _ := strings.Cut(p.text[start:end], " ")
	keep := strings.Contains(header, "+")
	for at := end; ; {
		next := -1
		for _, s := range p.lines {
			if s > at {
				next = s
				break
			}
		}
		if next < 0 || next >= len(p.text) {
			return end
		}
		stop := p.lineEnd(next)
		line := p.text[next:stop]
		blank := strings.TrimLeft(line, " ") == ""
		if !blank && len(line)-len(strings.TrimLeft(line, " ")) <= indent {
			return end
		}
		if !blank || keep {
			end = stop
		}
		at = max(stop, next)
	}
}

// plainEnd finds the end of an unquoted text, which may go on over lines: the
// shortest piece that folds to its value.
func (p *patcher) plainEnd(value string, start int, flow bool) (int, error) {
	tries := 0
	for end := start; end < len(p.text) && tries < 1000; {
		stop := p.lineEnd(end)
		for i := end; i <= stop && tries < 1000; i++ {
			if i < stop && strings.IndexByte(" \t:", p.text[i]) < 0 && !(flow && strings.IndexByte(",]}", p.text[i]) >= 0) {
				continue
			}
			if i-start < len(value) {
				continue // folding never makes a text longer
			}
			if tries++; fold(p.text[start:i]) == value {
				return i, nil
			}
		}
		end = stop + 1
	}
	return 0, errExtent
}

// fold joins the lines of a plain scalar as YAML does.
func fold(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	var b strings.Builder
	empty := 0
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		line = strings.Trim(line, " \t")
		switch {
		case i == 0:
		case line == "":
			empty++
			continue
		case empty > 0:
			b.WriteString(strings.Repeat("\n", empty))
			empty = 0
		default:
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// colon is the offset behind the colon of a key.
func (p *patcher) colon(key *yaml.Node, flow bool, indent int) (int, error) {
	_, end, err := p.extent(key, flow, indent)
	if err != nil {
		return 0, err
	}
	after := strings.TrimLeft(p.text[end:], " \t")
	if !strings.HasPrefix(after, ":") {
		return 0, errExtent
	}
	return len(p.text) - len(after) + 1, nil
}

// dash is the offset of the hyphen of an item of a block list.
func (p *patcher) dash(list *yaml.Node, i int) (int, error) {
	from := p.offset(list.Content[i].Line, list.Content[i].Column)
	if isEmpty(list.Content[i]) {
		from = min(from+1, len(p.text))
	}
	for at := from - 1; at >= 0; at-- {
		switch p.text[at] {
		case '-':
			return at, nil
		case ' ', '\t':
		default:
			return 0, errExtent
		}
	}
	return 0, errExtent
}
