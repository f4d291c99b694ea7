package main

import (
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/templates"
)

// showDocument shows what a document type is for and its outline. The words are
// those of template.yaml.
func (l *library) showDocument(t *templates.Template, language string) *page {
	p := &page{}
	p.fact("document", t.ID)
	p.fact("title", l.line(t.Title, language))
	p.fact("form", t.Form)
	p.fact("audience", t.Audience)
	p.fact("exemption", t.Exemption)
	p.fact("phase", t.Phase)
	if t.When != nil {
		p.fact("when", t.When.Source)
	}
	p.fact("file", "templates/"+t.File)
	p.head("outline")
	l.outline(p, t.Outline, language, "")
	return p
}

func (l *library) outline(p *page, items []templates.Item, language, indent string) {
	for _, item := range items {
		what := ""
		switch {
		case item.OpenPoints:
			what = "open points"
		case item.TOC > 0:
			what = "table of contents"
		case item.Clause != "":
			what = item.Clause
			if c, ok := l.Library().Clause(item.Clause); ok {
				what += "  " + c.Title(doc.Language(language))
			}
		case item.Signatures != "":
			what = "signatures: " + item.Signatures
		case item.Annex != nil:
			what = "annex " + item.Annex.ID + "  " + l.line(item.Annex.Title, language)
		case item.Sheet != nil:
			what = "sheet " + item.Sheet.Key + "  " + l.line(item.Sheet.Title, language)
		case item.Table != "":
			what = "table " + item.Table
		}
		if len(item.Tables) > 0 {
			what += "  (tables: " + strings.Join(item.Tables, ", ") + ")"
		}
		if item.When != nil {
			what += "  (when: " + item.When.Source + ")"
		}
		p.line(indent + what)
		l.outline(p, item.Inner(), language, indent+"  ")
	}
}

// line is a title of a document type as plain text; where it takes something from
// a case, its path stands in brackets.
func (l *library) line(lines templates.Lines, language string) string {
	view := (&model.Case{}).View()
	lang := doc.Language(language)
	f := &clauses.Filler{
		Context: &expr.Context{Root: view, Dot: view, Language: lang, Words: l.Library().Words(view, nil)},
		Open:    func(path string) *doc.Open { return &doc.Open{Path: path, Label: path} },
	}
	in, err := f.Line(lines[lang])
	if err != nil {
		return ""
	}
	return doc.Plain(in)
}
