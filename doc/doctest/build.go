package doctest

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
)

func text(s string) []doc.Inline { return doc.T(s) }

func bold(s string) doc.Inline   { return &doc.Text{S: s, Bold: true} }
func italic(s string) doc.Inline { return &doc.Text{S: s, Italic: true} }

// inlines makes a run of strings and inlines.
func inlines(parts ...any) []doc.Inline {
	var out []doc.Inline
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			out = append(out, &doc.Text{S: p})
		case doc.Inline:
			out = append(out, p)
		default:
			panic(fmt.Sprintf("doctest: %T is neither a string nor an inline", p))
		}
	}
	return out
}

func note(parts ...any) doc.Inline { return &doc.Footnote{Inlines: inlines(parts...)} }

func numbered(level int, id string, parts ...any) doc.Block {
	return &doc.Paragraph{ID: id, Scheme: doc.Clause, Level: level, Inlines: inlines(parts...)}
}

func annexItem(level int, id string, parts ...any) doc.Block {
	return &doc.Paragraph{ID: id, Scheme: doc.Annex, Level: level, Inlines: inlines(parts...)}
}

func cell(paragraphs ...string) doc.Cell {
	var c doc.Cell
	for _, p := range paragraphs {
		c.Paragraphs = append(c.Paragraphs, text(p))
	}
	return c
}

// number numbers a document of this package, which has no reference to nowhere.
func number(d *doc.Document) {
	if missing := doc.Number(d); len(missing) > 0 {
		panic(fmt.Sprintf("doctest: no block has the id %q", missing))
	}
}
