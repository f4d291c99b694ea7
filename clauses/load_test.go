package clauses_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

// TestEmbedded: the library that comes with the program is right in all languages,
// and all its files are embedded.
func TestEmbedded(t *testing.T) {
	l, problems := clauses.Load(clauses.Embedded(), clauses.Options{Languages: doc.Languages()})
	if len(problems) > 0 {
		t.Errorf("problems:\n%s", messages(problems))
	}
	files, err := filepath.Glob("text/*/*.yaml")
	deeper, err2 := filepath.Glob("text/*/*/*.yaml")
	if err != nil || err2 != nil || len(files) == 0 {
		t.Fatal("no clauses", err, err2)
	}
	if want := len(files) + len(deeper); len(l.Clauses()) != want {
		t.Errorf("%d clauses loaded of %d files", len(l.Clauses()), want)
	}
	for _, c := range l.Clauses() {
		if _, ok := c.Text("", doc.Bokmal); !ok {
			t.Errorf("%s has no text in bokmål", c.ID)
		}
	}
	if readme, err := os.ReadFile("text/README.md"); err != nil || !strings.Contains(string(readme), "CC-BY-4.0") {
		t.Error("the texts do not state their licence")
	}
}

func TestLanguages(t *testing.T) {
	fsys := files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# Tittel\n\nEn.", "text/dpa/x.nn.md", "# Tittel\n\nEin.")
	l := load(t, fsys, clauses.Options{Languages: []doc.Language{doc.Nynorsk, doc.English}})
	c, _ := l.Clause("dpa.x")
	for language, want := range map[doc.Language]bool{doc.Bokmal: false, doc.Nynorsk: true, doc.English: false} {
		if _, got := c.Text("", language); got != want {
			t.Errorf("%s: %v", language, got)
		}
	}
	if got := c.Title(doc.English); got != "Tittel" { // one that there is
		t.Errorf("%q", got)
	}
	if got := load(t, fsys, options()).Languages(); !slices.Equal(got, []doc.Language{doc.Bokmal}) {
		t.Errorf("%v", got)
	}
	mine := []doc.Language{doc.Bokmal}
	l = load(t, fsys, clauses.Options{Languages: mine})
	mine[0] = doc.English
	if l.Languages()[0] != doc.Bokmal {
		t.Error("the library keeps the caller's slice")
	}
}

