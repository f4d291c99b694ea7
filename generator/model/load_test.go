package model

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/samsvar/samsvar/generator/report"
)

func loadFile(t testing.TB, name string) *Case {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, problems := Load(name, f, LoadOptions{})
	for _, p := range problems {
		t.Errorf("%s:%d:%d: %s: %s", p.Pos.File, p.Pos.Line, p.Pos.Column, p.Path, p.Message("en"))
	}
	if c == nil {
		t.FailNow()
	}
	return c
}

func TestLoadComplete(t *testing.T) {
	c := loadFile(t, "complete.yaml")
	for _, document := range []string{"dpa", "risk", "risk-register", "board-summary"} {
		if o := c.Open(document); len(o) > 0 {
			t.Errorf("open for %s: %v", document, o)
		}
	}
	if c.Samsvar != Format || c.Controllers[0].Address.PostalCode != "0001" || *c.Agreement.Restore.RPOHours != 0 {
		t.Errorf("values were lost: %+v", c)
	}
	if *c.Agreement.Termination.IncludeLogs {
		t.Error("false became true")
	}
	want := map[string]any{"answered": true, "count": int64(3), "on": "2026-11-22", "note": "Ingen", "share": 0.5}
	if diff := cmp.Diff(want, c.Documents["breach-notice"]); diff != "" {
		t.Error(diff)
	}
}

