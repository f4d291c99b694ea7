package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/json"
)

// TestWrite: what is written is what Book says, with values and not labels.
func TestWrite(t *testing.T) {
	d := &doc.Document{
		ID: "book", Language: doc.Bokmal, Meta: doc.Meta{CaseID: "1"},
		Lists: []doc.List{{ID: "l", Items: []doc.ListItem{{Value: "2", Label: "2 Mulig"}}}},
		Blocks: []doc.Block{&doc.Section{Sheet: &doc.Sheet{Key: "main"}, Blocks: []doc.Block{&doc.Table{
			ID: "table:t",
			Columns: []doc.Column{
				{Key: "title", Title: "Tittel", Entry: doc.Entry{Input: true}},
				{Key: "likelihood", Entry: doc.Entry{Type: doc.ChoiceEntry, List: "l", Input: true}},
				{Key: "cost", Entry: doc.Entry{Type: doc.NumberEntry}},
				{Key: "due", Entry: doc.Entry{Type: doc.DateEntry}},
				{Key: "owner"},
			},
			Rows: []doc.Row{{ID: "R-1", Cells: []doc.Cell{
				{Paragraphs: [][]doc.Inline{doc.T("<b> & \"="), doc.T("to")}}, {Paragraphs: [][]doc.Inline{doc.T("2 Mulig")}},
				{Value: &doc.Scalar{Number: 1.5}}, {Value: &doc.Scalar{Date: "2027-01-31"}}, {Paragraphs: [][]doc.Inline{{&doc.Open{Path: "owner", Label: "Eier"}}}},
			}}},
		}}}},
	}
	var b bytes.Buffer
	if err := json.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	const want = `{
 "version": 1,
 "document": "book",
 "case": "1",
 "language": "nb",
 "sheets": [
  {
   "sheet": "main",
   "columns": [
    {
     "key": "title",
     "title": "Tittel",
     "input": true
    },
    {
     "key": "likelihood",
     "input": true
    },
    {
     "key": "cost"
    },
    {
     "key": "due"
    },
    {
     "key": "owner"
    }
   ],
   "rows": [
    {
     "id": "R-1",
     "cells": {
      "cost": 1.5,
      "due": "2027-01-31",
      "likelihood": "2",
      "title": "<b> & \"=\nto"
     }
    }
   ]
  }
 ]
}
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

func TestWriteWhole(t *testing.T) {
	var b bytes.Buffer
	if err := json.Write(&b, doctest.Workbook()); err != nil {
		t.Fatal(err)
	}
	var book json.Book
	if err := stdjson.Unmarshal(b.Bytes(), &book); err != nil || book.Version != json.Version || len(book.Sheets) == 0 || len(book.Sheets[0].Rows) == 0 {
		t.Errorf("%+v, %v", book, err)
	}
	b.Reset()
	if err := json.Write(&b, &doc.Document{}); err != nil || !bytes.Contains(b.Bytes(), []byte(`"sheets": []`)) {
		t.Errorf("%s, %v", b.Bytes(), err)
	}
	if err := json.Write(full{}, doctest.Workbook()); err == nil {
		t.Error("no error of a writer that is full")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }
