package generator_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// each makes the miniature document for each controller that is responsible on its
// own.
var perParty = []string{"outline:\n  - openPoints", `perParty:
  each: .controllers
  when: eq .controllerRelation "parallel"
  without: [{each: .agreement.signing.signatories, party: .party}]
outline:
  - openPoints`}

// three are three controllers, the second with nothing but a name.
var three = []string{
	`controllers: [{id: sykehuset, name: Normsykehuset AS, orgNumber: "310274585"}]`,
	`controllerRelation: parallel
controllers:
  - {id: sykehuset, name: Normsykehuset AS, orgNumber: "310274585"}
  - {id: oslo, name: Oslo}
  - {id: Bergen.2, name: Bergen, orgNumber: "316382401"}`,
	"      - {party: processor,", "      - {party: oslo, name: Siv}\n      - {party: Bergen.2, name: Per, title: Leder}\n      - {party: processor,",
}

func names(out []generator.Output) (list []string) {
	for _, o := range out {
		list = append(list, strings.TrimSpace(o.Name+" "+o.Party))
	}
	return list
}

// TestPerParty: a document for each party, in which it is alone; what names
// another one still resolves, and the word controller is the party of the document.
func TestPerParty(t *testing.T) {
	named := []string{`{label: Navn, lines: ["{{ .service.name }}"]}`, `{label: Navn, lines: ["{{ name \"sykehuset\" }}", "{{ name \"controller\" }}"]}`}
	g := miniWith(t, generator.Options{Languages: doc.Languages()}, append(named, perParty...)...)
	c := load(t, g, three...)
	d, _, err := g.Tree(c, "mini", doc.Bokmal, "Bergen.2")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "Bergen", lines(d, "meta", "party", "310", "316", "For", "value: "),
		`meta subject="Journalen" creator="Bergen" case="2026/7" version="1.0" date="2026-11-22"`,
		"party Part: Bergen", "316382401", "For Bergen: / Per / Leder / Nr. 2", "For Sky AS: / Ola / Leder / Nr. 2",
		"value: Normsykehuset AS ¶ Bergen", "value: Oslo tingrett", "value: Bergen")
	rep, err := g.Check(c)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "open", opens(rep), "controllers[1].orgNumber forsiden", "agreement.signing.signatories[1].title")
	for i, line := range []int{11, 26} {
		if rep.Open[i].Pos.Line != line || rep.Open[i].No != i+1 || !strings.Contains(rep.Open[i].Label, []string{"«Oslo»", "«Siv»"}[i]) {
			t.Errorf("%+v", rep.Open[i])
		}
	}
	d, rep, err = g.Tree(c, "mini", doc.Bokmal, "oslo")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "Oslo", lines(d, "party", "⟨", "For"), "party Part: Oslo", "⟨open 1 controllers[1].orgNumber⟩",
		"For Oslo: / Siv / ⟨open 2 agreement.signing.signatories[1].title⟩ / Nr. 2", "For Sky AS: / Ola / Leder / Nr. 2")
	equal(t, "open", opens(rep), "controllers[1].orgNumber forsiden", "agreement.signing.signatories[1].title")
	if _, rep, _ = g.Tree(c, "mini", doc.Bokmal, "sykehuset"); !rep.Complete() {
		t.Error("what another party lacks is open", opens(rep))
	}
}

// TestPerPartyOpen: what every document lacks is listed once.
func TestPerPartyOpen(t *testing.T) {
	g := miniWith(t, generator.Options{}, perParty...)
	c := load(t, g, append(slices.Clone(three), "  breachNoticeHours: 24\n", "", "id: \"2026/7\"\n", "")...)
	out, rep, err := g.Generate(generator.Request{Case: c, Formats: []string{"md"}})
	if err != nil || len(out) != 3 {
		t.Fatal(err, len(out))
	}
	equal(t, "open", opens(rep), "id forsiden", "agreement.breachNoticeHours 1.2", "controllers[1].orgNumber forsiden", "agreement.signing.signatories[1].title")
	for i, o := range rep.Open {
		if o.No != i+1 {
			t.Errorf("%s is number %d", o.Path, o.No)
		}
	}
}

func TestPerPartyFiles(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages()}, perParty...)
	c := load(t, g, three...)
	for _, r := range []struct {
		request generator.Request
		want    []string
	}{
		{generator.Request{Formats: []string{"md"}}, []string{"mini.sykehuset.md sykehuset", "mini.oslo.md oslo", "mini.Bergen.2.md Bergen.2"}},
		{generator.Request{Formats: []string{"md", "html"}, Parties: []string{"oslo", "oslo"}}, []string{"mini.oslo.md oslo", "mini.oslo.html oslo"}},
		{generator.Request{Formats: []string{"md"}, Parties: []string{"Bergen.2", "sykehuset"}, Languages: []doc.Language{"en", "nb"}, Documents: []string{"mini"}},
			[]string{"mini.sykehuset.en.md sykehuset", "mini.sykehuset.nb.md sykehuset", "mini.Bergen.2.en.md Bergen.2", "mini.Bergen.2.nb.md Bergen.2"}},
		{generator.Request{Formats: []string{"docx"}, Parties: []string{"sykehuset", "Bergen.2"}, Final: true}, []string{"mini.sykehuset.docx sykehuset", "mini.Bergen.2.docx Bergen.2"}},
	} {
		r.request.Case = c
		out, _, err := g.Generate(r.request)
		if err != nil {
			t.Errorf("%v: %v", r.want, err)
		}
		equal(t, "files", names(out), r.want...)
	}
	if ids, err := g.Parties(c, "mini"); err != nil || !slices.Equal(ids, []string{"sykehuset", "oslo", "Bergen.2"}) {
		t.Error(ids, err)
	}
	// The same bytes whatever else is made.
	all, _, err := g.Generate(generator.Request{Case: c})
	if err != nil {
		t.Fatal(err)
	}
	one, _, err := g.Generate(generator.Request{Case: c, Parties: []string{"oslo"}})
	if err != nil || !bytes.Equal(one[0].Data, all[1].Data) {
		t.Error("oslo's document depends on the others", err)
	}
	if bytes.Equal(all[0].Data, all[1].Data) {
		t.Error("the documents are the same")
	}
}

