// Package json writes the registers of a workbook as JSON, for programs: values, not
// looks, under keys that are the same in every language.
//
//	{"version": 1, "document": "risk-register", "case": "2026/1234", "language": "nb",
//	 "sheets": [{"sheet": "register", "columns": [{"key": "title", "title": "Scenario", "input": true}],
//	             "rows": [{"id": "R-01", "cells": {"title": "…", "likelihood": "3"}}]}]}
//
// A number is a number, a date YYYY-MM-DD, a choice the value of its list; what is
// empty has no key.
package json

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/sheets"
)

// Version of the format.
const Version = 1

// Book is a workbook.
type Book struct {
	Version  int     `json:"version"`
	Document string  `json:"document"`
	Case     string  `json:"case,omitempty"`
	Language string  `json:"language"`
	Sheets   []Sheet `json:"sheets"`
}

// Sheet is a register of a sheet.
type Sheet struct {
	Sheet   string   `json:"sheet"`
	Table   string   `json:"table,omitempty"` // id of the register, where the sheet has several
	Columns []Column `json:"columns,omitempty"`
	Rows    []Row    `json:"rows"`
}

// Column is a column; Input ones are read back.
type Column struct {
	Key   string `json:"key"`
	Title string `json:"title,omitempty"`
	Input bool   `json:"input,omitempty"`
}

// Row is a row; one without an id is new when the file is read back. Values are
// numbers and texts.
type Row struct {
	ID    string         `json:"id,omitempty"`
	Cells map[string]any `json:"cells"`
}

// Write writes the registers.
func Write(w io.Writer, d *doc.Document) error {
	book := Book{Version: Version, Document: d.ID, Case: d.Meta.CaseID, Language: string(d.Language), Sheets: []Sheet{}}
	all := sheets.Registers(d)
	for _, r := range all {
		s := Sheet{Sheet: r.Sheet.Sheet.Key, Rows: []Row{}}
		if several := slices.ContainsFunc(all, func(o sheets.Register) bool { return o.Sheet == r.Sheet && o.Table != r.Table }); several {
			s.Table = r.Table.ID
		}
		for _, c := range r.Table.Columns {
			s.Columns = append(s.Columns, Column{c.Key, c.Title, c.Entry.Input})
		}
		for _, row := range r.Table.Rows {
			out := Row{ID: row.ID, Cells: map[string]any{}}
			for i, c := range r.Table.Columns {
				if v := sheets.Value(d, c, row.Cells[i]); v != nil {
					out.Cells[c.Key] = v
				}
			}
			s.Rows = append(s.Rows, out)
		}
		book.Sheets = append(book.Sheets, s)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(book)
}
