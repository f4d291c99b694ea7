package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
)

const book = `id: book
title: {nb: Bok, nn: Bok, en: Book}
form: workbook
audience: internal
phase: planning
lists:
  places: {each: .service.locations, value: "{{ .id }}", label: "{{ .id }} {{ country .country }}"}
grids:
  words: {each: .service.locations, cells: $.service.locations, text: "{{ .id }}"}
outline:
  - sheet: list
    title: Liste
    tab: L
    freeze: 1
    protected: true
    spare: 2
    outline: [{openPoints: true}, {table: subs}]
  - {sheet: empty, title: Tom, outline: [{table: changes}]}
tables:
  subs:
    each: .subprocessors
    id: .id
    into: subprocessors
    columns:
      - {key: id, title: Nr., lines: ["{{ .id }}"]}
      - {key: name, title: Navn, path: name, input: true, note: Navnet}
      - {key: data, title: Data, path: data, join: ", ", input: true}
      - {key: approved, title: Godkjent, path: approvedOn, input: true}
      - {key: group, title: Konsern, path: sameGroup, input: true}
      - {key: place, title: Sted, path: task, list: places}
      - {key: rank, title: Plass, type: number, formula: rank(place)}
      - {key: text, title: Tekst, formula: 'name & if(blank(rank), "", " " & rank)'}
  changes:
    each: .risk.changes
    id: .id
    into: risk.changes
    columns: [{key: by, title: Av, path: by, input: true}]
`

const bookCase = `samsvar: 1
language: nb
service: {locations: [{id: L1, country: "NO"}, {id: L2, country: SE}]}
subprocessors:
  - {id: s1, name: "=1+1", data: [D1, D2], approvedOn: 2026-11-01, sameGroup: false, task: L2}
  - {id: s2, task: Ukjent}
`

// TestSheet: a workbook is a document with sheets: cells hold the facts at their
// paths, choices the labels of their lists, formulas what they compute; a missing fact
// is an open point; a register without rows is there to be filled in.
func TestSheet(t *testing.T) {
	g, err := generator.New(generator.Options{Clauses: miniClauses(), Templates: fstest.MapFS{"book/template.yaml": {Data: []byte(book)}}})
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("case.yaml", strings.NewReader(bookCase))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d, rep, err := g.Tree(c, "book", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"s1 | =1+1 | D1, D2 | 2026-11-01 | Nei | L2 Sverige | 2 | =1+1 2",
		"s2 | [Navn (underdatabehandler «s2»)] |  | [Godkjent dato (underdatabehandler «s2»)] |  | Ukjent |  | ",
	}
	if got := tableRows(d, "table:subs"); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !slices.ContainsFunc(rep.Open, func(o report.Open) bool { return o.Path == "subprocessors[1].name" }) {
		t.Errorf("the missing name is not told: %v", rep.Open)
	}
	s := d.Blocks[0].(*doc.Section)
	if s.Sheet == nil || s.Sheet.Name != "L" || s.Sheet.Freeze != 1 || !s.Sheet.Protected || s.Sheet.Spare != 2 {
		t.Errorf("got %+v", s.Sheet)
	}
	if len(d.Lists) != 2 || d.Lists[0].ID != "places" || d.Lists[1].ID != "yesNo" || len(d.Grids) != 1 || d.Grids[0].Rows[1][0] != "L1" {
		t.Errorf("lists %v, grids %v", d.Lists, d.Grids)
	}
	if got := tableRows(d, "table:changes"); got == nil || len(got) > 0 {
		t.Errorf("the empty register: %v", got)
	}
}

// tableRows are the rows of a table as text; nil when there is no such table.
func tableRows(d *doc.Document, id string) (out []string) {
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		t, ok := b.(*doc.Table)
		if !ok || t.ID != id {
			return nil
		}
		out = []string{}
		for _, r := range t.Rows {
			var cells []string
			for _, c := range r.Cells {
				var lines []string
				for _, p := range c.Paragraphs {
					lines = append(lines, doc.Plain(p))
				}
				cells = append(cells, strings.Join(lines, "; "))
			}
			out = append(out, strings.Join(cells, " | "))
		}
		return nil
	})
	return out
}
