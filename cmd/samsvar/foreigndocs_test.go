package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// foreignDocuments makes documents: they hold no word of another language, but for
// what the case says. The texts of the case are taken out first: what has a blank
// in it is written by people, and becomes a word of no language. What is left is
// single words, such as a title or an address.
func foreignDocuments(t *testing.T, names allowed, used map[string]bool) {
	cases, err := filepath.Glob("../../examples/*/case.yaml")
	if err != nil || len(cases) < 3 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, name := range cases {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		file := filepath.Join(dir, "case.yaml")
		text, own := speechless(t, text)
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
		var out, diagnostics bytes.Buffer
		code := run([]string{"generate", file, "--all", "--format", "md", "--lang", "nb", "--lang", "nn", "--lang", "en", "--with-coverage", "-o", dir}, nil, &out, &diagnostics, noEnv)
		if code != exitDone && code != exitOpen {
			t.Fatalf("%s: exit %d: %s", name, code, &diagnostics)
		}
		for _, made := range strings.Fields(out.String()) {
			text, err := os.ReadFile(made)
			if err != nil {
				t.Fatal(err)
			}
			language := strings.Split(filepath.Base(made), ".")[1]
			lines := strings.Split(string(text), "\n")
			if len(lines) < 50 {
				t.Errorf("%s: only %d lines", made, len(lines))
			}
			for _, line := range lines {
				line = casePath.ReplaceAllString(line, "|") // a key of the case file is no word
				line = names.without(language, printedText(line), used)
				words := slices.DeleteFunc(foreign(language, line), func(word string) bool { return own[word] })
				if len(words) > 0 {
					t.Errorf("%s, %s: %s\n    %s", name, filepath.Base(made), strings.Join(words, ", "), line)
				}
			}
		}
	}
}

// speechless replaces the values of a case that are written by people. Left are
// the words of the others.
func speechless(t *testing.T, text []byte) (_ []byte, left map[string]bool) {
	t.Helper()
	left = map[string]bool{}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind != yaml.MappingNode || i%2 == 1 {
				walk(c)
			}
		}
		if n.Kind == yaml.ScalarNode && strings.Contains(strings.TrimSpace(n.Value), " ") && strings.ContainsAny(n.Value, "abcdefghijklmnopqrstuvwxyzæøå") {
			n.SetString("Qqqq")
		}
		if n.Kind == yaml.ScalarNode {
			for _, word := range letters.FindAllString(n.Value, -1) {
				left[word] = true
			}
		}
	}
	walk(&root)
	out, err := yaml.Marshal(&root)
	if err != nil {
		t.Fatal(err)
	}
	return out, left
}

var anchorTag = regexp.MustCompile(`<a id="[^"]*"></a>`)

// printedText is a line of a Markdown document without its marks and addresses.
func printedText(line string) string {
	line = anchorTag.ReplaceAllString(strings.ReplaceAll(line, "\\", ""), "")
	return strings.Join(strings.Fields(markup.ReplaceAllString(line, " ")), " ")
}

// casePath is the path of an open point in the list of a draft.
var casePath = regexp.MustCompile(`<br>\*[A-Za-z0-9_.\[\]]+\* \|`)
