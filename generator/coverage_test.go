package generator_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

const miniCatalogue = `id: law
title: {nb: Loven, nn: Lova, en: The law}
publisher: samsvar
source: https://eur-lex.europa.eu
edition: "2026"
checked: "2026-11-22"
licence: CC-BY-4.0
documents: [mini, other]
groups: [{id: G, title: {nb: Gruppe, nn: Gruppe, en: Group}}]
`

// covering is the miniature library with demands, each named after what meets it.
func covering(clauses map[string]string, demands ...string) fstest.MapFS {
	fsys := miniClauses()
	for clause, covers := range clauses {
		fsys["text/mini/"+clause+".yaml"].Data = append(fsys["text/mini/"+clause+".yaml"].Data, "covers: {"+covers+"}\n"...)
	}
	// The short text of mini.audit has one paragraph and says of all else that it is missing.
	audit := fsys["text/mini/audit.yaml"]
	var lacks []string
	for _, m := range regexp.MustCompile(`"(law:[a-z]+)": \[([^\]]*)\]`).FindAllStringSubmatch(clauses["audit"], -1) {
		if m[2] != "notice" {
			lacks = append(lacks, `"`+m[1]+`": []`)
		}
	}
	audit.Data = bytes.Replace(audit.Data, []byte("covers: {}}]"), []byte("covers: {"+strings.Join(lacks, ", ")+"}}]"), 1)
	rows := "id,group,kind,document,addressee,phase,text_nb,text_nn,text_en,source,confidence,checked,note\n"
	for _, d := range demands {
		document, confidence := "mini", "high"
		switch d {
		case "elsewhere":
			document = "other"
		case "nowhere":
			document = "none"
		case "unsure":
			confidence = "low"
		}
		rows += d + ",G,demand," + document + ",processor,,Krav " + d + ",,Demand " + d + ",Art. 1," + confidence + ",2026-11-22,\n"
	}
	fsys["catalogues/law.yaml"] = &fstest.MapFile{Data: []byte(miniCatalogue)}
	fsys["catalogues/law.csv"] = &fstest.MapFile{Data: []byte(rows)}
	return fsys
}

// coverage of demands: status, places, what is missing and the reason, a line for
// each.
func coverage(t testing.TB, g *generator.Generator, c *model.Case, l doc.Language) []string {
	t.Helper()
	for _, p := range slices.Concat(g.Library().CheckCatalogues(), g.Templates().CheckDemands(g.Library())) {
		t.Errorf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Message("en"))
	}
	cov, err := g.Coverage(c, "mini", l)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range cov.Demands {
		out = append(out, strings.TrimSpace(strings.Join([]string{
			strings.TrimPrefix(r.Demand, "law:"), string(r.Status), strings.Join(r.Numbers(), ", "), strings.Join(r.Paths, ", "), cov.Reason(r, "en"),
		}, " | ")))
	}
	return out
}

func TestCoverageMet(t *testing.T) {
	g := miniWith(t, options(covering(map[string]string{
		"intro": `"law:para": [deadline], "law:points": [scope]`, "audit": `"law:when": [notice], "law:several": [notice, "1"]`,
		"parts": `"law:annex": ["1"], "law:several": ["1"]`,
	}, "para", "points", "when", "several", "annex", "table", "column", "row")),
		"    caption: Deler\n", "    caption: Deler\n    covers: [\"law:table\"]\n",
		`{key: name, title: Navn,`, `{key: name, covers: ["law:column"], title: Navn,`,
		`{label: Sted, when:`, `{key: place, covers: ["law:row"], label: Sted, when:`)
	equal(t, "met", coverage(t, g, load(t, g), doc.Bokmal),
		"para | met | 1.2 |  |", "points | met | 1.1 |  |", "when | met | 2.2 |  |", "several | met | 2.1, 2.2, A.1 |  |",
		"annex | met | A.1 |  |", "table | met | tabell 1 |  |", "column | met | tabell 1 |  |", "row | met | tabell 2 |  |")
	en := miniWith(t, generator.Options{Clauses: covering(nil, "table"), Languages: []doc.Language{doc.English}},
		"    caption: Deler\n", "    caption: Deler\n    covers: [\"law:table\"]\n")
	equal(t, "in English", coverage(t, en, load(t, en), doc.English), "table | met | table 1 |  |")
}

