package generator_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

const riskHead = `id: risks
form: scenarios
title: {nb: Liste, nn: Liste, en: List}
publisher: Acme
source: https://example.com
edition: "1"
checked: 2026-11-22
licence: CC-BY-4.0
groups:
  - {id: A, title: {nb: Gruppe, nn: Gruppe, en: Group}}
reasons:
  - when: has .service.models "saas"
    text: {nb: tjenesten er SaaS, nn: tenesta er SaaS, en: the service is SaaS}
    otherwise: {nb: tjenesten er ikke SaaS, nn: tenesta er ikkje SaaS, en: the service is not SaaS}
  - when: any .subprocessors
    text: {nb: det er underdatabehandlere, nn: det er underdatabehandlarar, en: there are sub-processors}
    otherwise: {nb: det er ingen underdatabehandlere, nn: det er ingen underdatabehandlarar, en: there are no sub-processors}
`

// riskRows are scenarios with the conditions, S-01 and on.
func riskRows(conditions ...string) string {
	var b strings.Builder
	b.WriteString("id,group,area,cia,when,answers,title_nb,title_nn,title_en,description_nb,description_nn,description_en,causes_nb,causes_nn,causes_en," +
		"consequences_nb,consequences_nn,consequences_en,vulnerability_nb,vulnerability_nn,vulnerability_en,measures,refs,source,confidence,checked,note\n")
	for i, when := range conditions {
		no := string(rune('1' + i))
		b.WriteString("S-0" + no + `,A,access,C+A,"` + strings.ReplaceAll(when, `"`, `""`) + `",acme:A-0` + no + ",Lest " + no + ",Lesen " + no + ",Read " + no +
			",Noen: leser,Nokon: les,Somebody: reads,En | to,Ein | to,One | two,Tap,Tap,Loss,Svakt # sted,Veik stad,Weak place,,,own,high,2026-11-22,\n")
	}
	return b.String()
}

// demandRows are the demands that the scenarios answer.
const (
	demandHead = `id: acme
title: {nb: Krav, nn: Krav, en: Demands}
publisher: Acme
source: https://example.com
edition: "1"
checked: 2026-11-22
licence: CC-BY-4.0
documents: [mini]
groups:
  - {id: A, title: {nb: Gruppe, nn: Gruppe, en: Group}}
`
	demandColumns = "id,group,kind,document,addressee,phase,text_nb,text_nn,text_en,source,confidence,checked,note\n"
)

func risksOf(t *testing.T, conditions ...string) *generator.Generator {
	t.Helper()
	rows := demandColumns
	for i := range conditions {
		rows += "A-0" + string(rune('1'+i)) + ",A,guidance,none,controller,,,,Text,Act 1,high,2026-11-22,\n"
	}
	house := fstest.MapFS{
		"clauses/catalogues/risks.yaml": {Data: []byte(riskHead)}, "clauses/catalogues/risks.csv": {Data: []byte(riskRows(conditions...))},
		"clauses/catalogues/acme.yaml": {Data: []byte(demandHead)}, "clauses/catalogues/acme.csv": {Data: []byte(rows)},
	}
	g := miniWith(t, generator.Options{Languages: doc.Languages(), Overlay: house})
	if p := g.Library().CheckCatalogues(); len(p) > 0 {
		t.Fatalf("%v", p)
	}
	return g
}

func suggested(t *testing.T, g *generator.Generator, text string) (*model.Case, []generator.Suggestion) {
	t.Helper()
	c, problems := g.Load("case.yaml", strings.NewReader(text))
	if len(problems) > 0 {
		t.Fatalf("%v", problems)
	}
	s, err := g.SuggestRisks(c)
	if err != nil {
		t.Fatal(err)
	}
	return c, s
}

// TestSuggestFits: a condition is decided by the facts of the case, and where one is
// missing, only if another decides.
func TestSuggestFits(t *testing.T) {
	const saas, sub, public = `has .service.models "saas"`, `any .subprocessors`, `eq .service.delivery "public"`
	for _, c := range []struct {
		when, service, sub, want, reason string
	}{
		{"", "{}", "", "fits", "gjelder alle tjenester"},
		{saas, "{models: [saas]}", "", "fits", "tjenesten er SaaS"},
		{saas, "{models: [iaas]}", "", "unfit", "tjenesten er ikke SaaS"},
		{saas, "{}", "", "undecided service.models", "mangler i saken: Tjenestemodell (service.models)"},
		{"not (" + saas + ")", "{models: [iaas]}", "", "fits", "tjenesten er ikke SaaS"},
		{"not (" + saas + ")", "{}", "", "undecided service.models", ""},
		{"or (" + saas + ") (" + sub + ")", "{}", "{id: a, name: A, parent: processor}", "fits", "det er underdatabehandlere"},
		{"or (" + saas + ") (" + sub + ")", "{}", "", "undecided service.models", ""},
		{"or (" + saas + ") (" + sub + ")", "{models: [iaas]}", "", "unfit", "tjenesten er ikke SaaS; det er ingen underdatabehandlere"},
		{"and (" + saas + ") (" + sub + ")", "{}", "", "unfit", "det er ingen underdatabehandlere"},
		{"and (" + saas + ") (" + sub + ")", "{models: [saas, paas]}", "{id: a, name: A, parent: processor}", "fits", "tjenesten er SaaS; det er underdatabehandlere"},
		{public, "{delivery: public}", "", "fits", "betingelsen eq .service.delivery \"public\" er oppfylt"},
		{public, "{delivery: private}", "", "unfit", "betingelsen eq .service.delivery \"public\" er ikke oppfylt"},
	} {
		text := "samsvar: 1\nlanguage: nb\nservice: " + c.service + "\nsubprocessors: [" + c.sub + "]\n"
		_, all := suggested(t, risksOf(t, c.when), text)
		got := strings.TrimSpace(string(all[0].Fit) + " " + all[0].Missing)
		if len(all) != 1 || got != c.want {
			t.Errorf("%s, %s: %s", c.when, c.service, got)
		}
		if reason := all[0].Reasons[doc.Bokmal]; c.reason != "" && !strings.EqualFold(reason, c.reason) {
			t.Errorf("%s, %s: %q", c.when, c.service, reason)
		}
		for _, l := range doc.Languages() {
			if all[0].Reasons[l] == "" || l != doc.Bokmal && all[0].Reasons[l] == all[0].Reasons[doc.Bokmal] {
				t.Errorf("%s: %s: %q", c.when, l, all[0].Reasons[l])
			}
		}
	}
}

