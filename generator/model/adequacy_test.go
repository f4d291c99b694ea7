package model

import (
	"strings"
	"testing"
	"time"
)

func TestAdequacyData(t *testing.T) {
	if len(adequacy()) < 16 {
		t.Fatalf("%d decisions", len(adequacy()))
	}
	for code, a := range adequacy() {
		c, known := CountryByCode(code)
		if !known || c.EEA {
			t.Errorf("%s is no country outside the EEA", code)
		}
		for _, d := range []Date{a.Adopted, a.Checked} {
			if _, err := time.Parse(time.DateOnly, string(d)); err != nil {
				t.Errorf("%s: %v", code, err)
			}
		}
		if a.Decision == "" || !strings.HasPrefix(a.Source, "https://eur-lex.europa.eu/") || a.Checked < a.Adopted {
			t.Errorf("%s: no number or source, or checked before it was adopted", code)
		}
	}
	if AdequacyChecked() != "2026-11-22" {
		t.Errorf("checked %s", AdequacyChecked())
	}
	for code, want := range map[string]string{"US": "DPF", "CA": "PIPEDA", "CH": ""} {
		if a, _ := AdequacyOf(code); a.Scope != want {
			t.Errorf("%s: scope %q", code, a.Scope)
		}
	}
	for code, want := range map[string]bool{"GB": true, "IN": false, "NO": false, "": false} {
		if _, ok := AdequacyOf(code); ok != want {
			t.Errorf("%s: %v", code, ok)
		}
	}
}

func TestReadAdequacyRefuses(t *testing.T) {
	head, _, _ := strings.Cut(adequacyCSV, "\n")
	row := "CH,1,2000-01-01,2026-01-01,,x\n"
	for name, text := range map[string]string{"twice": head + "\n" + row + row, "short": head + "\nCH,1\n"} {
		if _, err := readAdequacy(text); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
