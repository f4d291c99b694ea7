package xlsx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// tableBase is a sound workbook with a table, which Write makes none of.
func tableBase(t testing.TB) []byte {
	return edit(t, write(t, doctest.Workbook()), func(x *excelize.File) error {
		for ref, text := range map[string]string{"L1": "What", "M1": "Who", "L2": "Backup", "M2": "Kari", "L3": "Exit", "M3": "Ola"} {
			if err := x.SetCellStr("Les meg", ref, text); err != nil {
				return err
			}
		}
		return x.AddTable("Les meg", &excelize.Table{Range: "L1:M3", Name: "Owners"})
	})
}

func unpack(t testing.TB, data []byte) *ooxml.Package {
	t.Helper()
	p, err := ooxml.Read(bytes.NewReader(data), int64(len(data)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func pack(t testing.TB, p *ooxml.Package) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := p.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// brokenCase is a file of testdata/broken: lines "key: value", then what is replaced.
type brokenCase struct {
	values   map[string]string
	old, new string
}

func readCase(t *testing.T, file string) brokenCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := brokenCase{values: map[string]string{}}
	head, rest, _ := strings.Cut(string(data), "-- old --\n")
	if h, n, ok := strings.Cut(head, "-- new --\n"); ok {
		head, c.new = h, strings.TrimSuffix(n, "\n")
	}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimRight(line, "\n"), ": ")
		c.values[key] = value
	}
	if rest != "" {
		c.old, c.new, _ = strings.Cut(rest, "-- new --\n")
		c.old, c.new = strings.TrimSuffix(c.old, "\n"), strings.TrimSuffix(c.new, "\n")
	}
	return c
}

func (c brokenCase) apply(t *testing.T, base []byte) []byte {
	switch c.values["zip"] {
	case "cut":
		return base[:len(base)/2]
	case "twice":
		return rawZip(t, 0, "a.xml", "A.xml")
	case "dots":
		return rawZip(t, 0, "xl/../../a.xml")
	case "bomb":
		return rawZip(t, 70<<20, "xl/worksheets/sheet1.xml")
	}
	p := unpack(t, base)
	part := c.values["part"]
	data, ok := p.Part(part)
	if !ok {
		t.Fatalf("the base has no part %q", part)
	}
	if n, err := strconv.Atoi(c.values["long"]); err == nil {
		c.new = "<t>" + strings.Repeat("x", n) + "</t>"
	}
	switch _, whole := c.values["whole"]; {
	case whole:
		data = []byte(c.new)
	case !bytes.Contains(data, []byte(c.old)):
		t.Fatalf("%s of the base does not contain %q", part, c.old)
	default:
		data = bytes.Replace(data, []byte(c.old), []byte(c.new), 1)
	}
	p.Set(part, data)
	return pack(t, p)
}

// rawZip is a zip file that our own writer would not make.
func rawZip(t testing.TB, size int, names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(make([]byte, size)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLintFindsEachFault(t *testing.T) {
	bases := map[string][]byte{"": write(t, doctest.Workbook()), "table": tableBase(t)}
	for name, base := range bases {
		if found := Lint(base); len(found) > 0 {
			t.Fatalf("the base %q has faults: %v", name, found)
		}
	}
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no broken files", err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			c := readCase(t, f)
			rule := c.values["rule"]
			if !slices.Contains(lintRules(), rule) {
				t.Fatalf("unknown rule %q", rule)
			}
			seen[rule] = true
			found := Lint(c.apply(t, bases[c.values["base"]]))
			if !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule == rule && f.Message != "" }) {
				t.Errorf("rule %s finds nothing; found %v", rule, found)
			}
		})
	}
	for _, r := range lintRules() {
		if !seen[r] {
			t.Errorf("no broken file for the rule %s", r)
		}
	}
}

func TestLintNeverPanics(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("PK"), []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), rawZip(t, 0), rawZip(t, 0, ooxml.ContentTypesName)} {
		if len(Lint(b)) == 0 {
			t.Errorf("nothing found in %q", b)
		}
	}
}
