package clauses

import (
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// Text is the parsed text of a clause in one language.
type Text struct {
	title  []inline
	blocks []block
	refs   []Reference
	// anchors are the names of the paragraphs, in order; an unnamed one has its
	// ordinal.
	anchors []string

	file     string
	broken   bool // it has a fault, so that what it lacks is no second one
	dangling bool // it refers to what is not there
}

// Reference is a [[…]] in a text: a clause (dpa.audit), a paragraph
// (dpa.audit#frequency), an annex or a table (table:measures).
type Reference struct {
	Target string
	Pos    report.Pos
}

// Line is the parsed text of one line: a cell, a label, a title.
type Line struct {
	inlines []inline
	Refs    []Reference
}

// block is a part of a text: *para, *when or *each.
type block interface{ pos() report.Pos }

type para struct {
	anchor    string
	level     int // 2 paragraph, 3 item, 4 item of an item
	continues bool
	inlines   []inline
	at        report.Pos
}

type when struct {
	cond   *expr.Expr
	blocks []block
	at     report.Pos
}

type each struct {
	list   *expr.Expr
	blocks []block
	at     report.Pos
}

func (p *para) pos() report.Pos { return p.at }
func (w *when) pos() report.Pos { return w.at }
func (e *each) pos() report.Pos { return e.at }

// inline is a part of a line: *words, *printed or *reference.
type inline interface{ inline() }

type words struct{ text doc.Text }

type printed struct {
	expr         *expr.Expr
	bold, italic bool
}

type reference struct{ target string }

type link struct {
	url     string
	inlines []inline
}

func (*words) inline()     {}
func (*printed) inline()   {}
func (*reference) inline() {}
func (*link) inline()      {}
