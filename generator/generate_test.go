package generator_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

func TestGenerateFiles(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages()})
	c := load(t, g)
	for _, r := range []struct {
		request generator.Request
		want    []string
	}{
		{generator.Request{}, []string{"mini.docx nb"}},
		{generator.Request{Formats: generator.Formats()}, []string{"mini.docx nb", "mini.html nb", "mini.md nb"}},
		{generator.Request{Languages: []doc.Language{"nn"}, Formats: []string{"md"}}, []string{"mini.md nn"}},
		{generator.Request{Languages: []doc.Language{"en", "nb", "en"}, Formats: []string{"md"}}, []string{"mini.en.md en", "mini.nb.md nb"}},
		{generator.Request{Documents: []string{"mini", "mini"}, Formats: []string{"html"}}, []string{"mini.html nb"}},
		{generator.Request{Final: true, Formats: []string{"md"}}, []string{"mini.md nb"}},
	} {
		r.request.Case = c
		out, rep, err := g.Generate(r.request)
		if err != nil || !rep.Complete() {
			t.Errorf("%v: %v", r.want, err)
		}
		var got []string
		for _, o := range out {
			got = append(got, o.Name+" "+string(o.Language))
			if o.Document != "mini" || !strings.HasSuffix(o.Name, "."+o.Format) || len(o.Data) == 0 {
				t.Errorf("%s: %s, %s, %d bytes", o.Name, o.Document, o.Format, len(o.Data))
			}
			if o.Format == "md" && !bytes.Contains(o.Data, []byte("Intro "+o.Language)) {
				t.Errorf("%s is not in %s", o.Name, o.Language)
			}
		}
		equal(t, "files", got, r.want...)
	}
}

func TestRefusals(t *testing.T) {
	g := mini(t)
	c := load(t, g)
	for _, r := range []struct {
		request generator.Request
		reason  generator.Reason
		detail  string
		known   []string
	}{
		{generator.Request{Documents: []string{"mini", "dpia"}}, generator.UnknownDocument, "dpia", []string{"mini"}},
		{generator.Request{Formats: []string{"docx", "pdf"}}, generator.UnknownFormat, "pdf", []string{"csv", "docx", "html", "json", "md", "xlsx"}},
		{generator.Request{Documents: []string{"mini"}, Formats: []string{"xlsx"}}, generator.NotInFormat, "mini", []string{"docx", "html", "md"}},
		{generator.Request{Formats: []string{"xlsx"}}, generator.NothingToMake, "", nil},
		{generator.Request{Languages: []doc.Language{"en"}}, generator.NoLanguage, "en", []string{"nb"}},
	} {
		r.request.Case = c
		out, rep, err := g.Generate(r.request)
		refusal := refused(t, err, r.reason, r.detail)
		if len(out) > 0 || rep == nil || !slices.Equal(refusal.Known, r.known) {
			t.Errorf("%s: %d files, report %v, known %v", r.reason, len(out), rep, refusal.Known)
		}
		if !strings.Contains(err.Error(), r.detail) {
			t.Error(err)
		}
	}
	if _, _, err := g.Generate(generator.Request{}); err == nil {
		t.Error("made something of nothing")
	}
	if _, err := g.Check(nil); err == nil {
		t.Error("checked nothing")
	}
	if _, _, err := g.Tree(nil, "mini", "nb"); err == nil {
		t.Error("made a tree of nothing")
	}
	if _, err := g.Check(c, "dpia"); err == nil {
		t.Error("checked a document type that there is not")
	}
	// No document type is called for.
	none := mini(t, "phase: contract\n", "phase: contract\nwhen: any .transfers\n")
	_, rep, err := none.Generate(generator.Request{Case: c})
	refused(t, err, generator.NothingToMake, "")
	if rep == nil {
		t.Error("no report")
	}
	// The case speaks a language that is not loaded.
	_, _, err = g.Generate(generator.Request{Case: load(t, g, "language: nb", "language: en")})
	refused(t, err, generator.NoLanguage, "en")
	// The case does not say its language: bokmål is taken for granted, and that is told.
	d, rep, err := g.Generate(generator.Request{Case: load(t, g, "language: nb\n", ""), Formats: []string{"md"}})
	if err != nil || d[0].Language != doc.Bokmal {
		t.Error(err)
	}
	if len(rep.Open) > 0 || len(rep.Assumed) == 0 || rep.Assumed[0].Path != "language" || rep.Assumed[0].In("en") == "" {
		t.Errorf("assumed: %v", rep.Assumed)
	}
}