func TestCoverageOpen(t *testing.T) {
	g := miniWith(t, options(covering(map[string]string{
		"intro": `"law:para": [deadline], "law:points": [scope], "law:both": [scope, deadline]`, "audit": `"law:when": [notice], "law:beside": ["1"]`,
		"venue": `"law:clause": ["1"]`,
	}, "para", "points", "both", "when", "beside", "clause", "table", "column", "other")),
		"    caption: Deler\n", "    caption: Deler\n    covers: [\"law:table\"]\n",
		`{key: name, title: Navn,`, `{key: name, covers: ["law:column"], title: Navn,`,
		`{key: data, title: Data,`, `{key: data, covers: ["law:other"], title: Data,`,
		"  - clause: mini.venue\n", "  - {clause: mini.venue, when: eq .agreement.breachNoticeHours 24}\n")
	c := load(t, g, "  breachNoticeHours: 24\n", "", "  audit: {noticeDays: 14}\n", "  audit:\n", "name: Fjellrom AS, ", "")
	got := coverage(t, g, c, doc.Bokmal)
	for i := range got { // the labels are tested with the schema
		got[i], _, _ = strings.Cut(got[i], " | lacks")
	}
	equal(t, "open", got,
		"para | open | 1.2 | agreement.breachNoticeHours",
		"points | open | 1.1 | subprocessors[0].name", // it refers to the table
		"both | open | 1.1, 1.2 | subprocessors[0].name, agreement.breachNoticeHours",
		"when | open | 2 | agreement.audit", // whether it applies is not known
		"beside | met | 2.1 |  |",
		"clause | open | 3 | agreement.breachNoticeHours",
		"table | open | tabell 1 | subprocessors[0].name",
		"column | open | tabell 1 | subprocessors[0].name",
		"other | met | tabell 1 |  |")

	g = miniWith(t, options(covering(map[string]string{"intro": `"law:points": [scope]`}, "points", "table", "column")),
		"    caption: Deler\n    each: .subprocessors\n    id: .id\n", "    caption: Deler\n    covers: [\"law:table\"]\n    each: .service.locations\n",
		`{key: name, title: Navn,`, `{key: name, covers: ["law:column"], title: Navn,`,
		`"**{{ .name }}**", {when: .sameGroup, text: Konsern}`, `"{{ .address }}"`, `each: .data, lines: ["{{ name . }}"]`, `lines: ["{{ .country }}"]`)
	equal(t, "a list that is missing", coverage(t, g, load(t, g), doc.Bokmal),
		"points | open | 1.1 | service.locations | lacks Steder for lagring, drift og tilgang",
		"table | open | A.1 | service.locations | lacks Steder for lagring, drift og tilgang",
		"column | open | A.1 | service.locations | lacks Steder for lagring, drift og tilgang")
}

