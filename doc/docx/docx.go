// Package docx writes a document tree as a Word file (WordprocessingML,
// ISO/IEC 29500-1 transitional) and checks Word files for faults that keep Word
// from opening them as they were meant.
//
// For most uses, call [Write] with zero [Options]. To write in the look of a
// house, read its .docx or .dotx once with [ParseReference] and pass it in the
// options. [Lint] tells what is wrong with a file.
//
// Numbers, references and the table of contents are Word's own: a numbered
// paragraph carries a level of a multilevel list, a reference is a field, and
// the words that stand in the file before Word has counted are those of
// [doc.Number]. Call doc.Number before Write.
package docx

import (
	"fmt"
	"io"
	"sync"

	"github.com/samsvar/samsvar/doc"
)

// Options tells how a document shall look. The zero value gives the look of the
// product.
type Options struct {
	// Reference is the file that styles, headers, footers and page come from;
	// nil means the embedded one.
	Reference *Reference
}

// Write writes the document as a .docx file. The same document, options and
// version of Go give the same bytes.
//
// It returns an error and writes nothing when the tree holds a kind of node that
// it does not know, nothing where a node should be, two blocks with one id, a
// reference without a number (see [doc.Number]), a note within a note or in a
// header, a table whose rows and columns do not match, or a date that is none. An
// error of w is returned as well; part of the file may then have been written.
func Write(w io.Writer, d *doc.Document, o Options) error {
	ref := o.Reference
	if ref == nil {
		var err error
		if ref, err = embedded(); err != nil {
			return fmt.Errorf("docx: embedded reference: %w", err)
		}
	}
	pkg, release, err := build(d, ref)
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	defer release()
	if _, err := pkg.WriteTo(w); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

// embedded reads the embedded reference when it is first needed.
var embedded = sync.OnceValues(buildEmbedded)
