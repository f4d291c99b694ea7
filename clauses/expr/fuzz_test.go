package expr_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

var (
	inBraces = regexp.MustCompile(`(?s)\{\{(.*?)\}\}`)
	inBlock  = regexp.MustCompile(`(?m)^:::+ (?:when|each) (.*)$`)
	inYAML   = regexp.MustCompile(`(?:when|each|id|electronic): ([^,}\n]+)`)
)

// expressions finds those of the text library and of the document types.
func expressions(t testing.TB) (out []string) {
	t.Helper()
	for dir, forms := range map[string][]*regexp.Regexp{
		"../text": {inBraces, inBlock}, "../../templates": {inBraces, inYAML},
	} {
		before := len(out)
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" && filepath.Base(name) != "template.yaml" {
				return err
			}
			text, err := os.ReadFile(name)
			for _, form := range forms {
				for _, m := range form.FindAllStringSubmatch(string(text), -1) {
					out = append(out, strings.TrimSpace(m[1]))
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(out) == before {
			t.Fatalf("no expressions in %s", dir)
		}
	}
	return out
}

// FuzzCompile: compiling never panics, gives the same twice, and what compiles can
// be evaluated against an empty and a full case without a panic.
func FuzzCompile(f *testing.F) {
	for _, s := range expressions(f) {
		f.Add(s)
	}
	for _, s := range []string{"trunc -1 .id", "((((", "$", "-", "`", "\"\\", "1i", "'x'", ".\x00", "eq . .", "é.é", "a}}{{b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		e, err := expr.Compile(source, scope())
		again, errAgain := expr.Compile(source, scope())
		if (err == nil) != (errAgain == nil) || err != nil && err.Error() != errAgain.Error() {
			t.Fatalf("not the same twice: %v, %v", err, errAgain)
		}
		if err != nil {
			var bad *expr.Error
			if !errors.As(err, &bad) {
				t.Fatalf("%v is no *Error", err)
			}
			if _, known := report.RuleByID(bad.Rule); !known {
				t.Fatalf("no rule %s", bad.Rule)
			}
			return
		}
		for _, root := range []object{{}, sample()} {
			c := context(root, doc.Bokmal)
			in, err := e.Inlines(c)
			in2, err2 := again.Inlines(c)
			if (err == nil) != (err2 == nil) || doc.Plain(in) != doc.Plain(in2) {
				t.Fatalf("not the same twice: %q, %q", doc.Plain(in), doc.Plain(in2))
			}
			if utf8.ValidString(source) && !utf8.ValidString(doc.Plain(in)) {
				t.Fatalf("%q is not UTF-8", doc.Plain(in))
			}
			_, _ = e.True(c)
			_, _ = e.Each(c)
		}
	})
}
