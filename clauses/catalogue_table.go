package clauses

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// The columns of a catalogue and what may stand in those with fixed values.
var (
	catalogueColumns = []string{"id", "group", "kind", "document", "addressee", "phase", "text_nb", "text_nn", "text_en", "source", "confidence", "checked", "note"}
	optionalColumns  = []string{"phase", "text_nb", "text_nn", "note"}

	demandKinds       = []string{"demand", "condition", "guidance", "task", "description"}
	demandAddressees  = []string{"controller", "processor", "both", "authority"}
	demandConfidences = []string{"high", "medium", "low"}

	demandID = regexp.MustCompile(`^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$`)
)

// noDocument stands in the column document when a row concerns none.
const noDocument = "none"

// catalogueReader reads the table of a catalogue.
type catalogueReader struct {
	catalogue *Catalogue
	file      string
	lines     [][]byte
	csv       *csv.Reader
	column    map[string]int
	first     map[string]int // id → line
	problems  []report.Problem
}

func (r *catalogueReader) add(rule string, line, column int, kv ...string) {
	r.problems = append(r.problems, problemAt(rule, report.Pos{File: r.file, Line: line, Column: column}, kv...))
}

// read reads all rows; one with a problem is left out.
func (r *catalogueReader) read(text []byte) {
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // as Excel writes it
	if !utf8.Valid(text) {
		r.add("catalogue-encoding", 0, 0)
		return
	}
	r.lines = bytes.Split(text, []byte("\n"))
	r.csv = csv.NewReader(bytes.NewReader(text))
	if !bytes.ContainsRune(r.lines[0], ',') && bytes.ContainsRune(r.lines[0], ';') {
		r.csv.Comma = ';' // as Excel writes it in Norway
	}
	header, err := r.csv.Read()
	if err != nil {
		r.broken(err)
		return
	}
	if !r.header(header) {
		return
	}
	r.first = map[string]int{}
	for {
		fields, err := r.csv.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			r.broken(err)
			if !errors.Is(err, csv.ErrFieldCount) {
				return
			}
			continue
		}
		if strings.TrimSpace(strings.Join(fields, "")) != "" { // spreadsheets leave empty rows at the end
			r.row(fields)
		}
	}
}

// broken tells what the CSV reader met.
func (r *catalogueReader) broken(err error) {
	var parse *csv.ParseError
	switch {
	case err == io.EOF:
		r.add("catalogue-csv", 0, 0, "reason", "empty")
	case errors.As(err, &parse):
		r.add("catalogue-csv", parse.Line, 0, "reason", parse.Err.Error())
	default:
		r.add("catalogue-csv", 0, 0, "reason", err.Error())
	}
}

// header finds the columns.
func (r *catalogueReader) header(names []string) bool {
	r.column = map[string]int{}
	good := true
	for i, name := range names {
		_, twice := r.column[name]
		if twice || !slices.Contains(catalogueColumns, name) {
			line, column := r.place(i)
			suggestion := ""
			if !twice {
				suggestion = model.Suggest(name, catalogueColumns)
			}
			r.add("catalogue-column", line, column, "column", name, "suggestion", suggestion)
			good = false
		}
		r.column[name] = i
	}
	for _, name := range catalogueColumns {
		if _, ok := r.column[name]; !ok {
			r.add("catalogue-missing", 1, 0, "what", name)
			good = false
		}
	}
	return good
}

// place of a field of the row that was read last; the column counts characters.
func (r *catalogueReader) place(field int) (line, column int) {
	line, column = r.csv.FieldPos(field)
	if line >= 1 && line <= len(r.lines) && column <= len(r.lines[line-1])+1 {
		column = utf8.RuneCount(r.lines[line-1][:column-1]) + 1
	}
	return line, column
}
