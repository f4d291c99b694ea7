package doc_test

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestDump(t *testing.T) {
	for name, d := range map[string]*doc.Document{
		"kitchensink": doctest.KitchenSink(),
		"bilingual":   doctest.Bilingual(),
		"filled":      doctest.Filled("a | \"b\"\n\\c"),
	} {
		got := doc.Dump(d)
		path := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s has changed (-want +got); run with -update if it should\n%s", name, diff)
		}
	}
}

// kinds reads the types that have the method which closes a set.
func kinds(t *testing.T, method string) []string {
	t.Helper()
	fset := token.NewFileSet()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Name.Name != method || fn.Type.Params.NumFields() > 0 {
				continue
			}
			star, ok := fn.Recv.List[0].Type.(*ast.StarExpr)
			if !ok {
				t.Fatalf("%s has a receiver that is not a pointer", method)
			}
			out = append(out, "*doc."+star.X.(*ast.Ident).Name)
		}
	}
	if len(out) < 6 {
		t.Fatalf("only %d types have the method %s", len(out), method)
	}
	return out
}

// TestKitchenSink fails when a kind of node is added that the shared document,
// and with it the tests of every writer, lacks.
func TestKitchenSink(t *testing.T) {
	d := doctest.KitchenSink()
	have := map[string]bool{}
	note := func(v any) { have[fmt.Sprintf("%T", v)] = true }
	err := errors.Join(
		doc.Walk(d.Blocks, func(b doc.Block) error {
			note(b)
			switch b := b.(type) {
			case *doc.Section:
				have[fmt.Sprintf("section scheme %d level %d break %t", b.Scheme, b.Level, b.Break)] = true
				have[fmt.Sprintf("landscape %t", b.Landscape)] = true
				have[fmt.Sprintf("sheet %t", b.Sheet != nil)] = true
			case *doc.Paragraph:
				have[fmt.Sprintf("paragraph scheme %d level %d continues %t", b.Scheme, b.Level, b.Continues)] = true
				have[fmt.Sprintf("role %d", b.Role)] = true
			case *doc.Table:
				have[fmt.Sprintf("table %d", b.Kind)] = true
				for _, c := range b.Columns {
					have[fmt.Sprintf("align %d", c.Align)] = true
					have[fmt.Sprintf("entry %d", c.Entry.Type)] = true
				}
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						have[fmt.Sprintf("table %d tone %d", b.Kind, c.Tone)] = true
						have[fmt.Sprintf("value %t", c.Value != nil)] = true
					}
				}
			case *doc.Signatures:
				have[fmt.Sprintf("electronic %t", b.Electronic)] = true
			}
			return nil
		}),
		doc.WalkInlines(d, func(i doc.Inline) error { note(i); return nil }))
	if err != nil {
		t.Fatal(err)
	}
	want := append(kinds(t, "block"), kinds(t, "inline")...)
	want = append(want,
		"section scheme 0 level 1 break true", "section scheme 1 level 1 break true", "section scheme 2 level 1 break true",
		"section scheme 0 level 2 break false", "section scheme 2 level 2 break false", "landscape true",
		"paragraph scheme 0 level 0 continues false", "paragraph scheme 1 level 2 continues false", "paragraph scheme 1 level 2 continues true",
		"paragraph scheme 1 level 3 continues true", "paragraph scheme 1 level 4 continues true", "paragraph scheme 2 level 2 continues false",
		"paragraph scheme 2 level 3 continues false", "paragraph scheme 2 level 3 continues true", "paragraph scheme 2 level 4 continues false",
		"role 0", "role 1", "role 2", "table 0", "table 1", "table 2", "align 0", "align 1", "align 2", "electronic true", "electronic false",
		"sheet true", "value true", "entry 0", "entry 1", "entry 2", "entry 3", "table 0 tone 1", "table 0 tone 4", "table 1 tone 2", "table 1 tone 4",
		"table 2 tone 1", "table 2 tone 2", "table 2 tone 3", "table 2 tone 4")
	for _, kind := range want {
		if !have[kind] {
			t.Errorf("the kitchen sink lacks: %s", kind)
		}
	}
}

