package generator

import (
	"io"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/csv"
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/doc/html"
	"github.com/samsvar/samsvar/doc/json"
	"github.com/samsvar/samsvar/doc/markdown"
	"github.com/samsvar/samsvar/doc/xlsx"
	"github.com/samsvar/samsvar/templates"
)

// A format writes a tree to a file. A new one is a folder below doc and a line
// here.
type format struct {
	write func(w io.Writer, d *doc.Document, r Request) error
	// sheets: only a workbook can be written in it.
	sheets bool
}

var formats = map[string]format{
	"docx": {write: func(w io.Writer, d *doc.Document, r Request) error {
		return docx.Write(w, d, docx.Options{Reference: r.Style})
	}},
	"html": {write: func(w io.Writer, d *doc.Document, _ Request) error {
		return html.Write(w, d, html.Options{})
	}},
	"md": {write: func(w io.Writer, d *doc.Document, _ Request) error {
		return markdown.Write(w, d, markdown.Options{})
	}},
	"csv":  {sheets: true, write: func(w io.Writer, d *doc.Document, _ Request) error { return csv.Write(w, d) }},
	"json": {sheets: true, write: func(w io.Writer, d *doc.Document, _ Request) error { return json.Write(w, d) }},
	"xlsx": {sheets: true, write: func(w io.Writer, d *doc.Document, _ Request) error {
		return xlsx.Write(w, d, xlsx.Options{})
	}},
}

// Formats lists the file formats, sorted. Without any in a request, a document is
// made as docx and a workbook as xlsx. Those of SheetFormats are for workbooks only.
func Formats() []string { return slices.Sorted(maps.Keys(formats)) }

// SheetFormats lists the formats that only a workbook can be written in, sorted.
func SheetFormats() (out []string) {
	for _, id := range Formats() {
		if formats[id].sheets {
			out = append(out, id)
		}
	}
	return out
}

// formatsOf lists the formats in which a request has a document type written.
func formatsOf(t *templates.Template, asked []string) []string {
	book := t.Form == workbook
	switch {
	case len(asked) == 0 && book:
		return []string{"xlsx"}
	case len(asked) == 0:
		return []string{"docx"}
	case book:
		return asked
	}
	return slices.DeleteFunc(slices.Clone(asked), func(id string) bool { return formats[id].sheets })
}

const workbook = "workbook" // form of a document type
