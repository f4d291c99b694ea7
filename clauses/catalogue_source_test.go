package clauses_test

import (
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

func TestSourceIn(t *testing.T) {
	for source, want := range map[string][2]string{
		"EDPB 7/2020; Opinion 22/2024 para 88":   {"EDPB 7/2020; uttalelse 22/2024 avsnitt 88", "EDPB 7/2020; fråsegn 22/2024 avsnitt 88"},
		"EDPB Rec. 01/2020 step 4, annex 2":      {"EDPB anbefaling 01/2020 trinn 4, vedlegg 2", "EDPB tilråding 01/2020 steg 4, vedlegg 2"},
		"GDPR 28(3), recital 81":                 {"GDPR 28(3), fortalepunkt 81", "GDPR 28(3), fortalepunkt 81"},
		"fact sheet 36; via remote-access guide": {"faktaark 36; via veilederen om fjernaksess", "faktaark 36; via rettleiaren om fjernaksess"},
		"Skyveilederen 3.8; parastep":            {"Skyveilederen 3.8; parastep", "Skyveilederen 3.8; parastep"},
	} {
		d := clauses.Demand{Source: source}
		if got := d.SourceIn(doc.English); got != source {
			t.Errorf("en: %q", got)
		}
		if got := d.SourceIn(doc.Bokmal); got != want[0] {
			t.Errorf("nb: %q, want %q", got, want[0])
		}
		if got := d.SourceIn(doc.Nynorsk); got != want[1] {
			t.Errorf("nn: %q, want %q", got, want[1])
		}
	}
}
