package clauses_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

const (
	catalogueHead = `id: acme
title: {nb: Krav, nn: Krav på nynorsk, en: Demands}
publisher: Acme
source: https://example.com
edition: "1"
checked: 2026-11-22
licence: CC-BY-4.0
documents: [dpa, dpia]
groups:
  - {id: A, title: {nb: Gruppe, nn: Gruppe, en: Group}}
`
	catalogueColumns = "id,group,kind,document,addressee,phase,text_nb,text_nn,text_en,source,confidence,checked,note\n"
	catalogueRows    = catalogueColumns + `A-01,A,demand,dpa+dpia,both,contract,"Tekst, på bokmål",,Text,Act 1,high,2026-11-22,
A-02,A,guidance,none,controller,,,,Text in English,Act 2,low,2026-11-22,not found
`
)

func acme() fstest.MapFS {
	return files("text/dpa/x.yaml", header+"covers: {\"acme:A-01\": [first]}", "text/dpa/x.nb.md", "# T\n\nEn. {#first}",
		"catalogues/acme.yaml", catalogueHead, "catalogues/acme.csv", catalogueRows)
}

func TestCatalogue(t *testing.T) {
	l := load(t, acme(), clauses.Options{})
	if p := l.CheckCatalogues(); len(p) > 0 {
		t.Fatalf("problems:\n%s", messages(p))
	}
	c, ok := l.Catalogue("acme")
	if !ok || c.Name(doc.Nynorsk) != "Krav på nynorsk" || c.GroupName("A", doc.English) != "Group" || len(c.Rows) != 2 {
		t.Fatalf("got %+v", c)
	}
	d, ok := l.Demand("acme:A-01")
	if !ok || !d.Concerns("dpia") || !d.Confirmed() || d.Phase != "contract" || d.Pos != (report.Pos{File: "catalogues/acme.csv", Line: 2}) {
		t.Fatalf("got %+v", d)
	}
	// Nynorsk falls back on bokmål, and what has no Norwegian words on English.
	if got := d.Words(doc.Nynorsk); got != "Tekst, på bokmål" {
		t.Errorf("got %q", got)
	}
	other, _ := l.Demand("acme:A-02")
	if other.Words(doc.Nynorsk) != "Text in English" || other.Confirmed() || len(other.Documents) > 0 {
		t.Errorf("got %+v", other)
	}
	if got := l.Demands("dpia"); len(got) != 1 || got[0] != d {
		t.Errorf("got %v", got)
	}
	if got := l.Covering("acme:A-01"); len(got) != 1 || got[0].ID != "dpa.x" {
		t.Errorf("got %v", got)
	}
	if _, ok := l.Demand("A-01"); ok {
		t.Error("a demand without its catalogue")
	}
}

// TestCatalogueOverlay: a house library replaces the table of a catalogue, and
// adds one.
func TestCatalogueOverlay(t *testing.T) {
	house := fstest.MapFS{
		"catalogues/acme.csv":   {Data: []byte(catalogueColumns + "A-01,A,demand,dpa,both,,,,New,Act 3,high,2026-11-22,\n")},
		"catalogues/house.yaml": {Data: []byte(strings.Replace(catalogueHead, "acme", "house", 1))},
		"catalogues/house.csv":  {Data: []byte(catalogueRows)},
	}
	l := load(t, acme(), clauses.Options{Overlay: house})
	if p := l.CheckCatalogues(); len(p) > 0 {
		t.Fatalf("problems:\n%s", messages(p))
	}
	c, _ := l.Catalogue("acme")
	if len(c.Rows) != 1 || c.Rows[0].Words(doc.Bokmal) != "New" || !c.Overridden {
		t.Errorf("got %+v", c)
	}
	if _, ok := l.Demand("house:A-02"); !ok {
		t.Error("the catalogue of the house library is missing")
	}
	if got := l.Overridden(); !slices.Equal(got, []string{"catalogues/acme.csv"}) {
		t.Errorf("got %v", got)
	}
}

// TestCatalogueLater: a table that is wrong stops nobody who does not need it, and
// its sound rows are there.
func TestCatalogueLater(t *testing.T) {
	fsys := acme()
	fsys["catalogues/acme.csv"] = &fstest.MapFile{Data: []byte(catalogueRows + "A-03\n")}
	l := load(t, fsys, clauses.Options{})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if _, ok := l.Demand("acme:A-02"); !ok {
				t.Error("no A-02")
			}
		})
	}
	wait.Wait()
	if p := l.CheckCatalogues(); len(p) != 1 || p[0].Rule != "catalogue-fields" {
		t.Errorf("problems:\n%s", messages(p))
	}
}

// TestEmbeddedCatalogues: what comes with the program is sound; what a data
// processing agreement must meet has its words in all languages, what is not
// confirmed says why, and the demands of rules exist.
func TestEmbeddedCatalogues(t *testing.T) {
	l, problems := clauses.Load(clauses.Embedded(), clauses.Options{Languages: doc.Languages()})
	if problems = append(problems, l.CheckCatalogues()...); len(problems) > 0 {
		t.Fatalf("problems:\n%s", messages(problems))
	}
	for id, rows := range map[string]int{"gdpr": 235, "normen-sky": 481, "ie-1012": 219} {
		c, ok := l.Catalogue(id)
		if !ok || len(c.Rows) != rows {
			t.Fatalf("%s: not %d rows", id, rows)
		}
		for i := range c.Rows {
			checkDemand(t, &c.Rows[i])
		}
	}
	for _, r := range report.Rules() {
		if _, ok := l.Demand(r.Demand); r.Demand != "" && !ok {
			t.Errorf("rule %s: there is no demand %s", r.ID, r.Demand)
		}
	}
	if n := len(l.Measures()); n < 70 {
		t.Errorf("only %d measures", n)
	}
	answered(t, l, "ie-1012", "A5-MIT")
}

// answered checks that each demand of the groups has a scenario or a measure.
func answered(t *testing.T, l *clauses.Library, catalogue string, groups ...string) {
	t.Helper()
	c, _ := l.Catalogue(catalogue)
	count := map[string]int{}
	for _, d := range c.Rows {
		if !slices.Contains(groups, d.Group) {
			continue
		}
		count[d.Group]++
		if scenarios, measures := l.Answering(d.ID); len(scenarios)+len(measures) == 0 {
			t.Errorf("%s is answered by nothing", d.ID)
		}
	}
	for _, g := range groups {
		if count[g] == 0 {
			t.Errorf("%s has no group %s", catalogue, g)
		}
	}
}

func checkDemand(t *testing.T, d *clauses.Demand) {
	t.Helper()
	if !d.Confirmed() && d.Note == "" {
		t.Errorf("%s is not confirmed and does not say why", d.ID)
	}
	if !d.Concerns("dpa") {
		return
	}
	for _, lang := range doc.Languages() {
		if d.Text[lang] == "" {
			t.Errorf("%s has no text in %s", d.ID, lang)
		}
	}
}
