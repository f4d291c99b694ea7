package expr_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// sample has what the tests print; what is not here is absent.
func sample() object {
	return object{
		"date":  "2026-11-22",
		"phase": "contract",
		"service": object{
			"name": "Journal", "models": []any{"saas", "paas"}, "healthRecordSystem": true, "normen": false,
		},
		"processor": object{"name": "Skyvarde AS", "address": object{"country": "SE"}},
		"agreement": object{
			"authorisation": "general", "breachNoticeHours": int64(24), "requestForwardDays": int64(1),
			"audit":   object{"frequency": "annual", "noticeDays": int64(0)},
			"restore": object{"testedEvery": "P1Y6M"},
			"choices": object{
				"dpa.z": object{"alternative": "b", "reason": "to"},
				"dpa.a": object{"alternative": "a", "reason": "en"},
			},
		},
		"subprocessors": []any{
			object{"id": "drift", "name": "Fjellrom Drift AS", "sameGroup": true},
			object{"id": "natt", "name": "Natt AS", "sameGroup": false, "task": "støtte"},
		},
		"processing": object{"dataSubjects": []any{object{"id": "S1", "category": "patients", "count": int64(240000)}}},
		"documents":  object{"dpa": object{"share": 0.25, "total": 1e6, "box": object{"a": "b"}, "list": []any{object{}}}},
	}
}

func TestPrinted(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{".service.name", "Journal"},
		{".agreement.breachNoticeHours", "24"},
		{".service.normen", "nei"},
		{".service.models", "saas og paas"},
		{`"a }} b"`, "a }} b"},
		{"-5", "-5"},

		// Absent and needed.
		{".id", "open: id"},
		{".service.description", "open: service.description"},
		{".security.measures", "open: security"},
		{"upper .version.no", "open: version"},
		{`default "x" .id`, "open: id"},
		// Needed because of another fact.
		{"days .agreement.noticeDays", "open: agreement.noticeDays"},
		{`default "x" .agreement.noticeDays`, "open: agreement.noticeDays"},
		// Absent and optional: printed, it is open; with a default, it is not.
		{".agreement.venue", "open: agreement.venue"},
		{".processor.dpo.email", "open: processor.dpo.email"},
		{"upper .agreement.venue", "open: agreement.venue"},
		{`default "Oslo tingrett" .agreement.venue`, "Oslo tingrett"},
		{`.agreement.venue | default "x" | upper`, "X"},
		{`default "x" .service.name`, "Journal"},
		{`default "" .agreement.venue`, ""},

		// What is no text is never printed as nothing.
		{".documents.dpa.box", "open: documents.dpa.box"},
		{".documents.dpa.list", "open: documents.dpa.list"},
		{"upper .documents.dpa.box", "open: documents.dpa.box"},
		{"or .agreement.venue .service", "open: service"},
		{"hours .documents.dpa.share", "open: documents.dpa.share"},
		{".documents.dpa.share", "0,25"},
		{".documents.dpa.total", "1~000~000"},

		{`ternary "ja" "nei" .service.healthRecordSystem`, "ja"},
		{`any .agreement.venue | ternary "ja" "nei"`, "nei"},
		{`ternary "ja" "nei" .service.description`, "open: service.description"},
		{`ternary .agreement.venue "nei" true`, "open: agreement.venue"},
		{"count .subprocessors", "2"},
		{"count .transfers", "0"},
		{`name "S1"`, "pasienter"},
		{`name "ukjent"`, "ukjent"},
		{`term "controller"`, "dataansvarlig"},
		{`Term "controller" "genitive"`, "Dataansvarliges"},
		{`alternative "dpa.liability" "capped"`, "Ansvaret er begrenset"},
		{`alternative "dpa.liability" "x"`, "x"},
		{`law "gdpr-28"`, "personvernforordningen artikkel 28"},

		// sprig
		{"upper .service.name", "JOURNAL"},
		{`lower "ÆØÅ"`, "æøå"},
		{`trim "  a  "`, "a"},
		{`trimPrefix "J" .service.name`, "ournal"},
		{`trimSuffix "l" .service.name`, "Journa"},
		{`replace "a" "b" "aæa"`, "bæb"},
		{`trunc 2 "æøå"`, "æø"},
		{`trunc -2 "æøå"`, "øå"},
		{`trunc 9 "æøå"`, "æøå"},
		{`trunc -9 "æøå"`, "æøå"},
		{`trunc -9223372036854775808 "æøå"`, "æøå"},
		{`trunc 0 "æøå"`, ""},
		{`sentence "årlig"`, "Årlig"},
		{`sentence ""`, ""},
	} {
		if got := printed(t, c.source, context(sample(), doc.Bokmal)); got != c.want {
			t.Errorf("%s: %q, want %q", c.source, got, c.want)
		}
	}
}

