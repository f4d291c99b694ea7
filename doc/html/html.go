// Package html writes a document as one accessible HTML5 file that needs no
// script, no network and no second file: [Write] is all there is.
//
// The file reads on a phone and on a wide screen, in light and dark, and prints
// like the Word file. It is well-formed XML too, so that tools can read it back.
//
// What paper has and a screen has not is handled like this. The header and the
// footer of the page stand in the margins when the file is printed (@page margin
// boxes). On screen the right half of the header, which holds the classification,
// stands first in the file, the left half last, and the footer is left out.
// A page number in running text is written as #. Footnotes stand at the end.
package html

import (
	_ "embed" // the style sheets
	"errors"
	"fmt"
	"io"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

//go:embed screen.css
var screenCSS string

//go:embed print.css
var printCSS string

// Options decides how the file looks. The zero value is what most callers want.
type Options struct {
	CSS string // style sheet of the house, after the built-in one; may not contain "<"
}

// Write writes the document to w in one piece. It returns an error, and writes
// nothing, when the tree holds a nil node, a node of an unknown kind, a numbered
// block without a number, two blocks with the same ID, a reference to nowhere, a
// table whose rows do not fit its columns, or a link that is not http, https or
// mailto, or when the document beside it is not the same one in another language.
func Write(w io.Writer, d *doc.Document, o Options) error {
	if d == nil {
		return errors.New("html: no document")
	}
	word, ok := wordsIn(d.Language)
	if !ok {
		return fmt.Errorf("html: no words in language %q", d.Language)
	}
	pairs, other, err := twin.WithWords(d, wordsIn)
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	e := &writer{d: d, word: word, pairs: pairs, otherWord: other, anchors: map[string]bool{}}
	e.document(o)
	e.checkTargets()
	if e.err != nil {
		return e.err
	}
	_, err = w.Write(e.b)
	return err
}

type writer struct {
	b    []byte
	d    *doc.Document
	word words

	pairs     *twin.Pairs // of a document in two languages
	otherWord words       // of the language that is not being written

	err error  // the first error
	at  string // ID of the block we are in, for errors

	anchors map[string]bool // IDs of the blocks written
	targets []target        // what references and the table of contents point to
	notes   []*doc.Footnote
	opens   map[int]bool // numbers of the open points that have their anchor
	tables  int          // tables so far, with or without a number
	tocs    int
	nesting string     // "link", "footnote", "comment" or "header" when inside one
	scheme  doc.Scheme // number series of the section that we are inside
}

type target struct{ from, id string }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

func (w *writer) text(s string) { w.b = appendText(w.b, s) }

// open writes a start tag; attributes come in pairs of name and value, and those
// with an empty value are left out.
func (w *writer) open(tag string, attributes ...string) {
	w.start(tag, attributes)
	w.b = append(w.b, '>')
}

// void writes an element without content.
func (w *writer) void(tag string, attributes ...string) {
	w.start(tag, attributes)
	w.raw("/>")
}

func (w *writer) start(tag string, attributes []string) {
	w.b = append(w.b, '<')
	w.raw(tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		w.b = append(w.b, ' ')
		w.raw(attributes[i])
		w.raw(`="`)
		w.b = appendAttribute(w.b, attributes[i+1])
		w.b = append(w.b, '"')
	}
}

func (w *writer) close(tag string) {
	w.raw("</")
	w.raw(tag)
	w.raw(">")
}

// element writes an element with text in it.
func (w *writer) element(tag, text string, attributes ...string) {
	w.open(tag, attributes...)
	w.text(text)
	w.close(tag)
}

// fail keeps the first error, with the block it came from.
func (w *writer) fail(format string, a ...any) {
	if w.err != nil {
		return
	}
	where := ""
	if w.at != "" {
		where = w.at + ": "
	}
	w.err = fmt.Errorf("html: %s%w", where, fmt.Errorf(format, a...))
}

// id registers the ID of a block and returns its anchor.
func (w *writer) id(id string) string {
	if id == "" {
		return ""
	}
	w.at = id
	suffix := w.pairs.Suffix(id)
	if w.anchors[id+suffix] {
		w.fail("two blocks have this id")
	}
	w.anchors[id+suffix] = true
	return Anchor(id) + suffix
}

func (w *writer) link(id string) string {
	suffix := w.pairs.Suffix(id)
	w.targets = append(w.targets, target{w.at, id + suffix})
	return "#" + Anchor(id) + suffix
}

func (w *writer) checkTargets() {
	for _, t := range w.targets {
		if !w.anchors[t.id] {
			w.at = t.from
			w.fail("reference to %q, which no block has", t.id)
		}
	}
}
