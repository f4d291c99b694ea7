package expr_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
)

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
		if !slices.Contains(documented, name) {
			t.Errorf("the guide does not list %s", name)
		}
	}
}
