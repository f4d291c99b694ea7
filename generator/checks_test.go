package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
)

// transfers has two warnings of one rule and one of another.
const transfers = `transfers:
  - {id: T1, exporter: processor, importer: drift, location: L1, reviewBy: "2026-01-01"}
  - {id: T2, exporter: processor, importer: drift, location: L1, reviewBy: "2026-02-01"}
`

// silencing is the miniature case with those warnings and rows of checks.
func silencing(rows string) []string {
	return []string{"service: {name: Journalen}\n", "service: {name: Journalen, locations: [{id: L1, country: IS, entity: drift}]}\n" + transfers + "checks:\n" + rows}
}

func found(list []report.Problem) (out []string) {
	for _, p := range list {
		s := fmt.Sprintf("%s %s %s", p.Severity(), p.Rule, p.Path)
		if p.Lowered != nil {
			s += " " + p.Lowered.Path + ": " + p.Lowered.Reason
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func TestChecks(t *testing.T) {
	overdue := []string{"warning review-overdue transfers[0].reviewBy", "warning review-overdue transfers[1].reviewBy"}
	inside := []string{"warning transfer-inside-eea transfers[0].location", "warning transfer-inside-eea transfers[1].location"}
	for _, c := range []struct {
		name, rows         string
		problems, silenced []string
	}{
		{"the whole case", "  - {rule: review-overdue, severity: none, reason: fordi}\n", inside,
			[]string{"info review-overdue transfers[0].reviewBy checks[0]: fordi", "info review-overdue transfers[1].reviewBy checks[0]: fordi"}},
		{"below a path", "  - {rule: review-overdue, path: \"transfers[1]\", severity: none, reason: fordi}\n",
			append([]string{overdue[0]}, inside...), []string{"info review-overdue transfers[1].reviewBy checks[0]: fordi"}},
		{"at a path, lowered", "  - {rule: review-overdue, path: \"transfers[1].reviewBy\", severity: info, reason: fordi}\n",
			append([]string{"info review-overdue transfers[1].reviewBy checks[0]: fordi", overdue[0]}, inside...), nil},
		{"the first row that fits", "  - {rule: review-overdue, path: \"transfers[1]\", severity: info, reason: a}\n  - {rule: review-overdue, severity: none, reason: b}\n",
			append([]string{"info review-overdue transfers[1].reviewBy checks[0]: a"}, inside...), []string{"info review-overdue transfers[0].reviewBy checks[1]: b"}},
		{"no reason", "  - {rule: review-overdue, severity: none}\n  - {rule: review-overdue, severity: none, reason: \" \"}\n",
			slices.Concat([]string{"error check-incomplete checks[0]", "error check-incomplete checks[1]"}, overdue, inside), nil},
		{"nothing at all", "  - {}\n",
			slices.Concat([]string{"error check-incomplete checks[0]", "error check-incomplete checks[0]", "error check-incomplete checks[0]"}, overdue, inside), nil},
		{"an error", "  - {rule: transfer-missing, severity: none, reason: fordi}\n  - {rule: open-point, severity: none, reason: fordi}\n",
			slices.Concat([]string{"error check-not-silenceable checks[0].rule", "error check-not-silenceable checks[1].rule"}, overdue, inside), nil},
		{"no rule", "  - {rule: review-overdu, severity: none, reason: fordi}\n",
			slices.Concat([]string{"error reference-unknown checks[0].rule"}, overdue, inside), nil},
		{"nothing to silence", "  - {rule: review-overdue, path: transfer, severity: none, reason: fordi}\n  - {rule: own-staff-outside-eea, severity: none, reason: fordi}\n  - {rule: review-overdue, path: \"transfers[\", severity: none, reason: fordi}\n",
			slices.Concat(overdue, inside, []string{"warning check-unused checks[0]", "warning check-unused checks[1]", "warning check-unused checks[2].path"}), nil},
		{"a row about rows", "  - {rule: check-unused, severity: none, reason: fordi}\n",
			slices.Concat(overdue, inside, []string{"warning check-unused checks[0]"}), nil},
	} {
		g := mini(t)
		rep, err := g.Check(load(t, g, silencing(c.rows)...), "mini")
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(c.problems)
		equal(t, c.name, found(rep.Problems), c.problems...)
		equal(t, c.name+", silenced", found(rep.Silenced), c.silenced...)
	}
}

// TestCheckSuggests: an unknown rule has a hint; what is wrong with a row has its
// place.
func TestCheckSuggests(t *testing.T) {
	g := mini(t)
	rep, err := g.Check(load(t, g, silencing("  - {rule: review-overdu, severity: none, reason: fordi}\n")...), "mini")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rep.Problems {
		if p.Rule == "reference-unknown" && (p.Hint("en") != "did you mean “review-overdue”?" || p.Pos.Line != 14) {
			t.Errorf("%s, line %d", p.Hint("en"), p.Pos.Line)
		}
	}
}

// TestChecksOfInvalidCase: warnings of form are silenced too; what the rules did
// not get to look at is no unused row.
func TestChecksOfInvalidCase(t *testing.T) {
	g := mini(t)
	text := change(t, miniCase, "id: \"2026/7\"\n", "id: 0123\n") + "checks:\n  - {rule: quote-it, severity: none, reason: fordi}\n  - {rule: review-overdue, severity: none, reason: fordi}\n"
	for add, want := range map[string]string{"": "warning check-unused checks[1]", "titel: x\n": "error key-unknown titel"} {
		c, _ := g.Load("case.yaml", strings.NewReader(text+add))
		rep, err := g.Check(c, "mini")
		if err != nil {
			t.Fatal(err)
		}
		equal(t, add, found(rep.Problems), want)
		equal(t, add, found(rep.Silenced), "info quote-it id checks[0]: fordi")
	}
}

// TestSilencedInList: a draft's list of open points repeats the reasons; a version
// for a tender or a final one does not.
func TestSilencedInList(t *testing.T) {
	rows := "  - {rule: review-overdue, path: \"transfers[0]\", severity: none, reason: Fornyes i januar, by: Kari Nordmann, date: \"2026-11-20\"}\n" +
		"  - {rule: transfer-inside-eea, severity: info, reason: Føres likevel}\n"
	g := mini(t)
	c := load(t, g, append(silencing(rows), "  breachNoticeHours: 24\n", "")...)
	d, rep := tree(t, g, c, doc.Bokmal)
	equal(t, "list", lines(d, "section Å", "section D", "warning:", "reason:", "by:"),
		"section Åpne punkter {#}", "section Dempede advarsler {#}",
		"warning: sted L1 er i IS, som er i EØS: det er ingen overføring til tredjeland", "reason: Føres likevel", "by: –",
		"warning: sted L1 er i IS, som er i EØS: det er ingen overføring til tredjeland", "reason: Føres likevel", "by: –",
		"warning: fristen 2026-01-01 for ny vurdering er før sakens dato", "reason: Fornyes i januar", "by: Kari Nordmann, 20. november 2026",
	)
	if len(rep.Silenced) != 1 {
		t.Errorf("%v", found(rep.Silenced))
	}
	// With a point that the supplier fills in, there is a list in all stages.
	g = mini(t, "  facts: [{label: Sak, lines: [\"{{ .id }}\"]}]\n", "  facts: [{label: Sak, lines: [\"{{ .processor.name }}\"]}]\n")
	c = load(t, g, append(silencing(rows), "phase: contract", "phase: tender", "processor: {name: Sky AS}\n", "")...)
	for stage, want := range map[generator.Stage]bool{generator.Draft: true, generator.Tender: false, generator.Final: false} {
		out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"mini"}, Formats: []string{"md"}, Stage: stage})
		if err != nil {
			t.Fatalf("%s: %v", stage, err)
		}
		text := string(out[0].Data)
		if strings.Contains(text, "Fornyes i januar") != want || !strings.Contains(text, "Fylles ut av leverandøren") {
			t.Errorf("%s: %s", stage, text[:600])
		}
	}
}

// TestRulePhase: before the phase from which a rule counts, its finding is a note
// and stops nothing.
func TestRulePhase(t *testing.T) {
	for _, r := range report.Rules() {
		if r.Phase != "" && !slices.Contains([]string{"planning", "tender", "award", "contract", "operation", "exit"}, r.Phase) {
			t.Errorf("%s counts from %q, which is no phase", r.ID, r.Phase)
		}
	}
	g := mini(t)
	for phase, want := range map[string][]string{
		"tender": {"info signatory-missing agreement.signing.signatories"}, "contract": {"error signatory-missing agreement.signing.signatories"},
		"operation": {"error signatory-missing agreement.signing.signatories", "error signed-undated agreement.signing.signedOn"},
	} {
		c := load(t, g, "      - {party: sykehuset, name: Kari, title: Direktør, authority: prokura}\n", "", "phase: contract", "phase: "+phase)
		rep, err := g.Check(c, "mini")
		if err != nil {
			t.Fatal(err)
		}
		equal(t, phase, found(rep.Problems), want...)
		if rep.Count(report.Error) > 0 == (phase == "tender") {
			t.Errorf("%s: %d errors", phase, rep.Count(report.Error))
		}
	}
}
