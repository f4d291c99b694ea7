package report

import (
	"bytes"
	stdcmp "cmp"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

const caseText = "samsvar: 1\n" +
	"agreement:\n" +
	"  breachNoticeHours: \"fire\"\n" +
	"\tx: æøå y\n" +
	"  title: \"a very long title that goes on, and on, and on, and on, and on, and on, and on, and on, and on, and on\"\n"

// sample has what a report can have.
func sample() *Report {
	at := func(line, column int) Pos { return Pos{"my case.yaml", line, column} }
	r := &Report{
		Problems: []Problem{
			{Rule: "want-integer", Path: "agreement.breachNoticeHours", Pos: at(3, 22), Args: map[string]string{"value": "fire"}},
			{Rule: "yaml-tab", Pos: at(4, 1)},
			{Rule: "quote-it", Path: "id", Pos: at(5, 90), Args: map[string]string{"value": "<2026>"}},
			{Rule: "transfer-missing", Path: "service.locations[1]", Pos: at(3, 3), Args: map[string]string{"entity": "sub-1", "country": "IN", "location": "L-2"}},
			{Rule: "file-empty", Pos: Pos{File: "evil\x1b[31m\u202e.yaml"}},
			{Rule: "own-purposes", Path: "processor.ownPurposes", Pos: at(3, 3), Later: true, Args: map[string]string{"purposes": "a|b <c> {d} @all `e` _f_"}},
			{Rule: "review-overdue", Path: "transfers[0].reviewBy", Pos: at(2, 1), Args: map[string]string{"date": "2026-01-01"},
				Lowered: &Lowered{Path: "checks[0]", Pos: at(5, 3), Reason: "New transfer from January", By: "Kari Nordmann", Date: "2026-11-20"}},
			{Rule: "reference-dangling", Document: "dpa", Pos: Pos{File: "clauses/text/dpa/audit.nb.md", Line: 3}, Args: map[string]string{"target": "dpa.x#y"}},
		},
		Documents: []string{"dpia", "dpa"},
		Silenced: []Problem{
			{Rule: "own-staff-outside-eea", Path: "service.locations[1]", Pos: at(3, 3), Args: map[string]string{"country": "GB"},
				Lowered: &Lowered{Path: "checks[1]", Pos: at(5, 3), Silenced: true, Reason: "Considered | in the DPIA,\n# 4", Date: "2026-11-20"}},
			{Rule: "transfer-inside-eea", Path: "transfers[1].location", Args: map[string]string{"location": "L1", "country": "IS"},
				Lowered: &Lowered{Path: "checks[2]", Silenced: true, Reason: "x"}},
		},
		Open: []Open{
			{No: 1, Path: "processor.orgNumber", Document: "dpa", Label: "Organisasjonsnummer (databehandler)", Responsible: "processor", Phase: "contract", Place: "1.2", Pos: at(3, 3)},
			{No: 2, Path: "agreement.noticeDays", Document: "dpa", Label: strings.Repeat("langt ", 20), Responsible: "controller", Pos: at(2, 1)},
			{No: 3, Path: "service.locations", Document: "dpa", Label: "Steder", Responsible: "processor", Reserved: true},
			{No: 1, Path: "title", Document: "dpia", Label: "Tittel & <mer>"},
		},
		Overridden: []string{"templates/dpa/template.yaml", "clauses/text/dpa/audit.yaml"},
	}
	r.Sort()
	return r
}

func TestText(t *testing.T) {
	source := func(file string) []byte {
		if file == "my case.yaml" {
			return []byte(caseText)
		}
		return nil
	}
	for name, o := range map[string]TextOptions{
		"zero": {},
		"nb":   {Language: "nb", Source: source},
		"nn":   {Language: "nn", Source: source, Width: 60},
		"en":   {Language: "en", Source: source, Color: true},
	} {
		var b bytes.Buffer
		if err := Text(&b, sample(), o); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".golden", b.Bytes())
		if strings.ContainsAny(strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "", "\x1b[2m", "", "\x1b[1;31m", "", "\x1b[1;33m", "", "\x1b[1;34m", "").Replace(b.String()), "\x1b\u202e") {
			t.Errorf("%s: an escape sequence from outside", name)
		}
		if o.Color {
			continue
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if columns(line) > stdcmp.Or(o.Width, defaultWidth) {
				t.Errorf("%s: too wide: %s", name, line)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	for _, language := range []string{"nb", "nn", "en"} {
		var b, again bytes.Buffer
		if err := JSON(&b, sample(), language); err != nil {
			t.Fatal(err)
		}
		golden(t, language+".json", b.Bytes())
		if !json.Valid(b.Bytes()) {
			t.Error("not valid JSON")
		}
		if err := JSON(&again, sample(), language); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("not the same bytes again, %v", err)
		}
	}
	var empty bytes.Buffer
	if err := JSON(&empty, &Report{}, "en"); err != nil {
		t.Fatal(err)
	}
	golden(t, "empty.json", empty.Bytes())
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "render", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestSummary(t *testing.T) {
	errors := func(n int) (p []Problem) {
		for range n {
			p = append(p, Problem{Rule: "file-empty"})
		}
		return p
	}
	warning := Problem{Rule: "quote-it"}
	for _, c := range []struct {
		r          *Report
		nb, nn, en string
	}{
		{&Report{}, "komplett: ingen feil og ingen åpne punkter", "komplett: ingen feil og ingen opne punkt", "complete: nothing wrong and nothing open"},
		{&Report{Problems: errors(1)}, "1 feil", "1 feil", "1 error"},
		{&Report{Problems: errors(2)}, "2 feil", "2 feil", "2 errors"},
		{&Report{Problems: []Problem{warning}}, "komplett, 1 advarsel", "komplett, 1 åtvaring", "complete, 1 warning"},
		{&Report{Problems: append(errors(1), warning, warning)}, "1 feil, 2 advarsler", "1 feil, 2 åtvaringar", "1 error, 2 warnings"},
		{&Report{Open: make([]Open, 1)}, "1 åpent punkt", "1 ope punkt", "1 open point"},
		{&Report{Open: make([]Open, 12)}, "12 åpne punkter", "12 opne punkt", "12 open points"},
		{&Report{Open: []Open{{Reserved: true}}}, "komplett, 1 åpent punkt (1 gjelder først senere)", "komplett, 1 ope punkt (1 gjeld først seinare)", "complete, 1 open point (1 not due yet)"},
		{&Report{Silenced: []Problem{warning}}, "komplett, 1 dempet advarsel", "komplett, 1 dempa åtvaring", "complete, 1 silenced warning"},
		{&Report{Problems: errors(1), Open: []Open{{Reserved: true}, {}}}, "1 feil, 2 åpne punkter (1 gjelder først senere)", "1 feil, 2 opne punkt (1 gjeld først seinare)", "1 error, 2 open points (1 not due yet)"},
	} {
		got := []string{c.r.Summary("nb"), c.r.Summary("nn"), c.r.Summary("en")}
		if diff := cmp.Diff([]string{c.nb, c.nn, c.en}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWindow(t *testing.T) {
	long := strings.Repeat("0123456789", 10)
	for _, c := range []struct {
		line          string
		column, width int
		want          string
		caret         int
	}{
		{"abc", 2, 20, "abc", 1},
		{"abc", 4, 20, "abc", 3},   // just past the end
		{"abc", 99, 20, "abc", 3},  // far past it
		{"\tx", 2, 20, "→   x", 4}, // a tab
		{"a\tx", 3, 20, "a→  x", 4},
		{"日本x", 3, 20, "日本x", 4},           // two columns each
		{"e\u0301x", 3, 20, "e\u0301x", 1}, // a combining accent
		{"\x1bx", 2, 20, "\ufffdx", 1},
		{long, 1, 20, "0123456789012345678…", 0},
		{long, 50, 20, "…12345678901234567…", 9},
		{long, 100, 20, "…3456789", 0},
	} {
		got, caret := window(c.line, c.column, c.width)
		if columns(got) > c.width {
			t.Errorf("%q, %d: %q is %d columns", c.line, c.column, got, columns(got))
		}
		if c.column == 100 { // the end is in sight, and the caret below it
			if r := []rune(got); r[len(r)-1] != '9' || caret != len(r)-1 {
				t.Errorf("%q, caret %d", got, caret)
			}
			continue
		}
		if c.column == 50 {
			if r := []rune(got); r[caret] != '9' || r[0] != '…' || r[len(r)-1] != '…' {
				t.Errorf("%q, caret %d", got, caret)
			}
			continue
		}
		if got != c.want || caret != c.caret {
			t.Errorf("%q, %d: %q, caret %d, want %q, %d", c.line, c.column, got, caret, c.want, c.caret)
		}
	}
}

func TestLineOf(t *testing.T) {
	text := []byte("\uFEFFone\r\ntwo\n\nfour")
	for n, want := range map[int]string{1: "one", 2: "two", 3: "", 4: "four", 5: ""} {
		if got, ok := lineOf(text, n); got != want || ok != (want != "") {
			t.Errorf("line %d: %q, %v", n, got, ok)
		}
	}
}

func TestMostProblems(t *testing.T) {
	r := &Report{}
	for i := range mostProblems + 5 {
		r.Add(Problem{Rule: "yaml-tab", Pos: Pos{"case.yaml", i + 1, 1}})
	}
	r.Add(Problem{Rule: "quote-it"}) // of another severity: it is not shown either
	var b bytes.Buffer
	if err := Text(&b, r, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "[yaml-tab]"); n != mostProblems || strings.Contains(b.String(), "quote-it") {
		t.Errorf("%d problems are shown", n)
	}
	if want := "\nand 6 more; the JSON report has them all\n\n205 errors, 1 warning\n"; !strings.HasSuffix(b.String(), want) {
		t.Errorf("the end is %q", b.String()[b.Len()-len(want):])
	}
}
