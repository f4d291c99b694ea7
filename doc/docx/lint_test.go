package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// lintBase is a sound file with pictures, notes, lists and custom XML.
func lintBase(t testing.TB) []byte {
	d := sample(doc.Bokmal)
	// The hostile paragraph is about templates on purpose.
	_ = doc.WalkInlines(d, func(i doc.Inline) error {
		if x, ok := i.(*doc.Text); ok {
			x.S = strings.ReplaceAll(x.S, "{{", "{ {")
		}
		return nil
	})
	return write(t, d, parse(t, pack(t, customerParts())))
}

// columnsBase is a sound file in two languages.
func columnsBase(t testing.TB) []byte { return write(t, doctest.Bilingual(), nil) }

type brokenCase struct {
	rule, part, remove, add, zip string
	whole, columns               bool
	old, new                     string
}

func readCase(t *testing.T, file string) brokenCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c brokenCase
	into := (*string)(nil)
	for line := range strings.Lines(string(data)) {
		trimmed := strings.TrimRight(line, "\r\n")
		switch key, value, _ := strings.Cut(trimmed, ": "); {
		case trimmed == "base: columns":
			c.columns = true
		case trimmed == "-- old --":
			into = &c.old
		case trimmed == "-- new --":
			into = &c.new
		case into != nil:
			*into += line
		case strings.HasPrefix(trimmed, "#"):
		case key == "rule":
			c.rule = value
		case key == "part":
			c.part = value
		case key == "delete":
			c.remove = value
		case key == "add":
			c.add = value
		case key == "zip":
			c.zip = value
		case key == "whole":
			c.whole = true
		default:
			t.Fatalf("%s: unknown line %q", file, trimmed)
		}
	}
	c.old, c.new = strings.TrimSuffix(c.old, "\n"), strings.TrimSuffix(c.new, "\n")
	return c
}

func (c brokenCase) apply(t *testing.T, base []byte) []byte {
	parts := unpack(t, base)
	switch {
	case c.remove != "":
		if _, ok := parts[c.remove]; !ok {
			t.Fatalf("the base has no part %s", c.remove)
		}
		delete(parts, c.remove)
	case c.add != "":
		parts[c.add] = c.new
	case c.whole:
		parts[c.part] = c.new
	case c.part != "":
		if !strings.Contains(parts[c.part], c.old) {
			t.Fatalf("%s of the base does not contain %q", c.part, c.old)
		}
		parts[c.part] = strings.Replace(parts[c.part], c.old, c.new, 1)
	case c.zip == "cut":
		return base[:len(base)/2]
	case c.zip == "twice":
		return rawZip(t, "a.xml", "A.xml")
	case c.zip == "dots":
		return rawZip(t, "word/../../a.xml")
	case c.zip == "bomb":
		return bomb(t)
	default:
		t.Fatal("the case says nothing to do")
	}
	return pack(t, parts)
}

func rawZip(t testing.TB, names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, "<a/>")
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb unpacks to more than any limit and is small itself.
func bomb(t testing.TB) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 70 {
		_, _ = w.Write(zeros)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLintFindsEachFault(t *testing.T) {
	base, columns := lintBase(t), columnsBase(t)
	if found := append(Lint(base), Lint(columns)...); len(found) > 0 {
		t.Fatalf("the base has faults: %v", found)
	}
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no broken files", err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			c := readCase(t, f)
			if !slices.Contains(rules(), c.rule) {
				t.Fatalf("unknown rule %q", c.rule)
			}
			seen[c.rule] = true
			good := base
			if c.columns {
				good = columns
			}
			found := Lint(c.apply(t, good))
			if !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule == c.rule && f.Message != "" }) {
				t.Errorf("rule %s finds nothing; found %v", c.rule, found)
			}
		})
	}
	for _, r := range rules() {
		if !seen[r] {
			t.Errorf("no broken file for the rule %s", r)
		}
	}
}

func TestLintOfOwnFiles(t *testing.T) {
	customer := parse(t, pack(t, customerParts()))
	var b bytes.Buffer
	if err := WriteReference(&b); err != nil {
		t.Fatal(err)
	}
	if found := Lint(b.Bytes()); len(found) > 0 {
		t.Errorf("reference: %v", found)
	}
	for _, l := range doc.Languages() {
		first := write(t, sample(l), nil)
		for name, ref := range map[string]*Reference{"own": nil, "customer": customer, "written reference": parse(t, b.Bytes()), "own document": parse(t, first)} {
			for _, f := range Lint(write(t, sample(l), ref)) {
				if f.Rule != "placeholder" { // the sample has one on purpose
					t.Errorf("%s %s: %v", l, name, f)
				}
			}
		}
	}
}

func TestLintNeverPanics(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("PK"), []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), rawZip(t), rawZip(t, ooxml.ContentTypesName)} {
		if len(Lint(b)) == 0 {
			t.Errorf("nothing found in %q", b)
		}
	}
}
