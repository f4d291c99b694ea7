package examples_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/variant"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// negotiated are the variants whose cases choose alternatives.
func negotiated(t *testing.T, g *generator.Generator) map[string]*model.Case {
	t.Helper()
	variants, err := variant.All(os.DirFS("variants"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*model.Case{}
	for _, v := range variants {
		if c := loadVariant(t, g, v); c.Agreement != nil && len(c.Agreement.Choices) > 0 {
			out[v.Name] = c
		}
	}
	return out
}

// TestAlternativesAreExercised: every alternative of the library is chosen by a
// variant.
func TestAlternativesAreExercised(t *testing.T) {
	g := newGenerator(t)
	chosen := map[string]bool{}
	for _, c := range negotiated(t, g) {
		for clause, choice := range c.Agreement.Choices {
			chosen[clause+"@"+choice.Alternative] = true
		}
	}
	n := 0
	for _, c := range g.Library().Clauses() {
		for _, a := range c.Alternatives {
			if n++; !chosen[c.ID+"@"+a.ID] {
				t.Errorf("no variant chooses %s of %s", a.ID, c.ID)
			}
		}
	}
	if n < 12 {
		t.Errorf("%d alternatives", n)
	}
}

// TestOthersSeeNoPositions: what may be sent to others holds nothing of why a text
// was chosen, what was preferred, or whom it favours, in any format or part of it.
func TestOthersSeeNoPositions(t *testing.T) {
	g := newGenerator(t)
	cases := negotiated(t, g)
	if len(cases) < 2 {
		t.Fatalf("%d cases", len(cases))
	}
	for name, c := range cases {
		for _, l := range doc.Languages() {
			secrets := secretsOf(g, c, l)
			for _, audience := range []string{"signatory", "supplier", "authority"} {
				out, _, err := g.Generate(generator.Request{Case: c, Languages: []doc.Language{l}, Formats: prose, Audience: audience, WithCoverage: true})
				if err != nil {
					t.Fatal(err)
				}
				for _, o := range out {
					text := plainText(t, o)
					if o.Internal || o.Document == "negotiation-report" {
						t.Errorf("%s for %s: %s", name, audience, o.Name)
					}
					for _, s := range secrets {
						if strings.Contains(text, s) {
							t.Errorf("%s in %s: %s holds %q", name, l, o.Name, s)
						}
					}
				}
			}
			// The same look finds them where they belong.
			out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"negotiation-report"}, Languages: []doc.Language{l}, Formats: prose})
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range out {
				text := plainText(t, o)
				if found := slices.IndexFunc(secrets, func(s string) bool { return strings.Contains(text, s) }); found < 0 || !strings.Contains(text, secrets[0]) {
					t.Errorf("%s: %s holds no reason", name, o.Name)
				}
			}
		}
	}
}

// secretsOf are the reasons of a case, and what the library thinks of every text
// that can be chosen; the first is a reason.
func secretsOf(g *generator.Generator, c *model.Case, l doc.Language) []string {
	var out []string
	for _, choice := range c.Agreement.Choices {
		out = append(out, choice.Reason)
	}
	words := g.Library().Words(c.View(), nil)
	for _, clause := range g.Library().Clauses() {
		for _, a := range clause.Positions() {
			p, _ := words.Position(clause, a.ID, l)
			out = append(out, p.Title, p.Rationale)
		}
		out = append(out, words.Notes(clause, l)...)
	}
	for i := range out {
		out[i] = oneLine(out[i])
	}
	return append(out, map[doc.Language][]string{
		doc.Bokmal: {"til fordel for", "siste utvei"}, doc.Nynorsk: {"til fordel for", "siste utveg"}, doc.English: {"in favour of", "fallback"},
	}[l]...)
}

var tags = regexp.MustCompile(`<[^>]*>`)

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u00a0", " ", `\`, "", "*", "", "&#34;", `"`, "&quot;", `"`, "&amp;", "&").Replace(s)), " ")
}

// plainText is all text of a file, in a Word file that of every part.
func plainText(t *testing.T, o generator.Output) string {
	t.Helper()
	text := string(o.Data)
	if o.Format == "docx" {
		text = ""
		z, err := zip.NewReader(bytes.NewReader(o.Data), int64(len(o.Data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			text += string(data) + "\n"
		}
	}
	return oneLine(tags.ReplaceAllString(text, ""))
}