func TestConditions(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"true", "yes"},
		{"0", "no"},
		{`""`, "no"},
		{".service.healthRecordSystem", "yes"},
		{".service.normen", "no"},
		{".agreement.venue", "no"},
		{".transfers", "no"},
		{".subprocessors", "yes"},
		{"any .transfers", "no"},
		{"any .subprocessors", "yes"},
		{"any .agreement.venue", "no"},
		{"any .service.normen", "yes"},             // false is an answer
		{"any .agreement.audit.noticeDays", "yes"}, // zero is an answer
		{"not (any .agreement.venue)", "yes"},
		{"any (entries .agreement.choices)", "yes"},
		{"any (entries .documents)", "error"},
		{`eq .agreement.authorisation "general"`, "yes"},
		{`eq .agreement.authorisation "specific"`, "no"},
		{`eq .agreement.authorisation "specific" "general"`, "yes"},
		{`.agreement.authorisation | eq "general"`, "yes"},
		{`ne .agreement.form "annexes-only"`, "yes"}, // absent and optional is not equal
		{`eq .agreement.form "annexes-only"`, "no"},
		{"eq .agreement.audit.noticeDays 0", "yes"},
		{"eq .service.normen false", "yes"},
		{"eq .documents.dpa.share 1", "no"},
		{"eq .service .service", "error"},
		{`has .service.models "saas"`, "yes"},
		{`has .service.models "iaas"`, "no"},
		{`has .service.useAreas "ehr"`, "no"},
		{`anyWith .subprocessors "sameGroup" true`, "yes"},
		{"present .agreement.choices", "yes"},
		{"present .service.normen", "yes"}, // no is an answer
		{"present .agreement.kpis", "no"},
		{"present .security.measures", "no"}, // needed, and yet not open
		{"and (present .security) (any .security.measures)", "no"},
		{`eq (count (where .subprocessors "sameGroup" true)) 1`, "yes"},
		{`any (where .subprocessors "name" "X")`, "no"},
		{`any (where .transfers "basis" "dpf")`, "no"},
		{`any (where .subprocessors "task" "støtte")`, "open: subprocessors[0].task"},
		{`eq (count (positions "dpa")) 2`, "yes"},
		{`eq (count (where (positions "dpa") "rank" "fallback")) 1`, "yes"},
		{`any (where (positions "dpa") "rank" "acceptable")`, "no"},
		{`any (positions "other")`, "no such document"},
		{`anyWith .subprocessors "name" "X"`, "no"},
		{`anyWith .transfers "basis" "dpf"`, "no"},
		{"eq (count .subprocessors) 2", "yes"},
		{"and .service.healthRecordSystem .service.normen", "no"},
		{"or .service.normen .service.healthRecordSystem", "yes"},

		// A missing needed value is never false …
		{".service.description", "open: service.description"},
		{"not .service.description", "open: service.description"},
		{"any .security", "open: security"},
		{`eq .controllers "x"`, "error"},
		{`eq .service.delivery "public"`, "open: service.delivery"},
		{`ne .service.delivery "public"`, "open: service.delivery"},
		{"eq .agreement.noticeDays 30", "open: agreement.noticeDays"},
		{`anyWith .subprocessors "task" "drift"`, "open: subprocessors[0].task"},
		{`eq (name "later") "x"`, "open: processor"},
		// … but an answer that stands without it is given.
		{`anyWith .subprocessors "task" "støtte"`, "yes"},
		{"and .service.normen .service.description", "no"},
		{"or .service.healthRecordSystem .service.description", "yes"},
	} {
		e, err := expr.Compile(c.source, scope())
		if err != nil {
			if c.want != "error" {
				t.Errorf("%s: %v", c.source, err)
			}
			continue
		}
		yes, err := e.True(context(sample(), doc.Bokmal))
		got := map[bool]string{true: "yes", false: "no"}[yes]
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.source, got, c.want)
		}
	}
}

