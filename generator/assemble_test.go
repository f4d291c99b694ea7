package generator_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func TestComplete(t *testing.T) {
	g := mini(t)
	d, rep := tree(t, g, load(t, g), doc.Bokmal)
	if !rep.Complete() || len(rep.Problems)+len(rep.Open) > 0 {
		t.Errorf("%v %v", problems(rep), opens(rep))
	}
	want := `document mini nb "Avtale – Journalen"
meta subject="Journalen" creator="Normsykehuset AS" case="2026/7" version="1.0" date="2026-11-22"
header Avtale · 2026/7 |
footer Side ⟨page⟩ av ⟨pages⟩
cover  / Avtale /  /
  party Part: Normsykehuset AS
    310274585
  fact Sak: 2026/7
  fact Rettstilstand per: 1. januar 2026
toc Innhold
  1  Intro nb -> mini.intro
  2  Revisjon -> mini.audit
  3  Verneting -> mini.venue
  Bilag A  Vedlegg -> annex-a
section 1  break  Intro nb {#mini.intro}
  p 1.1  Gjelder Journalen.⟨note: Artikkel 28.⟩ Se ⟦punkt 2.2 → mini.audit#notice⟧, ⟦tabell 1 → table:parts⟧ og ⟦Bilag A → annex-a⟧. {#mini.intro#scope}
  p 1.2  Frist 24 timer, og Journalen. {#mini.intro#deadline}
section 2   Revisjon {#mini.audit}
  p 2.1  Hvert år. {#mini.audit#1}
  p 2.2  Varsel 14 dager. {#mini.audit#notice}
section 3   Verneting {#mini.venue}
  p 3.1  Oslo tingrett, jf. artikkel 33. {#mini.venue#1}
signatures {#signatures:main}
  For Normsykehuset AS:  / Kari / Direktør / Fullmakt: prokura\nNr. 2
  For Sky AS:  / Ola / Leder / Nr. 2
section Bilag A  break landscape  Vedlegg {#annex-a}
  section A.1   Deler {#mini.parts}
    p keep Delene er disse: {#mini.parts#1}
    table 1 register Deler {#table:parts}
      column name "Navn" 2 left
      column data "Data" 1 right
      row drift
        name: **Fjellrom AS** ¶ Konsern
        data: helseopplysninger
    table 2 facts Fakta {#table:facts}
      column label "" 30 left
      column value "" 70 left
      row
        label: Navn
        value: Journalen
      row
        label: Sted
        value: Oslo tingrett
      row
        label: Parter
        value: Normsykehuset AS
`
	if got := strings.ReplaceAll(doc.Dump(d), "\u00a0", " "); got != want {
		t.Errorf("got:\n%s", got)
	}
}

// TestLawState: the date is the earliest of the clauses and provisions that are
// used, not of those that are not.
func TestLawState(t *testing.T) {
	g := mini(t)
	for venue, want := range map[string]string{"  venue: Oslo tingrett\n": "fact Rettstilstand per: 1. januar 2026", "": "fact Rettstilstand per: 1. mars 2026"} {
		d, _ := tree(t, g, load(t, g, "  venue: Oslo tingrett\n", venue), doc.Bokmal)
		equal(t, venue, lines(d, "fact Rett"), want)
	}
}