func TestCoverageNotApplicable(t *testing.T) {
	fsys := covering(map[string]string{
		"intro": `"law:item": [scope]`, "audit": `"law:when": [notice], "law:inner": [inner], "law:each": [each], "law:together": ["1+notice"], "law:either": [notice, "1"]`,
		"venue": `"law:clause": ["1"]`,
	}, "item", "when", "inner", "each", "clause", "table", "column", "row", "placed", "together", "either")
	for _, l := range []string{"nb", "nn", "en"} {
		fsys["text/mini/audit."+l+".md"].Data = []byte("# Revisjon\n\nHvert år.\n\n:::: when any .agreement.kpis\n::: when any .agreement.audit\nVarsel. {#notice}\n\nIndre. {#inner}\n:::\n::::\n\n" +
			"::: each .subprocessors\n- {{ .name }} {#each}\n:::\n")
		fsys["text/mini/audit@short."+l+".md"].Data = []byte("# Revisjon\n\nKort. {#notice}\n")
	}
	g := miniWith(t, options(fsys),
		"    caption: Deler\n", "    caption: Deler\n    covers: [\"law:table\"]\n",
		`{key: name, title: Navn,`, `{key: name, covers: ["law:column"], title: Navn,`,
		`{label: Sted, when:`, `{key: place, covers: ["law:row"], label: Sted, when:`,
		"    caption: Fakta\n", "    caption: Fakta\n    covers: [\"law:placed\"]\n",
		"  - clause: mini.intro\n", "  - {clause: mini.intro, when: eq .phase \"tender\"}\n")
	c := load(t, g, "  venue: Oslo tingrett\n", "", "subprocessors:\n  - {id: drift, name: Fjellrom AS, sameGroup: true, data: [D1], parent: processor}\n", "subprocessors: []\n")
	equal(t, "not applicable", coverage(t, g, c, doc.Bokmal),
		`item | not-applicable |  |  | mini.intro#scope is there only when: eq .phase "tender"`,
		"when | not-applicable |  |  | mini.audit#notice is there only when: any .agreement.kpis", // the one that decided
		"inner | not-applicable |  |  | mini.audit#inner is there only when: any .agreement.kpis",
		"each | not-applicable |  |  | mini.audit#each is there only when there is something in .subprocessors",
		"clause | not-applicable |  |  | mini.venue#1 is there only when: any .agreement.venue",
		"table | not-applicable |  |  | table:parts is there only when there is something in .subprocessors",
		"column | not-applicable |  |  | table:parts#name is there only when there is something in .subprocessors",
		"row | not-applicable |  |  | table:facts#place is there only when: any .agreement.venue",
		"placed | met | tabell 1 |  |",
		"together | not-applicable |  |  | mini.audit#notice is there only when: any .agreement.kpis",
		"either | met | 1.1 |  |")
}

