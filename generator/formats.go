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
	// form is the only form of document types that can be written in it; empty: both. A
	// page is too narrow for the registers of a workbook.
	form string
}

var formats = map[string]format{
	"docx": {form: prose, write: func(w io.Writer, d *doc.Document, r Request) error {
		return docx.Write(w, d, docx.Options{Reference: r.Style})
	}},
	"html": {write: func(w io.Writer, d *doc.Document, _ Request) error {
		return html.Write(w, d, html.Options{})
	}},
	"md": {write: func(w io.Writer, d *doc.Document, _ Request) error {
		return markdown.Write(w, d, markdown.Options{})
	}},
	"csv":  {form: workbook, write: func(w io.Writer, d *doc.Document, _ Request) error { return csv.Write(w, d) }},
	"json": {form: workbook, write: func(w io.Writer, d *doc.Document, _ Request) error { return json.Write(w, d) }},
	"xlsx": {form: workbook, write: func(w io.Writer, d *doc.Document, _ Request) error {
		return xlsx.Write(w, d, xlsx.Options{})
	}},
}

// Formats lists the file formats, sorted. Without any in a request, a document is
// made as docx and a workbook as xlsx.
func Formats() []string { return slices.Sorted(maps.Keys(formats)) }

// FormatsOf lists the formats that a document type can be written in, sorted.
func FormatsOf(t *templates.Template) []string { return formatsOf(t, Formats()) }

// formatsOf lists the formats in which a request has a document type written.
func formatsOf(t *templates.Template, asked []string) []string {
	switch {
	case len(asked) == 0 && t.Form == workbook:
		return []string{"xlsx"}
	case len(asked) == 0:
		return []string{"docx"}
	}
	return slices.DeleteFunc(slices.Clone(asked), func(id string) bool {
		return formats[id].form != "" && formats[id].form != t.Form
	})
}

// The forms of a document type.
const (
	prose    = "document"
	workbook = "workbook"
)

// written leaves out what cannot be written in any of the formats asked for, and
// refuses when that was named.
func written(made []assembled, r Request) (out []assembled, err error) {
	for _, m := range made {
		switch {
		case len(formatsOf(m.t, r.Formats)) > 0:
			out = append(out, m)
		case slices.Contains(r.Documents, m.t.ID):
			return nil, &RefusedError{NotInFormat, m.t.ID, FormatsOf(m.t)}
		}
	}
	return out, nil
}
