package generator_test

import (
	"os"
	"strings"
	"testing"
)

// TestReadme: the code in the README is that of the Example, which runs.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "```go\n")
	shown, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("the README has no Go code")
	}
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ = strings.Cut(string(source), "func Example() {\n")
	body, _, found := strings.Cut(rest, "\t// Output:")
	if !found {
		t.Fatal("no Example")
	}
	var want strings.Builder
	for line := range strings.Lines(body) {
		want.WriteString(strings.TrimPrefix(line, "\t"))
	}
	// The example runs in its own folder, the reader in that of the README.
	if got := want.String(); shown != strings.ReplaceAll(got, "../examples/", "examples/") {
		t.Errorf("the README shows\n%s\nthe Example is\n%s", shown, got)
	}
}
