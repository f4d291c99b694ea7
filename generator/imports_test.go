package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages in the order of doc/guide/architecture.md: each may
// import those before it. What is below a package, internal or a writer, belongs
// to its layer.
var layers = []string{"doc/formula", "doc", "generator/report", "generator/model", "generator/risk", "clauses/expr", "clauses", "templates", "generator/rules", "generator/qa", "generator", "cmd", "examples"}

// TestImportsPointOneWay: no package imports one that comes after it, and the
// writers import only the tree and the formulas in it.
func TestImportsPointOneWay(t *testing.T) {
	const module = "github.com/samsvar/samsvar/"
	seen := 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "../")
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			to, ours := strings.CutPrefix(imported, module)
			if !ours {
				continue
			}
			seen++
			writer := strings.HasPrefix(from, "doc/") && !strings.HasPrefix(from, "doc/internal/")
			switch {
			case layer(from) < 0 || layer(to) < 0:
				t.Errorf("%s: %s or %s is in no layer", name, from, to)
			case layer(to) > layer(from):
				t.Errorf("%s imports %s, which comes after %s", name, to, from)
			case writer && to != "doc" && to != "doc/formula" && !strings.HasPrefix(to, "doc/internal/"):
				t.Errorf("%s: a writer imports %s", name, to)
			case from == "doc" && to != "doc/formula":
				t.Errorf("%s: the tree imports %s", name, to)
			}
		}
		return nil
	})
	if err != nil || seen < 50 {
		t.Fatalf("%d imports, %v", seen, err)
	}
}

// layer is the place of the longest layer that pkg is, or is below.
func layer(pkg string) int {
	for p := pkg; p != "." && p != "/"; p = path.Dir(p) {
		if i := slices.Index(layers, p); i >= 0 {
			return i
		}
	}
	return -1
}
