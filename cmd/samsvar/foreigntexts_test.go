package main

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// found is a piece of text with its language and place.
type found struct{ language, place, text string }

// TestForeignWords: neither a text that comes with the program nor a document holds
// words of another language, and each name that may is in one.
func TestForeignWords(t *testing.T) {
	names, used := readAllowed(t), map[string]bool{}
	t.Run("texts", func(t *testing.T) { foreignTexts(t, names, used) })
	t.Run("documents", func(t *testing.T) { foreignDocuments(t, names, used) })
	for _, name := range names {
		if !used[name.name] {
			t.Errorf("%s is in no text any more; take it out of foreign-allowed.txt", name.name)
		}
	}
}

// foreignTexts looks at clauses, terms, provisions, catalogues, document types, the
// words of enumerated values and of fields, of rules, and of the command itself.
func foreignTexts(t *testing.T, names allowed, used map[string]bool) {
	root := os.DirFS("../..")
	kinds := map[string]int{}
	for _, f := range allTexts(t, root) {
		kinds[f.language+" "+path.Ext(strings.SplitN(f.place, ":", 2)[0])]++
		if words := foreign(f.language, names.without(f.language, plainText(f.text), used)); len(words) > 0 {
			t.Errorf("%s (%s): %s\n    %s", f.place, f.language, strings.Join(words, ", "), plainText(f.text))
		}
	}
	for _, kind := range []string{"nb .md", "nn .md", "en .md", "nb .yaml", "nn .yaml", "en .yaml", "nb .csv", "en .csv", "nb .txt", "en .txt", "nb .go", "en .go"} {
		if kinds[kind] < 10 {
			t.Errorf("only %d texts of %s", kinds[kind], kind)
		}
	}
}

// TestForeignWordsPlanted: a fault in each kind of file is found.
func TestForeignWordsPlanted(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"clauses/text/x.nb.md":        "# Tittel\n\nTekst {{ ternary \"and the\" \"x\" .a }}.\n",
		"clauses/text/x.nn.md":        "# Tittel\n\nDette er ikke bra.\n",
		"clauses/text/x.en.md":        "# Title\n\nText og {{ .a }} [her](https://x.no/og).\n",
		"clauses/text/x.yaml":         "alternatives: [{title: {nb: Tittel, nn: Hvilken, en: Which}}]\n",
		"clauses/terms.yaml":          "- {id: a, variants: {b: {nb: {form: ikkje}}}}\n",
		"clauses/catalogues/x.csv":    "id,text_nb,text_nn,text_en\n1,the,,og\n",
		"generator/model/doc.nb.yaml": "A: {title: This}\n",
		"cmd/samsvar/help/x.nb.txt":   "vis the\n",
		"cmd/samsvar/x.go":            "package main\n\nvar a = text{nb: \"the\", en: \"ikke\"}\n\nvar b = map[string]string{\"nn\": \"ikke\"}\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, f := range allTexts(t, os.DirFS(dir)) {
		for _, word := range foreign(f.language, plainText(f.text)) {
			got = append(got, f.place+" "+word)
		}
	}
	slices.Sort(got)
	want := []string{
		"clauses/catalogues/x.csv:2 og", "clauses/catalogues/x.csv:2 the", "clauses/terms.yaml:1 ikkje", "clauses/text/x.en.md:3 og",
		"clauses/text/x.nb.md:3 the", "clauses/text/x.nn.md:3 ikke", "clauses/text/x.yaml:1 Hvilken", "cmd/samsvar/help/x.nb.txt:1 the",
		"cmd/samsvar/x.go:3 ikke", "cmd/samsvar/x.go:3 the", "cmd/samsvar/x.go:5 ikke", "generator/model/doc.nb.yaml:1 This",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// languageOfName finds the language in the name of a file: audit.nb.md.
var languageOfName = regexp.MustCompile(`\.(nb|nn|en)\.(md|yaml|txt)$`)

// allTexts collects the texts of the repository that are written in a language.
func allTexts(t *testing.T, root fs.FS) (out []found) {
	t.Helper()
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); base == "testdata" || base == "examples" || base == "guide" || base == "doctest" || base == "init" || name != "." && strings.HasPrefix(base, ".") {
				return fs.SkipDir
			}
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		language := ""
		if m := languageOfName.FindStringSubmatch(name); m != nil {
			language = m[1]
		}
		switch ext := path.Ext(name); {
		case (ext == ".md" || ext == ".txt") && language != "":
			out = append(out, paragraphs(language, name, string(text))...)
		case ext == ".yaml":
			var n yaml.Node
			if err := yaml.Unmarshal(text, &n); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			yamlTexts(&n, name, language, &out)
		case ext == ".csv":
			out = append(out, csvTexts(t, name, string(text))...)
		case ext == ".go" && !strings.HasSuffix(name, "_test.go"):
			out = append(out, goTexts(t, name, text)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// paragraphs are the parts of a text between blank lines.
func paragraphs(language, name, text string) (out []found) {
	line := 1
	for _, part := range strings.SplitAfter(text, "\n\n") {
		out = append(out, found{language, name + ":" + strconv.Itoa(line), part})
		line += strings.Count(part, "\n")
	}
	return out
}

// yamlTexts collects what stands below the keys nb, nn and en, or all values of a
// file in one language.
func yamlTexts(n *yaml.Node, name, language string, out *[]found) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			l := language
			if key := n.Content[i].Value; key == "nb" || key == "nn" || key == "en" {
				l = key
			}
			yamlTexts(n.Content[i+1], name, l, out)
		}
	case yaml.ScalarNode:
		if language != "" {
			*out = append(*out, found{language, name + ":" + strconv.Itoa(n.Line), n.Value})
		}
	default:
		for _, c := range n.Content {
			yamlTexts(c, name, language, out)
		}
	}
}

