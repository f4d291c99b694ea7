package model

import (
	"strings"
	"testing"
)

func TestFormats(t *testing.T) {
	for _, test := range []struct {
		name    string
		valid   func(string) bool
		yes, no string
	}{
		{"date", validDate, "2026-02-28 2024-02-29", "2026-02-30 2026-2-1 26-01-01 2026-01-01T00:00:00Z 2025-02-29"},
		{"email", validEmail, "a@b.no kari.o'nord+x@sykehus.example post@blåbær.no", "a a@b @b.no a@ a@b..no a@@b.no .a@b.no a.@b.no a..b@c.no <a@b.no> a@b.no,c@d.no a@-b.no mailto:a@b.no"},
		{"period", validPeriod, "P6M P1Y P2W P10D P1Y6M", "P P0D 6M P1H PT4H P1W2D P-1M P6m P1M1Y"},
	} {
		for s := range strings.FieldsSeq(test.yes) {
			if !test.valid(s) {
				t.Errorf("%s is no %s", s, test.name)
			}
		}
		for s := range strings.FieldsSeq(test.no) {
			if test.valid(s) {
				t.Errorf("%s is a %s", s, test.name)
			}
		}
	}
	if validEmail("a b@c.no") || validEmail("") {
		t.Error("a space or nothing is an e-mail address")
	}
}

func TestOrgNumber(t *testing.T) {
	for _, s := range []string{"999999999", "974760673", "974 760 673", "889640782"} {
		if !ValidOrgNumber(s) {
			t.Errorf("%s is not valid", s)
		}
	}
	for _, s := range []string{"", "99999999", "999999998", "97476067A", "NO974760673MVA", "٩٩٩٩٩٩٩٩٩"} {
		if ValidOrgNumber(s) {
			t.Errorf("%s is valid", s)
		}
	}
}

func TestCountries(t *testing.T) {
	eea, last := 0, ""
	for _, c := range Countries() {
		if c.Code <= last || len(c.Code) != 2 || c.Name["nb"] == "" || c.Name["nn"] == "" || c.Name["en"] == "" {
			t.Errorf("%+v", c)
		}
		if c.EEA {
			eea++
		}
		last = c.Code
	}
	if len(Countries()) != 249 || eea != 30 {
		t.Errorf("%d countries, %d in the EEA", len(Countries()), eea)
	}
	if c, ok := CountryByCode("NO"); !ok || !c.EEA || c.Name["nn"] != "Noreg" {
		t.Errorf("%+v", c)
	}
	for _, code := range []string{"no", "GB ", "XX", ""} {
		if _, ok := CountryByCode(code); ok {
			t.Errorf("%q is a country", code)
		}
	}
	for _, code := range []string{"CH", "GB", "US", "SJ", "FO"} {
		if c, ok := CountryByCode(code); !ok || c.EEA {
			t.Errorf("%s: %+v", code, c)
		}
	}
	for i, line := range strings.Split(strings.TrimSpace(countriesCSV), "\n") {
		if strings.Count(line, ",") != 4 {
			t.Errorf("line %d: %s", i+1, line)
		}
	}
}

func TestEnumLabel(t *testing.T) {
	for _, test := range []struct{ key, value, language, want string }{
		{"Location.purpose", "storage", "nb", "lagring"},
		{"DataSubjects.category", "patients", "nn", "pasientar"},
		{"Service.models", "saas", "en", "software as a service (SaaS)"},
		{"Transfer.basis", "scc", "nb", "EUs standard personvernbestemmelser (SCC)"},
		{"LegalBasis.art6", "6(1)(c)", "nb", "artikkel 6 nr. 1 bokstav c (rettslig forpliktelse)"},
	} {
		if got, ok := EnumLabel(test.key, test.value, test.language); !ok || got != test.want {
			t.Errorf("%v: %q", test, got)
		}
	}
	if _, ok := EnumLabel("Location.purpose", "storag", "nb"); ok {
		t.Error("an unknown value has a label")
	}
}

