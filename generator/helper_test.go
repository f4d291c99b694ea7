package generator_test

import (
	"errors"
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

// A miniature library: one document type with four clauses.

const clauseHead = "version: \"1\"\nlicence: CC-BY-4.0\nsource: samsvar\n"

// short describes the two texts of mini.audit.
const short = "notes: {nb: \"Merk\\nTo\", nn: \"Merk\\nTo\", en: \"Mind\\nTwo\"}\n" +
	"default: {favours: controller, title: {nb: Lang, nn: Lang, en: Long}, rationale: {nb: Best, nn: Best, en: Best}}\n" +
	"alternatives: [{id: short, rank: fallback, favours: balanced, title: {nb: Kort, nn: Kort, en: Short}, rationale: {nb: Enkelt, nn: Enkelt, en: Simple}, covers: {}}]"

func miniClauses() fstest.MapFS {
	fsys := fstest.MapFS{}
	put := func(name, text string) { fsys[name] = &fstest.MapFile{Data: []byte(text)} }
	put("terms.yaml", "- {id: controller, default: a, variants: {a: {nb: {form: dataansvarlig}, nn: {form: dataansvarleg}, en: {form: the controller}}}}\n")
	put("law.yaml", `- {id: gdpr-28, nb: artikkel 28, nn: artikkel 28, en: Article 28, source: "https://eur-lex.europa.eu", checked: 2026-03-01}
- {id: gdpr-33, nb: artikkel 33, nn: artikkel 33, en: Article 33, source: "https://eur-lex.europa.eu", checked: 2026-01-01}
`)
	put("text/mini/intro.yaml", "id: mini.intro\nchecked: 2026-05-01\n"+clauseHead)
	put("text/mini/audit.yaml", "id: mini.audit\nchecked: 2026-04-01\n"+clauseHead+short+"\n")
	put("text/mini/venue.yaml", "id: mini.venue\nchecked: 2026-02-01\nwhen: any .agreement.venue\n"+clauseHead)
	put("text/mini/parts.yaml", "id: mini.parts\nchecked: 2026-05-01\n"+clauseHead)
	for _, l := range []string{"nb", "nn", "en"} {
		put("text/mini/intro."+l+".md", "# Intro "+l+"\n\nGjelder {{ .service.name }}.{{ note \"gdpr-28\" }} Se [[mini.audit#notice]], [[table:parts]] og [[annex-a]]. {#scope}\n\nFrist {{ hours .agreement.breachNoticeHours }}, og {{ .service.name }}. {#deadline}\n")
		put("text/mini/audit."+l+".md", "# Revisjon\n\nHvert år.\n\n::: when any .agreement.audit\nVarsel {{ days .agreement.audit.noticeDays }}. {#notice}\n:::\n")
		put("text/mini/audit@short."+l+".md", "# Revisjon\n\nKort. {#notice}\n")
		put("text/mini/venue."+l+".md", "# Verneting\n\n{{ .agreement.venue }}, jf. {{ law \"gdpr-33\" }}.\n")
		put("text/mini/parts."+l+".md", "# Deler\n\nDelene er disse:\n")
	}
	return fsys
}

const miniTemplate = `id: mini
title: {nb: Avtale, nn: Avtale, en: Agreement}
form: document
audience: signatory
phase: contract
subject: "{{ .service.name }}"
cover:
  title: Avtale
  parties: [{each: .controllers, role: Part, name: "{{ .name }}", lines: ["{{ .orgNumber }}"]}]
  facts: [{label: Sak, lines: ["{{ .id }}"]}]
outline:
  - openPoints: true
  - toc: 1
  - clause: mini.intro
  - clause: mini.audit
  - clause: mini.venue
  - signatures: main
  - annex: annex-a
    title: Vedlegg
    landscape: true
    outline: [{clause: mini.parts, tables: [parts, facts]}]
signatures:
  main:
    each: .agreement.signing.signatories
    electronic: eq .agreement.signing.mode "electronic"
    role: For {{ name .party }}
    name: "{{ .name }}"
    title: "{{ .title }}"
    remark: [{when: any .authority, text: "Fullmakt: {{ .authority }}"}, "Nr. 2"]
tables:
  parts:
    caption: Deler
    each: .subprocessors
    id: .id
    empty: Ingen deler.
    columns:
      - {key: name, title: Navn, weight: 2, lines: ["**{{ .name }}**", {when: .sameGroup, text: Konsern}]}
      - {key: data, title: Data, align: right, each: .data, lines: ["{{ name . }}"]}
  facts:
    kind: facts
    caption: Fakta
    rows:
      - {label: Navn, lines: ["{{ .service.name }}"]}
      - {label: Sted, when: any .agreement.venue, lines: ["{{ .agreement.venue }}"]}
      - {label: Parter, each: .controllers, lines: ["{{ .name }}", "{{ default \"\" .dpo.name }}"]}
`

const miniCase = `samsvar: 1
language: nb
id: "2026/7"
title: Journal
date: "2026-11-22"
phase: contract
version: {no: "1.0"}
controllers: [{id: sykehuset, name: Normsykehuset AS, orgNumber: "310274585"}]
service: {name: Journalen}
processing:
  personalData: [{id: D1, type: healthInformation}]
subprocessors:
  - {id: drift, name: Fjellrom AS, sameGroup: true, data: [D1], parent: processor}
agreement:
  breachNoticeHours: 24
  audit: {noticeDays: 14}
  venue: Oslo tingrett
  signing:
    mode: ink
    signatories:
      - {party: sykehuset, name: Kari, title: Direktør, authority: prokura}
      - {party: processor, name: Ola, title: Leder}
processor: {name: Sky AS}
dpia: {need: {outcome: required, "date": "2026-11-01"}}
`

// change replaces pairs of texts; each must be there once.
func change(t testing.TB, s string, pairs ...string) string {
	t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.Count(s, pairs[i]) != 1 {
			t.Fatalf("%q stands %d times in the text", pairs[i], strings.Count(s, pairs[i]))
		}
		s = strings.Replace(s, pairs[i], pairs[i+1], 1)
	}
	return s
}