func TestWalkOrder(t *testing.T) {
	d := &doc.Document{
		Running: doc.Running{Left: doc.T("11"), Right: doc.T("12"), Footer: doc.T("13")},
		Blocks: []doc.Block{
			&doc.Cover{Title: doc.T("1"), Facts: []doc.Fact{{Value: doc.T("2")}}},
			&doc.TOC{},
			&doc.Section{Title: doc.T("3"), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: []doc.Inline{&doc.Text{S: "4"}, &doc.Footnote{Inlines: doc.T("5")}, &doc.Link{Inlines: doc.T("6")}}},
				&doc.Table{Caption: doc.T("7"), Rows: []doc.Row{{Cells: []doc.Cell{{}, {Paragraphs: [][]doc.Inline{doc.T("8"), doc.T("9")}}}}}},
			}},
			&doc.Signatures{Parties: []doc.Signature{{Name: doc.T("10")}}},
		},
	}
	var texts, blocks []string
	if err := doc.WalkInlines(d, func(i doc.Inline) error {
		if n, ok := i.(*doc.Text); ok {
			texts = append(texts, n.S)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(texts, " "); got != "1 2 3 4 5 6 7 8 9 10 11 12 13" {
		t.Errorf("texts in the order %s", got)
	}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		blocks = append(blocks, strings.TrimPrefix(fmt.Sprintf("%T", b), "*doc."))
		return nil
	})
	if got := strings.Join(blocks, " "); got != "Cover TOC Section Paragraph Table Signatures" {
		t.Errorf("blocks in the order %s", got)
	}
}

func TestWalkStops(t *testing.T) {
	d := doctest.KitchenSink()
	for name, walk := range map[string]func(stop func() error) error{
		"Walk":        func(stop func() error) error { return doc.Walk(d.Blocks, func(doc.Block) error { return stop() }) },
		"WalkInlines": func(stop func() error) error { return doc.WalkInlines(d, func(doc.Inline) error { return stop() }) },
	} {
		for at := range 30 {
			n := 0
			err := walk(func() error {
				if n++; n > at {
					return fs.SkipAll
				}
				return nil
			})
			if !errors.Is(err, fs.SkipAll) || n != at+1 {
				t.Fatalf("%s: error %v after %d calls, want it after %d", name, err, n, at+1)
			}
		}
	}
}

func TestPlain(t *testing.T) {
	in := []doc.Inline{
		&doc.Text{S: "Senest ", Bold: true}, &doc.Open{No: 1, Label: "frist"}, &doc.Footnote{Inlines: doc.T("kilde")},
		&doc.Text{S: ", se "}, &doc.Ref{Prefix: "punkt", Number: "9.2"}, &doc.Text{S: " og "}, &doc.Ref{Number: "Bilag A"},
		&doc.Text{S: ", "}, &doc.Link{URL: "https://example.com", Inlines: doc.T("her")}, &doc.Text{S: " side "}, &doc.PageNumber{}, &doc.PageCount{},
	}
	if got, want := doc.Plain(in), "Senest [frist], se punkt\u00a09.2 og Bilag A, her side ##"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := doc.Plain(nil); got != "" || doc.T("") != nil {
		t.Errorf("nothing reads %q", got)
	}
}

func TestLanguages(t *testing.T) {
	want := map[doc.Language]string{doc.Bokmal: "nb-NO", doc.Nynorsk: "nn-NO", doc.English: "en-GB"}
	for _, l := range doc.Languages() {
		if l.Tag() != want[l] {
			t.Errorf("%s has the tag %s", l, l.Tag())
		}
		delete(want, l)
	}
	if len(want) > 0 {
		t.Errorf("not listed: %v", want)
	}
}