func TestTypes(t *testing.T) {
	for _, test := range []struct {
		path    string
		kind    Kind
		name    string
		enumKey string
	}{
		{"", KindObject, "Case", ""},
		{"subprocessors[1].address.country", KindString, "", ""},
		{"subprocessors.address", KindObject, "Address", ""},
		{"service.models", KindArray, "", ""},
		{"service.models[0]", KindString, "", "Service.models"},
		{"agreement.choices", KindMap, "", ""},
		{`agreement.choices["dpa.audit"]`, KindObject, "Choice", ""},
		{"documents.dpa.x[3].y", KindAny, "", ""},
		{"agreement.audit.frequency", KindString, "", "Audit.frequency"},
		{"agreement.noticeDays", KindInteger, "", ""},
		{"service.normen", KindBoolean, "", ""},
	} {
		typ, ok := Root().At(test.path)
		if !ok || typ.Kind != test.kind || typ.Name != test.name || typ.EnumKey != test.enumKey {
			t.Errorf("%s: %+v", test.path, typ)
		}
	}
	for _, path := range []string{"nobody", "title.x", "controllers.x", "title[0]", "a b"} {
		if _, ok := Root().At(path); ok {
			t.Errorf("%s is there", path)
		}
	}
	f, ok := Root().Field("processor")
	if !ok || !f.Required || f.Phase != "contract" || f.Who != "processor" || len(f.Needs) != 1 || f.Title["nn"] != "Databehandlar" {
		t.Errorf("%+v", f)
	}
	for _, bad := range []string{"", "[]", `{"type":"object","properties":{"a":{"$ref":"#/$defs/X"}}}`, `{"type":"mystery"}`} {
		if _, err := TypeFromSchema([]byte(bad)); err == nil {
			t.Errorf("%s is a schema", bad)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, path := range []string{"", "a", "a.b[0].c", `a["b.c"][2]`, `a["\""]`, "$schema", "a-b"} {
		steps, err := ParsePath(path)
		if err != nil || FormatPath(steps) != path {
			t.Errorf("%s: %v %v", path, steps, err)
		}
	}
	for _, path := range []string{".", "a.", ".a", "a..b", "a[", "a[]", "a[-1]", "a[01]", `a["b"`, `a[""]`, "a b", "a[0]b", `["a]`} {
		if steps, err := ParsePath(path); err == nil {
			t.Errorf("%s: %v", path, steps)
		}
	}
}

func TestSuggest(t *testing.T) {
	names := []string{"address", "name", "orgNumber", "id"}
	for word, want := range map[string]string{"adress": "address", "Name": "name", "nmae": "name", "orgnumber": "orgNumber", "xyzzy": "", "": "", "ie": "id", "xy": ""} {
		if got := Suggest(word, names); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

// A case that was made in Go is checked like one that was read.
func TestValidateWithoutSource(t *testing.T) {
	c := &Case{
		Samsvar: 1, Language: "nb", Title: "a\x07b",
		Controllers: []Controller{{Party{ID: "c", OrgNumber: "1"}}, {Party{ID: "c"}}},
		Agreement:   &Agreement{NoticeDays: new(0), Instructions: &Instructions{WhoMayInstruct: []string{""}}},
		Service:     &Service{Models: []string{"SaaS"}},
		Documents:   map[string]any{"x": []string{"a"}, "y": uint8(3)},
	}
	var got []string
	for _, p := range c.Validate() {
		got = append(got, p.Path+" "+p.Rule)
		if p.Pos.Line != 0 {
			t.Errorf("%v has a place", p)
		}
	}
	want := "agreement.instructions.whoMayInstruct[0] item-empty,agreement.noticeDays number-small,controllers[0].orgNumber not-org-number,controllers[1].id id-twice,service.models[0] value-unknown,title text-control"
	if strings.Join(got, ",") != want {
		t.Errorf("got %s", strings.Join(got, ","))
	}
}
