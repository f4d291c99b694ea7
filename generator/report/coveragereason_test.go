package report

import (
	"bytes"
	"strings"
	"testing"
)

// TestReasonInWords: the words that a document type has for a condition stand for
// it, in the language of the reader; a chosen alternative has its own.
func TestReasonInWords(t *testing.T) {
	words := map[string]string{"nb": "teksten er standardens", "nn": "teksten er i standarden", "en": "the text is the standard’s"}
	row := CoverageRow{Demand: "a:1", Status: NotApplicable, Left: []Left{
		{Clause: "dpa.x#1", Condition: "form", Reason: words}, {Clause: "dpa.y#1", Condition: "form", Reason: words}, {Clause: "dpa.z#1", Condition: "other"},
	}}
	c := &Coverage{Document: "dpa", Party: "oslo", Language: "nb", Demands: []CoverageRow{row}}
	for language, want := range map[string]string{
		"nb": "teksten er standardens; dpa.z#1 er bare med når: other",
		"nn": "teksten er i standarden; dpa.z#1 er berre med når: other",
		"en": "the text is the standard’s; dpa.z#1 is there only when: other",
		"xx": "the text is the standard’s; dpa.z#1 is there only when: other",
	} {
		if got := c.Reason(row, language); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
	row.Left = []Left{{Clause: "dpa.x#1", Alternative: "short", Reason: words}}
	if got := c.Reason(row, "en"); got != "the alternative short of dpa.x#1 lacks the text" {
		t.Error(got)
	}
	var b bytes.Buffer
	if err := CoverageText(&b, c, TextOptions{Language: "en"}); err != nil || !strings.Contains(b.String(), "dpa.oslo (nb): 1 demand") {
		t.Errorf("%v %s", err, b.String())
	}
	b.Reset()
	if err := CoverageJSON(&b, c, "en"); err != nil || !strings.Contains(b.String(), `"party": "oslo"`) {
		t.Errorf("%v %s", err, b.String())
	}
}
