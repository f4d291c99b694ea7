package templates

import (
	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
)

// Body says when the body of the document is another's text: a file that the user
// supplies and that is passed on unaltered. The document type then makes only what
// is attached to it.
type Body struct {
	When *expr.Expr
	// ID names the text, as in standards/<id>.<extension> of a house library, and
	// SHA256 is what the file must have.
	ID, SHA256         *expr.Expr
	IDPath, SHA256Path string // where they stand in the case
}

type rawBody struct {
	When   clauses.Located `yaml:"when"`
	ID     clauses.Located `yaml:"id"`
	SHA256 clauses.Located `yaml:"sha256"`
}

func (ld *loader) body(raw *rawBody, s expr.Scope) *Body {
	if raw == nil {
		return nil
	}
	ld.wanted(raw.When.Text != "", "body", "when")
	b := &Body{When: ld.expr(raw.When, s)}
	b.ID, b.IDPath = ld.fact(raw.ID, s, "body", "id")
	b.SHA256, b.SHA256Path = ld.fact(raw.SHA256, s, "body", "sha256")
	return b
}

// fact compiles an expression that must be the plain path of one fact.
func (ld *loader) fact(source clauses.Located, s expr.Scope, key ...string) (*expr.Expr, string) {
	ld.wanted(source.Text != "", key...)
	e := ld.expr(source, s)
	if e == nil {
		return nil, ""
	}
	if !plainPath.MatchString(source.Text) || !e.Printable() {
		ld.problem("template-fact", source.Line, "expression", source.Text)
		return nil, ""
	}
	return e, source.Text[1:]
}
