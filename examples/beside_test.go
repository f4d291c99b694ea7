package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/variant"
	"github.com/samsvar/samsvar/generator"
)

// TestBeside makes every example in two languages side by side: each paragraph of
// the agreement is there in both, with the same number, and there is as much open
// as in one language.
func TestBeside(t *testing.T) {
	g := newGenerator(t)
	names, err := filepath.Glob("*/case.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("found %v: %v", names, err)
	}
	for _, name := range names {
		dir := filepath.Dir(name)
		c := load(t, g, dir)
		for _, pair := range []generator.Pair{{Left: "nb", Right: "en"}, {Left: "nn", Right: "en"}, {Left: "nb", Right: "nn"}, {Left: "en", Right: "nb"}} {
			t.Run(fmt.Sprintf("%s %s-%s", dir, pair.Left, pair.Right), func(t *testing.T) {
				d, rep, err := g.Beside(c, "dpa", pair)
				if err != nil {
					t.Fatal(err)
				}
				checkTree(t, d)
				one, alone, err := g.Tree(c, "dpa", pair.Left)
				if err != nil {
					t.Fatal(err)
				}
				if len(rep.Open) != len(alone.Open) || len(rep.Open) < drafts[dir] {
					t.Errorf("%d open points, %d in one language", len(rep.Open), len(alone.Open))
				}
				checkPairs(t, d, one, 200)
				checkPrevailing(t, d, pair)
				made(t, g, generator.Request{Case: c, Documents: []string{"dpa"}, Beside: []generator.Pair{pair}, Formats: prose,
					Final: drafts[dir] == 0, WithCoverage: pair.Left == doc.Bokmal})
			})
		}
	}
}

// checkPairs holds the two columns against each other, and the left one against
// the document in one language: it has all that this has, and not less than some
// paragraphs.
func checkPairs(t *testing.T, d, one *doc.Document, least int) {
	t.Helper()
	twins, err := d.Twins()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	paragraphs := 0
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			r := twins[b].(*doc.Section)
			ids[b.ID] = true
			letter := func(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
			if b.ID != r.ID || letter(b.Number) != letter(r.Number) || len(r.Title) == 0 {
				t.Errorf("section %s %s beside %s %s", b.ID, b.Number, r.ID, r.Number)
			}
		case *doc.Paragraph:
			paragraphs++
			ids[b.ID] = true
			if r := twins[b].(*doc.Paragraph); b.ID != r.ID || b.Full != r.Full || len(r.Inlines) == 0 {
				t.Errorf("paragraph %s %s beside %s %s", b.ID, b.Full, r.ID, r.Full)
			}
		case *doc.Table:
			ids[b.ID] = true
			if r := twins[b].(*doc.Table); b.ID != r.ID || b.Number != r.Number {
				t.Errorf("table %s %d beside %s %d", b.ID, b.Number, r.ID, r.Number)
			}
		}
		return nil
	})
	if paragraphs < least {
		t.Errorf("only %d paragraphs", paragraphs)
	}
	_ = doc.Walk(one.Blocks, func(b doc.Block) error {
		id := ""
		switch b := b.(type) {
		case *doc.Section:
			id = b.ID
		case *doc.Paragraph:
			id = b.ID
		case *doc.Table:
			id = b.ID
		}
		if !ids[id] && id != "" {
			t.Errorf("%s is missing", id)
		}
		return nil
	})
	numbers := [2]map[string]int{{}, {}}
	for i, d := range []*doc.Document{d, d.Beside} {
		_ = doc.WalkInlines(d, func(in doc.Inline) error {
			if n, ok := in.(*doc.Open); ok {
				numbers[i][n.Path] = n.No
			}
			return nil
		})
	}
	for path, no := range numbers[0] {
		if numbers[1][path] != no {
			t.Errorf("%s is open point %d beside %d", path, no, numbers[1][path])
		}
	}
}

