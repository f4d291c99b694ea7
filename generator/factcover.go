package generator

import (
	"errors"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// isFact: the target is a fact of the case, and not a text of the library.
func isFact(target string) bool { return strings.HasPrefix(target, templates.CasePrefix) }

// sayFact finds a fact that meets a demand by itself. Where in the document it is
// printed is not kept track of: its place has the name of the fact and no number.
func (a *assembly) sayFact(target string) (row report.CoverageRow) {
	f, ok := a.t.Field(target)
	if !ok {
		return row
	}
	if f.When != nil {
		yes, err := f.When.True(a.filler.Context)
		if path := openPath(err); path != "" {
			return report.CoverageRow{Places: a.factPlace(f), Paths: []string{path}}
		}
		if err != nil || !yes {
			return report.CoverageRow{Left: []report.Left{{Clause: target, Condition: f.When.Source, Reason: a.t.Reason(f.When.Source)}}}
		}
	}
	v, err := f.Value.Eval(a.filler.Context)
	if path := openPath(err); path != "" {
		return report.CoverageRow{Places: a.factPlace(f), Paths: []string{path}}
	}
	if err != nil || absent(v) {
		return report.CoverageRow{Left: []report.Left{{Clause: target, Absent: true}}}
	}
	row.Places = a.factPlace(f)
	for _, o := range a.opens.list { // what is missing below it
		if rest, below := strings.CutPrefix(o.Path, f.Path); below && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "[")) {
			row.Paths = append(row.Paths, o.Path)
		}
	}
	return row
}

func (a *assembly) factPlace(f *templates.Field) []report.Place {
	label := a.c.OpenAt(f.Path, a.t.ID).Label(string(a.language))
	return []report.Place{{Clause: f.Target(), Label: label}}
}

// openPath is the fact that an evaluation lacked; empty when it lacked none.
func openPath(err error) string {
	var open *expr.Open
	if errors.As(err, &open) {
		return open.Path
	}
	return ""
}

// absent: false and zero are answers, an empty list or object is none.
func absent(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}
