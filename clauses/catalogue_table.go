package clauses

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// catalogueReader reads the table of a catalogue.
type catalogueReader struct {
	set       *catalogueSet
	catalogue *Catalogue
	form      catalogueForm
	scope     expr.Scope
	file      string
	lines     [][]byte
	csv       *csv.Reader
	column    map[string]int
	problems  []report.Problem
}

func (r *catalogueReader) add(rule string, line, column int, kv ...string) {
	r.problems = append(r.problems, problemAt(rule, report.Pos{File: r.file, Line: line, Column: column}, kv...))
}

// read reads all rows; one with a problem is left out. It tells whether the table
// could be read, so that what is not in it is known not to be there.
func (r *catalogueReader) read(text []byte) bool {
	if p := CheckText(r.file, text); p != nil {
		if p.Rule == "library-encoding" {
			p.Rule = "catalogue-encoding" // what helps is another command of the spreadsheet
		}
		r.problems = append(r.problems, *p)
		return false
	}
	text = bytes.TrimPrefix(text, byteOrderMark) // as Excel writes it
	r.lines = bytes.Split(text, []byte("\n"))
	r.csv = csv.NewReader(bytes.NewReader(text))
	if !bytes.ContainsRune(r.lines[0], ',') && bytes.ContainsRune(r.lines[0], ';') {
		r.csv.Comma = ';' // as Excel writes it in Norway
	}
	header, err := r.csv.Read()
	if err != nil {
		r.unreadable(err, header)
		return false
	}
	if !r.header(header) {
		return false
	}
	whole := true
	for {
		fields, err := r.csv.Read()
		if err == io.EOF {
			return whole
		}
		if err != nil {
			whole = false
			r.unreadable(err, fields)
			if errors.Is(err, csv.ErrQuote) { // the field reaches to the end
				return false
			}
			continue
		}
		if strings.TrimSpace(strings.Join(fields, "")) != "" { // spreadsheets leave empty rows at the end
			r.row(fields)
		}
	}
}

// unreadable tells what the CSV reader met.
func (r *catalogueReader) unreadable(err error, fields []string) {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		r.add("library-read", 1, 1, "reason", err.Error())
		return
	}
	switch parse.Err {
	case csv.ErrFieldCount:
		r.add("catalogue-fields", parse.StartLine, 1, "got", strconv.Itoa(len(fields)), "want", strconv.Itoa(r.csv.FieldsPerRecord))
	case csv.ErrQuote:
		r.add("catalogue-quote", parse.StartLine, 1)
	default:
		r.add("catalogue-quote", parse.Line, r.column1(parse.Line, parse.Column))
	}
}

// column1 turns a column in bytes into one in characters.
func (r *catalogueReader) column1(line, column int) int {
	if line >= 1 && line <= len(r.lines) && column >= 1 && column <= len(r.lines[line-1])+1 {
		return utf8.RuneCount(r.lines[line-1][:column-1]) + 1
	}
	return column
}

// header finds the columns.
func (r *catalogueReader) header(names []string) bool {
	r.column = map[string]int{}
	columns := r.form.columnNames()
	meant := map[string]bool{}
	good := true
	for i, name := range names {
		_, twice := r.column[name]
		if twice || !slices.Contains(columns, name) {
			line, column := r.place(i)
			suggestion := ""
			if !twice {
				suggestion = model.Suggest(name, columns)
			}
			meant[suggestion] = true // which is not missing as well
			r.add("catalogue-column", line, column, "column", name, "suggestion", suggestion)
			good = false
		}
		r.column[name] = i
	}
	for _, name := range columns {
		if _, ok := r.column[name]; !ok && !meant[name] {
			r.add("catalogue-missing", 1, 1, "what", name)
			good = false
		}
	}
	return good
}

// place of a field of the row that was read last; the column counts characters.
func (r *catalogueReader) place(field int) (line, column int) {
	line, column = r.csv.FieldPos(field)
	return line, r.column1(line, column)
}
