package generator_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

func TestBesideFiles(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages()})
	c := load(t, g)
	pair := generator.Pair{Left: "nb", Right: "en"}
	for _, r := range []struct {
		request generator.Request
		want    []string
	}{
		{generator.Request{Beside: []generator.Pair{pair}}, []string{"mini.docx nb en"}},
		{generator.Request{Beside: []generator.Pair{pair, pair}, Formats: generator.Formats()}, []string{"mini.docx nb en", "mini.html nb en", "mini.md nb en"}},
		{generator.Request{Beside: []generator.Pair{pair, {Left: "en", Right: "nn"}}, Languages: []doc.Language{"nn"}, Formats: []string{"md"}},
			[]string{"mini.nn.md nn ", "mini.nb-en.md nb en", "mini.en-nn.md en nn"}},
		{generator.Request{Beside: []generator.Pair{pair}, Languages: []doc.Language{"nb"}, Formats: []string{"md"}}, []string{"mini.nb.md nb ", "mini.nb-en.md nb en"}},
	} {
		r.request.Case = c
		out, rep, err := g.Generate(r.request)
		if err != nil || !rep.Complete() {
			t.Errorf("%v: %v", r.want, err)
		}
		var got []string
		for _, o := range out {
			got = append(got, o.Name+" "+string(o.Language)+" "+string(o.Beside))
			if o.Format == "md" && (!bytes.Contains(o.Data, []byte("Intro "+o.Language)) || !bytes.Contains(o.Data, []byte("Intro "+o.Beside))) {
				t.Errorf("%s is not in %s and %s", o.Name, o.Language, o.Beside)
			}
		}
		equal(t, "files", got, r.want...)
	}
}

func TestBesideRefusals(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: []doc.Language{"nb", "nn"}})
	c := load(t, g)
	_, _, err := g.Generate(generator.Request{Case: c, Beside: []generator.Pair{{Left: "nb", Right: "en"}}})
	refused(t, err, generator.NoLanguage, "en")
	_, _, err = g.Generate(generator.Request{Case: c, Beside: []generator.Pair{{Left: "nn", Right: "nn"}}})
	refused(t, err, generator.SameLanguage, "nn")
	if _, _, err = g.Beside(c, "mini", generator.Pair{Left: "nb"}); err == nil {
		t.Error("made two languages of one")
	}
}

// openNumbers maps the path of each open point in the text to its number.
func openNumbers(t *testing.T, d *doc.Document) map[string]int {
	t.Helper()
	out := map[string]int{}
	_ = doc.WalkInlines(d, func(i doc.Inline) error {
		if n, ok := i.(*doc.Open); ok {
			if known, again := out[n.Path]; again && known != n.No {
				t.Errorf("%s is %d and %d", n.Path, known, n.No)
			}
			out[n.Path] = n.No
		}
		return nil
	})
	return out
}

// TestOpenNumbersBeside: an open point has the number that it has in the first
// language, in whatever order the second puts its words.
func TestOpenNumbersBeside(t *testing.T) {
	fsys := miniClauses()
	for name, text := range map[string]string{
		"nb": "# Frist\n\nVarsel innen {{ .agreement.breachNoticeHours }} timer til {{ .agreement.venue }}. {#order}\n",
		"en": "# Time\n\nNotice to {{ .agreement.venue }} within {{ .agreement.breachNoticeHours }} hours. {#order}\n",
	} {
		fsys["text/mini/intro."+name+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	g := miniWith(t, generator.Options{Languages: []doc.Language{"nb", "en"}, Clauses: fsys})
	c := load(t, g, "  breachNoticeHours: 24\n", "", "  venue: Oslo tingrett\n", "")
	d, rep, err := g.Beside(c, "mini", generator.Pair{Left: "nb", Right: "en"})
	if err != nil {
		t.Fatal(err)
	}
	one, _ := tree(t, g, c, "nb")
	left, right := openNumbers(t, d), openNumbers(t, d.Beside)
	if len(left) < 2 || left["agreement.breachNoticeHours"] >= left["agreement.venue"] {
		t.Fatalf("open points are %v", left)
	}
	for path, no := range left {
		if right[path] != no || openNumbers(t, one)[path] != no {
			t.Errorf("%s is %d beside %d, and %d alone", path, no, right[path], openNumbers(t, one)[path])
		}
	}
	if len(rep.Open) != len(left) {
		t.Errorf("%d open points in the report, %d in the text", len(rep.Open), len(left))
	}
}

// TestBesideDiffers: texts of a house library that are not the same in both
// languages cannot stand beside each other, and the error says where.
func TestBesideDiffers(t *testing.T) {
	fsys := miniClauses()
	for name, mark := range map[string]string{"nb": "", "en": "- "} {
		text := "# Intro\n\nOne. {#one}\n\n" + mark + "Two. {#two}\n"
		fsys["text/mini/intro."+name+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	g := miniWith(t, generator.Options{Languages: []doc.Language{"nb", "en"}, Clauses: fsys})
	_, _, err := g.Generate(generator.Request{Case: load(t, g), Beside: []generator.Pair{{Left: "nb", Right: "en"}}})
	var refused *generator.RefusedError
	if err == nil || errors.As(err, &refused) || !strings.Contains(err.Error(), "section mini.intro: ") {
		t.Error(err)
	}
}

func TestBesideIsDeterministicAndConcurrent(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages()})
	request := generator.Request{Case: load(t, g), Formats: generator.Formats(), Languages: []doc.Language{"nn"},
		Beside: []generator.Pair{{Left: "nb", Right: "en"}, {Left: "nn", Right: "en"}}}
	want, _, err := g.Generate(request)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, _, err := g.Generate(request)
			if err != nil || !slices.EqualFunc(got, want, func(a, b generator.Output) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
				t.Errorf("differs, error %v", err)
			}
		})
	}
	wg.Wait()
}
