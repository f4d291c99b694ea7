package generator_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// draft is the miniature case with five facts missing, one of which no text asks
// for, and one twice in the text.
func draft(t *testing.T, g *generator.Generator) *model.Case {
	return load(t, g, "service: {name: Journalen}\n", "service: {description: x}\n", "  breachNoticeHours: 24\n", "",
		", orgNumber: \"310274585\"", "", "id: \"2026/7\"\n", "", "version: {no: \"1.0\"}\n", "")
}

// TestOpenPoints: numbered in reading order, the same number for the same fact,
// each with its place, listed on a page after the cover, with a badge.
func TestOpenPoints(t *testing.T) {
	g := mini(t)
	d, rep := tree(t, g, draft(t, g), doc.Bokmal)
	equal(t, "report", opens(rep), "controllers[0].orgNumber forsiden", "id forsiden", "service.name 1.1", "agreement.breachNoticeHours 1.2", "version")
	for i, o := range rep.Open {
		if o.No != i+1 || o.Document != "mini" || o.Pos.File != "case.yaml" || o.Label == "" {
			t.Errorf("%+v", o)
		}
	}
	if rep.Complete() || rep.Blocking() != 5 {
		t.Errorf("%v, %d", rep.Complete(), rep.Blocking())
	}
	equal(t, "in place", lines(d, "cover", "party", "⟨", "fact Sak", "section Å", "lead", "p 1.", "toc"),
		"cover / Avtale / / UTKAST – 5 åpne punkter",
		"party Part: Normsykehuset AS",
		"⟨open 1 controllers[0].orgNumber⟩",
		"fact Sak: ⟨open 2 id⟩",
		"section Åpne punkter {#}",
		"lead keep "+word(g, "openIntro")+" {#}",
		"toc break Innhold",
		"p 1.1 Gjelder ⟨open 3 service.name⟩.⟨note: Artikkel 28.⟩ Se ⟦punkt 2.2 → mini.audit#notice⟧, ⟦tabell 1 → table:parts⟧ og ⟦Bilag A → annex-a⟧. {#mini.intro#scope}",
		"p 1.2 Frist ⟨open 4 agreement.breachNoticeHours⟩, og ⟨open 3 service.name⟩. {#mini.intro#deadline}",
	)
	equal(t, "list", lines(d, "no:", "what:", "who:", "where:"),
		"no: 1", inList(rep.Open[0]), "who: dataansvarlig", "where: forsiden",
		"no: 2", inList(rep.Open[1]), "who: partene", "where: forsiden",
		"no: 3", inList(rep.Open[2]), "who: dataansvarlig", "where: ⟦punkt 1.1 → mini.intro#scope⟧",
		"no: 4", inList(rep.Open[3]), "who: dataansvarlig", "where: ⟦punkt 1.2 → mini.intro#deadline⟧",
		"no: 5", inList(rep.Open[4]), "who: partene", "where: –",
	)
	if i, j := strings.Index(doc.Dump(d), "Åpne punkter"), strings.Index(doc.Dump(d), "section 1"); i < 0 || i > j {
		t.Error("the list does not stand before the text")
	}
}

func word(g *generator.Generator, key string) string { return g.Templates().Word(key, doc.Bokmal) }

// TestOneOpenPoint has its own word; without a cover or a list nothing is lost.
func TestOneOpenPoint(t *testing.T) {
	g := mini(t)
	c := load(t, g, "  breachNoticeHours: 24\n", "")
	d, _ := tree(t, g, c, doc.Bokmal)
	equal(t, "badge", lines(d, "cover"), "cover / Avtale / / UTKAST – 1 åpent punkt")
	g = mini(t, "  - openPoints: true\n", "")
	d, rep := tree(t, g, c, doc.Bokmal)
	equal(t, "without a list", lines(d, "cover", "section Å"), "cover / Avtale / / UTKAST – 1 åpent punkt")
	equal(t, "without a list", opens(rep), "agreement.breachNoticeHours 1.2")
}

// TestReserved: in the tender, what the supplier gives, and what is not due yet,
// does not stop anything.
func TestReserved(t *testing.T) {
	g := mini(t, "  facts: [{label: Sak, lines: [\"{{ .id }}\"]}]\n", "  facts: [{label: Sak, lines: [\"{{ .processor.name }} {{ .date }}\"]}]\n")
	for phase, want := range map[string][]string{
		"tender":   {"processor forsiden reserved", "date forsiden"},
		"planning": {"processor forsiden reserved", "date forsiden"},
		"award":    {"processor forsiden reserved", "date forsiden"}, // due from the contract
		"contract": {"processor forsiden", "date forsiden"},
	} {
		c := load(t, g, "phase: contract", "phase: "+phase, "date: \"2026-11-22\"\n", "", "processor: {name: Sky AS}\n", "")
		d, rep := tree(t, g, c, doc.Bokmal)
		equal(t, phase, opens(rep), want...)
		fact := "fact Sak: ⟨open 1 processor⟩ ⟨open 2 date⟩"
		if phase != "contract" {
			fact = "fact Sak: ⟨open 1 reserved processor: " + word(g, "reserved") + "⟩ ⟨open 2 date⟩"
		}
		equal(t, phase, lines(d, "fact Sak"), fact)
		_, _, err := g.Generate(generator.Request{Case: c, Final: true})
		refused(t, err, generator.NotFinal, "")
		c.Date = "2026-11-22"
		if _, _, err = g.Generate(generator.Request{Case: c, Final: true}); (err == nil) != (phase != "contract") {
			t.Errorf("%s: %v", phase, err)
		}
	}
}