// TestInvalid: a case with a problem of form is refused, and the report has the
// problems and what is missing.
func TestInvalid(t *testing.T) {
	g := mini(t)
	c, found := g.Load("case.yaml", strings.NewReader(change(t, miniCase, "breachNoticeHours: 24", "breachNoticeHours: snart", "id: \"2026/7\"\n", "")))
	if len(found) == 0 {
		t.Fatal("no problem")
	}
	out, rep, err := g.Generate(generator.Request{Case: c})
	refused(t, err, generator.Invalid, "")
	if len(out) > 0 || len(rep.Problems) != len(found) || rep.Problems[0].Path != "agreement.breachNoticeHours" {
		t.Errorf("%d files, %v", len(out), problems(rep))
	}
	equal(t, "open", opens(rep), "id")
	checked, err := g.Check(c)
	if err != nil || len(checked.Problems) != len(found) || len(checked.Open) != 1 {
		t.Errorf("%v, %v", err, problems(checked))
	}
}

func TestFinal(t *testing.T) {
	g := mini(t)
	for what, c := range map[string]*model.Case{
		"open":  load(t, g, "  breachNoticeHours: 24\n", ""),
		"wrong": load(t, g, "parent: processor", "parent: ingen"),
	} {
		out, rep, err := g.Generate(generator.Request{Case: c, Final: true})
		refused(t, err, generator.NotFinal, "")
		if len(out) > 0 || rep.Complete() {
			t.Errorf("%s: %d files", what, len(out))
		}
		if out, _, err = g.Generate(generator.Request{Case: c, Formats: []string{"md"}}); err != nil || len(out) != 1 {
			t.Errorf("%s: no draft: %v", what, err)
		}
	}
}

// TestMissingText: a text that is missing in a language is reported and never
// replaced; where its clause is not used, it is not missed.
func TestMissingText(t *testing.T) {
	fsys := miniClauses()
	delete(fsys, "text/mini/venue.nn.md")
	g := miniWith(t, generator.Options{Clauses: fsys, Languages: doc.Languages()})
	nn := []doc.Language{doc.Nynorsk}
	out, rep, err := g.Generate(generator.Request{Case: load(t, g), Languages: []doc.Language{"nb", "nn"}})
	refused(t, err, generator.NoLanguage, "nn")
	if len(out) > 0 {
		t.Error("a part of the set was made")
	}
	equal(t, "missing", problems(rep), "text-missing clauses/text/mini/venue.yaml the clause mini.venue has no text in nn: venue.nn.md is missing")
	if _, _, err := g.Generate(generator.Request{Case: load(t, g, "  venue: Oslo tingrett\n", ""), Languages: nn}); err != nil {
		t.Errorf("a clause that is not used: %v", err)
	}
	delete(fsys, "text/mini/audit.nn.md")
	delete(fsys, "text/mini/audit@short.nn.md") // one alone is an error of the library
	g = miniWith(t, generator.Options{Clauses: fsys, Languages: doc.Languages()})
	_, rep, err = g.Generate(generator.Request{Case: load(t, g, "  venue: Oslo tingrett\n", "  choices: {mini.audit: {alternative: short, reason: x}}\n"), Languages: nn})
	refused(t, err, generator.NoLanguage, "nn")
	equal(t, "missing", problems(rep), "text-missing clauses/text/mini/audit.yaml the clause mini.audit (alternative short) has no text in nn: audit@short.nn.md is missing")
}