func TestEval(t *testing.T) {
	for source, want := range map[string]any{
		".agreement.venue": nil, ".service.name": "Journal", ".agreement.breachNoticeHours": int64(24), ".service.normen": false,
		".service.models": []any{"saas", "paas"}, ".documents.dpa.share": 0.25, "count .subprocessors": int64(2),
	} {
		got, err := compile(t, source).Eval(context(sample(), doc.Bokmal))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, %v", source, got, err)
		}
	}
}

func TestEach(t *testing.T) {
	paths := func(source string) (out []string) {
		t.Helper()
		elements, err := compile(t, source).Each(context(sample(), doc.Bokmal))
		if err != nil {
			return []string{err.Error()}
		}
		for _, e := range elements {
			out = append(out, e.Path)
		}
		return out
	}
	for source, want := range map[string][]string{
		".subprocessors":                         {"subprocessors[0]", "subprocessors[1]"},
		".service.models":                        {"service.models[0]", "service.models[1]"},
		".processor":                             {"processor"}, // an object is a list of one
		".transfers":                             nil,
		".agreement.kpis":                        nil,
		".security.measures":                     {"open: security"},
		`where .subprocessors "sameGroup" false`: {"subprocessors[1]"},
		`where (where .subprocessors "sameGroup" false) "name" "Natt AS"`: {"subprocessors[1]"},
		`where (positions "dpa") "rank" "fallback"`:                       {"agreement.choices[b]"},
		"entries .agreement.choices":                                      {`agreement.choices["dpa.a"]`, `agreement.choices["dpa.z"]`}, // sorted
	} {
		if got := paths(source); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// TestInside: in a repetition the dot is the element and $ the case, and what is
// missing has the path of the element.
func TestInside(t *testing.T) {
	c := context(sample(), doc.Bokmal)
	elements, err := compile(t, ".subprocessors").Each(c)
	if err != nil || len(elements) != 2 {
		t.Fatal(elements, err)
	}
	for source, want := range map[string]string{
		".name": "Fjellrom Drift AS", "$.service.name": "Journal", ".task": "open: subprocessors[0].task",
		"name .id": "Fjellrom Drift AS", "$.id": "open: id", ".orgNumber": "open: subprocessors[0].orgNumber",
	} {
		e, err := expr.Compile(source, inside(t, "subprocessors"))
		if err != nil {
			t.Fatal(err)
		}
		in, err := e.Inlines(c.With(elements[0].Value, elements[0].Path))
		got := doc.Plain(in)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
	key, err := expr.Compile(".key", inside(t, "subprocessors").With(mustItem(t, "entries .agreement.choices")))
	if err != nil {
		t.Fatal(err)
	}
	entries, _ := compile(t, "entries .agreement.choices").Each(c)
	if v, _ := key.Eval(c.With(entries[0].Value, entries[0].Path)); v != "dpa.a" {
		t.Errorf("key is %v", v)
	}
}

// TestWithoutWords: a condition of a document type has no library to look in.
func TestWithoutWords(t *testing.T) {
	c := &expr.Context{Root: sample(), Dot: sample()}
	if got, err := compile(t, `eq (name "S1") "S1"`).True(c); err != nil || !got {
		t.Error(got, err)
	}
	for _, source := range []string{`term "controller"`, `law "gdpr-28"`, `note "gdpr-28"`} {
		var open *expr.Open
		if _, err := compile(t, source).Eval(c); err == nil || errors.As(err, &open) {
			t.Errorf("%s: %v", source, err)
		}
	}
}
