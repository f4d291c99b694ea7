package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fault is a problem as lint prints it.
type fault struct {
	Rule, Severity, File, Message, Hint string
	Line, Column                        int
}

// lintFaults runs lint on a folder.
func lintFaults(t *testing.T, dir, language string) []fault {
	t.Helper()
	var out, diagnostics bytes.Buffer
	code := run([]string{"lint", dir, "--format", "json", "--ui-lang", language}, nil, &out, &diagnostics, noEnv)
	if code != exitRefused || diagnostics.Len() > 0 {
		t.Fatalf("exit %d: %s", code, &diagnostics)
	}
	var rep struct{ Problems []fault }
	if err := json.Unmarshal(out.Bytes(), &rep); err != nil {
		t.Fatal(err)
	}
	for i := range rep.Problems {
		rel, err := filepath.Rel(dir, rep.Problems[i].File)
		if err != nil {
			t.Fatal(err)
		}
		rep.Problems[i].File = filepath.ToSlash(rel)
	}
	return rep.Problems
}

// TestHouseFaults: in testdata/house-faults each thing has one fault of those that
// people make, and lint tells each of them just once, all in one go, where
// house-faults.txt says; the words stand in house-faults.nb.txt and .en.txt. With
// -update they are written anew: read the difference.
func TestHouseFaults(t *testing.T) {
	const dir = "testdata/house-faults"
	want, err := os.ReadFile(dir + ".txt")
	if err != nil && !update {
		t.Fatal(err)
	}
	var english []fault
	for _, language := range []string{"en", "nb"} {
		var places, words strings.Builder
		faults := lintFaults(t, dir, language)
		for i, f := range faults {
			fmt.Fprintf(&places, "%s:%d:%d %s\n", f.File, f.Line, f.Column, f.Rule)
			fmt.Fprintf(&words, "%s:%d: %s\n", f.File, f.Line, f.Message)
			if f.Hint != "" {
				fmt.Fprintf(&words, "  hint: %s\n", f.Hint)
			}
			if f.Line == 0 {
				t.Errorf("%s: %s has no line", f.File, f.Rule)
			}
			if language == "nb" && english[i].Message == f.Message {
				t.Errorf("%s: %s reads the same in both languages: %s", f.File, f.Rule, f.Message)
			}
		}
		if english == nil {
			english = faults
		}
		wordsFile := dir + "." + language + ".txt"
		if update {
			for name, text := range map[string]string{dir + ".txt": places.String(), wordsFile: words.String()} {
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		if places.String() != string(want) {
			t.Errorf("%s: got\n%s", language, &places)
		}
		if golden, err := os.ReadFile(wordsFile); err != nil || string(golden) != words.String() {
			t.Errorf("%s: got\n%s", wordsFile, &words)
		}
	}
	if len(english) < 30 {
		t.Errorf("only %d faults", len(english))
	}
	once(t, dir, english)
}

// once checks that each thing with a fault has one: the files of a clause, of a
// catalogue or of a document type, which begin with the same name, and a scale. Those that hold
// single entries may have several, one an entry.
func once(t *testing.T, dir string, faults []fault) {
	count := map[string]int{}
	for _, f := range faults {
		count[thing(f.File)]++
	}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch n := count[thing(name)]; {
		case thing(name) == "clauses/text/house/sound": // what the others refer to, and two files beside it
			if n != 2 {
				t.Errorf("%s: %d faults", name, n)
			}
		case strings.HasSuffix(name, "law.yaml"):
			if n != 2 {
				t.Errorf("%s: %d faults", name, n)
			}
		default:
			if n != 1 {
				t.Errorf("%s: %d faults", name, n)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// thing is what a file belongs to.
func thing(file string) string {
	// A document type is a folder; a scale is a file.
	if folder, ok := strings.CutPrefix(file, "templates/"); ok && strings.Contains(folder, "/") && !strings.HasPrefix(folder, "risk/") {
		return filepath.ToSlash(filepath.Dir(file))
	}
	dir, base := filepath.Split(file)
	base, _, _ = strings.Cut(base, ".")
	base, _, _ = strings.Cut(base, "@")
	return filepath.ToSlash(dir) + base
}
