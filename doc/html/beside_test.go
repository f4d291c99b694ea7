package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/html"
)

// TestBeside: all text of both languages is in the file, and what is in the second
// language stands inside an element that says so.
func TestBeside(t *testing.T) {
	d := doctest.Bilingual()
	file := write(t, d)
	all := strings.Join(read(t, file), "\n")
	for _, s := range doctest.Texts(d) {
		if s = strings.TrimSuffix(doctest.OneLine(s), ":"); !strings.Contains(all, s) && s != "Side" && s != "av" && s != "Page" && s != "of" {
			t.Errorf("%q is not in the file", s)
		}
	}
	for _, want := range []string{
		`<html lang="nb-NO">`, `<p class="h2" id="dpa.breach~en-GB" lang="en-GB"><span class="n">2. </span>Breaches</p>`,
		"<span class=\"second\" lang=\"en-GB\">Table\u00a02 Authorised</span>", "href=\"#dpa.breach--deadline~en-GB\">clause\u00a02.1</a>",
		`<p>Org.nr. / <span class="second" lang="en-GB">Org. no.</span> 912 345 678</p>`, `title="Open point 1: agreement.hours">[time limit]`,
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("not in the file: %s", want)
		}
	}
	for text, n := range map[string]int{">Pasientportalen<": 2, "Fjordby kommune": 4, "<h2": 8, "id=\"~open-1\"": 1, "id=\"~note-": 3, "href=\"#~note-1\"": 2} {
		if got := bytes.Count(file, []byte(text)); got != n {
			t.Errorf("%s stands there %d times, want %d", text, got, n)
		}
	}
}

func TestBesideRefuses(t *testing.T) {
	apart := doctest.Apart()
	apart["a language without words"] = doctest.Bilingual()
	apart["a language without words"].Beside.Language = doc.Language("se")
	for name, d := range apart {
		var b bytes.Buffer
		if err := html.Write(&b, d, html.Options{}); err == nil || b.Len() > 0 || !strings.HasPrefix(err.Error(), "html: ") {
			t.Errorf("%s: written, %v", name, err)
		}
	}
}
