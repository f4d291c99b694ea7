package report

import (
	"slices"
	"testing"
)

func TestProblem(t *testing.T) {
	p := Problem{Rule: "reference-unknown", Args: map[string]string{"id": "drft", "where": "subprocessors", "suggestion": "drift"}}
	for language, want := range map[string][2]string{
		"nb": {"«drft» finnes ikke blant subprocessors", "mente du «drift»?"},
		"nn": {"«drft» finst ikkje blant subprocessors", "meinte du «drift»?"},
		"en": {"“drft” is not among subprocessors", "did you mean “drift”?"},
		"de": {"“drft” is not among subprocessors", "did you mean “drift”?"},
	} {
		if p.Message(language) != want[0] || p.Hint(language) != want[1] {
			t.Errorf("%s: %q, %q", language, p.Message(language), p.Hint(language))
		}
	}
	p.Args["suggestion"] = ""
	if p.Hint("nb") != "" {
		t.Errorf("%q", p.Hint("nb"))
	}
	unknown := Problem{Rule: "no-such-rule"}
	if unknown.Severity() != Error || unknown.Message("nb") != "no-such-rule" || unknown.Hint("nb") != "" {
		t.Error("an unknown rule is an error that says its id")
	}
	if got := (Problem{Rule: "review-overdue"}).Severity(); got != Warning {
		t.Errorf("%s", got)
	}
}

// TestSort: by file, line, column, path, rule and message; repetitions are dropped.
func TestSort(t *testing.T) {
	want := []Problem{
		{Rule: "text-title", Pos: Pos{File: "a", Line: 1}},
		{Rule: "text-title", Pos: Pos{File: "b", Line: 1, Column: 2}},
		{Rule: "text-title", Pos: Pos{File: "b", Line: 2, Column: 1}, Path: "a"},
		{Rule: "text-code", Pos: Pos{File: "b", Line: 2, Column: 1}, Path: "b"},
		{Rule: "text-title", Pos: Pos{File: "b", Line: 2, Column: 1}, Path: "b"},
		{Rule: "text-title", Pos: Pos{File: "b", Line: 10}},
		{Rule: "law-source", Pos: Pos{File: "c"}, Args: map[string]string{"id": "a"}},
		{Rule: "law-source", Pos: Pos{File: "c"}, Args: map[string]string{"id": "b"}},
	}
	for seed := range 20 { // several orders to begin with
		r := Report{Overridden: []string{"b", "a"}}
		for i := range want {
			j := (i*7 + seed*3) % len(want)
			r.Add(want[j], want[(j+seed)%len(want)])
		}
		r.Sort()
		same := slices.EqualFunc(r.Problems, want, func(a, b Problem) bool { return compare(a, b) == 0 })
		if !same || !slices.Equal(r.Overridden, []string{"a", "b"}) {
			t.Fatalf("seed %d: %v %v", seed, r.Problems, r.Overridden)
		}
	}
}

func TestComplete(t *testing.T) {
	warning, wrong := Problem{Rule: "review-overdue"}, Problem{Rule: "own-purposes"}
	for _, c := range []struct {
		r        Report
		complete bool
		blocking int
	}{
		{Report{}, true, 0},
		{Report{Problems: []Problem{warning}}, true, 0},
		{Report{Problems: []Problem{warning, wrong}}, false, 0},
		{Report{Open: []Open{{Reserved: true}}}, true, 0},
		{Report{Open: []Open{{Reserved: true}, {}}}, false, 1},
	} {
		if c.r.Complete() != c.complete || c.r.Blocking() != c.blocking {
			t.Errorf("%+v: %v, %d", c.r, c.r.Complete(), c.r.Blocking())
		}
	}
	r := Report{Problems: []Problem{warning, wrong, warning}}
	if r.Count(Warning) != 2 || r.Count(Error) != 1 || r.Count(Info) != 0 {
		t.Error("counts")
	}
}

func TestRuleByID(t *testing.T) {
	r, ok := RuleByID("transfer-missing")
	if !ok || r.Demand != "gdpr:DPA-L-42" || r.Law == "" {
		t.Errorf("%+v", r)
	}
	if _, ok := RuleByID("nothing"); ok {
		t.Error("found nothing")
	}
	if !slices.IsSortedFunc(Rules(), func(a, b Rule) int { return slices.Compare([]byte(a.ID), []byte(b.ID)) }) {
		t.Error("not sorted")
	}
}