func TestAlternatives(t *testing.T) {
	l := load(t, files(
		"text/dpa/x.yaml", header+described+"alternatives: [{id: capped, rank: fallback, favours: processor, title: {nb: 'Begrenset for {{ term \"controller\" }}'}, rationale: {nb: Et kompromiss}}]\n",
		"text/dpa/x.nb.md", "# T\n\nHele. {#a}", "text/dpa/x@capped.nb.md", "# T\n\nNoe. {#b}",
		"text/dpa/y.yaml", strings.Replace(header, "dpa.x", "dpa.y", 1), "text/dpa/y.nb.md", "# Y\n\nSe [[dpa.x#b]].",
	), options())
	c, _ := l.Clause("dpa.x")
	for alternative, want := range map[string][]string{"": {"a"}, "capped": {"b"}} {
		text, ok := c.Text(alternative, doc.Bokmal)
		if !ok || !slices.Equal(text.Anchors(), want) || !c.HasAlternative(alternative) {
			t.Errorf("%q: %v", alternative, want)
		}
	}
	if _, ok := c.Text("other", doc.Bokmal); ok || c.HasAlternative("other") {
		t.Error("an alternative that is not there")
	}
	w := l.Words(object{}, nil)
	for _, try := range []struct{ clause, id, want string }{{"dpa.x", "capped", "Begrenset for dataansvarlig"}, {"dpa.x", "", "Fullt"}, {"dpa.x", "other", ""}, {"dpa.z", "capped", ""}} {
		if got, ok := w.Alternative(try.clause, try.id, doc.Bokmal); got != try.want || ok != (try.want != "") {
			t.Errorf("%v: %q", try, got)
		}
	}
	if _, ok := w.Alternative("dpa.x", "capped", doc.English); ok {
		t.Error("a title in English")
	}
	var got []clauses.Position
	for _, a := range c.Positions() {
		p, _ := w.Position(c, a.ID, doc.Bokmal)
		got = append(got, p)
	}
	want := []clauses.Position{
		{ID: "", Rank: "preferred", Favours: "controller", Title: "Fullt", Rationale: "Den som volder tapet, bærer det"},
		{ID: "capped", Rank: "fallback", Favours: "processor", Title: "Begrenset for dataansvarlig", Rationale: "Et kompromiss"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

// described is the default text of a clause that has others.
const described = "default: {favours: controller, title: {nb: Fullt}, rationale: {nb: \"Den som volder tapet, bærer det\"}}\n"

// TestNotes: a note is in paragraphs, in the words of the case.
func TestNotes(t *testing.T) {
	l := load(t, files("text/dpa/x.yaml", header+"notes:\n  nb: >-\n    Til {{ term \"controller\" }} etter\n    {{ law \"gdpr-28\" }}.\n\n    **To**.\n", "text/dpa/x.nb.md", "# T\n\nEn."), options())
	c, _ := l.Clause("dpa.x")
	w := l.Words(object{"agreement": object{"controllerTerm": "behandlingsansvarlig"}}, nil)
	if got := w.Notes(c, doc.Bokmal); !slices.Equal(got, []string{"Til behandlingsansvarlig etter artikkel\u00a028.", "To."}) {
		t.Errorf("%q", got)
	}
	if got := w.Notes(c, doc.English); len(got) > 0 {
		t.Errorf("%q", got)
	}
	if len(c.Positions()) > 0 {
		t.Error("a clause with one text has positions")
	}
}

// TestOverlay: a house library replaces a clause with all its texts, and is named.
func TestOverlay(t *testing.T) {
	base := files(
		"text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# Deres\n\nEn.", "text/dpa/x.nn.md", "# Deira\n\nEin.",
		"text/dpa/y.yaml", strings.Replace(header, "dpa.x", "dpa.y", 1), "text/dpa/y.nb.md", "# Y\n\nEn.",
	)
	house := fstest.MapFS{
		"text/dpa/x.yaml":   {Data: []byte(header)},
		"text/dpa/x.nb.md":  {Data: []byte("# Vår\n\nTo.\n")},
		"text/own/z.yaml":   {Data: []byte(strings.Replace(header, "dpa.x", "own.z", 1))},
		"text/own/z.nb.md":  {Data: []byte("# Z\n\nTre.\n")},
		"law.yaml":          {Data: []byte(laws)},
		"text/dpa/notes.md": nil,
	}
	delete(house, "text/dpa/notes.md")
	l := load(t, base, clauses.Options{Languages: []doc.Language{doc.Bokmal, doc.Nynorsk}, Overlay: house})
	x, _ := l.Clause("dpa.x")
	if x.Title(doc.Bokmal) != "Vår" || !x.Overridden {
		t.Errorf("%q, %v", x.Title(doc.Bokmal), x.Overridden)
	}
	if _, ok := x.Text("", doc.Nynorsk); ok {
		t.Error("the nynorsk text of the clause that was replaced is still there")
	}
	for id, want := range map[string]bool{"dpa.y": false, "own.z": true} {
		if c, ok := l.Clause(id); !ok || c.Overridden != want {
			t.Errorf("%s: %v", id, ok)
		}
	}
	if got, want := l.Overridden(), []string{"law.yaml", "text/dpa/x.nb.md", "text/dpa/x.nn.md", "text/dpa/x.yaml"}; !slices.Equal(got, want) {
		t.Errorf("overridden %q, want %q", got, want)
	}
	if got := load(t, base, options()).Overridden(); len(got) > 0 {
		t.Errorf("overridden without a house library: %q", got)
	}
}

func TestHead(t *testing.T) {
	l := load(t, files("text/dpa/x.yaml", header+"law: [gdpr-28]\ncovers: {\"gdpr:DPA-L-19\": [a, \"2\"]}\nwhen: has .service.models \"saas\"\n",
		"text/dpa/x.nb.md", "# T\n\nEn. {#a}\n\nTo [[annex-a]] og [[dpa.x#a]]."), options())
	c, _ := l.Clause("dpa.x")
	if c.Version != "1" || c.Licence != "CC-BY-4.0" || c.Origin != "samsvar" || c.Checked != "2026-11-22" || c.File != "text/dpa/x.yaml" || c.Overridden {
		t.Errorf("%+v", c)
	}
	if !reflect.DeepEqual(c.Covers, map[string][]string{"gdpr:DPA-L-19": {"a", "2"}}) || !slices.Equal(c.Law, []string{"gdpr-28"}) {
		t.Errorf("%v %v", c.Covers, c.Law)
	}
	for models, want := range map[string]bool{"saas": true, "iaas": false} {
		yes, open, err := filler(l, object{"service": object{"models": []any{models}}}, doc.Bokmal).True(c.When)
		if yes != want || open != nil || err != nil {
			t.Errorf("%s: %v %v %v", models, yes, open, err)
		}
	}
	if _, open, _ := filler(l, object{}, doc.Bokmal).True(c.When); open == nil || open.Path != "service" {
		t.Errorf("%v", open)
	}
	text, _ := c.Text("", doc.Bokmal)
	var got []string
	for _, r := range text.References() {
		got = append(got, r.Target)
	}
	if !slices.Equal(got, []string{"annex-a", "dpa.x#a"}) || text.References()[1].Pos.Line != 5 || text.References()[1].Pos.Column != 19 {
		t.Errorf("%v", text.References())
	}
	law, ok := l.Law("gdpr-28")
	if !ok || law.Citation(doc.English) != "Article 28" || law.Citation(doc.Nynorsk) != "artikkel 28" {
		t.Errorf("%+v", law)
	}
}

// TestWords: the case chooses the variant of a term; names come from the case, else
// from the library.
func TestWords(t *testing.T) {
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# Ansvar {{ .id }}"), options())
	names := func(id string, _ doc.Language) (name, open string, ok bool) {
		if id == "later" {
			return "", "processor", false
		}
		return "Natt AS", "", id == "natt"
	}
	for chosen, want := range map[string]string{"": "dataansvarlig", "dataansvarlig": "dataansvarlig", "behandlingsansvarlig": "behandlingsansvarlig", "sjef": "dataansvarlig"} {
		view := object{"agreement": object{"controllerTerm": chosen}}
		if chosen == "" {
			view = object{}
		}
		if got, ok := l.Words(view, names).Term("controller", "", doc.Bokmal); !ok || got != want {
			t.Errorf("%q: %q", chosen, got)
		}
	}
	w := l.Words(object{}, names)
	for id, want := range map[string]string{"natt": "Natt AS", "dpa.x": "Ansvar {{ .id }}", "nobody": ""} {
		if got, open, ok := w.Name(id, doc.Bokmal); got != want || open != "" || ok != (want != "") {
			t.Errorf("%s: %q", id, got)
		}
	}
	if _, open, ok := w.Name("later", doc.Bokmal); ok || open != "processor" {
		t.Errorf("later: %q", open)
	}
	_, _, untitled := w.Name("dpa.x", doc.English)
	if untitled {
		t.Error("a title in a language that is not loaded")
	}
	for _, ok := range []bool{second(w.Term("nobody", "", doc.Bokmal)), second(w.Term("controller", "dative", doc.Bokmal)), second(w.Law("gdpr-1", doc.Bokmal)), third(l.Words(object{}, nil).Name("natt", doc.Bokmal))} {
		if ok {
			t.Error("found what is not there")
		}
	}
}

func second(_ string, ok bool) bool   { return ok }
func third(_, _ string, ok bool) bool { return ok }

// TestConcurrent: a library can be filled from by many at once.
func TestConcurrent(t *testing.T) {
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# T {{ .id }}\n\n::: each .subprocessors\n- {{ .name | upper }} {{ Term \"controller\" }}\n:::"), options())
	want := dump(section(t, l, sample()))
	var all sync.WaitGroup
	for range 32 {
		all.Go(func() {
			if got := dump(section(t, l, sample())); got != want {
				t.Errorf("%s", got)
			}
		})
	}
	all.Wait()
}