func TestConditions(t *testing.T) {
	g := mini(t)
	d, rep := tree(t, g, load(t, g, "  venue: Oslo tingrett\n", ""), doc.Bokmal)
	equal(t, "no venue", lines(d, "section", "row"), "section 1 break Intro nb {#mini.intro}", "section 2 Revisjon {#mini.audit}",
		"section Bilag A break landscape Vedlegg {#annex-a}", "section A.1 Deler {#mini.parts}", "row drift", "row", "row")
	if !rep.Complete() {
		t.Error(problems(rep), opens(rep))
	}
	// The outline's own condition, and a condition that cannot be decided.
	g = mini(t, "  - clause: mini.audit\n", "  - {clause: mini.audit, when: ne .phase \"contract\"}\n",
		"  - clause: mini.venue\n", "  - {clause: mini.venue, when: eq .service.delivery \"public\"}\n")
	d, rep = tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "conditions of the outline", lines(d, "section", "p 2"), "section Åpne punkter {#}", "section 1 break Intro nb {#mini.intro}",
		"section 2 Verneting {#mini.venue}", "p 2.1 ⟨open 1 service.delivery⟩ {#}",
		"section Bilag A break landscape Vedlegg {#annex-a}", "section A.1 Deler {#mini.parts}")
	equal(t, "open", opens(rep), "service.delivery 2")
	// A clause's own condition that cannot be decided.
	fsys := miniClauses()
	fsys["text/mini/venue.yaml"].Data = []byte("id: mini.venue\nchecked: 2026-02-01\nwhen: .service.healthRecordSystem\n" + clauseHead)
	g = miniWith(t, options(fsys))
	d, rep = tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "condition of the clause", lines(d, "p 3"), "p 3.1 ⟨open 1 service.healthRecordSystem⟩ {#}")
	equal(t, "open", opens(rep), "service.healthRecordSystem 3")
	// A condition of an annex that cannot be decided: the annex is there, and the point is listed.
	g = mini(t, "  - annex: annex-a\n", "  - annex: annex-a\n    when: .service.healthRecordSystem\n")
	d, rep = tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "annex", lines(d, "section Bilag"), "section Bilag A break landscape Vedlegg {#annex-a}")
	equal(t, "open", opens(rep), "service.healthRecordSystem")
}

func TestAlternative(t *testing.T) {
	g := mini(t)
	choice := func(id, alternative string) []string {
		d, rep := tree(t, g, load(t, g, "  venue:", "  choices: {"+id+": {alternative: "+alternative+", reason: x}}\n  venue:"), doc.Bokmal)
		return append(lines(d, "p 2"), problems(rep)...)
	}
	equal(t, "short", choice("mini.audit", "short"), "p 2.1 Kort. {#mini.audit#notice}")
	equal(t, "unknown", choice("mini.audit", "shrot"), "p 2.1 Hvert år. {#mini.audit#1}", "p 2.2 Varsel 14 dager. {#mini.audit#notice}",
		"reference-unknown case.yaml “shrot” is not among alternatives: mini.audit")
	equal(t, "no clause", choice("mini.audti", "short"), "p 2.1 Hvert år. {#mini.audit#1}", "p 2.2 Varsel 14 dager. {#mini.audit#notice}",
		"reference-unknown case.yaml “mini.audti” is not among clauses")
}