// TestNameOfNobody: the name of a party that is not known yet is what is missing,
// and not its id or its role.
func TestNameOfNobody(t *testing.T) {
	g := mini(t, "  facts: [{label: Sak, lines: [\"{{ .id }}\"]}]\n", "  facts: [{label: Eier, lines: [\"{{ name \\\"processor\\\" }} og {{ name \\\"drift-as\\\" }}\"]}]\n")
	for processor, want := range map[string]string{
		"":                                     "fact Eier: ⟨open 1 processor⟩ og drift-as",
		"processor: {id: drift-as}\n":          "fact Eier: ⟨open 1 processor.name⟩ og ⟨open 1 processor.name⟩",
		"processor: {id: drift-as, name: D}\n": "fact Eier: D og D",
	} {
		c := load(t, g, "processor: {name: Sky AS}\n", processor)
		d, _ := tree(t, g, c, doc.Bokmal)
		equal(t, processor, lines(d, "fact Eier"), want)
	}
}

// TestReservedWithoutPhase: what the supplier gives is due from the award.
func TestReservedWithoutPhase(t *testing.T) {
	g := mini(t, `"**{{ .name }}**", {`, `"**{{ .name }}**", "{{ .task }} {{ .approvedOn }}", {`)
	for phase, want := range map[string][]string{
		"planning": {"subprocessors[0].task tabell 1 reserved", "subprocessors[0].approvedOn tabell 1"},
		"tender":   {"subprocessors[0].task tabell 1 reserved", "subprocessors[0].approvedOn tabell 1"},
		"award":    {"subprocessors[0].task tabell 1", "subprocessors[0].approvedOn tabell 1"},
	} {
		_, rep := tree(t, g, load(t, g, "phase: contract", "phase: "+phase), doc.Bokmal)
		equal(t, phase, opens(rep), want...)
	}
}

// TestReferences: in a draft a reference to what is not there points to what is
// left; in a complete case it is a finding, with its place in the library.
func TestReferences(t *testing.T) {
	g := mini(t)
	noAudit := []string{"  audit: {noticeDays: 14}\n", ""}
	d, rep := tree(t, g, load(t, g, noAudit...), doc.Bokmal)
	equal(t, "open condition", lines(d, "p 1.1"),
		"p 1.1 Gjelder Journalen.⟨note: Artikkel 28.⟩ Se ⟦punkt 2 → mini.audit⟧, ⟦tabell 1 → table:parts⟧ og ⟦Bilag A → annex-a⟧. {#mini.intro#scope}")
	equal(t, "draft", problems(rep))
	equal(t, "draft", opens(rep), "agreement.audit 2")

	// A paragraph that the case leaves out.
	fsys := miniClauses()
	fsys["text/mini/audit.nb.md"].Data = []byte("# Revisjon\n\nHvert år.\n\n::: when .agreement.kpis\nVarsel. {#notice}\n:::\n")
	g = miniWith(t, generator.Options{Clauses: fsys})
	d, rep = tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "left out", problems(rep), "reference-dangling clauses/text/mini/intro.nb.md the reference mini.audit#notice points to something that is not in the document")
	if p := rep.Problems[0].Pos; p.Line != 3 || p.Column != 1 {
		t.Errorf("%+v", p)
	}
	if !strings.Contains(strings.Join(lines(d, "p 1.1"), ""), "⟦punkt 2 → mini.audit⟧") {
		t.Error(lines(d, "p 1.1"))
	}
	_, _, err := g.Generate(generator.Request{Case: load(t, g), Final: true})
	refused(t, err, generator.NotFinal, "")

	// A clause that the case leaves out: nothing is left of it.
	g = mini(t, "  - clause: mini.audit\n", "  - {clause: mini.audit, when: ne .phase \"contract\"}\n")
	d, rep = tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "no clause", problems(rep), "reference-dangling clauses/text/mini/intro.nb.md the reference mini.audit#notice points to something that is not in the document")
	if !strings.Contains(strings.Join(lines(d, "p 1.1"), ""), "Se –, ⟦tabell 1") {
		t.Error(lines(d, "p 1.1"))
	}

	// A reference in a line of the document type.
	g = mini(t, "caption: Fakta", "caption: Se [[mini.venue]]")
	d, rep = tree(t, g, load(t, g, "  venue: Oslo tingrett\n", ""), doc.Bokmal)
	equal(t, "in a caption", problems(rep), "reference-dangling templates/mini/template.yaml the reference mini.venue points to something that is not in the document")
	equal(t, "in a caption", lines(d, "table 2"), "table 2 facts Se – {#table:facts}")
}

// TestEmbeddedWords: a document type of one's own has the words of the program.
func TestEmbeddedWords(t *testing.T) {
	set := mini(t).Templates()
	if set.Word("draft", doc.Bokmal) != "UTKAST" || set.Word("openMany", doc.Bokmal, "n", "3") != "3 åpne punkter" {
		t.Error(set.Word("draft", doc.Bokmal))
	}
}

// inList is how a draft's list names an open point: the label, and the path for the
// one who fills in the case.
func inList(o report.Open) string { return "what: " + o.Label + " ¶ _" + o.Path + "_" }
