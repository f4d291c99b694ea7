package clauses

import (
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func TestBeginsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                true,
		"Avtalen gjelder.":                true,
		"Hva gjelder? ":                   true,
		"Plikten følger av ":              false,
		"Dette skal vurderes, jf. ":       false,
		"(jf. ":                           false,
		"etter Personvernloven nr.\u00a0": false,
		"Se under:":                       false,
	} {
		if got := beginsSentence(doc.T(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	note := []doc.Inline{&doc.Text{S: "Slutt."}, &doc.Footnote{Inlines: doc.T("jf. noe")}, &doc.Text{S: " "}}
	if !beginsSentence(note) {
		t.Error("a footnote after the full stop hides it")
	}
}
