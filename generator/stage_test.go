package generator_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// supplied is the miniature library with a cover that needs a fact of the
// processor and the date.
func supplied(t testing.TB) *generator.Generator {
	return mini(t, "  facts: [{label: Sak, lines: [\"{{ .id }}\"]}]\n", "  facts: [{label: Sak, lines: [\"{{ .processor.name }} {{ .date }}\"]}]\n")
}

// noSupplier is the case before there is a processor.
func noSupplier(t testing.TB, g *generator.Generator, pairs ...string) *model.Case {
	return load(t, g, append([]string{"processor: {name: Sky AS}\n", ""}, pairs...)...)
}

// TestTender: what the supplier fills in is left open and does not block; every
// other open point does, and errors do.
func TestTender(t *testing.T) {
	g := supplied(t)
	for _, c := range []struct {
		name   string
		change []string
		reason generator.Reason
		badge  string
	}{
		{"the supplier's alone", []string{"phase: contract", "phase: tender"}, "", "KONKURRANSEGRUNNLAG – 1 punkt fylles ut av leverandøren"},
		{"planning", []string{"phase: contract", "phase: planning"}, "", "KONKURRANSEGRUNNLAG – 1 punkt fylles ut av leverandøren"},
		{"ours too", []string{"phase: contract", "phase: tender", "date: \"2026-11-22\"\n", ""}, generator.NotTender, ""},
		{"an error", []string{"phase: contract", "phase: tender", "party: sykehuset", "party: sykehus"}, generator.NotTender, ""},
		{"a supplier is chosen", []string{"phase: contract", "phase: award"}, generator.NotTender, ""},
		{"a contract", nil, generator.NotTender, ""},
		{"nothing open", []string{"phase: contract", "phase: tender", "date:", "processor: {name: Sky AS}\ndate:"}, "", "KONKURRANSEGRUNNLAG"},
	} {
		out, rep, err := g.Generate(generator.Request{Case: noSupplier(t, g, c.change...), Documents: []string{"mini"}, Formats: []string{"html"}, Stage: generator.Tender})
		if c.reason != "" {
			refused(t, err, c.reason, "")
			if len(out) > 0 || rep.Complete() {
				t.Errorf("%s: %d files, complete %v", c.name, len(out), rep.Complete())
			}
			continue
		}
		if err != nil || len(out) != 1 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		text := string(out[0].Data)
		if !strings.Contains(text, ">"+c.badge+"<") || strings.Contains(text, "UTKAST") {
			t.Errorf("%s: the badge is not %s", c.name, c.badge)
		}
		if len(rep.Open) > 0 && !strings.Contains(text, "[Fylles ut av leverandøren]") {
			t.Errorf("%s: the place is not reserved", c.name)
		}
	}
}

// TestStages: a final version of a phase has no badge of a draft; Final and the
// stage of that name are the same.
func TestStages(t *testing.T) {
	g := supplied(t)
	c := noSupplier(t, g, "phase: contract", "phase: tender")
	for _, r := range []generator.Request{{Final: true}, {Stage: generator.Final}, {Stage: generator.Tender, Final: true}} {
		r.Case, r.Documents, r.Formats = c, []string{"mini"}, []string{"html"}
		out, _, err := g.Generate(r)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(out[0].Data); !strings.Contains(text, ">1 punkt fylles ut senere<") || strings.Contains(text, "UTKAST") || strings.Contains(text, "KONKURRANSE") {
			t.Errorf("%+v has another badge", r.Stage)
		}
	}
}

// TestListGroups: what the supplier fills in is listed apart, under its own
// heading; numbers are those of the places.
func TestListGroups(t *testing.T) {
	g := supplied(t)
	for _, c := range []struct {
		change []string
		want   []string
	}{
		{[]string{"phase: contract", "phase: tender", "date: \"2026-11-22\"\n", ""},
			[]string{"section Åpne punkter {#}", "no: 2", "what: Dato ¶ _date_", "section Fylles ut av leverandøren {#}", "no: 1", "what: Databehandler ¶ _processor_"}},
		{[]string{"phase: contract", "phase: tender"}, []string{"section Fylles ut av leverandøren {#}", "no: 1", "what: Databehandler ¶ _processor_"}},
		{nil, []string{"section Åpne punkter {#}", "no: 1", "what: Databehandler ¶ _processor_"}},
	} {
		d, _ := tree(t, g, noSupplier(t, g, c.change...), doc.Bokmal)
		equal(t, fmt.Sprint(c.change), lines(d, "section Å", "section F", "no:", "what:"), c.want...)
	}
}

// TestSameNumbers: the report, its summary, the badge and the list in the document
// say the same number, in every stage and format.
func TestSameNumbers(t *testing.T) {
	g := supplied(t)
	c := noSupplier(t, g, "phase: contract", "phase: tender", "service: {name: Journalen}\n", "service: {description: x}\n", "  breachNoticeHours: 24\n", "")
	for _, stage := range []generator.Stage{generator.Draft, generator.Tender} {
		if stage == generator.Tender { // nothing else than what the supplier fills in
			c = noSupplier(t, g, "phase: contract", "phase: tender")
		}
		out, rep, err := g.Generate(generator.Request{Case: c, Documents: []string{"mini"}, Formats: []string{"html"}, Stage: stage})
		if err != nil {
			t.Fatal(err)
		}
		text := string(out[0].Data)
		badge := regexp.MustCompile(`– (\d+) (?:åpne punkter|punkt)`).FindStringSubmatch(text)
		summary := regexp.MustCompile(`(\d+) åp\w+ punkt`).FindStringSubmatch(rep.Summary("nb"))
		list := len(regexp.MustCompile(`(?s)<td[^>]*>\s*(?:<p>)?\d+(?:</p>)?\s*</td>`).FindAllString(text, -1))
		if badge == nil || summary == nil || badge[1] != summary[1] || summary[1] != fmt.Sprint(len(rep.Open)) || list != len(rep.Open) {
			t.Errorf("%q: badge %v, summary %v, %d in the list, %d in the report", stage, badge, summary, list, len(rep.Open))
		}
		var counted []report.Open
		for _, o := range rep.Open {
			if !o.Reserved {
				counted = append(counted, o)
			}
		}
		if len(counted) != rep.Blocking() {
			t.Errorf("%d block, %d are due", rep.Blocking(), len(counted))
		}
	}
}
