package clauses

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

func (p *textParser) inlines(n ast.Node, scope expr.Scope) []inline {
	out := p.collect(n, scope, doc.Text{})
	// Space at the end of a paragraph is left by an anchor.
	if len(out) > 0 {
		if w, ok := out[len(out)-1].(*words); ok {
			w.text.S = strings.TrimRight(w.text.S, " ")
		}
	}
	return out
}

func (p *textParser) collect(n ast.Node, scope expr.Scope, style doc.Text) []inline {
	var out []inline
	add := func(s string) {
		if len(out) > 0 {
			if w, ok := out[len(out)-1].(*words); ok && w.text.Bold == style.Bold && w.text.Italic == style.Italic {
				w.text.S += s
				return
			}
		}
		t := style
		t.S = s
		out = append(out, &words{t})
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			p.asterisk(c)
			add(plain(c.Segment.Value(p.source)))
			if c.HardLineBreak() {
				add("\n")
			} else if c.SoftLineBreak() {
				add(" ")
			}
		case *ast.String:
			add(string(c.Value))
		case *ast.Emphasis:
			inner := style
			if c.Level == 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			out = append(out, p.collect(c, scope, inner)...)
		case *ast.Link:
			if bytes.Contains(c.Destination, []byte("{{")) {
				p.problem("text-link", offset(c))
			}
			out = append(out, &link{string(c.Destination), p.collect(c, scope, style)})
		case *mark:
			switch c.kind {
			case kindBroken:
				p.problem("text-mark", c.start, "mark", c.text)
			case kindExpr:
				if before, ok := c.PreviousSibling().(*ast.Text); ok && linkTarget.Match(before.Segment.Value(p.source)) {
					p.problem("text-link", c.start)
				}
				if e := p.compile(c.text, c.start, scope); e != nil {
					if !e.Printable() {
						p.problem("expression-object", c.start, "expression", c.text)
					}
					out = append(out, &printed{e, style.Bold, style.Italic})
				}
			case kindReference:
				p.refs = append(p.refs, Reference{c.text, p.at(c.start)})
				out = append(out, &reference{c.text})
			case kindAnchor:
				if c.NextSibling() != nil {
					p.problem("text-anchor-place", c.start, "anchor", c.text)
				}
				p.anchors = append(p.anchors, c.text)
			}
		default:
			p.refuse(c)
		}
	}
	return out
}

// linkTarget matches text that ends within the target of what was to be a link.
var linkTarget = regexp.MustCompile(`\]\(<?[^()\s]*$`)

// plain resolves what CommonMark escapes with a backslash or writes as an entity,
// each once: the text of an escape is not read again.
func plain(b []byte) string {
	var out []byte
	for len(b) > 0 {
		n := 1
		switch {
		case b[0] == '\\' && len(b) > 1 && util.IsPunct(b[1]):
			out, n = append(out, b[1]), 2
		case b[0] == '&':
			if m := entity.Find(b); m != nil {
				out, n = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(m))...), len(m)
				break
			}
			out = append(out, b[0])
		default:
			out = append(out, b[0])
		}
		b = b[n:]
	}
	return string(out)
}

var entity = regexp.MustCompile(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// asterisk reports a * that marks nothing, such as one that stands against a
// word on the wrong side.
func (p *textParser) asterisk(t *ast.Text) {
	raw := t.Segment.Value(p.source)
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '*':
			p.problem("text-mark", t.Segment.Start+i, "mark", "*")
			return
		}
	}
}