// checkPrevailing: both texts say that the same one prevails, the Norwegian one.
func checkPrevailing(t *testing.T, d *doc.Document, pair generator.Pair) {
	t.Helper()
	which := pair.Left
	if which == doc.English {
		which = pair.Right
	}
	says := map[doc.Language]string{
		doc.Bokmal:  "går teksten på " + map[doc.Language]string{"nb": "norsk bokmål", "nn": "norsk nynorsk"}[which] + " foran",
		doc.Nynorsk: "går teksten på " + map[doc.Language]string{"nb": "norsk bokmål", "nn": "norsk nynorsk"}[which] + " føre",
		doc.English: "the " + map[doc.Language]string{"nb": "Norwegian Bokmål", "nn": "Norwegian Nynorsk"}[which] + " text prevails",
	}
	for _, d := range []*doc.Document{d, d.Beside} {
		found := ""
		_ = doc.Walk(d.Blocks, func(b doc.Block) error {
			if p, ok := b.(*doc.Paragraph); ok && p.ID == "dpa.languages#prevails" {
				found = doc.Plain(p.Inlines)
			}
			return nil
		})
		if !strings.Contains(found, says[d.Language]) {
			t.Errorf("%s says %q, want %q", d.Language, found, says[d.Language])
		}
	}
}

// TestBesideVariants: each variant can stand in two languages, and says which text
// prevails in just one place.
func TestBesideVariants(t *testing.T) {
	variants, err := variant.All(os.DirFS("variants"))
	if err != nil || len(variants) < 3 {
		t.Fatalf("%d variants: %v", len(variants), err)
	}
	g := newGenerator(t)
	for _, v := range variants {
		t.Run(v.Name, func(t *testing.T) {
			c := loadVariant(t, g, v)
			pair := generator.Pair{Left: "nb", Right: "en"}
			for _, party := range partiesOf(t, g, c, "dpa") {
				d, _, err := g.Beside(c, "dpa", pair, party...)
				if err != nil {
					t.Fatal(err)
				}
				checkTree(t, d)
				checkPairs(t, d, tree(t, g, c, "dpa", pair.Left, party...), 60)
				dump := doc.Dump(d)
				if n := strings.Count(dump, "{#dpa.languages#prevails}") + strings.Count(dump, "{#dpa.annex-d.languages#prevails}"); n != 2 {
					t.Errorf("%d paragraphs say in two languages which one prevails", n)
				}
			}
			made(t, g, generator.Request{Case: c, Documents: []string{"dpa"}, Beside: []generator.Pair{pair}, Formats: prose, StandardText: standardText(t, v)})
		})
	}
}

// TestBesideAnnexesOnly: without the body, a paragraph in the annexes says which
// text prevails, and a document in one language has neither.
func TestBesideAnnexesOnly(t *testing.T) {
	g := newGenerator(t)
	text, err := os.ReadFile("normsykehuset/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(text), "\n  form: full\n", "\n  form: annexes-only\n", 1)
	if changed == string(text) {
		t.Fatal("the example has no agreement.form: full")
	}
	c, _ := g.Load("case.yaml", strings.NewReader(changed))
	d, _, err := g.Beside(c, "dpa", generator.Pair{Left: "nn", Right: "en"})
	if err != nil {
		t.Fatal(err)
	}
	one, _, err := g.Tree(c, "dpa", doc.Nynorsk)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		d     *doc.Document
		has   bool
		words string
	}{{d, true, "går teksten på norsk nynorsk føre, med mindre"}, {d.Beside, true, "the Norwegian Nynorsk text prevails, unless"}, {one, false, "norsk nynorsk"}} {
		dump := doc.Dump(s.d)
		if strings.Contains(dump, "{#dpa.annex-d.languages#prevails}") != s.has || strings.Contains(dump, s.words) != s.has || strings.Contains(dump, "{#dpa.languages}") {
			t.Errorf("%s: the paragraph on languages is there: %t, want %t", s.d.Language, !s.has, s.has)
		}
	}
}