func TestTables(t *testing.T) {
	g := mini(t)
	none := "subprocessors:\n  - {id: drift, name: Fjellrom AS, sameGroup: true, data: [D1], parent: processor}\n"
	d, rep := tree(t, g, load(t, g, none, ""), doc.Bokmal)
	equal(t, "empty", lines(d, "table", "p Ingen", "p 1.1"),
		"p 1.1 Gjelder Journalen.⟨note: Artikkel 28.⟩ Se ⟦punkt 2.2 → mini.audit#notice⟧, ⟦punkt A.1 → mini.parts⟧ og ⟦Bilag A → annex-a⟧. {#mini.intro#scope}",
		"p Ingen deler. {#}", "table 1 facts Fakta {#table:facts}")
	if !rep.Complete() {
		t.Error("an empty table is a finding", problems(rep), opens(rep))
	}
	d, _ = tree(t, mini(t, "    empty: Ingen deler.\n", ""), load(t, g, none, ""), doc.Bokmal)
	equal(t, "empty without words", lines(d, "table", "p Ingen"), "table 1 facts Fakta {#table:facts}")
	// A list that is needed and missing.
	d, rep = tree(t, mini(t, "    each: .subprocessors\n    id: .id\n", "    each: .service.locations\n    id: .id\n",
		`["**{{ .name }}**", {when: .sameGroup, text: Konsern}]`, `["**{{ .id }}**"]`, ", each: .data, lines: [\"{{ name . }}\"]", ", lines: [\"{{ .country }}\"]"),
		load(t, g), doc.Bokmal)
	equal(t, "open list", lines(d, "table 1", "p ⟨"), "p ⟨open 1 service.locations⟩ {#}", "table 1 facts Fakta {#table:facts}")
	equal(t, "open", opens(rep), "service.locations A.1")
	// A cell with a missing fact, and a fact asked for twice in it.
	d, rep = tree(t, mini(t, `"**{{ .name }}**", {`, `"**{{ .name }}**", "{{ .address.street }}", "{{ .address.city }}", {when: eq .address.country "NO", text: Norge}, {`), load(t, g), doc.Bokmal)
	equal(t, "cell", lines(d, "name:"), "name: **Fjellrom AS** ¶ ⟨open 1 subprocessors[0].address⟩ ¶ Konsern")
	equal(t, "open", opens(rep), "subprocessors[0].address tabell 1")
	// Facts: a condition that cannot be decided, and a missing list.
	d, _ = tree(t, mini(t, "when: any .agreement.venue, lines: [\"{{ .agreement.venue }}\"]", "when: .service.healthRecordSystem, lines: [x]",
		"label: Parter, each: .controllers, lines: [\"{{ .name }}\", \"{{ default \\\"\\\" .dpo.name }}\"]", "label: Steder, each: .service.locations, lines: [\"{{ .id }}\"]"),
		load(t, g), doc.Bokmal)
	equal(t, "facts", lines(d, "value:"), "value: Journalen", "value: ⟨open 1 service.healthRecordSystem⟩",
		"value: ⟨open 2 service.locations⟩")
}

func TestSignatures(t *testing.T) {
	g := mini(t)
	d, _ := tree(t, g, load(t, g, "mode: ink", "mode: electronic"), doc.Bokmal)
	equal(t, "electronic", lines(d, "signatures"), "signatures electronic {#signatures:main}")
	// The way of signing is missing: no electronic signing is promised, and it is listed.
	d, rep := tree(t, g, load(t, g, "    mode: ink\n", ""), doc.Bokmal)
	equal(t, "no mode", lines(d, "signatures"), "signatures {#signatures:main}")
	equal(t, "no mode", opens(rep), "agreement.signing.mode")
	// Nobody signs yet.
	c := load(t, g)
	c.Agreement.Signing = nil
	d, rep = tree(t, g, c, doc.Bokmal)
	equal(t, "nobody", lines(d, "signatures", "For", "p ⟨"), "p ⟨open 1 agreement.signing⟩ {#}")
	equal(t, "nobody", opens(rep), "agreement.signing")
	// A name is missing.
	d, _ = tree(t, g, load(t, g, "name: Ola, ", ""), doc.Bokmal)
	equal(t, "no name", lines(d, "For Sky"), "For Sky AS: / ⟨open 1 agreement.signing.signatories[1].name⟩ / Leder / Nr. 2")
}

// TestExemption: only what a person has confirmed is printed.
func TestExemption(t *testing.T) {
	g := mini(t)
	for openness, want := range map[string]string{
		"{exempt: offl. § 24, confirmedBy: Arkivleder}": "header Avtale · 2026/7 | Unntatt offentlighet, jf. offl. § 24",
		"{exempt: offl. § 24}":                          "header Avtale · 2026/7 |",
		"{exempt: none, confirmedBy: Arkivleder}":       "header Avtale · 2026/7 |",
		"{confirmedBy: Arkivleder}":                     "header Avtale · 2026/7 |",
	} {
		d, _ := tree(t, g, load(t, g, "service:", "openness: {mini: "+openness+"}\nservice:"), doc.Bokmal)
		equal(t, openness, lines(d, "header"), want)
	}
	d, _ := tree(t, g, load(t, g, "service:", "openness: {dpa: {exempt: offl. § 24, confirmedBy: x}}\nservice:"), doc.Bokmal)
	equal(t, "another document", lines(d, "header"), "header Avtale · 2026/7 |")
}
