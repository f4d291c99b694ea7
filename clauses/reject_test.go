package clauses_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

var update = flag.Bool("update", false, "write the expected messages")

// TestReject: each file is a library that must be refused, named after the rule
// that refuses it (rule.txtar or rule.variant.txtar). It holds the files of the
// library, of a house library below house/, and in want the messages. Terms,
// provisions and the head of dpa.x stand for themselves when they are not given. Catalogues are checked where
// there are any.
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
		if concernsClauses(r.ID) && !seen[r.ID] {
			t.Errorf("no case for %s", r.ID)
		}
	}
	for rule := range seen {
		if !concernsClauses(rule) {
			t.Errorf("%s is no rule about the text library", rule)
		}
	}
}

// concernsClauses tells the rules that loading a text library can break.
func concernsClauses(rule string) bool {
	switch rule {
	case "text-line", "library-line", "library-text": // of the document types
		return false
	case "text-missing", "library-stray", "library-read": // of a case in a language; of lint; of a disk
		return false
	}
	prefix, _, _ := strings.Cut(rule, "-")
	return slices.Contains([]string{"library", "clause", "covers", "alternative", "term", "law", "text", "expression", "catalogue", "defines"}, prefix) && inLibraryRules(rule)
}

func inLibraryRules(rule string) bool {
	_, ok := report.RuleByID(rule)
	for _, name := range []string{"library", "catalogue", "definitions"} {
		text, err := os.ReadFile("../generator/report/rules/" + name + ".yaml")
		if ok && err == nil && strings.Contains(string(text), "- id: "+rule+"\n") {
			return true
		}
	}
	return false
}

func reject(t *testing.T, name, rule string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	base, house := files(), fstest.MapFS{}
	want, catalogues := -1, false
	for i, f := range archive.Files {
		inHouse, isHouse := strings.CutPrefix(f.Name, "house/")
		catalogues = catalogues || strings.Contains(f.Name, "catalogues/")
		file := &fstest.MapFile{Data: bytesOf(f.Data)}
		switch {
		case f.Name == "want":
			want = i
		case isHouse:
			house[inHouse] = file
		default:
			base[f.Name] = file
		}
	}
	if _, given := base["text/dpa/x.yaml"]; !given {
		base["text/dpa/x.yaml"] = &fstest.MapFile{Data: []byte(header)}
	}
	o := clauses.Options{Languages: doc.Languages()}
	if len(house) > 0 {
		o.Overlay = house
	}
	l, problems := clauses.Load(base, o)
	if catalogues {
		problems = append(problems, l.CheckCatalogues()...)
	}
	got := messagesWithHint(problems)
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
	if !slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Rule == rule }) {
		t.Errorf("no %s", rule)
	}
}

// bytesOf puts what txtar cannot hold into a file: \x00 and bytes that are no UTF-8.
func bytesOf(data []byte) []byte {
	return []byte(strings.NewReplacer(`\xff`, "\xff", "MEGABYTE", strings.Repeat("x", 1<<20)).Replace(string(data)))
}

// messagesWithHint are the problems as a person reads them.
func messagesWithHint(problems []report.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(strings.Replace(line(p), p.Rule+": ", "", 1) + "\n")
		if hint := p.Hint("en"); hint != "" {
			b.WriteString("  hint: " + hint + "\n")
		}
	}
	return b.String()
}