const riskCase = `samsvar: 1
language: nn
id: "1"
title: Journal # ein kommentar
risk:
  # dei viktigaste først
  scenarios:
    - {id: R-07, from: S-02, title: Vår, description: Eiga}
    - id: lokal
      from: "risks:S-03"   # med katalogen
      title: Ho òg
      description: Eiga
  areas:
    A-04: Dette er ikkje aktuelt.
service: {models: [saas]}
`

// TestSuggestAnswered: what the case has, or says is not relevant, is not wanted.
func TestSuggestAnswered(t *testing.T) {
	g := risksOf(t, "", "", "", "", "any .subprocessors")
	c, all := suggested(t, g, riskCase)
	var got []string
	for _, s := range all {
		line := s.Scenario.ID + " " + strings.Join(s.AnsweredBy, "+") + " " + s.SetAside
		if s.Wanted() {
			line += "wanted: " + s.Title
		}
		got = append(got, strings.TrimSpace(line))
	}
	if want := "S-01  wanted: Lesen 1|S-02 R-07|S-03 lokal|S-04  Dette er ikkje aktuelt.|S-05"; strings.Join(got, "|") != want {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
	edits := g.SuggestEdits(c, all)
	if len(edits) != 1 || edits[0].Op != model.OpAppend {
		t.Fatalf("got %+v", edits)
	}
	text, err := c.Source().Patch(edits)
	if err != nil {
		t.Fatal(err)
	}
	const added = `    - id: R-08
      from: S-01
      title: Lesen 1
      description: "Nokon: les"
      area: access
      cia:
        - confidentiality
        - availability
      causes:
        - Ein
        - to
      vulnerability: Veik stad
`
	if want := strings.Replace(riskCase, "  areas:", added+"  areas:", 1); string(text) != want {
		t.Errorf("got\n%s", text)
	}
}

// TestSuggestTwice: once the proposals are written, there is nothing to add, whatever
// the risk part looked like; and the case is as valid as it was.
func TestSuggestTwice(t *testing.T) {
	g := risksOf(t, "", "any .subprocessors", `has .service.models "saas"`)
	for _, risk := range []string{
		"", "risk:\n", "risk: {}\n", "risk: {scenarios: []}\n", "risk:\n  scenarios: []  # ingen ennå\n", "risk:\n  scenarios:\n  reviewBy: \"2027-01-01\"\n",
		"risk:\n  scenarios:\n  - {id: R-1, title: Egen}\n", "risk: {scenarios: [{id: r-99, title: Egen}]}\n",
	} {
		text := "samsvar: 1\n# først\nlanguage: nb\n" + risk + "service: {models: [saas]} # sist\n"
		c, all := suggested(t, g, text)
		patched, err := c.Source().Patch(g.SuggestEdits(c, all))
		if err != nil {
			t.Errorf("%s: %v", risk, err)
			continue
		}
		again, rest := suggested(t, g, string(patched))
		if edits := g.SuggestEdits(again, rest); len(edits) > 0 {
			t.Errorf("%s: still %d edits for\n%s", risk, len(edits), patched)
		}
		own := 0
		if c.Risk != nil {
			own = len(c.Risk.Scenarios)
		}
		if len(again.Risk.Scenarios) != own+2 || !strings.Contains(string(patched), "# først") || !strings.Contains(string(patched), "# sist") {
			t.Errorf("%s: got\n%s", risk, patched)
		}
		if s := again.Risk.Scenarios[own]; s.Likelihood != nil || s.Consequence != nil || s.Owner != "" || s.Rationale != "" {
			t.Errorf("%s: assessed: %+v", risk, s)
		}
	}
}

func TestSuggestNumbers(t *testing.T) {
	g := risksOf(t, "")
	for id, want := range map[string]string{"R-1": "R-02", "r-09": "R-10", "R-99": "R-100", "S-50": "R-01", "R-999999999": "R-1000000000", "R-12345678901": "R-01"} {
		c, all := suggested(t, g, "samsvar: 1\nrisk: {scenarios: [{id: "+id+"}]}\n")
		got := g.SuggestEdits(c, all)[0].Value.(model.RiskScenario)
		if got.ID != want {
			t.Errorf("%s: %s", id, got.ID)
		}
	}
}

func TestSuggestInvalid(t *testing.T) {
	g := risksOf(t, "")
	c, _ := g.Load("case.yaml", strings.NewReader("samsvar: 1\nservice: {delivery: cloudy}\n"))
	_, err := g.SuggestRisks(c)
	var refused *generator.RefusedError
	if !errors.As(err, &refused) || refused.Reason != generator.Invalid {
		t.Errorf("got %v", err)
	}
}
