package formula

import (
	"strconv"
	"strings"
)

// parser reads tokens by the strength of operators.
type parser struct {
	tokens []token
	next   int
	depth  int
}

// peek is the next token, take takes it.
func (p *parser) peek() token { return p.tokens[p.next] }

func (p *parser) take() token {
	t := p.tokens[p.next]
	if t.kind != endToken {
		p.next++
	}
	return t
}

// has takes the next token if it is a sign s.
func (p *parser) has(s string) bool {
	if t := p.peek(); t.kind != signToken || t.text != s {
		return false
	}
	p.take()
	return true
}

// formula reads a whole formula.
func (p *parser) formula() (node, *Error) {
	n, err := p.expression(1)
	if err != nil {
		return nil, err
	}
	switch t := p.peek(); {
	case t.kind == endToken:
		return n, nil
	case t.kind == signToken && strings.Contains("),", t.text):
		return nil, errorAt(t.pos, "%s has no ( before it", t.text)
	default:
		return nil, errorAt(t.pos, "an operator is missing before %s", t.describe())
	}
}

// expression reads operands joined by operators of at least a strength. Operators of
// the same strength are read from the left.
func (p *parser) expression(strength int) (node, *Error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, errorAt(p.peek().pos, "more than %d levels within each other", maxDepth)
	}
	left, err := p.operand()
	for err == nil {
		t := p.peek()
		s := strengths[t.text]
		if t.kind != signToken || s == 0 || s < strength {
			return left, nil
		}
		p.take()
		var right node
		right, err = p.expression(s + 1)
		left = &operation{t.pos, t.text, left, right}
	}
	return nil, err
}

// operand reads what stands between operators.
func (p *parser) operand() (node, *Error) {
	switch t := p.take(); {
	case t.kind == numberToken:
		value, err := strconv.ParseFloat(t.text, 64)
		if err != nil || len(strings.Trim(strings.Replace(t.text, ".", "", 1), "0")) > digits {
			return nil, errorAt(t.pos, "a number has at most %d digits", digits)
		}
		return &literal{t.pos, value}, nil
	case t.kind == textToken:
		return &text{t.pos, t.text}, nil
	case t.kind == nameToken:
		if p.has("(") {
			return p.call(t)
		}
		return &key{t.pos, t.text}, nil
	case t.text == "-" && t.kind == signToken:
		x, err := p.expression(negationStrength)
		return &negation{t.pos, x}, err
	case t.text == "(" && t.kind == signToken:
		n, err := p.expression(1)
		if err == nil && !p.has(")") {
			err = p.unclosed(t)
		}
		return n, err
	default:
		return nil, errorAt(t.pos, "a value is missing before %s", t.describe())
	}
}

// call reads the arguments of a function; its ( has been taken.
func (p *parser) call(t token) (node, *Error) {
	c := &call{pos: t.pos, name: t.text}
	if p.has(")") {
		return c, nil
	}
	for {
		a, err := p.expression(1)
		if err != nil {
			return nil, err
		}
		c.args = append(c.args, a)
		if p.has(")") {
			return c, nil
		}
		if !p.has(",") {
			return nil, p.unclosed(t)
		}
	}
}

// unclosed says what is wrong where a ) might have been.
func (p *parser) unclosed(open token) *Error {
	if t := p.peek(); t.kind != endToken {
		return errorAt(t.pos, "an operator is missing before %s", t.describe())
	}
	if open.kind == nameToken {
		return errorAt(open.pos, "%s( has no ) at its end", open.text)
	}
	return errorAt(open.pos, "( has no ) at its end")
}

// describe is the token in a message.
func (t token) describe() string {
	switch t.kind {
	case endToken:
		return "the end"
	case textToken:
		return strconv.Quote(t.text)
	}
	return t.text
}
