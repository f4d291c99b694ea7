// Package markdown writes a document as CommonMark with pipe tables and
// footnotes (the GitHub flavour), which reads well as plain text in a pull
// request, one paragraph a line: [Write] is all there is.
//
// Numbers are text, the same as in Word: "9.2", "(a)". Items of lists stand in
// bullet lists, so that the depth is seen. Headings have an anchor; paragraphs
// and tables have one when something refers to them.
//
// Of a document in two languages, a paragraph in the second is a quotation under
// the same in the first.
//
// The classification in the header stands first in the file and the rest of the
// header last. A footer is for paper and is left out; a page number in running
// text is written as #.
package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// Options is empty for now; the zero value is what callers pass.
type Options struct{}

// Write writes the document to w in one piece. It returns an error, and writes
// nothing, when the tree holds a nil node, a node of an unknown kind, a numbered
// block without a number, two blocks with the same ID, a reference to nowhere, a
// table whose rows do not fit its columns, or a link that is not http, https or
// mailto, or when the document beside it is not the same one in another language.
func Write(w io.Writer, d *doc.Document, _ Options) error {
	if d == nil {
		return errors.New("markdown: no document")
	}
	word, ok := wordsIn(d.Language)
	if !ok {
		return fmt.Errorf("markdown: no words in language %q", d.Language)
	}
	// The first round finds out what is referred to, the second one writes.
	pairs, other, err := twin.WithWords(d, wordsIn)
	if err != nil {
		return fmt.Errorf("markdown: %w", err)
	}
	first := &writer{d: d, word: word, pairs: pairs, otherWord: other, ids: map[string]bool{}, wanted: map[string]bool{}}
	first.document()
	first.checkTargets()
	if first.err != nil {
		return first.err
	}
	pairs.Afresh()
	second := &writer{d: d, word: word, pairs: pairs, otherWord: other, ids: map[string]bool{}, wanted: first.wanted}
	second.document()
	_, err = w.Write(append(bytes.TrimSpace(second.b), '\n'))
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

	ids     map[string]bool // IDs of the blocks written
	wanted  map[string]bool // IDs that something refers to
	targets []target
	notes   []*doc.Footnote
	nesting string // "link", "footnote", "comment" or "header" when inside one
	tight   bool   // the last block was an item of a list
}

type target struct{ from, id string }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// fail keeps the first error, with the block it came from.
func (w *writer) fail(format string, a ...any) {
	if w.err != nil {
		return
	}
	where := ""
	if w.at != "" {
		where = w.at + ": "
	}
	w.err = fmt.Errorf("markdown: %s%w", where, fmt.Errorf(format, a...))
}

// anchor registers the ID of a block and returns the anchor to put before it, if
// any block refers to it or always is set.
func (w *writer) anchor(id string, always bool) string {
	if id == "" {
		return ""
	}
	w.at = id
	suffix := w.pairs.Suffix(id)
	if w.ids[id+suffix] {
		w.fail("two blocks have this id")
	}
	w.ids[id+suffix] = true
	if !always && !w.wanted[id+suffix] {
		return ""
	}
	return `<a id="` + fragment(id) + suffix + `"></a>`
}

// link returns where a block is found.
func (w *writer) link(id string) string {
	suffix := w.pairs.Suffix(id)
	w.targets = append(w.targets, target{w.at, id + suffix})
	w.wanted[id+suffix] = true
	return "#" + fragment(id) + suffix
}

func (w *writer) checkTargets() {
	for _, t := range w.targets {
		if !w.ids[t.id] {
			w.at = t.from
			w.fail("reference to %q, which no block has", t.id)
		}
	}
}
