package generator_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// TestAudience: a request makes only what may be sent to its audience, and refuses
// what is named and may not.
func TestAudience(t *testing.T) {
	for _, c := range []struct {
		audience, document string
		may                bool
	}{
		{"", "internal", true}, {"internal", "internal", true}, {"internal", "public", true},
		{"supplier", "internal", false}, {"supplier", "authority", false}, {"supplier", "signatory", true}, {"supplier", "supplier", true}, {"supplier", "public", true},
		{"signatory", "internal", false}, {"signatory", "supplier", true}, {"signatory", "signatory", true},
		{"authority", "internal", false}, {"authority", "authority", true}, {"authority", "signatory", true},
		{"public", "signatory", false}, {"public", "supplier", false}, {"public", "authority", false}, {"public", "public", true},
	} {
		g := miniWith(t, options(miniClauses()), "audience: signatory", "audience: "+c.document)
		r := generator.Request{Case: load(t, g), Formats: []string{"md"}, Audience: c.audience}
		out, _, err := g.Generate(r)
		switch {
		case c.may && (err != nil || len(out) != 1 || out[0].Internal != (c.document == "internal")):
			t.Errorf("%s for %s: %v", c.document, c.audience, err)
		case !c.may:
			refused(t, err, generator.NothingToMake, "")
		}
		r.Documents = []string{"mini"}
		out, rep, err := g.Generate(r)
		if c.may != (err == nil) || rep == nil {
			t.Errorf("%s for %s, named: %v", c.document, c.audience, err)
		}
		if !c.may {
			refused(t, err, generator.NotForAudience, "mini")
			if len(out) > 0 {
				t.Error("and is made")
			}
		}
		if generator.MaySee(c.audience, c.document) != c.may {
			t.Errorf("MaySee(%q, %q)", c.audience, c.document)
		}
	}
	g := miniWith(t, generator.Options{})
	_, _, err := g.Generate(generator.Request{Case: load(t, g), Audience: "everybody"})
	refused(t, err, generator.UnknownAudience, "everybody")
	_, err = g.CheckRequest(generator.Request{Case: load(t, g), Audience: "everybody"})
	refused(t, err, generator.UnknownAudience, "everybody")
	_, _, err = g.Generate(generator.Request{Case: load(t, g), Audience: "public", Documents: []string{"nothing"}})
	refused(t, err, generator.UnknownDocument, "nothing")
	for _, a := range generator.Audiences() {
		if !generator.MaySee("internal", a) || !generator.MaySee(a, "public") || a != "internal" && generator.MaySee(a, "internal") {
			t.Errorf("%s sees too much or too little", a)
		}
	}
	if !slices.Contains(generator.Audiences(), "signatory") {
		t.Error("no signatories")
	}
}

// TestInternalMark: the header of an internal document says so, before what else
// stands there.
func TestInternalMark(t *testing.T) {
	g := miniWith(t, options(miniClauses()), "audience: signatory", "audience: internal")
	d, _ := tree(t, g, load(t, g), doc.Bokmal)
	equal(t, "internal", []string{doc.Plain(d.Running.Right)}, "Internt")
	c := load(t, g, "version:", "openness: {mini: {exempt: offl. § 23, confirmedBy: Kari, date: \"2026-11-22\"}}\nversion:")
	d, _ = tree(t, g, c, doc.Bokmal)
	equal(t, "and exempt", []string{doc.Plain(d.Running.Right)}, "Internt · Unntatt offentlighet, jf. offl. § 23")
}