// What is read can be viewed and read again: nothing is lost on the way.
func TestRoundTrip(t *testing.T) {
	for _, name := range []string{"complete.yaml", "half.yaml"} {
		c := loadFile(t, name)
		again := &Case{}
		assignStruct(again, c.raw())
		if diff := cmp.Diff(c, again, cmpopts.IgnoreUnexported(Case{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(c.View(), again.View()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(labels(c, "nb"), labels(again, "nb")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if p := again.PosOf("controllers[0].name"); p != (report.Pos{}) {
			t.Errorf("a case made in Go has the position %v", p)
		}
	}
}

// Every field of the schema is in the structs and the other way round.
func TestSchemaAndStructsAgree(t *testing.T) {
	seen := map[*Type]bool{}
	fields := 0
	var visit func(typ *Type, r reflect.Type)
	visit = func(typ *Type, r reflect.Type) {
		for r.Kind() == reflect.Pointer {
			r = r.Elem()
		}
		if seen[typ] {
			return
		}
		switch typ.Kind {
		case KindArray, KindMap:
			if r.Kind() != reflect.Slice && r.Kind() != reflect.Map {
				t.Errorf("%s is %v", typ.Kind, r)
				return
			}
			visit(typ.Item, r.Elem())
		case KindObject:
			seen[typ] = true
			p := planOf(r)
			if len(p) != len(typ.Fields) {
				t.Errorf("%v has %d fields, %s has %d", r, len(p), typ.Name, len(typ.Fields))
			}
			for i, f := range typ.Fields {
				fields++
				if p[i].name != f.Name {
					t.Errorf("field %d of %v is %s, of %s %s", i, r, p[i].name, typ.Name, f.Name)
					continue
				}
				visit(f.Type, r.FieldByIndex(p[i].index).Type)
			}
		case KindString:
			if r.Kind() != reflect.String {
				t.Errorf("a text is %v", r)
			}
		case KindInteger:
			if r.Kind() != reflect.Int {
				t.Errorf("an integer is %v", r)
			}
		case KindBoolean:
			if r.Kind() != reflect.Bool {
				t.Errorf("a boolean is %v", r)
			}
		}
	}
	visit(Root(), reflect.TypeFor[Case]())
	if fields < 230 {
		t.Errorf("only %d fields", fields)
	}
}

func TestPositions(t *testing.T) {
	c := loadFile(t, "complete.yaml")
	lines := strings.Split(string(c.Source().Text()), "\n")
	for path, want := range map[string]string{ // what stands there
		"title":                                     "Skylagring",
		"controllers":                               "controllers:",
		"controllers[0]":                            "id: controller-1",
		"controllers[0].address":                    "address: {",
		"controllers[0].address.country":            `"NO"}`,
		"controllers[0].contact.email":              "kari@",
		"controllers[0].phone.number":               "id: controller-1",
		"controllers[3].name":                       "controllers:",
		"phases":                                    "samsvar: 1",
		`agreement.choices["dpa.liability"].reason`: "Avtalt i møte",
		"agreement.choices":                         "choices:",
		"openness.dpa.exempt":                       "none,",
		"processor.orgNumber":                       "processor:", // taken over from the supplier
		"a..b":                                      "",
	} {
		p := c.PosOf(path)
		if want == "" {
			if p != (report.Pos{}) {
				t.Errorf("%s is at %v", path, p)
			}
			continue
		}
		if got := string([]rune(lines[p.Line-1])[p.Column-1:]); !strings.HasPrefix(got, want) || p.File != "complete.yaml" {
			t.Errorf("%s is at %d:%d, where %q stands", path, p.Line, p.Column, got)
		}
	}
	d, _ := Load("x", strings.NewReader("documents: {\"å\": Æ, ø: [æ, b]}\n"), LoadOptions{})
	if p := d.PosOf(`documents["ø"][1]`); p.Column != 28 {
		t.Errorf("column %d counts bytes, not characters", p.Column)
	}
}

func TestJSON(t *testing.T) {
	c, problems := Load("case.json", strings.NewReader(`{
  "samsvar": 1, "language": "nb", "title": "Caf\u00e9",
  "agreement": {"noticeDays": 30, "audit": {"thirdParty": false}}, "controllers": null, "processor": {}
}`), LoadOptions{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if c.Title != "Café" || *c.Agreement.NoticeDays != 30 || *c.Agreement.Audit.ThirdParty || c.Controllers != nil || c.Processor == nil {
		t.Errorf("%+v", c)
	}
}

func TestTextStaysText(t *testing.T) {
	c, _ := Load("x", strings.NewReader("id: 0123\ntitle: 2026-01-01\nversion: {no: 1.10}\nlanguage: nb\nservice:\n  name: no\n  description: |\n    to\n    linjer\n\ncontrollers:\n  - name: ~\n    id: 1e3\n"), LoadOptions{})
	got := []string{c.ID, c.Title, c.Version.No, c.Service.Name, c.Service.Description, c.Controllers[0].Name, c.Controllers[0].ID}
	want := []string{"0123", "2026-01-01", "1.10", "no", "to\nlinjer", "", "1e3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// An endless reader gives text for as long as it is asked.
type endless struct{ given int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.given += len(p)
	return len(p), nil
}

func TestLargeFileIsCutOff(t *testing.T) {
	e := &endless{}
	c, problems := Load("big", e, LoadOptions{})
	if c != nil || len(problems) != 1 || problems[0].Rule != "file-too-large" {
		t.Fatalf("%v %v", c, problems)
	}
	if e.given > 2*DefaultMaxBytes {
		t.Errorf("%d bytes were read", e.given)
	}
	if got := problems[0].Message("en"); got != "the file is larger than 10 MiB" {
		t.Error(got)
	}
	if _, problems := Load("big", strings.NewReader("id: xx\n"), LoadOptions{MaxBytes: 6}); len(problems) != 1 || problems[0].Message("en") != "the file is larger than 6 byte" {
		t.Error(problems)
	}
	if _, problems := Load("crowd", io.LimitReader(&repeat{"[,"}, 3<<20), LoadOptions{}); len(problems) != 1 || problems[0].Rule != "yaml-too-many" {
		t.Error(problems)
	}
}

type repeat struct{ s string }

func (r *repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.s[i%len(r.s)]
	}
	return len(p), nil
}

func TestUnreadable(t *testing.T) {
	_, problems := Load("x", io.MultiReader(strings.NewReader("id: x\n"), failing{}), LoadOptions{})
	if len(problems) != 1 || problems[0].Rule != "file-unreadable" {
		t.Error(problems)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestLoadAtOnce(t *testing.T) {
	text, err := os.ReadFile("testdata/half.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			c, _ := Load("half.yaml", bytes.NewReader(text), LoadOptions{})
			c.View()
			c.Open("dpa")
			c.Validate()
			if _, err := c.Source().Patch([]Edit{{OpSet, "title", "x"}}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func FuzzLoad(f *testing.F) {
	for _, name := range []string{"complete.yaml", "half.yaml", "reject/values.yaml", "reject/wrong-types.yaml", "reject/keys.yaml", "reject/tags.yaml"} {
		text, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("a: &a [*a]\n? b\n: - - -\n")
	f.Add("\uFEFF{\"id\": \"\\u0000\\ud800\"}")
	f.Fuzz(func(t *testing.T, text string) {
		c, problems := Load("f", strings.NewReader(text), LoadOptions{MaxBytes: 1 << 16})
		_, again := Load("f", strings.NewReader(text), LoadOptions{MaxBytes: 1 << 16})
		if !reflect.DeepEqual(problems, again) {
			t.Fatalf("two readings differ: %v and %v", problems, again)
		}
		for i, p := range problems {
			if _, ok := report.RuleByID(p.Rule); !ok {
				t.Fatalf("rule %q is not known", p.Rule)
			}
			if i > 0 && p.Pos.Line < problems[i-1].Pos.Line {
				t.Fatal("the problems are not sorted")
			}
		}
		if c == nil {
			if len(problems) == 0 {
				t.Fatal("no case and no problem")
			}
			return
		}
		for _, o := range c.Open("") {
			if o.Label("nb") == "" {
				t.Fatalf("%s has no label", o.Path)
			}
		}
		again2 := &Case{}
		assignStruct(again2, c.raw())
		if !reflect.DeepEqual(c.raw(), again2.raw()) {
			t.Fatal("the view does not read back")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	text, err := os.ReadFile("testdata/complete.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Load("complete.yaml", bytes.NewReader(text), LoadOptions{})
	}
}

func BenchmarkView(b *testing.B) {
	c := loadFile(b, "complete.yaml")
	for b.Loop() {
		c.View()
	}
}

func BenchmarkOpen(b *testing.B) {
	c := loadFile(b, "half.yaml")
	for b.Loop() {
		c.Open("dpa")
	}
}

func BenchmarkCompileSchema(b *testing.B) {
	for b.Loop() {
		if _, err := compileSchema(schemaEN); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadTypes(b *testing.B) {
	for b.Loop() {
		if _, err := TypeFromSchema(schemaEN); err != nil {
			b.Fatal(err)
		}
	}
}
