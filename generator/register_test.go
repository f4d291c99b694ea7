package generator_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// tasks is a table with fixed rows in place of the list of the miniature library.
const tasks = `  parts:
    caption: Oppgaver
    covers: ["law:table"]
    columns:
      - {key: task, title: Oppgave, weight: 3}
      - {key: hosted, title: Driftet, when: has .service.models "saas", covers: ["law:column"]}
      - {key: own, title: Lokalt, when: has .service.models "on-premises", covers: ["law:other"]}
    rows:
      - {key: premises, covers: ["law:row"], cells: {task: "**Lokaler**", hosted: "{{ .service.name }}", own: Sykehuset}}
      - {key: venue, when: any .agreement.venue, covers: ["law:when"], cells: {task: Tvister, hosted: "{{ .agreement.venue }}", own: "–"}}
      - {key: hours, when: eq .agreement.breachNoticeHours 24, covers: ["law:open"], cells: {task: Frist, hosted: Døgn, own: Døgn}}
`

func listed(t *testing.T) string {
	t.Helper()
	_, rest, _ := strings.Cut(miniTemplate, "tables:\n  parts:\n")
	list, _, found := strings.Cut(rest, "  facts:\n")
	if !found {
		t.Fatal("the miniature library has no table of parts")
	}
	return "  parts:\n" + list
}

var rowDemands = []string{"table", "column", "other", "row", "when", "open"}

func TestFixedRows(t *testing.T) {
	g := miniWith(t, options(covering(nil, rowDemands...)), listed(t), tasks)
	c := load(t, g, "service: {name: Journalen}", "service: {name: Journalen, models: [saas]}")
	d, _ := tree(t, g, c, doc.Bokmal)
	want := `    table 1 register Oppgaver {#table:parts}
      column task "Oppgave" 3 left
      column hosted "Driftet" 1 left
      row premises
        task: **Lokaler**
        hosted: Journalen
      row venue
        task: Tvister
        hosted: Oslo tingrett
      row hours
        task: Frist
        hosted: Døgn
    table 2`
	if got := doc.Dump(d); !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
	equal(t, "coverage", coverage(t, g, c, doc.Bokmal),
		"table | met | tabell 1 |  |", "column | met | tabell 1 |  |",
		`other | not-applicable |  |  | table:parts#own is there only when: has .service.models "on-premises"`,
		"row | met | tabell 1 |  |", "when | met | tabell 1 |  |", "open | met | tabell 1 |  |")

	// A row that is left out, and one of which it is not known.
	c = load(t, g, "service: {name: Journalen}", "service: {name: Journalen, models: [saas, on-premises]}",
		"  venue: Oslo tingrett\n", "", "  breachNoticeHours: 24\n", "")
	d, _ = tree(t, g, c, doc.Bokmal)
	got := doc.Dump(d)
	_, got, _ = strings.Cut(got, "own: Sykehuset\n")
	got, _, _ = strings.Cut(got, "    table 2")
	if strings.Contains(got, "Tvister") || !strings.Contains(got, "task: Frist") || strings.Contains(got, "Døgn") || strings.Count(got, "Varslingsfrist") > 2 {
		t.Errorf("got %s", got)
	}
	rows := coverage(t, g, c, doc.Bokmal)
	for i := range rows {
		rows[i], _, _ = strings.Cut(rows[i], " | lacks")
	}
	equal(t, "coverage of a draft", rows,
		"table | open | tabell 1 | agreement.breachNoticeHours", "column | open | tabell 1 | agreement.breachNoticeHours",
		"other | open | tabell 1 | agreement.breachNoticeHours", "row | met | tabell 1 |  |",
		"when | not-applicable |  |  | table:parts#venue is there only when: any .agreement.venue",
		"open | open | tabell 1 | agreement.breachNoticeHours")
}

// Which columns there are must be known before there can be a table.
func TestColumnsUnknown(t *testing.T) {
	g := miniWith(t, options(covering(nil, rowDemands...)), listed(t), tasks)
	c := load(t, g)
	d, rep := tree(t, g, c, doc.Bokmal)
	if got := doc.Dump(d); strings.Contains(got, "Lokaler") || strings.Contains(got, "table 2") {
		t.Errorf("got %s", got)
	}
	if paths := openPathsOf(rep); len(paths) == 0 || paths[0] != "service.models" {
		t.Errorf("%v", paths)
	}
	for _, row := range coverage(t, g, c, doc.Bokmal) {
		if !strings.Contains(row, " | open | A.1 | service.models | ") {
			t.Error(row)
		}
	}
}

func openPathsOf(r *report.Report) (out []string) {
	for _, o := range r.Open {
		out = append(out, o.Path)
	}
	return out
}

// Only some of the elements of a list have a row; of one it may not be known.
func TestWhere(t *testing.T) {
	where := func(condition string) []string {
		return []string{"    each: .subprocessors\n", "    each: .subprocessors\n    covers: [\"law:table\"]\n    where: " + condition + "\n"}
	}
	two := []string{"  - {id: drift,", "  - {id: natt, name: Natt AS, data: [D1], parent: drift}\n  - {id: drift,"}
	o := options(covering(nil, "table"))
	for _, test := range []struct{ condition, names, coverage string }{
		{`eq .parent "processor"`, "Fjellrom AS", "table | met | tabell 1 |  |"},
		{`ne .parent "processor"`, "Natt AS", "table | met | tabell 1 |  |"},
		{`eq .parent "x"`, "", `table | not-applicable |  |  | table:parts is there only when: eq .parent "x"`},
		{`eq .task "x"`, "⟪", "table | open | tabell 1 | subprocessors[0].task, subprocessors[1].task"},
	} {
		g := miniWith(t, o, where(test.condition)...)
		c := load(t, g, two...)
		d, _ := tree(t, g, c, doc.Bokmal)
		got := doc.Dump(d)
		for _, name := range []string{"Fjellrom AS", "Natt AS"} {
			if strings.Contains(got, "**"+name+"**") != (name == test.names) {
				t.Errorf("%s: %s", test.condition, got)
			}
		}
		if test.names == "" && !strings.Contains(got, "Ingen deler.") {
			t.Errorf("%s: %s", test.condition, got)
		}
		rows := coverage(t, g, c, doc.Bokmal)
		row, _, _ := strings.Cut(rows[0], " | lacks")
		equal(t, test.condition, []string{row}, test.coverage)
	}
}
