package model

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const oldCase = `# A case of the first drafts.
samsvar: 0 # the format
language: no   # bokmål
title: "Journal: ny"

# The supplier, as it was called.
vendor: # not the buyer
  name: Sky AS

# Where things are.
# Two places.
locations:
  - id: L1 # the first
    country: "NO"
    purpose: hosting

  - {id: L2, country: SE, purpose: hosting}   # flow

service:
  # What it is called.
  name: Journalen
  description: |
    Line one

      indented

subcontractors:
  - id: drift
    company: Fjellrom AS # by name
    country: "NO"        # by country
    task: Drift
  - {id: sub, company: "Nord, AS", country: SE}
agreement:
  breachHours: 24
  venue: Oslo tingrett
# The end.
`

const newCase = `# A case of the first drafts.
samsvar: 1 # the format
language: nb   # bokmål
title: "Journal: ny"

# The supplier, as it was called.
processor: # not the buyer
  name: Sky AS


service:
  # What it is called.
  name: Journalen
  description: |
    Line one

      indented
  # Where things are.
  # Two places.
  locations:
    - id: L1 # the first
      country: "NO"
      purpose: storage

    - {id: L2, country: SE, purpose: storage}   # flow

subprocessors:
  - id: drift
    name: Fjellrom AS # by name
    task: Drift
    address:
      country: "NO"        # by country
  - {id: sub, name: "Nord, AS", address: {country: SE}}
agreement:
  breachNoticeHours: 24
  venue: Oslo tingrett
phase: contract
# The end.
`

func migrate(t *testing.T, text string) string {
	t.Helper()
	m, problem := Migrate("case.yaml", []byte(text))
	if problem != nil {
		t.Fatalf("%s:%d: %s: %s", problem.Path, problem.Pos.Line, problem.Rule, problem.Message("en"))
	}
	return string(m.Text)
}

