package clauses

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// textParser parses texts. It is not safe for concurrent use.
type textParser struct {
	markdown parser.Parser
	scope    expr.Scope

	file     string
	origin   report.Pos // added to positions when the text is part of another file
	source   []byte
	lines    []int // offsets of the line starts
	problems []report.Problem
	refs     []Reference
	anchors  []string
}

func newTextParser(scope expr.Scope) *textParser {
	return &textParser{markdown: newMarkdown(), scope: scope}
}

func (p *textParser) begin(file string, origin report.Pos, source []byte) ast.Node {
	p.file, p.origin, p.source = file, origin, source
	p.problems, p.refs, p.anchors = nil, nil, nil
	p.lines = []int{0}
	for i, c := range source {
		if c == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	return p.markdown.Parse(gmtext.NewReader(source))
}

// parseText parses the text of a clause: a title and what follows.
func (p *textParser) parseText(file string, source []byte) (*Text, []report.Problem) {
	t := &Text{}
	if p := CheckText(file, source); p != nil {
		return t, []report.Problem{*p}
	}
	root := p.begin(file, report.Pos{}, normalise(source))
	h, ok := root.FirstChild().(*ast.Heading)
	if ok && h.Level == 1 && h.HasChildren() {
		t.title = p.inlines(h, p.scope)
		if len(p.anchors) > 0 { // a clause is referred to by its id
			p.problem("text-anchor-place", offset(h), "anchor", p.anchors[0])
			p.anchors = nil
		}
		root.RemoveChild(root, h)
	} else {
		p.problem("text-title", 0)
		if ok { // not reported again as a heading
			root.RemoveChild(root, h)
		}
	}
	t.blocks = p.blocks(root, 0, p.scope)
	t.refs, t.anchors = p.refs, p.anchors
	p.checkAnchors()
	return t, p.problems
}

// parseLine parses one line; origin is where it begins in its file.
func (p *textParser) parseLine(file string, origin report.Pos, line string, scope expr.Scope) (*Line, []report.Problem) {
	if line == "" {
		return &Line{}, nil
	}
	root := p.begin(file, origin, []byte(line))
	l := &Line{}
	para, ok := root.FirstChild().(*ast.Paragraph)
	if !ok || root.ChildCount() != 1 {
		p.problem("text-line", 0)
		return l, p.problems
	}
	l.inlines = p.inlines(para, scope)
	l.Refs = p.refs
	if len(p.anchors) > 0 {
		p.problem("text-line", 0)
	}
	return l, p.problems
}

// blocks converts the children of n. Depth counts the lists around them.
func (p *textParser) blocks(n ast.Node, depth int, scope expr.Scope) []block {
	var out []block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			out = append(out, p.para(c, depth, scope))
		case *ast.List:
			out = append(out, p.list(c, depth+1, scope)...)
		case *fence:
			if b := p.fence(c, depth, scope); b != nil {
				out = append(out, b)
			}
		default:
			p.refuse(c)
		}
	}
	return out
}

// continues reports whether something of the same item stands before a node.
func continues(n ast.Node) bool {
	for ; n != nil && n.Kind() != ast.KindListItem; n = n.Parent() {
		if n.PreviousSibling() != nil {
			return true
		}
	}
	return false
}

func (p *textParser) para(n ast.Node, depth int, scope expr.Scope) *para {
	out := &para{level: 2 + depth, continues: depth > 0 && continues(n), at: p.at(offset(n))}
	before := len(p.anchors)
	out.inlines = p.inlines(n, scope)
	if len(p.anchors) == before {
		p.anchors = append(p.anchors, strconv.Itoa(before+1))
	}
	out.anchor = p.anchors[len(p.anchors)-1]
	return out
}

func (p *textParser) list(l *ast.List, depth int, scope expr.Scope) []block {
	if l.IsOrdered() {
		p.problem("text-ordered-list", offset(l))
		return nil
	}
	if depth > 2 {
		p.problem("text-list-depth", offset(l))
		return nil
	}
	var out []block
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		out = append(out, p.blocks(item, depth, scope)...)
	}
	return out
}

