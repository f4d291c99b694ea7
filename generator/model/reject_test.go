package model

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the .expected files of testdata/reject")

// Each file of testdata/reject must give exactly the messages beside it.
func TestReject(t *testing.T) {
	files, err := filepath.Glob("testdata/reject/*.yaml")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, problems := Load(filepath.Base(file), bytes.NewReader(text), LoadOptions{})
			if len(problems) == 0 {
				t.Error("no problem was found")
			}
			var b strings.Builder
			for _, language := range []string{"en", "nb", "nn"} {
				fmt.Fprintf(&b, "[%s]\n", language)
				for _, p := range problems {
					fmt.Fprintf(&b, "%d:%d: %s: %s: %s %s\n", p.Pos.Line, p.Pos.Column, p.Path, p.Severity(), p.Message(language), "["+p.Rule+"]")
					if hint := p.Hint(language); hint != "" {
						fmt.Fprintf(&b, "\thint: %s\n", hint)
					}
				}
			}
			expected := strings.TrimSuffix(file, ".yaml") + ".expected"
			if *update {
				if err := os.WriteFile(expected, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(expected)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
			}
		})
	}
}

// A file of expected messages without its case would test nothing.
func TestRejectHasNoOrphans(t *testing.T) {
	files, _ := filepath.Glob("testdata/reject/*.expected")
	for _, f := range files {
		if _, err := os.Stat(strings.TrimSuffix(f, ".expected") + ".yaml"); err != nil {
			t.Error(err)
		}
	}
}

func TestProblemsAreSorted(t *testing.T) {
	text, err := os.ReadFile("testdata/reject/wrong-types.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, problems := Load("x.yaml", bytes.NewReader(text), LoadOptions{})
	if len(problems) < 10 {
		t.Fatalf("only %d problems", len(problems))
	}
	lines := make([]int, len(problems))
	for i, p := range problems {
		lines[i] = p.Pos.Line
	}
	if !slices.IsSorted(lines) {
		t.Errorf("lines %v are not sorted", lines)
	}
}