func TestMigrate(t *testing.T) {
	got := migrate(t, oldCase)
	if diff := cmp.Diff(strings.Split(newCase, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c, problems := Load("case.yaml", strings.NewReader(got), LoadOptions{})
	if c == nil || len(problems) > 0 {
		t.Fatalf("what was migrated has problems: %v", problems)
	}
	if c.Processor.Name != "Sky AS" || c.Language != "nb" || c.Subprocessors[1].Address.Country != "SE" || c.Service.Locations[0].Purpose != "storage" || *c.Agreement.BreachNoticeHours != 24 {
		t.Errorf("%+v", c)
	}
	if again := migrate(t, got); again != got {
		t.Errorf("migrated twice it is something else:\n%s", again)
	}
	m, _ := Migrate("case.yaml", []byte(oldCase))
	now, _ := Migrate("case.yaml", []byte(got))
	if m.From != 0 || now.From != Format {
		t.Errorf("from %d and %d", m.From, now.From)
	}
}

// TestMigrateForms: line ends, marks, indents and forms of YAML stay what they are.
func TestMigrateForms(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"CRLF", strings.ReplaceAll(oldCase, "\n", "\r\n"), strings.ReplaceAll(newCase, "\n", "\r\n")},
		{"a byte order mark", "\uFEFF" + oldCase, "\uFEFF" + newCase},
		{"no line at the end", "samsvar: 0\nphase: tender\nvendor: {name: x}", "samsvar: 1\nphase: tender\nprocessor: {name: x}"},
		{"JSON", `{"samsvar": 0, "language": "no", "phase": "exit", "vendor": {"name": "x"}, "locations": [{"id": "L1", "purpose": "hosting"}]}`,
			`{"samsvar": 1, "language": "nb", "phase": "exit", "processor": {"name": "x"}, "service": {"locations": [{"id": "L1", "purpose": "storage"}]}}`},
		{"quoted keys", "samsvar: 0\n\"vendor\":\n  name: x\n'phase': exit\n", "samsvar: 1\nprocessor:\n  name: x\n'phase': exit\n"},
		{"lists at the indent of their key", "samsvar: 0\nlocations:\n- id: L1\n  purpose: support\nphase: exit\n", "samsvar: 1\nphase: exit\nservice:\n  locations:\n  - id: L1\n    purpose: support\n"},
		{"the last of its item", "samsvar: 0\nphase: exit\nsubcontractors:\n- id: a\n  # where\n  country: SE # here\n- id: b\n  country: NO\n",
			"samsvar: 1\nphase: exit\nsubprocessors:\n- id: a\n  address:\n    # where\n    country: SE # here\n- id: b\n  address:\n    country: NO\n"},
		{"an item that begins with what moves", "samsvar: 0\nphase: exit\nsubcontractors:\n  - country: SE\n    id: a\n", "samsvar: 1\nphase: exit\nsubprocessors:\n  - id: a\n    address:\n      country: SE\n"},
		{"an empty object to move to", "samsvar: 0\nphase: exit\nservice:\nlocations:\n  - id: L1\n", "samsvar: 1\nphase: exit\nservice:\n  locations:\n    - id: L1\n"},
		{"deep tabs of space", "samsvar: 0\nphase: exit\nlocations:\n        - id: L1\n          address: >-\n            a\n            b\nservice:\n    name: x\n",
			"samsvar: 1\nphase: exit\nservice:\n    name: x\n    locations:\n            - id: L1\n              address: >-\n                a\n                b\n"},
		{"nothing old", "samsvar: 0\nphase: exit\n", "samsvar: 1\nphase: exit\n"},
		{"a value that is not named stays", "samsvar: 0\nphase: exit\nlanguage: sv\n", "samsvar: 1\nphase: exit\nlanguage: sv\n"},
	} {
		if diff := cmp.Diff(c.want, migrate(t, c.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestMigrateRefuses(t *testing.T) {
	for _, c := range []struct {
		text, rule, path string
		line             int
	}{
		{"samsvar: 2\nvendor: x\n", "format-new", "samsvar", 1},
		{"samsvar: -1\n", "format-new", "samsvar", 1},
		{"title: x\n", "format-missing", "samsvar", 1},
		{"samsvar: one\n", "format-missing", "samsvar", 1},
		{"samsvar: [\n", "yaml-indent", "", 2},
		{"- x\n", "yaml-no-mapping", "", 1},
		{"", "file-empty", "", 0},
		{"samsvar: 0\nvendor: {name: a}\nprocessor: {name: b}\n", "migrate-taken", "vendor", 2},
		{"samsvar: 0\nlocations: [{id: L1}]\nservice: {locations: []}\n", "migrate-taken", "locations", 2},
		{"samsvar: 0\nlocations: &l [{id: L1}]\nx: *l\n", "migrate-shared", "locations", 2},
		{"samsvar: 0\na: &a\n  - {company: x}\nsubcontractors: *a\n", "migrate-shared", "subprocessors[0].company", 3},
		{"samsvar: 0\nlocations: [{id: L1}]\nservice: none\n", "migrate-failed", "locations", 2},
		{"samsvar: 0\ntitle: a\x00b\n", "file-binary", "", 2},
	} {
		m, problem := Migrate("case.yaml", []byte(c.text))
		if problem == nil {
			t.Errorf("%q became %q", c.text, m.Text)
			continue
		}
		if problem.Rule != c.rule || problem.Path != c.path || problem.Pos.Line != c.line {
			t.Errorf("%q: %s at %q, line %d: %s", c.text, problem.Rule, problem.Path, problem.Pos.Line, problem.Message("en"))
		}
	}
}

// TestMigrateKeepsNew: the cases of this format are not touched.
func TestMigrateKeepsNew(t *testing.T) {
	for _, name := range []string{"testdata/complete.yaml", "../../examples/normsykehuset/case.yaml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m, problem := Migrate(name, text)
		if problem != nil || m.From != Format || !bytes.Equal(m.Text, text) {
			t.Errorf("%s: %v", name, problem)
		}
	}
}

func TestReadMigrations(t *testing.T) {
	if list, err := readMigrations(migrationsYAML); err != nil || len(list) != Format {
		t.Fatal(len(list), err)
	}
	for name, text := range map[string]string{
		"none":          "[]",
		"a gap":         "- {from: 1, steps: []}",
		"two kinds":     "- {from: 0, steps: [{rename: a, move: b, to: c}]}",
		"no kind":       "- {from: 0, steps: [{to: c}]}",
		"no new name":   "- {from: 0, steps: [{rename: a}]}",
		"no values":     "- {from: 0, steps: [{values: a}]}",
		"nothing to be": "- {from: 0, steps: [{set: a}]}",
		"no such key":   "- {from: 0, steps: [{renam: a, to: b}]}",
		"too many":      "- {from: 0, steps: []}\n- {from: 1, steps: []}",
	} {
		if _, err := readMigrations([]byte(text)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func FuzzMigrate(f *testing.F) {
	f.Add(oldCase)
	f.Add("samsvar: 0\nlocations: [{id: L1}]\nservice:\n")
	f.Add("{\"samsvar\": 0, \"vendor\": {}}")
	f.Fuzz(func(t *testing.T, text string) {
		m, problem := Migrate("case.yaml", []byte(text))
		if problem != nil {
			return
		}
		again, problem := Migrate("case.yaml", m.Text)
		if problem != nil || again.From != Format || !bytes.Equal(again.Text, m.Text) {
			t.Errorf("%q became %q, and that %v", text, m.Text, problem)
		}
	})
}
