package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// TestSameBytesOfPartiesAndStandard: for each party, and with the text of a
// standard, the command and the library make the same files.
func TestSameBytesOfPartiesAndStandard(t *testing.T) {
	example, err := os.ReadFile("../../examples/kommune-avstandsoppfolging/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	standard := []byte("Published text.\x00\xff")
	sum := sha256.Sum256(standard)
	text := string(example)
	for from, to := range map[string]string{
		"\ncontrollerRelation: single\n": "\ncontrollerRelation: parallel\n",
		"\ncontrollers:\n":               "\ncontrollers:\n  - {id: lyngnes, name: Lyngnes kommune}\n",
		"\n  standard: own\n":            "\n  standard: other\n  standardText: {title: X, edition: \"1\", sha256: " + hex.EncodeToString(sum[:]) + "}\n",
	} {
		if strings.Count(text, from) != 1 {
			t.Fatalf("%q is not in the example", from)
		}
		text = strings.Replace(text, from, to, 1)
	}
	dir := t.TempDir()
	name, published := filepath.Join(dir, "case.yaml"), filepath.Join(dir, "published.pdf")
	for file, data := range map[string][]byte{name: []byte(text), published: standard} {
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	args := []string{"generate", name, "--standard", published, "-o", filepath.Join(dir, "out"), "--lang", "nb", "--lang", "en", "--format", "docx,md"}
	if code := run(args, nil, &stdout, &stderr, func(string) string { return "" }); code != exitOpen {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	g, err := generator.New(generator.Options{Languages: doc.Languages()})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := g.Load("somewhere else.yaml", strings.NewReader(text))
	out, _, err := g.Generate(generator.Request{
		Case: c, Languages: []doc.Language{"nb", "en"}, Formats: []string{"docx", "md"},
		StandardText: &generator.StandardFile{Name: "other name.PDF", Data: standard},
	})
	if err != nil || len(out) != 19 {
		t.Fatalf("%d files, %v", len(out), err)
	}
	written, err := os.ReadDir(filepath.Join(dir, "out"))
	if err != nil || len(written) != len(out) {
		t.Errorf("%d files, %v", len(written), err)
	}
	for _, o := range out {
		data, err := os.ReadFile(filepath.Join(dir, "out", o.Name))
		if err != nil || !bytes.Equal(data, o.Data) {
			t.Errorf("%s differs: %v", o.Name, err)
		}
	}
}
