package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/generator/report"
)

// made are the rules whose ids are put together: a prefix and the name of a value.
var made = map[string]string{
	"style-": "a reason of doc/docx, see style.go",
	"not-":   "what a text is to be, see model/validate.go",
}

// TestRulesAreRaised: no rule has words without code that raises it.
func TestRulesAreRaised(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if s, err := strconv.Unquote(l.Value); err == nil {
					used[s] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil || len(used) < 1000 {
		t.Fatal(len(used), err)
	}
	joined := 0
	for _, r := range report.Rules() {
		if used[r.ID] {
			continue
		}
		prefix, name, _ := strings.Cut(r.ID, "-")
		if made[prefix+"-"] == "" || !used[prefix+"-"] || !used[name] {
			t.Errorf("nothing raises %s", r.ID)
			continue
		}
		joined++
	}
	if joined < len(made) {
		t.Errorf("only %d rules have an id that is put together", joined)
	}
}
