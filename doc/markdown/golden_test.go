package markdown_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/markdown"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Write(&b, d, markdown.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for name, d := range map[string]*doc.Document{
		"kitchensink": doctest.KitchenSink(),
		"bilingual":   doctest.Bilingual(),
		"filled":      doctest.Filled("<a> & \"b\" | *c*\n{{ .d }} \u05d0\u05d1 12"),
		"bare":        {ID: "bare", Language: doc.Nynorsk, Title: "Utan framside"},
	} {
		t.Run(name, func(t *testing.T) {
			got := write(t, d)
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("output has changed (-want +got); run with -update if it should\n%s", diff)
			}
		})
	}
}
