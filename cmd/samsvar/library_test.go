package main

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// TestSameBytesAsLibrary: the command and the library, which has no files and no
// paths, make the same bytes, also from many goroutines.
func TestSameBytesAsLibrary(t *testing.T) {
	cases, err := filepath.Glob("../../examples/*/case.yaml")
	if err != nil || len(cases) < 3 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	g, err := generator.New(generator.Options{Languages: doc.Languages()})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range cases {
		dir := t.TempDir()
		var stdout, stderr bytes.Buffer
		code := run([]string{"generate", name, "-o", dir, "--lang", "nb", "--lang", "nn", "--lang", "en", "--lang", "nb,en", "--format", "docx,html,md"}, nil, &stdout, &stderr, func(string) string { return "" })
		if code != exitDone && code != exitOpen {
			t.Fatalf("%s: exit %d: %s", name, code, stderr.String())
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, _ := g.Load("somewhere else.yaml", bytes.NewReader(text))
		var wg sync.WaitGroup
		for range 24 / len(cases) {
			wg.Go(func() {
				out, _, err := g.Generate(generator.Request{Case: c, Languages: doc.Languages(), Beside: []generator.Pair{{Left: "nb", Right: "en"}}, Formats: []string{"docx", "html", "md"}})
				if err != nil || len(out) != 42 {
					t.Errorf("%s: %d files, %v", name, len(out), err)
				}
				for _, o := range out {
					written, err := os.ReadFile(filepath.Join(dir, o.Name))
					if err != nil || !bytes.Equal(written, o.Data) {
						t.Errorf("%s: %s differs: %v", name, o.Name, err)
					}
				}
			})
		}
		wg.Wait()
	}
}
