package clauses_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

const (
	scenarioColumns = "id,group,area,cia,when,answers,title_nb,title_nn,title_en,description_nb,description_nn,description_en,causes_nb,causes_nn,causes_en," +
		"consequences_nb,consequences_nn,consequences_en,vulnerability_nb,vulnerability_nn,vulnerability_en,measures,refs,source,confidence,checked,note\n"
	scenarioTexts = "Avlest,Lesen,Read,Noen leser,Nokon les,Somebody reads,En | to,Ein | to,One | two,Tap,Tap,Loss,Svakt,Veikt,Weak"
	scenarioRows  = scenarioColumns +
		"S-01,A,access,I+C,\"has .service.models \"\"saas\"\"\",acme:A-01+acme:A-02," + scenarioTexts + ",M-02+M-01,iso27001-2022:A.5.19+ccm-4.1:I&S+acme:A-01,Guide 1,high,2026-11-22,\n" +
		"S-02,A,attack,R,,," + scenarioTexts + ",,,Guide 2,low,2026-11-22,a copy\n"
	measureColumns = "id,group,area,type,effect,answers,title_nb,title_nn,title_en,text_nb,text_nn,text_en,refs,source,confidence,checked,note\n"
	measureRows    = measureColumns + "M-01,A,logging,technical,respond+detect,acme:A-02,Logg,Logg,Log,Alt logges,Alt blir logga,All is logged,iso27001-2022:A.8.15,own,high,2026-11-22,\n" +
		"M-02,A,personnel,organisational,deter,,Kurs,Kurs,Course,Alle får kurs,Alle får kurs,All are taught,,own,high,2026-11-22,\n"
	scenarioReasons = "reasons:\n  - when: (has .service.models  \"saas\")\n    text: {nb: er SaaS, nn: er SaaS, en: is SaaS}\n    otherwise: {nb: ikke SaaS, nn: ikkje SaaS, en: no SaaS}\n"
)

// formHead is the head of a catalogue of a form.
func formHead(id, form string) string {
	head := strings.Replace(catalogueHead, "id: acme", "id: "+id+"\nform: "+form, 1)
	return strings.Replace(head, "documents: [dpa, dpia]\n", "", 1)
}

