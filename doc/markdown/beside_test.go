package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/markdown"
)

// TestBeside: all text of both languages is in the file, and a reader of Markdown
// finds a quotation for each block in the second language.
func TestBeside(t *testing.T) {
	d := doctest.Bilingual()
	tokens := read(t, write(t, d))
	all := strings.Join(tokens, "\n")
	for _, s := range doctest.Texts(d) {
		if s = strings.TrimSuffix(doctest.OneLine(s), ":"); !strings.Contains(all, s) && s != "Side" && s != "av" && s != "Page" && s != "of" {
			t.Errorf("%q is not in the file", s)
		}
	}
	twins, err := d.Twins()
	if err != nil {
		t.Fatal(err)
	}
	want := 1 // the title
	for b := range twins {
		switch b := b.(type) {
		case *doc.Section:
			want += 1 + 2*len(b.Comments)
		case *doc.Paragraph:
			want++
		}
	}
	quotes := 0
	for _, token := range tokens {
		if token == "<blockquote>" {
			quotes++
		}
	}
	if quotes != want {
		t.Errorf("%d quotations, want %d", quotes, want)
	}
}

func TestBesideRefuses(t *testing.T) {
	apart := doctest.Apart()
	apart["a language without words"] = doctest.Bilingual()
	apart["a language without words"].Beside.Language = doc.Language("se")
	for name, d := range apart {
		var b bytes.Buffer
		if err := markdown.Write(&b, d, markdown.Options{}); err == nil || b.Len() > 0 || !strings.HasPrefix(err.Error(), "markdown: ") {
			t.Errorf("%s: written, %v", name, err)
		}
	}
}
