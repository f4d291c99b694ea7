package model

import (
	"os"
	"strings"
	"testing"
)

func sourceOf(t testing.TB, text string) *Source {
	t.Helper()
	c, problems := Load("case.yaml", strings.NewReader(text), LoadOptions{})
	if c == nil {
		t.Fatalf("%q cannot be read: %v", text, problems)
	}
	return c.Source()
}

func TestPatch(t *testing.T) {
	for _, test := range []struct {
		name, text string
		edits      []Edit
		want       string
	}{
		{
			"set a scalar, comments stay",
			"samsvar: 1 # format\n# before\ntitle: Old  # after\nid: x\n",
			[]Edit{{OpSet, "title", "New"}},
			"samsvar: 1 # format\n# before\ntitle: New  # after\nid: x\n",
		},
		{
			"quotes where they are needed",
			"title: 'it''s'\nid: \"a\\\"b\"\n",
			[]Edit{{OpSet, "title", "NO"}, {OpSet, "id", "a: b # c"}, {OpSet, "version.no", "1.0"}},
			"title: \"NO\"\nid: \"a: b # c\"\nversion:\n  no: \"1.0\"\n",
		},
		{
			"fill an empty value before its comment",
			"title: # todo\nid: x\n",
			[]Edit{{OpSet, "title", "Found"}},
			"title: Found # todo\nid: x\n",
		},
		{
			"a number and a boolean",
			"agreement:\n  noticeDays: 14\n",
			[]Edit{{OpSet, "agreement.noticeDays", 30}, {OpSet, "agreement.audit.thirdParty", true}},
			"agreement:\n  noticeDays: 30\n  audit:\n    thirdParty: true\n",
		},
		{
			"a key after a block scalar and a comment",
			"service:\n  description: |\n    one\n\n    two\n\n  # the end\ntitle: x\n",
			[]Edit{{OpSet, "service.name", "S"}},
			"service:\n  description: |\n    one\n\n    two\n  name: S\n\n  # the end\ntitle: x\n",
		},
		{
			"a struct, in the order of the schema",
			"security:\n  measures:\n    - id: M-1\n      title: One # keep\n",
			[]Edit{{OpAppend, "security.measures", Measure{ID: "M-2", Title: "Two", Refs: []string{"iso27001-2022:A.8.5"}}}},
			"security:\n  measures:\n    - id: M-1\n      title: One # keep\n    - id: M-2\n      title: Two\n      refs:\n        - \"iso27001-2022:A.8.5\"\n",
		},
		{
			"a list that is not there",
			"id: x",
			[]Edit{{OpAppend, "processing.nature", "storage"}, {OpAppend, "processing.nature", "backup"}},
			"id: x\nprocessing:\n  nature:\n    - storage\n    - backup",
		},
		{
			"a list at the indent of its key",
			"processing:\n  nature:\n  - storage\n  - backup\n  duration: long\n",
			[]Edit{{OpInsert, "processing.nature[1]", "display"}, {OpDelete, "processing.nature[0]", nil}},
			"processing:\n  nature:\n  - display\n  - backup\n  duration: long\n",
		},
		{
			"flow",
			"version: {no: \"1\", history: []}\nreferences: {}\nprocessing: {nature: [storage, backup]}\n",
			[]Edit{
				{OpAppend, "version.history", map[string]any{"change": "c", "no": "0"}},
				{OpSet, "references.doffin", "2026-1"},
				{OpInsert, "processing.nature[0]", "display"},
				{OpDelete, "processing.nature[2]", nil},
			},
			"version: {no: \"1\", history: [{no: \"0\", change: c}]}\nreferences: {doffin: \"2026-1\"}\nprocessing: {nature: [display, storage]}\n",
		},
		{
			"json",
			"{\n  \"id\": \"x\",\n  \"title\": \"y\"\n}\n",
			[]Edit{{OpSet, "title", "z"}, {OpSet, "version.no", "1"}, {OpDelete, "id", nil}},
			"{\n  \"title\": \"z\", \"version\": {\"no\": \"1\"}\n}\n",
		},
		{
			"delete a key, its neighbours stay",
			"id: x\n# about the title\ntitle: y # gone\n# about the date\ndate: 2026-01-01\n",
			[]Edit{{OpDelete, "title", nil}},
			"id: x\n# about the title\n# about the date\ndate: 2026-01-01\n",
		},
		{
			"delete the first key of an item and the last of a block",
			"controllers:\n  - id: a\n    name: A\n    orgNumber: \"1\"\ntitle: y\n",
			[]Edit{{OpDelete, "controllers[0].id", nil}, {OpDelete, "controllers[0].orgNumber", nil}},
			"controllers:\n  - name: A\ntitle: y\n",
		},
		{
			"delete all items",
			"controllers:\n  - id: a\ntitle: y\n",
			[]Edit{{OpDelete, "controllers[0]", nil}},
			"controllers: []\ntitle: y\n",
		},
		{
			"a value of another kind",
			"agreement:\n  audit: none # yet\nservice:\n  models:\n  - saas\n",
			[]Edit{{OpSet, "agreement.audit", &Audit{Frequency: "annual"}}, {OpSet, "service.models", "saas"}},
			"agreement:\n  audit:\n    frequency: annual # yet\nservice:\n  models: saas\n",
		},
		{
			"windows lines and æøå",
			"title: Å være\r\nid: ærlig # ø\r\n",
			[]Edit{{OpSet, "id", "Ø"}, {OpSet, "date", "2026-01-01"}},
			"title: Å være\r\nid: Ø # ø\r\ndate: \"2026-01-01\"\r\n",
		},
		{
			"a plain text over lines",
			"service:\n  description: one\n    two\n\n    three # c\n  name: S\n",
			[]Edit{{OpSet, "service.description", "a\nb"}},
			"service:\n  description: \"a\\nb\" # c\n  name: S\n",
		},
		{
			"a byte order mark",
			"\uFEFFtitle: x\n",
			[]Edit{{OpSet, "title", "å"}, {OpSet, "id", "z"}},
			"\uFEFFtitle: å\nid: z\n",
		},
		{
			"a key that needs quotes",
			"agreement:\n  choices:\n    dpa.audit: {alternative: a}\n",
			[]Edit{{OpSet, `agreement.choices["dpa.audit"].reason`, "r"}, {OpSet, `agreement.choices["a: b"].reason`, "r"}},
			"agreement:\n  choices:\n    dpa.audit: {alternative: a, reason: r}\n    \"a: b\":\n      reason: r\n",
		},
		{
			"a level in a map of numbers",
			"risk:\n  scenarios:\n    - id: R-01\n      consequence:\n        privacy: 3 # was 2\n    - {id: R-02, consequence: {privacy: 1}}\n",
			[]Edit{
				{OpSet, "risk.scenarios[0].consequence.privacy", 4}, {OpSet, "risk.scenarios[0].consequence.service", 2},
				{OpSet, "risk.scenarios[1].consequence.service", 5}, {OpSet, "risk.scenarios[1].likelihood", 2},
			},
			"risk:\n  scenarios:\n    - id: R-01\n      consequence:\n        privacy: 4 # was 2\n        service: 2\n    - {id: R-02, consequence: {privacy: 1, service: 5}, likelihood: 2}\n",
		},
		{
			"a scenario, in the order of the schema",
			"risk:\n  scenarios:\n    - id: R-01 # keep\n  reviewBy: 2027-01-01\n",
			[]Edit{{OpAppend, "risk.scenarios", RiskScenario{ID: "R-02", From: "RSK-GEN-01", CIA: []string{"integrity"}, Likelihood: new(2), Consequence: map[string]int{"service": 2, "privacy": 1}}}},
			"risk:\n  scenarios:\n    - id: R-01 # keep\n    - id: R-02\n      from: RSK-GEN-01\n      cia:\n        - integrity\n      likelihood: 2\n      consequence:\n        privacy: 1\n        service: 2\n  reviewBy: 2027-01-01\n",
		},
		{
			"the first scenario of a case",
			"samsvar: 1\n",
			[]Edit{{OpAppend, "risk.scenarios", RiskScenario{ID: "R-01"}}, {OpSet, "risk.pitfalls.RSK-PIT-01", "Klinikere var med"}, {OpSet, `risk.countries[0].criteria["A8-CTR-01"].assessment`, "Stabilt"}},
			"samsvar: 1\nrisk:\n  scenarios:\n    - id: R-01\n  pitfalls:\n    RSK-PIT-01: Klinikere var med\n  countries:\n    - criteria:\n        A8-CTR-01:\n          assessment: Stabilt\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := sourceOf(t, test.text).Patch(test.edits)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

func TestPatchRefuses(t *testing.T) {
	text := "id: &a x\ntitle: *a\nservice: &s {name: n}\ndocuments: {d: *s}\nversion: {no: \"1\"}\n"
	for _, e := range []Edit{
		{OpSet, "", "x"},
		{OpSet, "a..b", "x"},
		{OpSet, "id.x", "y"},
		{OpSet, "version[0]", "y"},
		{OpSet, "controllers[1].name", "y"},
		{OpSet, "title", nil},
		{OpSet, "documents.d.name", "y"},
		{OpDelete, "phase", nil},
		{OpInsert, "version.no", "y"},
		{OpAppend, "version", "y"},
		{"turn", "version.no", "y"},
	} {
		if got, err := sourceOf(t, text).Patch([]Edit{e}); err == nil {
			t.Errorf("%s %s gave %q", e.Op, e.Path, got)
		}
	}
}

// Every scalar of a complete case can be set, and every key and item deleted.
func TestPatchEverywhere(t *testing.T) {
	text, err := os.ReadFile("testdata/complete.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s := sourceOf(t, string(text))
	c, _ := Load("", strings.NewReader(string(text)), LoadOptions{})
	paths := 0
	var walk func(v any, path string)
	walk = func(v any, path string) {
		if path != "" {
			paths++
			for _, e := range []Edit{{OpSet, path, "ny: verdi # «æ»"}, {OpSet, path, []any{1, map[string]any{"a": []any{"b"}}}}, {OpDelete, path, nil}} {
				if _, err := s.Patch([]Edit{e}); err != nil {
					t.Errorf("%s %s: %v", e.Op, path, err)
				}
			}
		}
		switch v := v.(type) {
		case map[string]any:
			for _, key := range sortedKeys(v) {
				walk(v[key], joinKey(path, key))
			}
			if _, err := s.Patch([]Edit{{OpSet, joinKey(path, "x"), "y"}}); err != nil {
				t.Errorf("set %s.x: %v", path, err)
			}
		case []any:
			for i, item := range v {
				walk(item, joinIndex(path, i))
				if _, err := s.Patch([]Edit{{OpInsert, joinIndex(path, i), map[string]any{"a": "b", "c": []string{"d"}}}}); err != nil {
					t.Errorf("insert %s: %v", joinIndex(path, i), err)
				}
			}
			if _, err := s.Patch([]Edit{{OpAppend, path, "y"}}); err != nil {
				t.Errorf("append %s: %v", path, err)
			}
		}
	}
	walk(c.raw(), "")
	if paths < 200 {
		t.Errorf("only %d paths", paths)
	}
}

func FuzzPatch(f *testing.F) {
	for _, text := range []string{"a: b\n", "id: x # c\ntitle:\n", "{id: x, version: {no: \"1\"}}", "controllers:\n- id: a\n  name: b\n-\n", "id: |\n  x\n\ntitle: >-\n  y\n   z\n", "id: a\n b\n\n c\n"} {
		f.Add(text, "title", "verdi")
		f.Add(text, "controllers[0].name", "- [x]: # y\n")
		f.Add(text, "version.no", "\u2028\u0085 ")
	}
	f.Fuzz(func(t *testing.T, text, path, value string) {
		c, _ := Load("case.yaml", strings.NewReader(text), LoadOptions{MaxBytes: 1 << 16})
		if c == nil {
			return
		}
		for _, op := range []Op{OpSet, OpAppend, OpInsert, OpDelete} {
			got, err := c.Source().Patch([]Edit{{op, path, value}})
			if err != nil || op == OpDelete {
				continue
			}
			if d, problems := Load("case.yaml", strings.NewReader(string(got)), LoadOptions{MaxBytes: 1 << 20}); d == nil {
				t.Fatalf("%s %s made %q of %q: %v", op, path, got, text, problems)
			}
		}
	})
}
