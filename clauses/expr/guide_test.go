package expr_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
)

// undocumented are functions that doc/guide/write-a-clause.md does not list yet.
// An entry that the guide has, or that does not exist, fails the test.
var undocumented = []string{"entries", "months", "sentence", "trimPrefix", "trimSuffix"}

// TestGuide: the guide lists just the functions that there are.
func TestGuide(t *testing.T) {
	text, err := os.ReadFile("../../doc/guide/write-a-clause.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(text), "| function | gives |\n|---|---|\n")
	if !found {
		t.Fatal("the guide has no table of functions")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var documented []string
	for _, row := range strings.Split(table, "\n") {
		cell := strings.Split(row, " | ")[0]
		for _, m := range regexp.MustCompile("`([A-Za-z]+)[^`]*`").FindAllStringSubmatch(cell, -1) {
			documented = append(documented, m[1])
		}
	}
	if len(documented) < 20 {
		t.Fatalf("found only %v in the guide", documented)
	}
	for _, name := range documented {
		if !slices.Contains(expr.Functions(), name) {
			t.Errorf("the guide documents %s, which is no function", name)
		}
	}
	for _, name := range expr.Functions() {
		if slices.Contains(documented, name) == slices.Contains(undocumented, name) {
			t.Errorf("%s: documented is %v, listed as undocumented %v", name, slices.Contains(documented, name), slices.Contains(undocumented, name))
		}
	}
	for _, name := range undocumented {
		if !slices.Contains(expr.Functions(), name) {
			t.Errorf("%s is no function", name)
		}
	}
}
