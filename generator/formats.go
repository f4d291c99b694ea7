package generator

import (
	"io"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/doc/html"
	"github.com/samsvar/samsvar/doc/markdown"
)

// A format writes a tree to a file. A new one is a folder below doc and a line
// here.
type format func(w io.Writer, d *doc.Document, r Request) error

var formats = map[string]format{
	"docx": func(w io.Writer, d *doc.Document, r Request) error {
		return docx.Write(w, d, docx.Options{Reference: r.Style})
	},
	"html": func(w io.Writer, d *doc.Document, _ Request) error {
		return html.Write(w, d, html.Options{})
	},
	"md": func(w io.Writer, d *doc.Document, _ Request) error {
		return markdown.Write(w, d, markdown.Options{})
	},
}

// Formats lists the file formats, sorted. The first of a request that names none
// is docx.
func Formats() []string { return slices.Sorted(maps.Keys(formats)) }
