package ruleguide_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/report/internal/ruleguide"
)

func TestCommittedGuideIsFresh(t *testing.T) {
	committed, err := os.ReadFile("../../../../doc/guide/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(ruleguide.Guide(), committed) {
		t.Error("doc/guide/rules.md is old: run go generate ./generator/report")
	}
}

// TestEveryRule: each rule stands on the page once.
func TestEveryRule(t *testing.T) {
	for _, r := range report.Rules() {
		if n := bytes.Count(ruleguide.Guide(), []byte("\n| `"+r.ID+"` |")); n != 1 {
			t.Errorf("%s stands there %d times", r.ID, n)
		}
	}
}
