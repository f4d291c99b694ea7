package templates_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

const small = `id: dpa
title: {nb: Avtale, nn: Avtale, en: Agreement}
form: document
audience: signatory
phase: contract
when: any .processing.purposes
outline:
  - clause: dpa.x
  - annex: annex-a
    title: A
    landscape: true
    outline: [{clause: dpa.y, tables: [parts]}]
tables:
  parts:
    each: .subprocessors
    columns:
      - {key: id, title: Nr., weight: 3, align: right, lines: ["{{ .id }}"]}
      - {key: name, title: Navn, align: center, each: .data, lines: [{when: any $.date, text: "{{ . }}"}]}
`

func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i+1 < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// TestEmbedded: the document types that come with the program are right in all
// languages.
func TestEmbedded(t *testing.T) {
	lib, problems := clauses.Load(clauses.Embedded(), clauses.Options{Languages: doc.Languages()})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	set, problems := templates.Load(templates.Embedded(), lib, templates.Options{})
	if len(problems) > 0 {
		t.Errorf("%s", messages(problems))
	}
	names, err := filepath.Glob("*/template.yaml")
	if err != nil || len(names) == 0 || len(set.Templates()) != len(names) {
		t.Errorf("%d document types loaded of %d files, %v", len(set.Templates()), len(names), err)
	}
}

func TestLoad(t *testing.T) {
	set, problems := templates.Load(files("dpa/template.yaml", small), library(t, doc.Bokmal, doc.English), templates.Options{})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	tpl, ok := set.Template("dpa")
	if _, other := set.Template("dpia"); !ok || other || len(set.Templates()) != 1 {
		t.Fatal("not the one document type")
	}
	if tpl.Title[doc.English] == nil || tpl.Title[doc.Nynorsk] != nil || tpl.Subject != nil || tpl.Cover != nil {
		t.Errorf("%+v", tpl)
	}
	if tpl.File != "dpa/template.yaml" || tpl.Form != "document" || tpl.Audience != "signatory" || tpl.Phase != "contract" {
		t.Errorf("%+v", tpl)
	}
	annex := tpl.Outline[1].Annex
	if tpl.Outline[0].Clause != "dpa.x" || tpl.Outline[0].Line != 8 || annex == nil || annex.ID != "annex-a" || !annex.Landscape || !slices.Equal(annex.Outline[0].Tables, []string{"parts"}) {
		t.Errorf("%+v", tpl.Outline)
	}
	table := tpl.Tables["parts"]
	if table.ID != "table:parts" || table.Kind != doc.Register || table.Columns[0].Align != doc.Right || table.Columns[0].Weight != 3 ||
		table.Columns[1].Align != doc.Center || table.Columns[1].Each == nil || table.Columns[1].Lines[0].When == nil {
		t.Errorf("%+v", table)
	}
}

func TestWanted(t *testing.T) {
	set, _ := templates.Load(files("dpa/template.yaml", small), library(t), templates.Options{})
	always, _ := templates.Load(files("dpa/template.yaml", strings.Replace(small, "when: any .processing.purposes\n", "", 1)), library(t), templates.Options{})
	tpl, _ := set.Template("dpa")
	each, _ := always.Template("dpa")
	never, problems := templates.Load(files("dpa/template.yaml", strings.Replace(small, "when: any .processing.purposes\n", "when: any .transfers\n", 1)), library(t), templates.Options{})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	no, _ := never.Template("dpa")
	for _, c := range []struct {
		t    *templates.Template
		view map[string]any
		want bool
	}{
		{tpl, map[string]any{"processing": map[string]any{"purposes": []any{map[string]any{}}}}, true},
		{tpl, map[string]any{}, true}, // cannot be decided yet
		{each, map[string]any{}, true},
		{no, map[string]any{}, false},
	} {
		if got := c.t.Wanted(c.view); got != c.want {
			t.Errorf("%v: %v", c.view, got)
		}
	}
}

