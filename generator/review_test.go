package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// The library that comes with the program, on the examples.

func whole(t testing.TB, o generator.Options) *generator.Generator {
	t.Helper()
	o.Languages = doc.Languages()
	g, err := generator.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func exampleCase(t testing.TB, g *generator.Generator, name string) *model.Case {
	t.Helper()
	text, err := os.ReadFile("../examples/" + name + "/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("case.yaml", bytes.NewReader(text))
	if c == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// reviewed are the problems of the agreement in a language.
func reviewed(t testing.TB, g *generator.Generator, c *model.Case, l doc.Language) []report.Problem {
	t.Helper()
	_, rep, err := g.Tree(c, "dpa", l)
	if err != nil {
		t.Fatal(err)
	}
	return rep.Problems
}

// TestExamplesAreSound: no rule has anything to say about the examples, in any
// language.
func TestExamplesAreSound(t *testing.T) {
	g := whole(t, generator.Options{})
	names, err := filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		name = filepath.Base(filepath.Dir(name))
		c := exampleCase(t, g, name)
		for _, l := range doc.Languages() {
			for _, p := range reviewed(t, g, c, l) {
				t.Errorf("%s in %s: %s:%d %s: %s: %s", name, l, p.Pos.File, p.Pos.Line, p.Path, p.Rule, p.Message("en"))
			}
		}
	}
}

// odd sets every number that texts are compared with to one that stands nowhere in
// the library, so that a text of the library which spoke of a fact without taking
// its number from it would be found.
func odd(c *model.Case) {
	a := c.Agreement
	a.BreachNoticeHours, a.NoticeDays, a.ObjectionDays, a.RequestForwardDays = new(17), new(23), new(19), new(8)
	a.Audit.NoticeDays, a.Termination.Days = new(41), new(53)
	a.Restore.RTOHours, a.Restore.RPOHours = new(13), new(5)
	if c.Processor.Ownership == nil {
		c.Processor.Ownership = &model.Ownership{}
	}
	c.Processor.Ownership.ChangeNoticeDays = new(77)
}

// TestLibraryContradictsNoFact: the library's own numbers are about other things
// than the facts of the case, in every language and variant.
func TestLibraryContradictsNoFact(t *testing.T) {
	g := whole(t, generator.Options{})
	variants := map[string]func(*model.Case){
		"":         func(*model.Case) {},
		"specific": func(c *model.Case) { c.Agreement.Authorisation = "specific" },
		"general":  func(c *model.Case) { c.Agreement.Authorisation = "general" },
		"delete":   func(c *model.Case) { c.Agreement.Termination.Choice = "delete" },
		"return":   func(c *model.Case) { c.Agreement.Termination.Choice = "return" },
		"costs":    func(c *model.Case) { c.Agreement.Costs.Assistance, c.Agreement.Costs.Audit = "included", "processor" },
		"annexes":  func(c *model.Case) { c.Agreement.Form = "annexes-only" },
		"no kpis":  func(c *model.Case) { c.Agreement.KPIs = nil },
		"no transfers and sub-processors": func(c *model.Case) {
			c.Transfers, c.Subprocessors = nil, nil
		},
		"models": func(c *model.Case) { c.Service.Models = []string{"saas", "paas", "iaas", "on-premises"} },
		"level": func(c *model.Case) {
			c.Agreement.Level, c.Intermediary = "processor-subprocessor", &model.Intermediary{Party: c.Controllers[0].Party}
			c.Intermediary.ID = "mellomledd"
		},
	}
	for _, name := range []string{"kommune-avstandsoppfolging", "normsykehuset"} {
		for variant, change := range variants {
			c := exampleCase(t, g, name)
			odd(c)
			change(c)
			for _, l := range doc.Languages() {
				for _, p := range reviewed(t, g, c, l) {
					if p.Rule == "number-contradicts" && p.Path == "" || strings.HasPrefix(p.Rule, "term-undefined") {
						t.Errorf("%s %s in %s: %s:%d: %s", name, variant, l, p.Pos.File, p.Pos.Line, p.Message("en"))
					}
				}
			}
		}
	}
}

// TestLibraryTypesNoReference: our own texts have live references only. All of them
// are put into a house library, whose texts are read for typed ones.
func TestLibraryTypesNoReference(t *testing.T) {
	g := whole(t, generator.Options{Overlay: houseOf(t, nil)})
	if len(g.Library().Overridden()) < 100 {
		t.Fatal("the house library is not the whole one")
	}
	for _, name := range []string{"kommune-avstandsoppfolging", "normsykehuset"} {
		for _, l := range doc.Languages() {
			for _, p := range reviewed(t, g, exampleCase(t, g, name), l) {
				t.Errorf("%s in %s: %s:%d: %s: %s", name, l, p.Pos.File, p.Pos.Line, p.Rule, p.Message("en"))
			}
		}
	}
}

// TestReviewTells: what the review finds in texts of the case, with where and how.
func TestReviewTells(t *testing.T) {
	g := whole(t, generator.Options{})
	const specific = "agreement.instructions.specific[0]"
	contradicts := func(text, path, value string) string {
		return "number-contradicts " + specific + ": “" + text + "” does not agree with " + path + ", which is " + value
	}
	breach := func(text string) string { return contradicts(text, "agreement.breachNoticeHours", "24") }
	for _, c := range []struct {
		text string
		want string // nothing, or rule path: message
	}{
		// numbers; the case says 24 hours, 45 and 30 days for sub-processors, 2 days to forward, 21 for audits, 30 at the end
		{"Brudd varsles innen 24 timer.", ""},
		{"Brudd varsles innen ett døgn.", ""},
		{"Brudd varsles innen 48 timer.", breach("48 timer")},
		{"Brudd varsles innen 48\u00a0timer.", breach("48\u00a0timer")},
		{"Brudd varsles innen førtiåtte timer.", breach("førtiåtte timer")},
		{"Brudd varsles innen 48 (førtiåtte) timer.", breach("48 (førtiåtte) timer")},
		{"Bruddvarsel gis med en 72-timersfrist.", breach("72-timersfrist")},
		{"Brudd meldes innen 48t.", breach("48t")},
		{"Brudd varsles innen to døgn.", breach("to døgn")},
		{"Brot blir varsla innan tre dagar.", breach("tre dagar")},
		{"A personal data breach is notified within two days.", breach("two days")},
		{"Brudd varsles innen en virkedag.", ""}, // one to some days
		{"Brudd varsles innen fem virkedager.", breach("fem virkedager")},
		{"The breach is notified within five working days.", breach("five working days")},
		{"Underdatabehandlerne varsler brudd innen 12 timer.", ""},
		{"Kommunen melder brudd til Datatilsynet innen 72 timer.", ""},
		{"Brudd varsles straks. Rapporten kommer innen 14 dager.", ""},
		{"Brudd varsles straks, jf. nr. 2 om 48 timer.", breach("48 timer")},
		{"Bruddet varte i 1 048 timer og ble varslet.", ""},
		{"Brudd varsles innen 0,5 timer.", ""},
		{"Brudd på kabel varsles innen 2024 kl. 12 timer.", breach("12 timer")},
		{"At any one time, breaches are notified.", ""},
		{"Nye underdatabehandlere varsles 30 dager før.", contradicts("30 dager", "agreement.noticeDays", "45")},
		{"Nye underdatabehandlere varsles seks uker før.", contradicts("seks uker", "agreement.noticeDays", "45")},
		{"New sub-processors are notified 45 days in advance.", ""},
		{"Kommunen kan protestere innen fire uker.", contradicts("fire uker", "agreement.objectionDays", "30")},
		{"Kommunen kan protestere innen én måned.", ""}, // 28 to 31 days
		{"Protest fra den registrerte behandles innen 10 dager.", ""},
		{"Henvendelser fra pasienter videresendes innen 5 dager.", contradicts("5 dager", "agreement.requestForwardDays", "2")},
		{"Førespurnader frå registrerte blir sende vidare innan ei veke.", contradicts("ei veke", "agreement.requestForwardDays", "2")},
		{"Henvendelser fra pasienter besvares innen 5 dager.", ""},
		{"Opplysningene slettes 90 dager etter avtalens opphør.", contradicts("90 dager", "agreement.termination.days", "30")},
		{"The data are deleted within three months after the end of the agreement.", contradicts("three months", "agreement.termination.days", "30")},
		{"Kontoen slettes 7 dager etter at oppfølgingen er avsluttet.", ""},
		{"Revisjon varsles 14 dager i forveien.", contradicts("14 dager", "agreement.audit.noticeDays", "21")},
		{"Revisjon varsles tre uker i forveien.", ""},
		{"Revisjonsrapporten sendes innen 14 dager etter varsel.", ""},
		{"Tjenesten gjenopprettes innen 12 timer.", contradicts("12 timer", "agreement.restore.rtoHours", "8")},
		{"Gjenoppretting testes innen 12 timer.", ""},
		{"Datatap er høyst 4 timer.", contradicts("4 timer", "agreement.restore.rpoHours", "1")},
		{"Tap av utstyr med opplysninger meldes innen 4 timer.", ""},
		{"Endret eierskap varsles 30 dager før.", contradicts("30 dager", "processor.ownership.changeNoticeDays", "90")},

		// references
		{"Se bilag B og D.", ""},
		{"Se Bilag E.", "annex-absent " + specific + ": the text refers to annex E, which the document does not have"},
		{"Se bilag A–F.", "annex-absent " + specific + ": the text refers to annex F, which the document does not have"},
		{"See Annexes C and H.", "annex-absent " + specific + ": the text refers to annex H, which the document does not have"},
		{"Se bilag E til hovedavtalen.", ""},
		{"Se bilag 7.", ""},
		{"Se bilag I til vilkårene, eller Annex V.", ""},
		{"Se bilag Ekstra.", ""},
		{"Følg punkt 9.2 og punkt C.2.", ""},
		{"Følg punkt 9.98.", "reference-typed " + specific + ": the text refers to “punkt 9.98”, which the document does not have"},
		{"Follow clause 99.", "reference-typed " + specific + ": the text refers to “clause 99”, which the document does not have"},
		{"Følg punkt 99.1 i hovedavtalen.", ""},
		{"Følg SSA-L punkt 99.1.", ""},

		// measures
		{"Tiltak M-19 gjelder.", ""},
		{"Tiltak M-98 gjelder.", "measure-absent " + specific + ": the measure M-98 is named here but is not in security.measures"},
	} {
		k := exampleCase(t, g, "kommune-avstandsoppfolging")
		k.Agreement.Instructions.Specific[0] = c.text
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		for _, l := range doc.Languages() {
			var got []string
			for _, p := range reviewed(t, g, k, l) {
				got = append(got, p.Rule+" "+p.Path+": "+p.Message("en"))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q in %s:\n got %q\nwant %q", c.text, l, got, want)
			}
		}
	}
}

// TestReviewPlaces: free text anywhere in the document is read, but not where it
// speaks of another document.
func TestReviewPlaces(t *testing.T) {
	g := whole(t, generator.Options{})
	const text = "Brudd varsles innen 60 timer, se punkt 98.7 og bilag Z."
	for path, change := range map[string]func(*model.Case){
		"agreement.amendments[0].text":          func(c *model.Case) { c.Agreement.Amendments[0].Text = text },
		"security.measures[0].description":      func(c *model.Case) { c.Security.Measures[0].Description = text },
		"processing.duration":                   func(c *model.Case) { c.Processing.Duration = text },
		"transfers[0].supplementary[0]":         func(c *model.Case) { c.Transfers[0].Supplementary[0] = text },
		"subprocessors[0].task":                 func(c *model.Case) { c.Subprocessors[0].Task = text },
		"service.remoteAccess.method":           func(c *model.Case) { c.Service.RemoteAccess.Method = text },
		"service.patientAccount.authentication": func(c *model.Case) { c.Service.PatientAccount.Authentication = text },
	} {
		c := exampleCase(t, g, "kommune-avstandsoppfolging")
		change(c)
		var got []string
		for _, p := range reviewed(t, g, c, doc.Bokmal) {
			got = append(got, p.Rule+" "+p.Path)
			if p.Pos.File != "case.yaml" || p.Pos.Line == 0 {
				t.Errorf("%s: %+v", path, p.Pos)
			}
		}
		if want := []string{"annex-absent " + path, "number-contradicts " + path, "reference-typed " + path}; !slices.Equal(got, want) {
			t.Errorf("%s: %q", path, got)
		}
	}
	c := exampleCase(t, g, "kommune-avstandsoppfolging")
	c.Service.StandardTerms.Documents[0].Title = "Se punkt 98.7 og bilag Z"
	c.Service.MainAgreement.Name = "Avtale med bilag Z og punkt 98.7"
	if got := reviewed(t, g, c, doc.Bokmal); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// houseOf makes a house library of the whole embedded one, with texts changed.
func houseOf(t testing.TB, change map[string]func(string) string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(clauses.Embedded(), "text/dpa", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(clauses.Embedded(), name)
		out["clauses/"+name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range change {
		if out[name] == nil {
			t.Fatalf("no file %s", name)
		}
		before := string(out[name].Data)
		after := f(before)
		if before == after {
			t.Fatalf("%s is not changed", name)
		}
		out[name].Data = []byte(after)
	}
	return out
}