// TestOverlay: what a house library replaces is in every report.
func TestOverlay(t *testing.T) {
	own := miniClauses()
	house := fstest.MapFS{
		"clauses/text/mini/audit.yaml":  own["text/mini/audit.yaml"],
		"clauses/text/mini/audit.nb.md": {Data: []byte("# Vår revisjon\n\nAlltid. {#notice}\n")},
		"templates/locale.yaml":         {Data: []byte("annex: {nb: Vedlegg}\n")},
	}
	house["clauses/text/mini/audit.yaml"].Data = []byte("id: mini.audit\nchecked: 2026-04-01\n" + clauseHead)
	g := miniWith(t, generator.Options{Overlay: house})
	d, rep := tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "titles", lines(d, "section"), "section 1 break Intro nb {#mini.intro}", "section 2 Vår revisjon {#mini.audit}",
		"section 3 Verneting {#mini.venue}", "section Vedlegg A break landscape Vedlegg {#annex-a}", "section A.1 Deler {#mini.parts}")
	equal(t, "overridden", rep.Overridden, "clauses/text/mini/audit.en.md", "clauses/text/mini/audit.nb.md", "clauses/text/mini/audit.nn.md",
		"clauses/text/mini/audit.yaml", "clauses/text/mini/audit@short.en.md", "clauses/text/mini/audit@short.nb.md",
		"clauses/text/mini/audit@short.nn.md", "templates/locale.yaml")
	if !rep.Complete() {
		t.Error("a house library is a finding", problems(rep))
	}
}

// TestLibraryError: what is wrong with a library is said with its place.
func TestLibraryError(t *testing.T) {
	fsys := miniClauses()
	fsys["text/mini/intro.nb.md"].Data = []byte("# T\n\n{{ .servise.name }}\n")
	_, err := generator.New(generator.Options{Clauses: fsys, Templates: fstest.MapFS{"mini/template.yaml": {Data: []byte(strings.Replace(miniTemplate, "id: mini", "id: x", 1))}}})
	var wrong *generator.LibraryError
	if !errors.As(err, &wrong) || len(wrong.Problems) != 2 {
		t.Fatal(err)
	}
	want := "text library: clauses/text/mini/intro.nb.md:3:1: .servise is not in the case (in “.servise.name”)\n" +
		"templates/mini/template.yaml:1:1: id is “x”, but the folder is called “mini”"
	if err.Error() != want {
		t.Errorf("%s", err)
	}
}

// TestSameBytes: the same case gives the same bytes, again and again, from many
// goroutines at once, and from another generator.
func TestSameBytes(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages(), Overlay: fstest.MapFS{"templates/locale.yaml": {Data: []byte("table: {nb: Tab.}\n")}}})
	c := load(t, g, "  breachNoticeHours: 24\n", "", "parent: processor", "parent: ingen")
	request := generator.Request{Case: c, Languages: doc.Languages(), Formats: generator.Formats()}
	want, wantReport, err := g.Generate(request)
	if err != nil || len(want) != 9 {
		t.Fatal(err)
	}
	equal(t, "open, once for all languages", opens(wantReport), "agreement.breachNoticeHours 1.2")
	check := func(g *generator.Generator, r generator.Request) {
		got, rep, err := g.Generate(r)
		if err != nil || len(got) != len(want) {
			t.Error(err)
			return
		}
		for i := range got {
			if !bytes.Equal(got[i].Data, want[i].Data) || got[i].Name != want[i].Name {
				t.Errorf("%s is not the same", want[i].Name)
			}
		}
		if diff := cmp.Diff(wantReport, rep); diff != "" {
			t.Error(diff)
		}
	}
	var all sync.WaitGroup
	for range 64 {
		all.Go(func() { check(g, request) })
	}
	all.Wait()
	other := miniWith(t, generator.Options{Languages: doc.Languages(), Overlay: fstest.MapFS{"templates/locale.yaml": {Data: []byte("table: {nb: Tab.}\n")}}})
	check(other, generator.Request{Case: load(t, other, "  breachNoticeHours: 24\n", "", "parent: processor", "parent: ingen"), Languages: doc.Languages(), Formats: generator.Formats()})
}

