package clauses

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// catalogueForm is what the rows of a catalogue are. Another one is an entry of
// catalogueForms: its columns, and how a sound row becomes a value of Go.
type catalogueForm struct {
	columns []catalogueColumn
	// documents: its rows concern documents, which the head lists.
	documents bool
	// plain: a case names its rows by the id alone, which is unique over all
	// catalogues of the form.
	plain bool
	// reasons: the head has words for the conditions of its rows.
	reasons bool
	// row adds a sound row to its catalogue.
	row func(catalogueRow)
}

// catalogueColumn is a column of a table. What is in it must fit each of the
// checks, in their order.
type catalogueColumn struct {
	name     string
	optional bool // a row may leave it empty
	checks   []cellCheck
}

// Demands is the form of a catalogue that does not say which it has.
const Demands = "demands"

// The other forms: Scenarios are unwanted events, Measures what is done against them.
const (
	Scenarios = "scenarios"
	Measures  = "measures"
)

// catalogueForms are the forms that there are.
func catalogueForms() map[string]catalogueForm {
	return map[string]catalogueForm{
		Demands:   {columns: demandColumns(), documents: true, row: addDemand},
		Scenarios: {columns: scenarioColumns(), plain: true, reasons: true, row: addScenario},
		Measures:  {columns: measureColumns(), plain: true, row: addMeasure},
	}
}

// formNames are the forms, sorted.
func formNames() []string { return slices.Sorted(maps.Keys(catalogueForms())) }

func needed(name string, checks ...cellCheck) catalogueColumn {
	return catalogueColumn{name: name, checks: checks}
}

func optional(name string, checks ...cellCheck) catalogueColumn {
	return catalogueColumn{name: name, optional: true, checks: checks}
}

// inEachLanguage are the columns of a text, such as title_nb, title_nn and title_en.
func inEachLanguage(name string, checks ...cellCheck) (out []catalogueColumn) {
	for _, l := range doc.Languages() {
		out = append(out, needed(name+"_"+string(l), checks...))
	}
	return out
}

// identity are the columns that a row of every form begins with, and provenance
// those that it ends with.
func identity() []catalogueColumn {
	return []catalogueColumn{needed("id", checkID), needed("group", checkGroup)}
}

func provenance() []catalogueColumn {
	return []catalogueColumn{
		needed("source"), needed("confidence", oneOf("high", "medium", "low")), needed("checked", checkDate), optional("note"),
	}
}

func (f catalogueForm) columnNames() (out []string) {
	for _, c := range f.columns {
		out = append(out, c.name)
	}
	return out
}

// valuesOf are the enumerated values of a field of the case.
func valuesOf(path string) []string {
	t, ok := model.Root().At(path)
	if ok && t.Kind == model.KindArray {
		t = t.Item
	}
	if !ok || t.Enum == nil {
		panic("no enumerated values at " + path) // a path in this package, read by its tests
	}
	return t.Enum
}
