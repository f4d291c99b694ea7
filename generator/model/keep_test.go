package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const severalControllers = `samsvar: 1
controllers:
  - {id: a, name: A}
  - {id: b}
  - {id: c, name: C}
processor: {from: sky}
suppliers: [{id: sky, name: Sky AS}]
agreement:
  authorisation: general
  choices: {dpa.audit: {alternative: x, reason: y}}
  signing:
    mode: ink
    signatories:
      - {party: a, name: Kari, title: Direktør}
      - {party: processor, name: Ola}
      - {party: c, name: Per, title: Leder}
`

func loadSeveral(t *testing.T) *Case {
	t.Helper()
	c, problems := Load("case.yaml", strings.NewReader(severalControllers), LoadOptions{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// TestKeep: the lists are shorter, the case they come from is as it was, and what
// is said about places is about the file.
func TestKeep(t *testing.T) {
	c := loadSeveral(t)
	before := c.View()
	part, err := c.Keep(map[string][]int{"controllers": {1}, "agreement.signing.signatories": {1, 2}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, c.View()); diff != "" {
		t.Errorf("the case has changed: %s", diff)
	}
	view := part.View()
	want := []any{map[string]any{"id": "b"}}
	if diff := cmp.Diff(want, view["controllers"]); diff != "" {
		t.Error(diff)
	}
	signing := view["agreement"].(map[string]any)["signing"].(map[string]any)
	if list := signing["signatories"].([]any); len(list) != 2 || list[0].(map[string]any)["name"] != "Ola" || list[1].(map[string]any)["name"] != "Per" {
		t.Error(list)
	}
	if name := view["processor"].(map[string]any)["name"]; name != "Sky AS" {
		t.Errorf("not resolved: %v", name)
	}
	if part.Whole() != c || c.Whole() != c || part.Resolved().Whole() != c {
		t.Error("the whole case is another one")
	}
	for path, want := range map[string]string{
		"controllers[0].orgNumber":                   "controllers[1].orgNumber",
		"controllers[0]":                             "controllers[1]",
		"controllers[1].name":                        "controllers[1].name", // there is none
		"controllers":                                "controllers",
		"agreement.signing.signatories[0].title":     "agreement.signing.signatories[1].title",
		"agreement.signing.signatories[1]":           "agreement.signing.signatories[2]",
		"suppliers[0].name":                          "suppliers[0].name",
		`agreement.choices["dpa.audit"].alternative`: `agreement.choices["dpa.audit"].alternative`,
		"":  "",
		"[": "[",
	} {
		if got := part.Original(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
		if got := c.Original(path); got != path {
			t.Errorf("%s of the whole case is %s", path, got)
		}
		if part.PosOf(path) != c.PosOf(want) {
			t.Errorf("%s is at %v", path, part.PosOf(path))
		}
	}
	if pos := part.PosOf("controllers[0].name"); pos.Line != 4 {
		t.Errorf("%+v", pos)
	}
}

// TestKeepOpen: open points have their paths and places in the file, and belong to
// the party that is there.
func TestKeepOpen(t *testing.T) {
	part, err := loadSeveral(t).Keep(map[string][]int{"controllers": {1}, "agreement.signing.signatories": {1}})
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{}
	for _, o := range part.Open("dpa") {
		lines[o.Path] = o.Pos.Line
	}
	for path, line := range map[string]int{
		"controllers[1].name": 4, "controllers[1].orgNumber": 4, "agreement.signing.signatories": 13, "agreement.signing.signatories[1].title": 15,
	} {
		if lines[path] != line {
			t.Errorf("%s is at %d, want %d", path, lines[path], line)
		}
	}
	for _, path := range []string{"controllers[0].name", "controllers[0].orgNumber", "controllers[2].orgNumber"} {
		if _, ok := lines[path]; ok {
			t.Errorf("%s is open", path)
		}
	}
	o := part.OpenAt("controllers[0].dpo", "dpa")
	if o.Path != "controllers[1].dpo" || o.Pos.Line != 4 || !strings.Contains(o.Label("nb"), "«b»") {
		t.Errorf("%+v %s", o, o.Label("nb"))
	}
}

func TestKeepNothing(t *testing.T) {
	part, err := loadSeveral(t).Keep(map[string][]int{"controllers": {}})
	if err != nil || part.View()["controllers"] != nil {
		t.Error(err, part.View()["controllers"])
	}
}

func TestKeepRefuses(t *testing.T) {
	for path, want := range map[string]string{
		"controllers":               `controllers: there is no element 3`,
		"agreement":                 `agreement: no list`,
		"agreement.signing":         `agreement.signing: no list`,
		"agreement.authorisation":   `agreement.authorisation: "authorisation" is no list`,
		"agreement.audit.frequency": `agreement.audit.frequency: there is no "audit"`,
		"documents.dpa.list":        `documents.dpa.list: "documents" is no list`,
		"controllers[0].x":          `controllers[0].x: "controllers" is no list`,
		"x.":                        `"x." is not a path`,
		"":                          `: no list`,
	} {
		_, err := loadSeveral(t).Keep(map[string][]int{path: {3}})
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// TestForm: with another standard than ours, the annexes are all that is ours.
func TestForm(t *testing.T) {
	for _, x := range []struct{ standard, form, want string }{
		{"", "", "full"}, {"own", "", "full"}, {"own", "full", "full"}, {"own", "annexes-only", "annexes-only"},
		{"danish", "", "annexes-only"}, {"danish", "full", "annexes-only"}, {"other", "annexes-only", "annexes-only"},
	} {
		c := &Case{Agreement: &Agreement{Standard: x.standard, Form: x.form}}
		got, _ := c.View()["agreement"].(map[string]any)["form"].(string)
		if got != x.want || c.Agreement.Form != x.form {
			t.Errorf("%q %q: %q, and the case has %q", x.standard, x.form, got, c.Agreement.Form)
		}
	}
}
