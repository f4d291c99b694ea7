package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func TestMarkdown(t *testing.T) {
	for _, language := range []string{"nb", "nn", "en"} {
		var b, again bytes.Buffer
		if err := Markdown(&b, sample(), language); err != nil {
			t.Fatal(err)
		}
		golden(t, language+".md", b.Bytes())
		if err := Markdown(&again, sample(), language); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("not the same bytes again, %v", err)
		}
	}
	var empty bytes.Buffer
	if err := Markdown(&empty, &Report{}, "en"); err != nil || empty.String() != "**samsvar: complete: nothing wrong and nothing open**\n" {
		t.Errorf("%q, %v", empty.String(), err)
	}
}

// TestMarkdownHostile: no value from a case is anything else than text to those
// who show the report.
func TestMarkdownHostile(t *testing.T) {
	for _, bad := range []string{
		"<script>alert(1)</script>", "<img src=x>", "a|b|c", "`x` ``y``", "[a](http://x.example)", "![a](x)", "# head", "1. one", "- item",
		"**b** _i_ ~~s~~", "a\n\n# head", "\\", "</td>", "&lt;b&gt;", "$$x$$", "x\\|y", "<!-- -->",
	} {
		r := &Report{
			Problems: []Problem{
				{Rule: "reference-unknown", Path: bad, Pos: Pos{File: bad, Line: 3}, Args: map[string]string{"id": bad, "where": bad, "suggestion": bad}},
				{Rule: "own-purposes", Args: map[string]string{"purposes": bad}},
				{Rule: "transfer-missing", Args: map[string]string{"entity": bad}},
			},
			Silenced: []Problem{{Rule: "review-overdue", Lowered: &Lowered{Silenced: true, Reason: bad, By: bad, Date: bad}}},
			Open:     []Open{{No: 1, Path: bad, Document: bad, Label: bad, Responsible: bad, Pos: Pos{File: bad, Line: 1}}},
		}
		var b, html bytes.Buffer
		if err := Markdown(&b, r, "en"); err != nil {
			t.Fatal(err)
		}
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(b.Bytes(), &html); err != nil {
			t.Fatal(err)
		}
		for tag, want := range map[string]int{"<h3>": 3, "<h1": 0, "<h2": 0, "<table>": 1, "<tr>": 2, "<script": 0, "<img": 0, "<!--": 0, "<del>": 0, "<em>": 0, "<strong>": 1, "<ol>": 0} {
			if n := strings.Count(html.String(), tag); n != want {
				t.Errorf("%q: %s %d times, want %d:\n%s\n%s", bad, tag, n, want, b.String(), html.String())
			}
		}
		for _, a := range strings.Split(html.String(), "<a ")[1:] {
			if href, _, _ := strings.Cut(a, ">"); strings.Contains(href, "x.example\"") {
				t.Errorf("%q: a link of the case: %s", bad, href)
			}
		}
	}
	if got := escape("@alle og post@virksomhet.example"); got != "@\u2060alle og post@virksomhet.example" {
		t.Errorf("%q", got)
	}
}