// TestCaseInGo: a case built in Go gives the same document as the file.
func TestCaseInGo(t *testing.T) {
	g := mini(t)
	built := &model.Case{
		DPIA:    &model.DPIA{Need: &model.DPIANeed{Outcome: "required", Date: "2026-11-01"}},
		Samsvar: 1, Language: "nb", ID: "2026/7", Title: "Journal", Date: "2026-11-22", Phase: "contract", Version: &model.Version{No: "1.0"},
		Controllers: []model.Controller{{Party: model.Party{ID: "sykehuset", Name: "Normsykehuset AS", OrgNumber: "310274585"}}},
		Service:     &model.Service{Name: "Journalen"},
		Processing:  &model.Processing{PersonalData: []model.PersonalData{{ID: "D1", Type: "healthInformation"}}},
		Processor:   &model.Processor{Party: model.Party{Name: "Sky AS"}},
		Subprocessors: []model.Subprocessor{
			{ID: "drift", Name: "Fjellrom AS", SameGroup: new(true), Data: []string{"D1"}, Parent: "processor"},
		},
		Agreement: &model.Agreement{
			BreachNoticeHours: new(24), Audit: &model.Audit{NoticeDays: new(14)}, Venue: "Oslo tingrett",
			Signing: &model.Signing{Mode: "ink", Signatories: []model.Signatory{
				{Party: "sykehuset", Name: "Kari", Title: "Direktør", Authority: "prokura"}, {Party: "processor", Name: "Ola", Title: "Leder"},
			}},
		},
	}
	got, _, err := g.Generate(generator.Request{Case: built, Formats: generator.Formats(), Final: true})
	if err != nil {
		t.Fatal(err)
	}
	want, _, err := g.Generate(generator.Request{Case: load(t, g), Formats: generator.Formats(), Final: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if !bytes.Equal(got[i].Data, want[i].Data) {
			t.Errorf("%s is not the same", want[i].Name)
		}
	}
	// What is wrong or missing in it has no place in a file.
	built.Agreement.BreachNoticeHours, built.Subprocessors[0].Parent = nil, "ingen"
	rep, err := g.Check(built)
	if err != nil || len(rep.Problems) != 1 || rep.Problems[0].Pos.File != "" || len(rep.Open) != 1 || rep.Open[0].Pos.File != "" {
		t.Errorf("%v %v %v", err, problems(rep), opens(rep))
	}
	built.Phase = "anbud" // refused as in a file
	_, _, err = g.Generate(generator.Request{Case: built})
	refused(t, err, generator.Invalid, "")
}

// TestSupplierFacts: a processor from the list of suppliers has their facts.
func TestSupplierFacts(t *testing.T) {
	g := mini(t, "name: \"{{ .name }}\", lines: [\"{{ .orgNumber }}\"]", "name: \"{{ name \\\"processor\\\" }}\", lines: [\"{{ $.processor.name }}\"]")
	c := load(t, g, "processor: {name: Sky AS}", "suppliers: [{id: sky, name: Sky AS}]\nprocessor: {from: sky}")
	d, _ := tree(t, g, c, doc.Bokmal)
	equal(t, "names", lines(d, "party", "Sky", "For"), "party Part: Sky AS", "Sky AS",
		"For Normsykehuset AS: / Kari / Direktør / Fullmakt: prokura\\nNr. 2", "For Sky AS: / Ola / Leder / Nr. 2")
}