// mini makes the generator of the miniature library, with its template changed.
func mini(t testing.TB, pairs ...string) *generator.Generator {
	t.Helper()
	return miniWith(t, generator.Options{}, pairs...)
}

func miniWith(t testing.TB, o generator.Options, pairs ...string) *generator.Generator {
	t.Helper()
	if o.Clauses == nil {
		o.Clauses = miniClauses()
	}
	o.Templates = fstest.MapFS{"mini/template.yaml": {Data: []byte(change(t, miniTemplate, pairs...))}}
	g, err := generator.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// load loads the miniature case, changed.
func load(t testing.TB, g *generator.Generator, pairs ...string) *model.Case {
	t.Helper()
	c, problems := g.Load("case.yaml", strings.NewReader(change(t, miniCase, pairs...)))
	for _, p := range problems {
		if p.Severity() == report.Error {
			t.Fatalf("%d: %s: %s", p.Pos.Line, p.Path, p.Message("en"))
		}
	}
	return c
}

// tree makes the one document in a language.
func tree(t testing.TB, g *generator.Generator, c *model.Case, l doc.Language) (*doc.Document, *report.Report) {
	t.Helper()
	d, rep, err := g.Tree(c, "mini", l)
	if err != nil {
		t.Fatal(err)
	}
	return d, rep
}

// The label of a fact is tested with the schema.
var openLabel = regexp.MustCompile(`⟨open (\d+ [^: ]+): [^⟩]*⟩`)

// lines of a dump that begin with one of the words, without indentation, with
// single blanks and without the labels of open points.
func lines(d *doc.Document, words ...string) (out []string) {
	for _, l := range strings.Split(strings.ReplaceAll(doc.Dump(d), "\u00a0", " "), "\n") {
		l = openLabel.ReplaceAllString(strings.Join(strings.Fields(l), " "), "⟨open $1⟩")
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(l, w) }) {
			out = append(out, l)
		}
	}
	return out
}

func equal(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// problems of a report: rule, place and message.
func problems(r *report.Report) (out []string) {
	for _, p := range r.Problems {
		out = append(out, p.Rule+" "+p.Pos.File+" "+p.Message("en"))
	}
	return out
}

// opens of a report: number, path and place.
func opens(r *report.Report) (out []string) {
	for _, o := range r.Open {
		out = append(out, strings.TrimSpace(o.Path+" "+o.Place+map[bool]string{true: " reserved"}[o.Reserved]))
	}
	return out
}

func refused(t testing.TB, err error, reason generator.Reason, detail string) *generator.RefusedError {
	t.Helper()
	var r *generator.RefusedError
	if !errors.As(err, &r) || r.Reason != reason || r.Detail != detail {
		t.Errorf("%v, want %s %s", err, reason, detail)
		return &generator.RefusedError{}
	}
	return r
}

func options(clauses fstest.MapFS) generator.Options { return generator.Options{Clauses: clauses} }