func (p *textParser) fence(f *fence, depth int, scope expr.Scope) block {
	at := p.at(f.start)
	if !f.closed {
		p.problem("text-fence-open", f.start)
	}
	kind, source, _ := strings.Cut(f.head, " ")
	switch kind {
	case "when":
		return &when{cond: p.compile(source, f.start, scope), blocks: p.blocks(f, depth, scope), at: at}
	case "each":
		list := p.compile(source, f.start, scope)
		item, ok := ItemType(list)
		if !ok {
			if list != nil {
				p.problem("text-each", f.start, "expression", source)
			}
			p.blocks(f, depth, scope.With(Unknown)) // for what else is wrong
			return nil
		}
		return &each{list: list, blocks: p.blocks(f, depth, scope.With(item)), at: at}
	}
	if kind == "" {
		kind = ":::"
	}
	p.problem("text-fence", f.start, "head", kind)
	return nil
}

// Unknown is the type of the dot in a repetition over what is wrong: any path is
// right there, since it would be the same fault twice.
var Unknown = &model.Type{Kind: model.KindAny}

// ItemType is the type of the dot inside a repetition over e: the items of a
// list, or an object itself.
func ItemType(e *expr.Expr) (*model.Type, bool) {
	if e == nil {
		return nil, false
	}
	t := e.Type()
	switch {
	case t == nil:
		return nil, false
	case t.Kind == model.KindArray:
		return t.Item, true
	case t.Kind == model.KindObject:
		return t, true
	}
	return nil, false
}

func (p *textParser) compile(source string, at int, scope expr.Scope) *expr.Expr {
	e, err := expr.Compile(source, scope)
	var bad *expr.Error
	if errors.As(err, &bad) {
		p.problems = append(p.problems, report.Problem{Rule: bad.Rule, Pos: p.at(at), Args: bad.Args})
		return nil
	}
	return e
}

// refuse reports a construct that a text may not hold.
func (p *textParser) refuse(n ast.Node) {
	what := map[ast.NodeKind]string{
		ast.KindHeading: "text-heading", ast.KindHTMLBlock: "text-html", ast.KindRawHTML: "text-html",
		ast.KindCodeSpan: "text-code", ast.KindCodeBlock: "text-code", ast.KindFencedCodeBlock: "text-code",
		ast.KindBlockquote: "text-quotation", ast.KindThematicBreak: "text-divider", ast.KindImage: "text-image", ast.KindAutoLink: "text-address",
	}[n.Kind()]
	if html, ok := n.(*ast.RawHTML); ok && bytes.HasPrefix(html.Segments.Value(p.source), []byte("</")) {
		return // the tag that it ends has been told
	}
	p.problem(cond(what != "", what, "text-html"), offset(n))
}

func (p *textParser) checkAnchors() {
	seen := map[string]bool{}
	for _, a := range p.anchors {
		if seen[a] {
			p.problem("text-anchor-twice", bytes.LastIndex(p.source, []byte("{#"+a+"}")), "anchor", a)
		}
		seen[a] = true
	}
}

func (p *textParser) problem(rule string, at int, kv ...string) {
	p.problems = append(p.problems, problemAt(rule, p.at(at), kv...))
}

// at turns an offset into a place.
func (p *textParser) at(off int) report.Pos {
	off = min(max(off, 0), len(p.source))
	line := 0
	for line+1 < len(p.lines) && p.lines[line+1] <= off {
		line++
	}
	pos := report.Pos{File: p.file, Line: line + 1, Column: utf8.RuneCount(p.source[p.lines[line]:off]) + 1}
	if p.origin.Line > 0 {
		if line == 0 {
			pos.Column += p.origin.Column - 1
		}
		pos.Line += p.origin.Line - 1
	}
	return pos
}

// offset of a node in the source.
func offset(n ast.Node) int {
	switch n := n.(type) {
	case *mark:
		return n.start
	case *fence:
		return n.start
	case *ast.Text:
		return n.Segment.Start
	}
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := offset(c); at > 0 {
			return at
		}
	}
	return 0
}
