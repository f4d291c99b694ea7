package templates_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

var update = flag.Bool("update", false, "write the expected messages")

// TestReject: each file is a set of document types that must be refused, named
// after the rule that refuses it (rule.txtar or rule.variant.txtar). It holds the
// files, those of a house library below house/, and in want the messages.
func TestReject(t *testing.T) {
	names, err := filepath.Glob("testdata/reject/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		rule, _, _ := strings.Cut(filepath.Base(name), ".")
		seen[rule] = true
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { reject(t, name, rule) })
	}
	for _, r := range report.Rules() {
		own := strings.HasPrefix(r.ID, "template-") || strings.HasPrefix(r.ID, "schema-") || r.ID == "text-line"
		if own && !seen[r.ID] {
			t.Errorf("no case for %s", r.ID)
		}
	}
}

func reject(t *testing.T, name, rule string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	base, house := fstest.MapFS{}, fstest.MapFS{}
	want := -1
	for i, f := range archive.Files {
		inHouse, isHouse := strings.CutPrefix(f.Name, "house/")
		switch {
		case f.Name == "want":
			want = i
		case isHouse:
			house[inHouse] = &fstest.MapFile{Data: f.Data}
		default:
			base[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	o := templates.Options{}
	if len(house) > 0 {
		o.Overlay = house
	}
	_, problems := templates.Load(base, library(t, doc.Languages()...), o)
	got := messages(problems)
	if *update {
		if want < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
			want = len(archive.Files) - 1
		}
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want < 0 || string(archive.Files[want].Data) != got {
		t.Errorf("got:\n%s", got)
	}
	if !slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Rule == rule && p.Severity() == report.Error }) {
		t.Errorf("no error %s", rule)
	}
}
