// Package xlsx writes a document tree as an Excel workbook (SpreadsheetML, ISO/IEC
// 29500-1 transitional), reads workbooks that have been filled in, and checks
// workbooks for faults that keep Excel from opening them as they were meant.
//
// For most uses, call [Write], and [Read] when the file comes back. [Lint] tells what
// is wrong with a file.
//
// The sheets are the top sections of the document that have a [doc.Sheet]; what stands
// in none goes to the sheet before it. What a reader needs to find its way in a
// workbook that somebody has sorted, filtered and rearranged stands in hidden places:
// a column of row ids, a row of column keys, and a sheet that says what was written.
package xlsx

import (
	"fmt"
	"io"

	"github.com/samsvar/samsvar/doc"
)

// Options tells how a workbook shall look. The zero value gives the look of the
// product, which is the only one so far.
type Options struct{}

// Write writes the document as a .xlsx file. The same document and the same version of
// Go give the same bytes.
//
// It returns an error and writes nothing when the tree holds a kind of node that it
// does not know, nothing where a node should be, a reference without a number (see
// [doc.Number]), a text of more than 32,767 characters in one cell, a sheet whose name
// Excel refuses, rows without an id in a register that is to be filled in, a list, a
// grid or a register that is named and not there, or a second language. An error of w
// is returned as well; part of the file may then have been written.
func Write(w io.Writer, d *doc.Document, _ Options) error {
	b, err := plan(d)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	pkg, err := b.emit()
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if _, err := pkg.WriteTo(w); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}
