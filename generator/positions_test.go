package generator_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// reportingClauses is the miniature library with a clause that prints positions.
func reportingClauses(document string) fstest.MapFS {
	fsys := miniClauses()
	fsys["text/mini/report.yaml"] = &fstest.MapFile{Data: []byte("id: mini.report\nchecked: 2026-04-01\n" + clauseHead)}
	for _, l := range []string{"nb", "nn", "en"} {
		fsys["text/mini/report."+l+".md"] = &fstest.MapFile{Data: []byte("# R\n\n" +
			"Avvik: {{ count (where (positions \"" + document + "\") \"changed\" true) }}.\n\n" +
			":::: each positions \"" + document + "\"\n{{ name .clause }}: {{ .title }}, {{ .rankLabel }}, {{ .favours }}, {{ .rationale }}; {{ .preferredTitle }}, {{ .preferredFavours }}, {{ .preferredRationale }}\n\n" +
			"::: when .changed\n{{ .reason }}\n:::\n::::\n")}
	}
	return fsys
}

// positions are what that clause says.
func positions(t *testing.T, g *generator.Generator, pairs ...string) (out []string) {
	t.Helper()
	d, _ := tree(t, g, load(t, g, pairs...), doc.Bokmal)
	for _, b := range d.Blocks {
		if s, ok := b.(*doc.Section); ok && s.ID == "mini.report" {
			for _, p := range s.Blocks {
				out = append(out, doc.Plain(p.(*doc.Paragraph).Inlines))
			}
		}
	}
	return out
}

func TestPositions(t *testing.T) {
	g := miniWith(t, options(reportingClauses("mini")), "  - clause: mini.intro\n", "  - clause: mini.intro\n  - clause: mini.report\n")
	equal(t, "preferred", positions(t, g), "Avvik: 0.", "Revisjon: Lang, foretrukket, dataansvarlig, Best; Lang, dataansvarlig, Best")
	equal(t, "chosen", positions(t, g, "  venue:", chosenShort), "Avvik: 1.", "Revisjon: Kort, siste utvei, begge parter, Enkelt; Lang, dataansvarlig, Best", "Liten tid")
	equal(t, "a reason that is missing", positions(t, g, "  venue:", "  choices: {mini.audit: {alternative: short}}\n  venue:"),
		"Avvik: 1.", "Revisjon: Kort, siste utvei, begge parter, Enkelt; Lang, dataansvarlig, Best",
		"[Begrunnelse (valg for vilkår «mini.audit»)]")

}

// TestPositionsOfWhatApplies: a clause that the case leaves out has no position; one
// that cannot be decided yet has.
func TestPositionsOfWhatApplies(t *testing.T) {
	g := miniWith(t, options(reportingClauses("mini")), "  - clause: mini.intro\n", "  - clause: mini.report\n",
		"  - clause: mini.audit\n", "  - {clause: mini.audit, when: eq .agreement.breachNoticeHours 48}\n")
	equal(t, "left out", positions(t, g), "Avvik: 0.")
	equal(t, "undecided", positions(t, g, "  breachNoticeHours: 24\n", ""), "Avvik: 0.", "Revisjon: Lang, foretrukket, dataansvarlig, Best; Lang, dataansvarlig, Best")
}

// TestPositionsOfNothing: a document type that there is not is an error of the library.
func TestPositionsOfNothing(t *testing.T) {
	_, err := generator.New(generator.Options{Clauses: reportingClauses("mni"), Templates: fstest.MapFS{"mini/template.yaml": {Data: []byte(miniTemplate)}}})
	var bad *generator.LibraryError
	if !errors.As(err, &bad) || bad.Problems[0].Rule != "expression-value" || bad.Problems[0].Args["suggestion"] != "mini" {
		t.Errorf("%v", err)
	}
}
