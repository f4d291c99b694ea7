package clauses

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// demandRow is a row while it is read.
type demandRow struct {
	*catalogueReader
	fields []string
}

func (r demandRow) get(name string) string { return strings.TrimSpace(r.fields[r.column[name]]) }

func (r demandRow) wrong(name, value string, allowed ...string) {
	line, column := r.place(r.column[name])
	r.add("catalogue-value", line, column, "column", name, "value", value,
		"suggestion", model.Suggest(value, allowed), "allowed", strings.Join(allowed, ", "))
}

func (r demandRow) oneOf(name string, allowed []string) {
	if value := r.get(name); value != "" && !slices.Contains(allowed, value) {
		r.wrong(name, value, allowed...)
	}
}

// row reads a demand.
func (r *catalogueReader) row(fields []string) {
	before := len(r.problems)
	row := demandRow{r, fields}
	row.check()
	documents := row.documents()
	if len(r.problems) > before {
		return
	}
	line, _ := r.csv.FieldPos(0)
	r.catalogue.Rows = append(r.catalogue.Rows, Demand{
		ID: r.catalogue.ID + ":" + row.get("id"), Group: row.get("group"), Kind: row.get("kind"), Documents: documents,
		Addressee: row.get("addressee"), Phase: row.get("phase"),
		Text:   map[doc.Language]string{doc.Bokmal: row.get("text_nb"), doc.Nynorsk: row.get("text_nn"), doc.English: row.get("text_en")},
		Source: row.get("source"), Confidence: row.get("confidence"), Checked: row.get("checked"), Note: row.get("note"),
		Pos: report.Pos{File: r.file, Line: line},
	})
}

// check finds what is missing, given twice or not allowed.
func (r demandRow) check() {
	for _, name := range catalogueColumns {
		if r.get(name) == "" && !slices.Contains(optionalColumns, name) {
			line, column := r.place(r.column[name])
			r.add("catalogue-missing", line, column, "what", name)
		}
	}
	if id := r.get("id"); id != "" {
		if !demandID.MatchString(id) {
			r.wrong("id", id)
		}
		line, column := r.place(r.column["id"])
		if first, twice := r.first[id]; twice {
			r.add("catalogue-twice", line, column, "id", id, "line", strconv.Itoa(first))
		} else {
			r.first[id] = line
		}
	}
	r.oneOf("group", r.groups())
	r.oneOf("kind", demandKinds)
	r.oneOf("addressee", demandAddressees)
	r.oneOf("phase", phases())
	r.oneOf("confidence", demandConfidences)
	if checked := r.get("checked"); checked != "" && !isDate(checked) {
		r.wrong("checked", checked, dateForm)
	}
}

// documents are those that the row concerns.
func (r demandRow) documents() []string {
	list := r.get("document")
	if list == "" || list == noDocument {
		return nil
	}
	documents := strings.Split(list, "+")
	for i, d := range documents {
		if !slices.Contains(r.catalogue.Documents, d) || slices.Contains(documents[:i], d) {
			r.wrong("document", d, append(slices.Clone(r.catalogue.Documents), noDocument)...)
		}
	}
	return documents
}

func (r *catalogueReader) groups() (out []string) {
	for _, g := range r.catalogue.Groups {
		out = append(out, g.ID)
	}
	return out
}

// phases are those of the case.
func phases() []string {
	f, _ := model.Root().Field("phase")
	return f.Type.Enum
}

// dateForm is how a date is written, for messages.
const dateForm = "YYYY-MM-DD"

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