func risks() fstest.MapFS {
	fsys := acme()
	for name, text := range map[string]string{
		"risks.yaml": formHead("risks", "scenarios") + scenarioReasons, "risks.csv": scenarioRows,
		"measures.yaml": formHead("measures", "measures"), "measures.csv": measureRows,
	} {
		fsys["catalogues/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestScenarios(t *testing.T) {
	l := load(t, risks(), clauses.Options{})
	if p := l.CheckCatalogues(); len(p) > 0 {
		t.Fatalf("problems:\n%s", messages(p))
	}
	c, _ := l.Catalogue("risks")
	if c.Form != clauses.Scenarios || c.Len() != 2 || len(c.Rows) > 0 {
		t.Fatalf("got %+v", c)
	}
	all := l.Scenarios()
	s, ok := l.Scenario("S-01")
	if named, _ := l.Scenario("risks:S-01"); !ok || named != s || len(all) != 2 || all[0] != s {
		t.Fatalf("got %+v", all)
	}
	for _, ok := range []bool{
		s.Name(doc.Nynorsk) == "Lesen", s.Area == "access", s.Catalogue == "risks", s.Pos.Line == 2,
		slices.Equal(s.CIA, []string{"confidentiality", "integrity"}), // in the order of the case
		slices.Equal(s.Causes[doc.English], []string{"One", "two"}), slices.Equal(s.Consequences[doc.Bokmal], []string{"Tap"}),
		slices.Equal(s.Answers, []string{"acme:A-01", "acme:A-02"}), slices.Equal(s.Measures, []string{"M-02", "M-01"}), len(s.Refs) == 3,
		s.When.Source == `has .service.models "saas"`, s.Condition().Holds[doc.English] == "is SaaS", s.Condition().Otherwise[doc.Nynorsk] == "ikkje SaaS",
	} {
		if !ok {
			t.Fatalf("got %+v", s)
		}
	}
	if always := all[1]; always.When != nil || always.Condition() != nil || always.Answers != nil || always.Note != "a copy" {
		t.Errorf("got %+v", always)
	}
	// What is no demand is in no list of demands.
	if _, ok := l.Demand("risks:S-01"); ok || len(l.Demands("dpa")) != 1 {
		t.Errorf("a scenario among the demands: %v", l.Demands("dpa"))
	}
	scenarios, measures := l.Answering("acme:A-02")
	if len(scenarios) != 1 || scenarios[0] != s || len(measures) != 1 || measures[0].ID != "M-01" {
		t.Errorf("got %v %v", scenarios, measures)
	}
}

func TestMeasures(t *testing.T) {
	l := load(t, risks(), clauses.Options{})
	m, ok := l.Measure("M-01")
	if !ok || len(l.Measures()) != 2 || m.Words(doc.Nynorsk) != "Alt blir logga" || m.Type != "technical" || !slices.Equal(m.Effect, []string{"detect", "respond"}) {
		t.Errorf("got %+v", m)
	}
	if against := l.Against("M-01"); len(against) != 1 || against[0].ID != "S-01" {
		t.Errorf("got %v", against)
	}
	if _, ok := l.Measure("S-01"); ok {
		t.Error("a scenario among the measures")
	}
}

// TestScenarioOverlay: a house library adds scenarios and replaces a list of them.
func TestScenarioOverlay(t *testing.T) {
	one := func(id string) []byte {
		return []byte(scenarioColumns + id + ",A,access,C,,," + scenarioTexts + ",M-01,,own,high,2026-11-22,\n")
	}
	house := fstest.MapFS{
		"catalogues/risks.csv":  {Data: one("S-09")},
		"catalogues/ours.yaml":  {Data: []byte(formHead("ours", "scenarios"))},
		"catalogues/ours.csv":   {Data: one("O-01")},
		"catalogues/aside.yaml": {Data: []byte(formHead("aside", "scenarios"))},
		"catalogues/aside.csv":  {Data: one("S-09")}, // taken
	}
	l := load(t, risks(), clauses.Options{Overlay: house})
	if got := messages(l.CheckCatalogues()); got != "catalogues/risks.csv:2:1: catalogue-twice: “S-09” stands on line 2 of catalogues/aside.csv too\n" {
		t.Errorf("problems:\n%s", got)
	}
	var ids []string
	for _, s := range l.Scenarios() {
		ids = append(ids, s.Catalogue+":"+s.ID)
	}
	if !slices.Equal(ids, []string{"aside:S-09", "ours:O-01"}) {
		t.Errorf("got %v", ids)
	}
}

// TestConditionParts: a condition of several has those that there are words for.
func TestConditionParts(t *testing.T) {
	fsys := risks()
	when := `or (has .service.models "saas") (and (any .subprocessors) (not (has .service.models "saas")))`
	fsys["catalogues/risks.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(scenarioRows, `has .service.models ""saas""`, strings.ReplaceAll(when, `"`, `""`), 1))}
	l := load(t, fsys, clauses.Options{})
	if p := l.CheckCatalogues(); len(p) > 0 {
		t.Fatalf("problems:\n%s", messages(p))
	}
	s, _ := l.Scenario("S-01")
	c := s.Condition()
	if c.Op != "or" || len(c.Parts) != 2 || c.Holds != nil || c.Parts[0].Holds[doc.Bokmal] != "er SaaS" {
		t.Fatalf("got %+v", c)
	}
	both := c.Parts[1]
	if both.Op != "and" || len(both.Parts) != 2 || both.Parts[0].Expr.Source != "any .subprocessors" || both.Parts[1].Op != "not" || both.Parts[1].Parts[0].Holds[doc.Bokmal] != "er SaaS" {
		t.Errorf("got %+v", both)
	}
}
