package clauses

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
)

// cellCheck finds what is wrong with a cell that is not empty.
type cellCheck func(r catalogueRow, column, value string)

// listMark stands between the values of a cell that has several, partMark between
// its texts.
const (
	listMark = "+"
	partMark = " | "
)

var (
	rowID   = regexp.MustCompile(`^[A-Za-z0-9]+([.&-][A-Za-z0-9]+)*$`)
	rowName = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*:[A-Za-z0-9]+([.&-][A-Za-z0-9]+)*$`)
)

// checkID: the id is well formed and, with its form, the only one.
func checkID(r catalogueRow, column, id string) {
	if !rowID.MatchString(id) {
		r.wrong(column, id)
	}
	r.claim(column, id)
}

func checkGroup(r catalogueRow, column, value string) { r.among(column, value, r.groups()) }

// oneOf: the value is one of those.
func oneOf(allowed ...string) cellCheck {
	return func(r catalogueRow, column, value string) { r.among(column, value, allowed) }
}

// someOf: each value of the list is one of those, and none stands twice.
func someOf(allowed ...string) cellCheck {
	return func(r catalogueRow, column, value string) {
		list := splitList(value)
		for i, v := range list {
			if !r.repeated(column, v, list[:i]) {
				r.among(column, v, allowed)
			}
		}
	}
}

func checkDate(r catalogueRow, column, value string) {
	if !isDate(value) {
		r.wrong(column, value, dateForm)
	}
}

// atMost: the text has no more characters than that.
func atMost(n int) cellCheck {
	return func(r catalogueRow, column, value string) {
		if utf8.RuneCountInString(value) > n {
			r.problem("catalogue-long", column, "column", column, "max", strconv.Itoa(n))
		}
	}
}

// checkCondition: the value is an expression over the case.
func checkCondition(r catalogueRow, column, value string) {
	if _, err := expr.Compile(value, r.scope); err != nil {
		r.condition(column, err)
	}
}

// idsOf: the list has ids of rows of a form, in whichever catalogue. A demand is
// named with its catalogue.
func idsOf(form string) cellCheck {
	return func(r catalogueRow, column, value string) {
		list := splitList(value)
		for i, id := range list {
			if !r.repeated(column, id, list[:i]) {
				r.refer(column, form, id)
			}
		}
	}
}

// checkRefs: the list names rows as catalogue:id. Those of a catalogue that is not
// in the library are left alone.
func checkRefs(r catalogueRow, column, value string) {
	list := splitList(value)
	for i, name := range list {
		switch {
		case !rowName.MatchString(name):
			r.wrong(column, name, refForm)
		case !r.repeated(column, name, list[:i]):
			r.refer(column, "", name)
		}
	}
}

// likeFirst: the text has as many parts as in the first language.
func likeFirst(first string) cellCheck {
	return func(r catalogueRow, column, value string) {
		got, want := len(splitParts(value)), len(splitParts(r.get(first)))
		if got != want && r.get(first) != "" {
			r.problem("catalogue-parts", column, "column", column, "got", strconv.Itoa(got), "first", first, "want", strconv.Itoa(want))
		}
	}
}

// repeated tells that a value of a list stands before it already.
func (r catalogueRow) repeated(column, value string, before []string) bool {
	if !slices.Contains(before, value) {
		return false
	}
	r.problem("catalogue-repeated", column, "column", column, "value", value)
	return true
}

// How a date and a reference are written, for messages.
const (
	dateForm = "YYYY-MM-DD"
	refForm  = "catalogue:id"
)

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// splitList are the values of a cell with several; none of an empty one.
func splitList(cell string) []string { return split(cell, listMark) }

// splitParts are the texts of a cell with several.
func splitParts(cell string) []string { return split(cell, partMark) }

func split(cell, mark string) []string {
	if cell == "" {
		return nil
	}
	parts := strings.Split(cell, mark)
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
	}
	return parts
}

// condition tells what is wrong with an expression.
func (r catalogueRow) condition(column string, err error) {
	bad, ok := err.(*expr.Error)
	if !ok {
		panic(err) // Compile gives no other
	}
	line, place := r.place(r.column[column])
	r.problems = append(r.problems, report.Problem{Rule: bad.Rule, Pos: report.Pos{File: r.file, Line: line, Column: place}, Args: bad.Args})
}
