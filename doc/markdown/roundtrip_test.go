package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/samsvar/samsvar/doc/doctest"
)

// reader reads all that GitHub reads, and keeps the tags that the writer writes.
var reader = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote),
	goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()))

// read returns tags and texts of Markdown as goldmark understands it.
func read(t *testing.T, md []byte) []string {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert(md, &b); err != nil {
		t.Fatal(err)
	}
	xml := strings.ReplaceAll(b.String(), "<br>", "<br/>")
	tokens, err := doctest.Tokens(strings.NewReader("<doc>" + xml + "</doc>"))
	if err != nil {
		t.Fatalf("%v in\n%s\nfrom\n%s", err, xml, md)
	}
	return tokens
}

const mark = "Qzq"

// checkEscape checks that a document with the text s everywhere reads back with
// the same structure as with a harmless text, and with s in its places.
func checkEscape(t *testing.T, s string) {
	t.Helper()
	if doctest.OneLine(s) == "" {
		return // an empty text leaves out lines
	}
	md := write(t, doctest.Filled(s))
	want := read(t, write(t, doctest.Filled(mark)))
	for i, token := range want {
		want[i] = doctest.OneLine(strings.ReplaceAll(token, mark, doctest.OneLine(s)))
	}
	squeeze := func(tokens []string) []string { // spaces beside tags and between texts do not count
		for i := range tokens {
			tokens[i] = strings.ReplaceAll(tokens[i], " ", "")
		}
		return tokens
	}
	if diff := cmp.Diff(squeeze(want), squeeze(read(t, md))); diff != "" {
		t.Errorf("text %q does not read back (-want +got)\n%s", s, diff)
	}
	if bytes.Contains(md, []byte("{{")) {
		t.Errorf("text %q leaves {{", s)
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
