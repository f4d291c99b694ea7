package clauses

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// catalogueRow is a row while it is read.
type catalogueRow struct {
	*catalogueReader
	fields []string
}

func (r catalogueRow) get(name string) string { return strings.TrimSpace(r.fields[r.column[name]]) }

// texts are the columns of a text in each language; those that are empty have none.
func (r catalogueRow) texts(name string) map[doc.Language]string {
	out := map[doc.Language]string{}
	for _, l := range doc.Languages() {
		if s := r.get(name + "_" + string(l)); s != "" {
			out[l] = s
		}
	}
	return out
}

// parts are the texts of such columns.
func (r catalogueRow) parts(name string) map[doc.Language][]string {
	out := map[doc.Language][]string{}
	for l, s := range r.texts(name) {
		out[l] = splitParts(s)
	}
	return out
}

// at is where the row stands.
func (r catalogueRow) at() report.Pos {
	line, _ := r.csv.FieldPos(0)
	return report.Pos{File: r.file, Line: line}
}

// problem is one with the place of a cell.
func (r catalogueRow) problem(rule, column string, kv ...string) {
	line, place := r.place(r.column[column])
	r.add(rule, line, place, kv...)
}

func (r catalogueRow) wrong(column, value string, allowed ...string) {
	r.problem("catalogue-value", column, "column", column, "value", value,
		"suggestion", model.Suggest(value, allowed), "allowed", strings.Join(allowed, ", "))
}

func (r catalogueRow) among(column, value string, allowed []string) {
	if !slices.Contains(allowed, value) {
		r.wrong(column, value, allowed...)
	}
}

// claim takes an id for the row. Another row that has it is told once, with its
// file where that is another one.
func (r catalogueRow) claim(column, id string) {
	line, place := r.place(r.column[column])
	here := report.Pos{File: r.file, Line: line, Column: place}
	name := r.catalogue.ID + ":" + id
	key := name
	if r.form.plain {
		key = id
	}
	taken := r.set.ids[r.catalogue.Form]
	if first, twice := taken[key]; twice {
		file := ""
		if first.File != r.file {
			file = first.File
		}
		r.problem("catalogue-twice", column, "id", id, "line", strconv.Itoa(first.Line), "file", file)
		return
	}
	if taken == nil {
		taken = map[string]report.Pos{}
		r.set.ids[r.catalogue.Form] = taken
	}
	taken[key] = here
	r.set.names[name] = true
}

// refer notes that the row names another one, which may be read later.
func (r catalogueRow) refer(column, form, id string) {
	line, place := r.place(r.column[column])
	r.set.references = append(r.set.references, catalogueReference{form, id, column, report.Pos{File: r.file, Line: line, Column: place}})
}

// row reads one; with a problem it is left out.
func (r *catalogueReader) row(fields []string) {
	before := len(r.problems)
	row := catalogueRow{r, fields}
	for _, c := range r.form.columns {
		value := row.get(c.name)
		if value == "" {
			if !c.optional {
				row.problem("catalogue-missing", c.name, "what", c.name)
			}
			continue
		}
		for _, check := range c.checks {
			check(row, c.name, value)
		}
	}
	if len(r.problems) == before {
		r.form.row(row)
	}
}

func (r *catalogueReader) groups() (out []string) {
	for _, g := range r.catalogue.Groups {
		out = append(out, g.ID)
	}
	return out
}