// TestOverlay: a house library replaces a document type, adds one, and changes
// single words; all are named.
func TestOverlay(t *testing.T) {
	base := files("dpa/template.yaml", small, "dpia/template.yaml", strings.Replace(small, "id: dpa\n", "id: dpia\n", 1))
	house := files("dpa/template.yaml", strings.Replace(small, "Avtale", "Husavtale", 1), "own/template.yaml", strings.Replace(small, "id: dpa\n", "id: own\n", 1),
		"locale.yaml", "annex: {nb: Vedlegg}\n")
	set, problems := templates.Load(base, library(t, doc.Bokmal, doc.Nynorsk), templates.Options{Overlay: house})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	var ids []string
	for _, tpl := range set.Templates() {
		ids = append(ids, tpl.ID)
	}
	if !slices.Equal(ids, []string{"dpa", "dpia", "own"}) {
		t.Errorf("%v", ids)
	}
	if got := set.Overridden(); !slices.Equal(got, []string{"locale.yaml", "dpa/template.yaml"}) {
		t.Errorf("%v", got)
	}
	for l, want := range map[doc.Language]string{doc.Bokmal: "Vedlegg", doc.Nynorsk: "Bilag"} {
		if got := set.Word("annex", l); got != want {
			t.Errorf("annex in %s: %s", l, got)
		}
	}
	set, problems = templates.Load(base, library(t), templates.Options{})
	if len(problems) > 0 || len(set.Overridden()) > 0 || set.Word("annex", doc.Bokmal) != "Bilag" {
		t.Error("without a house library", problems, set.Overridden(), set.Word("annex", doc.Bokmal))
	}
}

func TestWord(t *testing.T) {
	set, _ := templates.Load(files("dpa/template.yaml", small), library(t, doc.Languages()...), templates.Options{})
	for _, c := range []struct {
		key, want string
		pairs     []string
	}{
		{"openOne", "1 åpent punkt", []string{"n", "1"}},
		{"exempt", "Unntatt offentlighet, jf. {n}", []string{"exempt", "{n}", "n", "x"}}, // not filled in twice
		{"page", "Side {page} av {pages}", nil},
		{"nothing", "nothing", nil},
	} {
		if got := set.Word(c.key, doc.Bokmal, c.pairs...); got != c.want {
			t.Errorf("%s: %q", c.key, got)
		}
	}
}

// TestLocale: every word that the generator prints is in locale.yaml in all three
// languages with the same placeholders, and none is there that nothing prints.
func TestLocale(t *testing.T) {
	text, err := os.ReadFile("locale.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]map[string]string
	if err := yaml.Unmarshal(text, &words); err != nil {
		t.Fatal(err)
	}
	used := usedWords(t, "../generator")
	if len(used) < 10 {
		t.Fatalf("found only %v in the generator", used)
	}
	var prefixes []string // of keys that end in a value: word("zone-" + zone)
	used = slices.DeleteFunc(used, func(key string) bool {
		if strings.HasSuffix(key, "-") {
			prefixes = append(prefixes, key)
			return true
		}
		return false
	})
	for _, prefix := range prefixes {
		some := false
		for key := range words {
			if strings.HasPrefix(key, prefix) {
				used, some = append(used, key), true
			}
		}
		if !some {
			t.Errorf("no word begins with %s", prefix)
		}
	}
	for _, key := range used {
		if words[key] == nil {
			t.Errorf("%s is not in locale.yaml", key)
		}
	}
	for key, by := range words {
		if !slices.Contains(used, key) {
			t.Errorf("nothing prints %s", key)
		}
		for _, l := range doc.Languages() {
			if by[string(l)] == "" {
				t.Errorf("%s is missing in %s", key, l)
			}
			for _, p := range []string{"{n}", "{page}", "{pages}", "{exempt}"} {
				if strings.Contains(by[string(l)], p) != strings.Contains(by["nb"], p) {
					t.Errorf("%s has not the same placeholders in %s", key, l)
				}
			}
		}
		if len(by) != len(doc.Languages()) {
			t.Errorf("%s: %v", key, by)
		}
	}
}

// usedWords finds the constant keys in calls of Word and word, and in assignments
// of a key.
func usedWords(t *testing.T, dir string) (out []string) {
	t.Helper()
	names, err := filepath.Glob(dir + "/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no Go files", err)
	}
	add := func(e ast.Expr) {
		if sum, ok := e.(*ast.BinaryExpr); ok {
			e = sum.X
		}
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				out = append(out, s)
			}
		}
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called := ""
				switch f := n.Fun.(type) {
				case *ast.Ident:
					called = f.Name
				case *ast.SelectorExpr:
					called = f.Sel.Name
				}
				if strings.EqualFold(called, "word") && len(n.Args) > 0 {
					add(n.Args[0])
				}
			case *ast.AssignStmt:
				if id, ok := n.Lhs[0].(*ast.Ident); ok && id.Name == "key" {
					add(n.Rhs[0])
				}
			}
			return true
		})
	}
	return out
}
