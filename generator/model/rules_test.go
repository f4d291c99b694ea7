package model

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/generator/report"
)

// The rules of load.yaml are all used here, and say the same in all languages.
func TestRules(t *testing.T) {
	file, err := os.ReadFile("../report/rules/load.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ids := regexp.MustCompile(`(?m)^- id: (\S+)$`).FindAllStringSubmatch(string(file), -1)
	if len(ids) < 40 {
		t.Fatalf("only %d rules", len(ids))
	}
	var code strings.Builder
	sources, _ := filepath.Glob("*.go")
	for _, name := range sources {
		if !strings.HasSuffix(name, "_test.go") {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			code.Write(text)
		}
	}
	placeholder := regexp.MustCompile(`\{[a-zA-Z]+\}`)
	for _, match := range ids {
		id := match[1]
		made := strings.HasPrefix(id, "want-") || id == "not-date" || id == "not-email" || id == "not-period" // from the kind or format
		if !made && !strings.Contains(code.String(), `"`+id+`"`) {
			t.Errorf("rule %s is not used", id)
		}
		rule, ok := report.RuleByID(id)
		if !ok {
			t.Errorf("rule %s is not there", id)
		}
		for _, texts := range []map[string]string{rule.Message, rule.Hint} {
			if texts == nil {
				continue
			}
			for _, l := range []string{"nb", "nn", "en"} {
				s := texts[l]
				if s == "" || strings.HasSuffix(s, ".") || strings.ToUpper(s[:1]) == s[:1] && regexp.MustCompile(`^[A-Z]`).MatchString(s) {
					t.Errorf("%s %s: %q", id, l, s)
				}
				if got, want := strings.Join(placeholder.FindAllString(s, -1), ""), strings.Join(placeholder.FindAllString(texts["en"], -1), ""); got != want {
					t.Errorf("%s %s has %s, English %s", id, l, got, want)
				}
			}
		}
	}
}