// TestPerPartyNot: one document when the condition does not hold, when there is one
// party or none, and the document of the one party is that of the whole case.
func TestPerPartyNot(t *testing.T) {
	g := miniWith(t, generator.Options{}, perParty...)
	for what, changes := range map[string][]string{
		"joint":      {`controllers: [{`, "controllerRelation: joint\ncontrollers: [{id: x, name: X, orgNumber: \"316382401\"}, {"},
		"no word":    {`controllers: [{`, "controllers: [{id: x, name: X, orgNumber: \"316382401\"}, {"},
		"one":        {`controllers: [{`, "controllerRelation: parallel\ncontrollers: [{"},
		"no party":   {`controllers: [{id: sykehuset, name: Normsykehuset AS, orgNumber: "310274585"}]`, "controllerRelation: parallel"},
		"no parties": {`controllers: [{id: sykehuset, name: Normsykehuset AS, orgNumber: "310274585"}]`, "controllerRelation: parallel\ncontrollers: []"},
	} {
		c := load(t, g, changes...)
		out, _, err := g.Generate(generator.Request{Case: c, Formats: []string{"md"}})
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		equal(t, what, names(out), "mini.md")
		if ids, err := g.Parties(c, "mini"); len(ids) > 0 || err != nil {
			t.Error(what, ids, err)
		}
		_, _, err = g.Generate(generator.Request{Case: c, Parties: []string{"sykehuset"}})
		if what == "one" {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		refused(t, err, generator.NotPerParty, "mini")
		_, _, err = g.Generate(generator.Request{Case: c, Documents: []string{"mini"}, Parties: []string{"sykehuset"}})
		refused(t, err, generator.NotPerParty, "mini")
	}
	one := []string{`controllers: [{`, "controllerRelation: parallel\ncontrollers: [{"}
	a, rep1 := tree(t, g, load(t, g, one...), doc.Bokmal)
	b, rep2 := tree(t, mini(t), load(t, mini(t), one...), doc.Bokmal)
	if diff := cmp.Diff(doc.Dump(b), doc.Dump(a)) + cmp.Diff(rep2, rep1); diff != "" {
		t.Error(diff)
	}
	// Without a condition it is always so.
	g = miniWith(t, generator.Options{}, "outline:\n  - openPoints", "perParty: {each: .controllers}\noutline:\n  - openPoints")
	c := load(t, g, `controllers: [{`, "controllers: [{id: x, name: X, orgNumber: \"316382401\"}, {")
	if out, _, err := g.Generate(generator.Request{Case: c}); err != nil || len(out) != 2 {
		t.Error(len(out), err)
	}
}

func TestPerPartyRefusals(t *testing.T) {
	g := miniWith(t, generator.Options{}, perParty...)
	c := load(t, g, three...)
	_, _, err := g.Generate(generator.Request{Case: c, Parties: []string{"oslo", "olso"}})
	if r := refused(t, err, generator.UnknownParty, "olso"); !slices.Equal(r.Known, []string{"sykehuset", "oslo", "Bergen.2"}) {
		t.Error(r.Known)
	}
	_, _, err = g.Generate(generator.Request{Case: c, Parties: []string{""}})
	refused(t, err, generator.UnknownParty, "")
	_, _, err = g.Tree(c, "mini", doc.Bokmal)
	if r := refused(t, err, generator.PartyWanted, "mini"); len(r.Known) != 3 {
		t.Error(r.Known)
	}
	_, err = g.Coverage(c, "mini", "")
	refused(t, err, generator.PartyWanted, "mini")
	cov, err := g.Coverage(c, "mini", "", "oslo")
	if err != nil || cov.Party != "oslo" || len(cov.Open) != 2 {
		t.Errorf("%v %+v", err, cov)
	}
	_, _, err = g.Generate(generator.Request{Case: c, Final: true})
	refused(t, err, generator.NotFinal, "")
	if _, err := g.Parties(c, "x"); err == nil {
		t.Error("parties of no document")
	}
}

// TestPartyNames: ids that would give one file the name of another, or that lead
// out of the folder, never become names.
func TestPartyNames(t *testing.T) {
	g := miniWith(t, generator.Options{}, perParty...)
	second := func(id string) []string {
		return []string{`controllers: [{`, "controllerRelation: parallel\ncontrollers: [{id: " + id + ", name: X, orgNumber: \"316382401\"}, {"}
	}
	for id, other := range map[string]string{"SYKEHUSET": "SYKEHUSET", "sykehuseT": "sykehuseT"} {
		_, rep, err := g.Generate(generator.Request{Case: load(t, g, second(id)...)})
		refused(t, err, generator.Invalid, "")
		found := slices.DeleteFunc(problems(rep), func(s string) bool { return !strings.HasPrefix(s, "party-name") })
		equal(t, id, found, "party-name case.yaml “sykehuset” cannot be told from “"+other+"” in the name of a file, where capital and small letters may be the same")
		if p := rep.Problems[slices.IndexFunc(problems(rep), func(s string) bool { return strings.HasPrefix(s, "party-name") })]; p.Path != "controllers[1].id" || p.Pos.Line != 9 {
			t.Errorf("%+v", p)
		}
		if rep, err := g.Check(load(t, g, second(id)...)); err != nil || rep.Complete() {
			t.Error("check does not say so", err)
		}
	}
	for _, id := range []string{`"../x"`, `"a/b"`, `"a\\b"`, `".."`, `"a b"`, `"å"`, `"-x"`} {
		c, _ := g.Load("case.yaml", strings.NewReader(change(t, miniCase, second(id)...)))
		_, _, err := g.Generate(generator.Request{Case: c})
		refused(t, err, generator.Invalid, "")
	}
	// Where the schema asks for no form of an id, as of a party without one, it is
	// the number in the list.
	c := load(t, g, `controllers: [{`, "controllerRelation: parallel\ncontrollers: [{name: X, orgNumber: \"316382401\"}, {")
	out, _, err := g.Generate(generator.Request{Case: c, Formats: []string{"md"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "no id", names(out), "mini.1.md 1", "mini.sykehuset.md sykehuset")
	// Windows' own names are no danger in the second place.
	c = load(t, g, second("con")...)
	if out, _, err = g.Generate(generator.Request{Case: c, Formats: []string{"md"}}); err != nil {
		t.Fatal(err)
	}
	equal(t, "con", names(out), "mini.con.md con", "mini.sykehuset.md sykehuset")
}

// TestPerPartySet: of a set, --party makes the documents that there is one of for
// each party.
func TestPerPartySet(t *testing.T) {
	templates := fstest.MapFS{
		"mini/template.yaml": {Data: []byte(change(t, miniTemplate, perParty...))},
		"note/template.yaml": {Data: []byte("id: note\ntitle: {nb: Notat}\nform: document\naudience: internal\nphase: contract\noutline: [{clause: mini.parts}]\n")},
	}
	g, err := generator.New(generator.Options{Clauses: miniClauses(), Templates: templates})
	if err != nil {
		t.Fatal(err)
	}
	c := load(t, g, three...)
	for _, r := range []struct {
		parties, want []string
	}{
		{nil, []string{"mini.sykehuset.md sykehuset", "mini.oslo.md oslo", "mini.Bergen.2.md Bergen.2", "note.md"}},
		{[]string{"oslo"}, []string{"mini.oslo.md oslo"}},
	} {
		out, _, err := g.Generate(generator.Request{Case: c, Parties: r.parties, Formats: []string{"md"}})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "set", names(out), r.want...)
	}
	_, _, err = g.Generate(generator.Request{Case: c, Parties: []string{"oslo"}, Documents: []string{"mini", "note"}})
	refused(t, err, generator.NotPerParty, "note")
}
