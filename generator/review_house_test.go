package generator_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// without takes out the line with a text, and what belongs to it.
func without(mark string) func(string) string {
	return func(s string) string {
		var out []string
		for _, l := range strings.SplitAfter(s, "\n") {
			if !strings.Contains(l, mark) {
				out = append(out, l)
			}
		}
		return strings.Join(out, "")
	}
}

func adds(text string) func(string) string {
	return func(s string) string { return s + "\n" + text + "\n" }
}

// inAll changes the files of a clause in all languages, and its head.
func inAll(name string, text, head func(string) string) map[string]func(string) string {
	out := map[string]func(string) string{}
	for _, l := range doc.Languages() {
		out["clauses/text/dpa/"+name+"."+string(l)+".md"] = text
	}
	if head != nil {
		out["clauses/text/dpa/"+name+".yaml"] = head
	}
	return out
}

func told(problems []report.Problem) (out []string) {
	for _, p := range problems {
		out = append(out, p.Rule+" "+p.Pos.File+": "+p.Message("en"))
	}
	return out
}

// TestReviewOfHouseTexts: what the review finds in the texts of a house library.
func TestReviewOfHouseTexts(t *testing.T) {
	for _, c := range []struct {
		name   string
		change map[string]func(string) string
		edit   func(*model.Case)
		want   []string
	}{
		{"a term loses its definition, and what declares it", inAll("definitions", without("{#third-country}"), without("third-country:")), nil,
			[]string{"term-undefined clauses/text/dpa/definitions.nb.md: “tredjeland” is used as a defined term, but its definition (dpa.definitions#third-country) is not in the document"}},
		{"a definition is left out by the case", inAll("annex-c/testing", adds("Normen gjelder. {#normen}"), nil), func(c *model.Case) { c.Service.Normen = new(false) },
			[]string{"term-undefined clauses/text/dpa/annex-c/testing.nb.md: “Normen” is used as a defined term, but its definition (dpa.definitions#normen) is not in the document"}},
		{"a definition that nobody uses", inAll("definitions", func(s string) string {
			return strings.Replace(s, "\n:::\n- **", "\n:::\n- **huldretid**: kveldstimer {#huldretid}\n- **", 1)
		}, func(s string) string {
			return s + "  huldretid: {nb: [huldretid, huldretiden], nn: [huldretid], en: [huldretid]}\n"
		}), nil, []string{"term-unused clauses/text/dpa/definitions.nb.md: “huldretid” is defined but not used in the document"}},
		{"a measure", inAll("annex-c/testing", adds("Se M-77. {#m}"), nil), nil,
			[]string{"measure-absent clauses/text/dpa/annex-c/testing.nb.md: the measure M-77 is named here but is not in security.measures"}},
		{"a measure that is not in place", inAll("annex-c/testing", adds("Se M-01. {#m}"), nil), func(c *model.Case) {
			c.Security.Measures[0].Status, c.Security.Measures[0].DueDate = "not-in-place", "2026-12-01"
			c.Risk = nil // which counts it in
		}, []string{"measure-not-in-place clauses/text/dpa/annex-c/testing.nb.md: the text relies on the measure M-01, which is not in place"}},
		{"references by hand", inAll("annex-c/testing", adds("Se punkt 9.2, punkt 99.2, Annex Q og forordningen punkt 99. {#m}"), nil), nil, nil},
		{"references by hand, of this document", inAll("annex-c/testing", adds("Se punkt 9.2, punkt 99.2 og Annex Q. {#m}"), nil), nil, []string{
			"annex-absent clauses/text/dpa/annex-c/testing.nb.md: the text refers to annex Q, which the document does not have",
			"reference-by-hand clauses/text/dpa/annex-c/testing.nb.md: the reference “punkt 9.2” is typed by hand and does not follow when the numbers change",
			"reference-typed clauses/text/dpa/annex-c/testing.nb.md: the text refers to “punkt 99.2”, which the document does not have",
		}},
		{"a number", inAll("annex-c/testing", adds("Brudd varsles innen 48 timer. {#m}"), nil), nil,
			[]string{"number-contradicts clauses/text/dpa/annex-c/testing.nb.md: “48 timer” does not agree with agreement.breachNoticeHours, which is 24"}},
	} {
		g := whole(t, generator.Options{Overlay: houseOf(t, c.change)})
		k := exampleCase(t, g, "normsykehuset")
		if c.edit != nil {
			c.edit(k)
		}
		// Each is told once, although the document is made in three languages.
		_, rep, err := g.Generate(generator.Request{Case: k, Documents: []string{"dpa"}, Languages: doc.Languages(), Formats: []string{"md"}})
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := told(rep.Problems); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestAnnexesDefineNothing: annexes to somebody else's agreement use the words that
// it defines.
func TestAnnexesDefineNothing(t *testing.T) {
	g := whole(t, generator.Options{})
	c := exampleCase(t, g, "normsykehuset")
	c.Agreement.Form = "annexes-only"
	for _, l := range doc.Languages() {
		if got := told(reviewed(t, g, c, l)); len(got) > 0 {
			t.Errorf("%s: %q", l, got)
		}
	}
}

// TestDemandsOfRules: a rule about a case serves a demand that there is.
func TestDemandsOfRules(t *testing.T) {
	g := whole(t, generator.Options{})
	n := 0
	for _, r := range report.Rules() {
		if r.Demand == "" {
			continue
		}
		n++
		if _, ok := g.Library().Demand(r.Demand); !ok {
			t.Errorf("%s: there is no demand %s", r.ID, r.Demand)
		}
	}
	if n < 20 {
		t.Errorf("only %d rules serve a demand", n)
	}
}
