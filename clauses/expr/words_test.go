package expr_test

import (
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// TestLanguages: how a value reads in each language; ~ is a no-break space.
func TestLanguages(t *testing.T) {
	root := object{
		"date": "2026-11-02", "phase": "award",
		"processor": object{"address": object{"country": "DE"}},
		"service":   object{"models": []any{"saas", "paas", "on-premises"}, "useAreas": []any{"ehr"}, "normen": true},
		"agreement": object{
			"breachNoticeHours": int64(24), "requestForwardDays": int64(1), "noticeDays": int64(10000),
			"audit":   object{"frequency": "annual", "noticeDays": int64(0)},
			"restore": object{"testedEvery": "P1Y2M", "rtoHours": int64(1), "rpoHours": int64(1234567)},
		},
		"security":   object{"reviewEvery": "P1W"},
		"processing": object{"dataSubjects": []any{}},
		"documents":  object{"dpa": object{"share": -1234.5}},
	}
	for _, c := range []struct{ source, nb, nn, en string }{
		{"date .date", "2.~november 2026", "2.~november 2026", "2~November 2026"},
		{"country .processor.address.country", "Tyskland", "Tyskland", "Germany"},
		{"label .phase", "tildeling", "tildeling", "award"},
		{"label .agreement.audit.frequency | sentence", "Årlig", "Kvart år", "Annually"},
		{
			"label .service.models", "programvare som tjeneste (SaaS), plattform som tjeneste (PaaS) og drift i egne lokaler",
			"programvare som teneste (SaaS), plattform som teneste (PaaS) og drift i eigne lokale",
			"software as a service (SaaS), platform as a service (PaaS) and on-premises",
		},
		{"label .service.useAreas", "pasientjournal", "pasientjournal", "electronic health record"},
		{"join .service.models", "saas, paas og on-premises", "saas, paas og on-premises", "saas, paas and on-premises"},
		{"names .service.models", "saas; paas; on-premises", "saas; paas; on-premises", "saas; paas; on-premises"},
		{"sentences .service.models", "Saas. Paas. On-premises.", "Saas. Paas. On-premises.", "Saas. Paas. On-premises."},
		{".service.normen", "ja", "ja", "yes"},
		{"hours .agreement.breachNoticeHours", "24~timer", "24~timar", "24~hours"},
		{"hours .agreement.restore.rtoHours", "1~time", "1~time", "1~hour"},
		{"days .agreement.requestForwardDays", "1~dag", "1~dag", "1~day"},
		{"days .agreement.noticeDays", "10~000~dager", "10~000~dagar", "10,000~days"},
		{"days .agreement.audit.noticeDays", "0~dager", "0~dagar", "0~days"},
		{"months .agreement.requestForwardDays", "1~måned", "1~månad", "1~month"},
		{"period .agreement.restore.testedEvery", "1~år og 2~måneder", "1~år og 2~månader", "1~year and 2~months"},
		{"period .security.reviewEvery", "1~uke", "1~veke", "1~week"},
		{"number .agreement.restore.rpoHours", "1~234~567", "1~234~567", "1,234,567"},
		{".agreement.noticeDays", "10~000", "10~000", "10,000"},
		{"number 9999", "9999", "9999", "9999"},
		{".documents.dpa.share", "-1234,5", "-1234,5", "-1234.5"},
	} {
		for l, want := range map[doc.Language]string{doc.Bokmal: c.nb, doc.Nynorsk: c.nn, doc.English: c.en} {
			if got := printed(t, c.source, context(root, l)); got != want {
				t.Errorf("%s in %s: %q, want %q", c.source, l, got, want)
			}
		}
	}
	if got := expr.Date("2026-05-17", doc.Nynorsk); got != "17.\u00a0mai 2026" {
		t.Errorf("Date: %q", got)
	}
	if got := expr.Date("snart", doc.Nynorsk); got != "snart" {
		t.Errorf("Date of no date: %q", got)
	}
}

// TestNote: a note is a footnote with a capital and a full stop; a reference is a
// reference.
func TestNote(t *testing.T) {
	in, err := compile(t, `note "gdpr-28"`).Inlines(context(object{}, doc.Bokmal))
	if err != nil || len(in) != 1 {
		t.Fatal(in, err)
	}
	n, ok := in[0].(*doc.Footnote)
	if !ok || doc.Plain(n.Inlines) != "Personvernforordningen artikkel 28." {
		t.Errorf("%#v", in[0])
	}
	in, err = compile(t, `ref "dpa.audit"`).Inlines(context(object{}, doc.Bokmal))
	if err != nil || len(in) != 1 {
		t.Fatal(in, err)
	}
	if r, ok := in[0].(*doc.Ref); !ok || r.Target != "dpa.audit" {
		t.Errorf("%#v", in[0])
	}
	// A citation that is missing in the language is an error, not an empty text.
	for _, source := range []string{`law "gdpr-28"`, `note "gdpr-28"`, `term "controller"`} {
		if in, err := compile(t, source).Inlines(context(object{}, doc.English)); err == nil {
			t.Errorf("%s: %q", source, doc.Plain(in))
		}
	}
}

// TestValuesAreNotParsed: whatever a value holds, it comes out as it is, in one
// text node.
func TestValuesAreNotParsed(t *testing.T) {
	for _, hostile := range []string{
		"{{ .service.name }}", "}}", "{{", "[[dpa.audit]]", "{#anchor}", "::: when .x", "**bold** *it*", "<b>&amp;</b>", "a|b",
		"- list", "1. list", "# heading", "line\nline", "\u202eRTL", "🧑‍⚕️", "a\x00b", `\*`, "&lt;", "`code`", "%s %!d",
	} {
		root := object{"service": object{"name": hostile, "models": []any{hostile, "x"}}}
		in, err := compile(t, ".service.name").Inlines(context(root, doc.Bokmal))
		if err != nil || len(in) != 1 {
			t.Fatal(in, err)
		}
		if n, ok := in[0].(*doc.Text); !ok || n.S != hostile || n.Bold || n.Italic {
			t.Errorf("%q became %#v", hostile, in[0])
		}
		if got := printed(t, "join .service.models", context(root, doc.Bokmal)); got != hostile+" og x" {
			t.Errorf("%q joined: %q", hostile, got)
		}
		if got := printed(t, "name .service.name", context(root, doc.Bokmal)); got != hostile {
			t.Errorf("%q as a name: %q", hostile, got)
		}
	}
}