// A fact meets a demand by itself: known, missing, left out, or not called for.
func TestCoverageOfFacts(t *testing.T) {
	fields := func(lines ...string) []string {
		return []string{"\noutline:\n", "\nfields:\n" + strings.Join(lines, "") + "outline:\n"}
	}
	all := fields(
		"  - {path: .agreement.venue, covers: [\"law:there\", \"law:both\"]}\n",
		"  - {path: .agreement.breachNoticeHours, covers: [\"law:missing\"]}\n",
		"  - {path: .subprocessors, covers: [\"law:below\"]}\n",
		"  - {path: .references.archiveCase, covers: [\"law:absent\", \"law:both\"]}\n",
		"  - {path: .agreement.kpis, when: eq .phase \"exit\", covers: [\"law:uncalled\"]}\n",
		"  - {path: .agreement.amendments, when: eq .agreement.breachNoticeHours 24, covers: [\"law:unknown\"]}\n")
	o := options(covering(nil, "there", "both", "missing", "below", "absent", "uncalled", "unknown"))
	g := miniWith(t, o, all...)
	c := load(t, g, "  breachNoticeHours: 24\n", "", "name: Fjellrom AS, ", "")
	got := coverage(t, g, c, doc.Bokmal)
	for i := range got {
		got[i], _, _ = strings.Cut(got[i], " | lacks")
	}
	equal(t, "facts", got,
		"there | met |  |  |", "both | met |  |  |", "missing | open |  | agreement.breachNoticeHours",
		"below | open |  | subprocessors[0].name", "absent | not-applicable |  |  | not stated: case:references.archiveCase",
		`uncalled | not-applicable |  |  | case:agreement.kpis is there only when: eq .phase "exit"`,
		"unknown | open |  | agreement.breachNoticeHours")
	cov, err := g.Coverage(c, "mini", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	if r := cov.Demands[0]; r.Clause() != "case:agreement.venue" || r.Places[0].Label != "Verneting" || !slices.Equal(r.Facts(), []string{"agreement.venue"}) {
		t.Errorf("%+v", r)
	}
	out, _, err := g.Generate(generator.Request{Case: c, Formats: []string{"md"}, WithCoverage: true})
	if err != nil || !bytes.Contains(out[0].Data, []byte("Krav there | Art. 1 | Dekket | Verneting")) {
		t.Errorf("%v in:\n%s", err, out[0].Data)
	}
}

func TestCoverageUncovered(t *testing.T) {
	g := miniWith(t, options(covering(map[string]string{"audit": `"law:first": ["1"], "law:notice": [notice], "law:gone": [notice]`},
		"first", "notice", "nobody", "elsewhere", "nowhere", "gone")))
	c := load(t, g, "  venue:", "  choices: {mini.audit: {alternative: short, reason: Kort}}\n  venue:")
	equal(t, "uncovered", coverage(t, g, c, doc.Bokmal),
		"first | uncovered |  |  | the alternative short of mini.audit#1 lacks the text",
		"notice | met | 2.1 |  |",
		"nobody | uncovered |  |  | no clause, table or fact of the document type meets it",
		"gone | met | 2.1 |  |")
	cov, err := g.Coverage(c, "mini", "")
	if err != nil || cov.Language != "nb" {
		t.Fatal(cov, err)
	}
	n := len(cov.Demands)
	g.Elsewhere(cov)
	var more []string
	for _, r := range cov.Demands[n:] {
		more = append(more, r.Demand+" | "+string(r.Status)+" | "+cov.Reason(r, "nb"))
	}
	equal(t, "elsewhere", more, "law:elsewhere | not-applicable | gjelder other", "law:nowhere | not-applicable | gjelder ikke noe dokument")
	if cov.Count(report.NotApplicable) != 0 || cov.Count(report.Uncovered) != 2 {
		t.Error("what is about other documents is counted")
	}
	_, err = g.Coverage(c, "nothing", "")
	refused(t, err, generator.UnknownDocument, "nothing")
}

// The table at the end has live references, and nothing that is not confirmed.
func TestWithCoverage(t *testing.T) {
	g := miniWith(t, options(covering(map[string]string{"intro": `"law:met": [deadline, scope], "law:unsure": [scope]`, "venue": `"law:gone": ["1"]`, "parts": `"law:annex": ["1"]`},
		"met", "gone", "annex", "unsure", "nobody")), "    landscape: true\n", "")
	c := load(t, g, "  venue: Oslo tingrett\n", "", "  breachNoticeHours: 24\n", "")
	out, rep, err := g.Generate(generator.Request{Case: c, Formats: generator.Formats(), WithCoverage: true})
	if err != nil || len(rep.Open) != 1 {
		t.Fatal(err, opens(rep))
	}
	var md string
	for _, o := range out {
		if o.Format == "md" {
			md = string(o.Data)
		}
	}
	_, table, found := strings.Cut(md, "Dekning av krav\n")
	for _, want := range []string{"Krav met | Art. 1 | Åpent", "1.1", "1.2", "Krav gone | Art. 1 | Ikke aktuelt | –", "Krav annex | Art. 1 | Dekket", "A.1", "Krav nobody | Art. 1 | Ikke dekket | –"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is missing in:\n%s", want, table)
		}
	}
	if !found || strings.Contains(md, "Krav unsure") {
		t.Errorf("what is not confirmed is printed, or nothing is:\n%s", md)
	}
	again, _, err := g.Generate(generator.Request{Case: c, Formats: generator.Formats(), WithCoverage: true})
	for i := range out {
		if err != nil || !bytes.Equal(out[i].Data, again[i].Data) {
			t.Errorf("%s is not the same twice", out[i].Name)
		}
	}
	plain, _, err := g.Generate(generator.Request{Case: c, Formats: []string{"md"}})
	if err != nil || bytes.Contains(plain[0].Data, []byte("Dekning")) {
		t.Error("the table stands there unasked")
	}
}
