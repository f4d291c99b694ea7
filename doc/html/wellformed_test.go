package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc/doctest"
)

// read returns tags and texts of a file, without the tags that depend on the text.
func read(t *testing.T, file []byte) []string {
	t.Helper()
	tokens, err := doctest.Tokens(bytes.NewReader(file), "bdi", "span")
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	// The style sheet holds the header in CSS strings, which a text cannot leave.
	for i, s := range tokens {
		if s == "<style>" {
			if strings.Count(tokens[i+1], "{") != strings.Count(tokens[i+1], "}") || tokens[i+2] != "</style>" {
				t.Fatalf("style sheet is broken: %s", tokens[i+1])
			}
			tokens[i+1] = ""
		}
	}
	return tokens
}

const mark = "Qzq"

// checkEscape checks that a document with the text s everywhere has the same
// structure as one with a harmless text, and s in its places.
func checkEscape(t *testing.T, s string) {
	t.Helper()
	if doctest.OneLine(s) == "" {
		return // an empty text leaves out elements
	}
	squeeze := func(tokens []string) []string { // spaces beside tags do not count
		for i := range tokens {
			tokens[i] = strings.ReplaceAll(tokens[i], " ", "")
		}
		return tokens
	}
	want := read(t, write(t, doctest.Filled(mark)))
	for i, token := range want {
		want[i] = doctest.OneLine(strings.ReplaceAll(token, mark, doctest.OneLine(s)))
	}
	if diff := cmp.Diff(squeeze(want), squeeze(read(t, write(t, doctest.Filled(s))))); diff != "" {
		t.Errorf("text %q does not read back (-want +got)\n%s", s, diff)
	}
}

func TestEscape(t *testing.T) {
	for _, s := range doctest.Values() {
		checkEscape(t, s)
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range doctest.Values() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) <= 2000 {
			checkEscape(t, s)
		}
	})
}

func TestHostile(t *testing.T) {
	file := write(t, doctest.Hostile())
	read(t, file)
	if bytes.Contains(file, []byte("<script")) {
		t.Error("a text became a script")
	}
	if bytes.ContainsAny(file, "\x00\x07\x1b\r") {
		t.Error("control characters are left")
	}
}

func TestIsolatesDirection(t *testing.T) {
	got := string(write(t, doctest.Filled("\u05e9\u05dc\u05d5\u05dd")))
	if !strings.Contains(got, "<bdi>\u05e9\u05dc\u05d5\u05dd</bdi>") {
		t.Error("right-to-left text is not isolated")
	}
	if _, title, _ := strings.Cut(got, "<title>"); strings.HasPrefix(title, "Filled <bdi>") || !strings.HasPrefix(title, "Filled \u05e9") {
		t.Error("the title holds more than text")
	}
	if strings.Contains(string(write(t, doctest.KitchenSink())), "<bdi>") {
		t.Error("left-to-right text is isolated")
	}
}
