package clauses_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// object is a case as model.Case.View gives it.
type object = map[string]any

const (
	header = "id: dpa.x\nversion: \"1\"\nlicence: CC-BY-4.0\nsource: samsvar\nchecked: 2026-11-22\n"
	terms  = `- id: controller
  choose: .agreement.controllerTerm
  default: dataansvarlig
  variants:
    dataansvarlig: {nb: {form: dataansvarlig, genitive: dataansvarliges}, nn: {form: dataansvarleg, genitive: dataansvarlegs}, en: {form: the controller, genitive: the controller's}}
    behandlingsansvarlig: {nb: {form: behandlingsansvarlig, genitive: behandlingsansvarliges}, nn: {form: behandlingsansvarleg, genitive: behandlingsansvarlegs}, en: {form: the controller, genitive: the controller's}}
`
	laws = "- {id: gdpr-28, nb: artikkel 28, nn: artikkel 28, en: Article 28, source: \"https://eur-lex.europa.eu\", checked: 2026-11-22}\n"
)

// files makes a library of terms, provisions and what is given; a value without a
// newline at its end gets one.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{"terms.yaml": {Data: []byte(terms)}, "law.yaml": {Data: []byte(laws)}}
	for i := 0; i+1 < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(strings.TrimSuffix(pairs[i+1], "\n") + "\n")}
	}
	return fsys
}

// messages are problems as people read them, without the hint.
func messages(problems []report.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(line(p) + "\n")
	}
	return b.String()
}

// load loads a library that must be right.
func load(t testing.TB, fsys fstest.MapFS, o clauses.Options) *clauses.Library {
	t.Helper()
	l, problems := clauses.Load(fsys, o)
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", messages(problems))
	}
	return l
}

func filler(l *clauses.Library, view object, language doc.Language) *clauses.Filler {
	return &clauses.Filler{
		Context: &expr.Context{Root: view, Dot: view, Language: language, Words: l.Words(view, nil)},
		Open:    func(path string) *doc.Open { return &doc.Open{Path: path, Label: "?"} },
	}
}

// section fills the clause dpa.x in bokmål.
func section(t testing.TB, l *clauses.Library, view object) *doc.Section {
	t.Helper()
	c, ok := l.Clause("dpa.x")
	if !ok {
		t.Fatal("no clause dpa.x")
	}
	text, ok := c.Text("", doc.Bokmal)
	if !ok {
		t.Fatal("no text in bokmål")
	}
	s, err := filler(l, view, doc.Bokmal).Section(c, text, doc.Clause)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// dump is a numbered section as text, without the lines about the document.
func dump(s *doc.Section) string {
	d := &doc.Document{Blocks: []doc.Block{s}, Labels: doc.Labels{Clause: "punkt", Annex: "Bilag", Table: "Tabell"}}
	doc.Number(d)
	_, rest, _ := strings.Cut(doc.Dump(d), "section ")
	return "section " + rest
}

// body is the dump of what stands under the heading, not indented.
func body(s *doc.Section) string {
	_, out, _ := strings.Cut(dump(s), "\n")
	return strings.ReplaceAll(strings.TrimPrefix(out, "  "), "\n  ", "\n")
}

// filled is the text below "# T" in a document.
func filled(t testing.TB, text string, view object) string {
	t.Helper()
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# T\n\n"+text), clauses.Options{})
	return body(section(t, l, view))
}

func options() clauses.Options { return clauses.Options{} }

// line is one problem: file:line:column: message; what is unknown is left out.
func line(p report.Problem) string {
	at := p.Pos.File
	for _, n := range []int{p.Pos.Line, p.Pos.Column} {
		if n > 0 {
			at += ":" + strconv.Itoa(n)
		}
	}
	return at + ": " + p.Rule + ": " + p.Message("en")
}