func csvTexts(t *testing.T, name, text string) (out []found) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for i, row := range rows[1:] {
		for c, column := range rows[0] {
			if _, language, ok := strings.Cut(column, "_"); ok && foreignTo[language] != nil {
				out = append(out, found{language, name + ":" + strconv.Itoa(i+2), row[c]})
			} else if foreignTo[column] != nil {
				out = append(out, found{column, name + ":" + strconv.Itoa(i+2), row[c]})
			}
		}
	}
	return out
}

// goTexts collects the values of the keys nb, nn and en of composite literals.
func goTexts(t *testing.T, name string, source []byte) (out []found) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		language := ""
		switch key := kv.Key.(type) {
		case *ast.Ident:
			language = key.Name
		case *ast.BasicLit:
			language, _ = strconv.Unquote(key.Value)
		}
		if foreignTo[language] == nil {
			return true
		}
		ast.Inspect(kv.Value, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out = append(out, found{language, name + ":" + strconv.Itoa(set.Position(lit.Pos()).Line), s})
				}
			}
			return true
		})
		return false
	})
	return out
}

var (
	expression = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	choiceText = regexp.MustCompile(`(?:ternary "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"|default "((?:[^"\\]|\\.)*)")`)
	markup     = regexp.MustCompile(`(?m)\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+){2,}\b|\{#[a-z0-9-]+\}|^\s*:{3,}.*$|\]\([^)]*\)|\b[a-z]+(?:-[a-z]+){2,}\b|[\w<>]+/[\w<>]*|\b[a-z]\w*(?:\.[a-zA-Z]\w*)+|\[\[[a-z0-9.:#-]+\]\]|https?://\S+|\{[a-zA-Z]+\}|\bnb\b[^.;]{0,12}\ben\b|^  samsvar .*$`)
)

// plainText is what a reader sees of a text: without marks and expressions, but
// with the words that an expression chooses between.
func plainText(text string) string {
	text = expression.ReplaceAllStringFunc(text, func(e string) string {
		var words []string
		for _, m := range choiceText.FindAllStringSubmatch(e, -1) {
			words = append(words, m[1:]...)
		}
		return " " + strings.Join(words, " ") + " "
	})
	return strings.Join(strings.Fields(markup.ReplaceAllString(text, " ")), " ")
}
