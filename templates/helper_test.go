package templates_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

const (
	terms = "- {id: controller, default: a, variants: {a: {nb: {form: dataansvarlig}, nn: {form: dataansvarleg}, en: {form: the controller}}}}\n"
	laws  = "- {id: gdpr-28, nb: artikkel 28, nn: artikkel 28, en: Article 28, source: \"https://eur-lex.europa.eu\", checked: 2026-11-22}\n"
	head  = "\nversion: \"1\"\nlicence: CC-BY-4.0\nsource: samsvar\nchecked: 2026-11-22\n"
)

// library has the clauses dpa.x and dpa.y, of which dpa.y refers to table:parts
// and annex-a.
func library(t testing.TB, languages ...doc.Language) *clauses.Library {
	t.Helper()
	fsys := fstest.MapFS{
		"terms.yaml": {Data: []byte(terms)}, "law.yaml": {Data: []byte(laws)},
		"text/dpa/x.yaml": {Data: []byte("id: dpa.x" + head)}, "text/dpa/y.yaml": {Data: []byte("id: dpa.y" + head)},
	}
	for _, l := range doc.Languages() {
		fsys["text/dpa/x."+string(l)+".md"] = &fstest.MapFile{Data: []byte("# X\n\nEn. {#first}\n")}
		fsys["text/dpa/y."+string(l)+".md"] = &fstest.MapFile{Data: []byte("# Y\n\nSe [[table:parts]] og [[annex-a]].\n")}
	}
	lib, problems := clauses.Load(fsys, clauses.Options{Languages: languages})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	return lib
}

// messages are problems as a person reads them: file:line:column: message.
func messages(problems []report.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Pos.File)
		for _, n := range []int{p.Pos.Line, p.Pos.Column} {
			if n > 0 {
				b.WriteString(":" + strconv.Itoa(n))
			}
		}
		b.WriteString(": " + p.Message("en") + "\n")
		if hint := p.Hint("en"); hint != "" {
			b.WriteString("  hint: " + hint + "\n")
		}
	}
	return b.String()
}
