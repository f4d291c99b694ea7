package clauses

import (
	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
)

// Located is a text in a YAML file with its place.
type Located struct {
	Text   string
	Line   int
	Column int
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (l *Located) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode {
		return MisfitAt(n, "want-string")
	}
	if n.Tag == "!!null" {
		return nil
	}
	l.Text, l.Line, l.Column = n.Value, n.Line, n.Column
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		l.Column++ // the text begins after the quote
	}
	return nil
}

// LineParser parses single lines of text and expressions that stand in other
// files than clauses. It is not safe for concurrent use.
type LineParser struct{ p *textParser }

// LineParser returns a parser that knows the terms and provisions of the library.
func (l *Library) LineParser() *LineParser { return &LineParser{newTextParser(l.Scope())} }

// Line parses one line of the text language.
func (lp *LineParser) Line(file string, t Located, s expr.Scope) (*Line, []report.Problem) {
	return lp.p.parseLine(file, report.Pos{Line: t.Line, Column: t.Column}, t.Text, s)
}

// Expr compiles an expression; an empty one is nil.
func (lp *LineParser) Expr(file string, t Located, s expr.Scope) (*expr.Expr, []report.Problem) {
	if t.Text == "" {
		return nil, nil
	}
	lp.p.begin(file, report.Pos{Line: t.Line, Column: t.Column}, nil)
	e := lp.p.compile(t.Text, 0, s)
	return e, lp.p.problems
}
