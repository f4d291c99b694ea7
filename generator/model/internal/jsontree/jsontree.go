// Package jsontree reads JSON into a tree that keeps the order of the keys and
// the place of every value, and writes such a tree.
package jsontree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind is the kind of a value.
type Kind string

// The kinds.
const (
	Object  Kind = "object"
	Array   Kind = "array"
	String  Kind = "string"
	Number  Kind = "number"
	Boolean Kind = "boolean"
	Null    Kind = "null"
)

// Node is a value.
type Node struct {
	Kind    Kind
	Text    string // of a scalar: the text of a string, else as it is written
	Members []Member
	Items   []*Node
	Pos
}

// Member is a key of an object with its value. A key that was written twice
// stands there twice.
type Member struct {
	Key   string
	At    Pos // of the key
	Value *Node
}

// Pos counts from 1, Column in characters.
type Pos struct{ Line, Column int }

// maxDepth is how deep values may stand in each other.
const maxDepth = 100

// SyntaxError says where a text is no JSON.
type SyntaxError struct {
	Pos
	Reason string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Reason) }

// Parse reads one JSON value. The error is *SyntaxError.
func Parse(text []byte) (*Node, error) {
	p := &parser{text: text, pos: Pos{1, 1}}
	if !utf8.Valid(text) {
		p.moveTo(validPrefix(text))
		return nil, &SyntaxError{p.pos, "not UTF-8"}
	}
	var whole json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			p.moveTo(max(int(syntax.Offset)-1, 0))
		}
		return nil, &SyntaxError{p.pos, err.Error()}
	}
	p.decoder = json.NewDecoder(bytes.NewReader(text))
	p.decoder.UseNumber()
	n, err := p.value(0)
	if err != nil {
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			err = &SyntaxError{p.pos, err.Error()}
		}
		return nil, err
	}
	return n, nil
}

func validPrefix(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(text)
}

type parser struct {
	text    []byte
	decoder *json.Decoder
	offset  int // of pos
	pos     Pos
}

// moveTo moves the place forward to a byte offset.
func (p *parser) moveTo(offset int) {
	passed := p.text[p.offset:min(offset, len(p.text))]
	p.offset += len(passed)
	if n := bytes.Count(passed, []byte("\n")); n > 0 {
		p.pos = Pos{p.pos.Line + n, 1}
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	p.pos.Column += utf8.RuneCount(passed)
}

// token reads a token and the place where it begins.
func (p *parser) token() (json.Token, Pos, error) {
	start := int(p.decoder.InputOffset())
	for start < len(p.text) && strings.IndexByte(" \t\r\n,:", p.text[start]) >= 0 {
		start++
	}
	p.moveTo(start)
	t, err := p.decoder.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return t, p.pos, err
}

func (p *parser) value(depth int) (*Node, error) {
	t, at, err := p.token()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, &SyntaxError{at, "too deep"}
	}
	n := &Node{Pos: at}
	switch t := t.(type) {
	case string:
		n.Kind, n.Text = String, t
	case json.Number:
		n.Kind, n.Text = Number, t.String()
	case bool:
		n.Kind, n.Text = Boolean, fmt.Sprint(t)
	case nil:
		n.Kind, n.Text = Null, "null"
	case json.Delim:
		if t == '{' {
			n.Kind = Object
			err = p.members(n, depth)
		} else {
			n.Kind = Array
			err = p.items(n, depth)
		}
		if err == nil {
			_, _, err = p.token() // the closing bracket
		}
	}
	return n, err
}

func (p *parser) members(n *Node, depth int) error {
	for p.decoder.More() {
		key, at, err := p.token()
		if err != nil {
			return err
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.Members = append(n.Members, Member{fmt.Sprint(key), at, v})
	}
	return nil
}

func (p *parser) items(n *Node, depth int) error {
	for p.decoder.More() {
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.Items = append(n.Items, v)
	}
	return nil
}

// Get finds the value of a key of an object, nil when there is none.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	if i := n.index(key); i >= 0 {
		return n.Members[i].Value
	}
	return nil
}

func (n *Node) index(key string) int {
	return slices.IndexFunc(n.Members, func(m Member) bool { return m.Key == key })
}
