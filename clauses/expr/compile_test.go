package expr_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
)

// TestCompileRefuses has at least one case for every rule about expressions.
func TestCompileRefuses(t *testing.T) {
	cases := []struct {
		source, rule string
		args         map[string]string // beside expression
	}{
		{"", "expression-syntax", map[string]string{"reason": "missing value for command"}},
		{".service.", "expression-syntax", map[string]string{"reason": "unexpected <.> in operand"}},
		{`"open`, "expression-syntax", map[string]string{"reason": "unterminated quoted string"}},
		{"(any .date", "expression-syntax", map[string]string{"reason": "unclosed left paren"}},
		{"1a", "expression-syntax", map[string]string{"reason": `bad number syntax: "1a"`}},
		{"$x.date", "expression-syntax", map[string]string{"reason": `undefined variable "$x"`}},
		{`.date | "x"`, "expression-syntax", map[string]string{"reason": "non executable command in pipeline stage 2"}},

		{"if .date", "expression-form", nil},
		{"  range .controllers", "expression-form", nil},
		{"with .service", "expression-form", nil},
		{`define "x"`, "expression-form", nil},
		{`template "x"`, "expression-form", nil},
		{"end", "expression-form", nil},
		{"break", "expression-form", nil},
		{"$x := .date", "expression-form", nil},
		{".date }} and {{ .date", "expression-form", nil},
		{"/* note */", "expression-form", nil},
		{"- .date", "expression-form", nil},
		{".date -", "expression-form", nil},
		{".date .id", "expression-form", nil},
		{"nil", "expression-form", nil},
		{"(any .date).x", "expression-form", nil},
		{"1.5", "expression-form", nil},
		{"'a'", "expression-form", nil},
		{"010", "expression-form", nil},
		{"0x10", "expression-form", nil},
		{"1e3", "expression-form", nil},
		{"eq .date nil", "expression-form", nil},

		{".servise", "expression-path", map[string]string{"path": ".servise", "suggestion": "service"}},
		{"$.servise", "expression-path", map[string]string{"path": ".servise", "suggestion": "service"}},
		{".service.nam", "expression-path", map[string]string{"path": ".service.nam", "suggestion": "name"}},
		{".date.year", "expression-path", map[string]string{"path": ".date.year"}},
		{".controllers.name", "expression-path", map[string]string{"path": ".controllers.name"}},
		{"eq (date .daet) 1", "expression-path", map[string]string{"path": ".daet", "suggestion": "date"}},
		{`anyWith .subprocessors "nam" "x"`, "expression-path", map[string]string{"path": ".nam", "suggestion": "name"}},

		{"lable .phase", "expression-function", map[string]string{"function": "lable", "suggestion": "label"}},
		{"env", "expression-function", map[string]string{"function": "env", "suggestion": ""}},
		{"now", "expression-function", map[string]string{"function": "now", "suggestion": "not"}},
		{"printf .id", "expression-function", map[string]string{"function": "printf", "suggestion": ""}},
		{"readFile .id", "expression-function", map[string]string{"function": "readFile", "suggestion": ""}},

		{"date", "expression-arguments", map[string]string{"function": "date"}},
		{"date .date .date", "expression-arguments", map[string]string{"function": "date"}},
		{"eq .date", "expression-arguments", map[string]string{"function": "eq"}},
		{"term .id", "expression-arguments", map[string]string{"function": "term"}},
		{"law 28", "expression-arguments", map[string]string{"function": "law"}},
		{"date .service.name", "expression-arguments", map[string]string{"function": "date"}},
		{"country .service.name", "expression-arguments", map[string]string{"function": "country"}},
		{"period .agreement.termination.days", "expression-arguments", map[string]string{"function": "period"}},
		{"hours .service.name", "expression-arguments", map[string]string{"function": "hours"}},
		{`days "3"`, "expression-arguments", map[string]string{"function": "days"}},
		{"number .id", "expression-arguments", map[string]string{"function": "number"}},
		{`has .id "x"`, "expression-arguments", map[string]string{"function": "has"}},
		{`has "x" .service.models`, "expression-arguments", map[string]string{"function": "has"}},
		{"has .agreement.instructions.specific 1", "expression-arguments", map[string]string{"function": "has"}},
		{"count .service", "expression-arguments", map[string]string{"function": "count"}},
		{"eq .agreement.breachNoticeHours \"24\"", "expression-arguments", map[string]string{"function": "eq"}},
		{"eq .service.healthRecordSystem \"true\"", "expression-arguments", map[string]string{"function": "eq"}},
		{"ne .service.name 1", "expression-arguments", map[string]string{"function": "ne"}},
		{"entries .controllers", "expression-arguments", map[string]string{"function": "entries"}},
		{`where .service "name" "x"`, "expression-arguments", map[string]string{"function": "where"}},
		{`where .subprocessors "nam" "x"`, "expression-path", map[string]string{"path": ".nam", "suggestion": "name"}},
		{`where (positions "dpa") "rank" "worst"`, "expression-value", map[string]string{"value": "worst"}},
		{`positions .id`, "expression-arguments", map[string]string{"function": "positions"}},
		{`anyWith .service "name" "x"`, "expression-arguments", map[string]string{"function": "anyWith"}},
		{`anyWith .subprocessors .id "x"`, "expression-arguments", map[string]string{"function": "anyWith"}},
		{`trunc "5" .id`, "expression-arguments", map[string]string{"function": "trunc"}},
		{"trunc .id 5", "expression-arguments", map[string]string{"function": "trunc"}},
		{`ref "dpa.audit" | upper`, "expression-arguments", map[string]string{"function": "upper"}},
		{`note "gdpr-28" | upper`, "expression-arguments", map[string]string{"function": "upper"}},

		{`eq .agreement.authorisation "genral"`, "expression-value", map[string]string{"value": "genral", "suggestion": "general"}},
		{`eq "genral" .agreement.authorisation`, "expression-value", map[string]string{"value": "genral", "suggestion": "general"}},
		{`.agreement.authorisation | eq "genral"`, "expression-value", map[string]string{"value": "genral", "suggestion": "general"}},
		{`ne .phase "x" | not`, "expression-value", map[string]string{"value": "x"}},
		{`eq .phase "tender" "awrad"`, "expression-value", map[string]string{"value": "awrad", "suggestion": "award"}},
		{`has .service.models "sas"`, "expression-value", map[string]string{"value": "sas", "suggestion": "saas"}},
		{`anyWith .processing.personalData "special" "helth"`, "expression-value", map[string]string{"value": "helth", "suggestion": "health"}},
		{"eq .phase 1", "expression-value", map[string]string{"value": "1"}},

		{"upper .service", "expression-object", nil},
		{"join .subprocessors", "expression-object", nil},
		{"name .subprocessors", "expression-object", nil},
		{`default "x" .service`, "expression-object", nil},
		{`ternary .service "x" true`, "expression-object", nil},
		{"label .service.name", "expression-label", nil},
		{`label "x"`, "expression-label", nil},
		{`term "processor"`, "expression-term", map[string]string{"id": "processor"}},
		{`Term "controller" "genitiv"`, "expression-term", map[string]string{"id": "controller", "form": "genitiv"}},
		{`law "gdpr-82"`, "expression-law", map[string]string{"id": "gdpr-82"}},
		{`note "gdpr-82"`, "expression-law", map[string]string{"id": "gdpr-82"}},
	}
	fired := map[string]bool{}
	for _, c := range cases {
		_, err := expr.Compile(c.source, scope())
		var bad *expr.Error
		if !errors.As(err, &bad) {
			t.Errorf("%s: got %v, want %s", c.source, err, c.rule)
			continue
		}
		fired[bad.Rule] = true
		want := map[string]string{"expression": c.source}
		maps.Copy(want, c.args)
		got := maps.Clone(bad.Args)
		for _, m := range []map[string]string{got, want} {
			maps.DeleteFunc(m, func(_, v string) bool { return v == "" })
		}
		if bad.Rule != c.rule || !maps.Equal(got, want) {
			t.Errorf("%s:\n got %s %v\nwant %s %v", c.source, bad.Rule, got, c.rule, want)
		}
	}
	n := 0
	for _, r := range report.Rules() {
		if len(r.ID) > 11 && r.ID[:11] == "expression-" {
			n++
			if !fired[r.ID] {
				t.Errorf("no case for %s", r.ID)
			}
		}
	}
	if n == 0 {
		t.Error("no rules about expressions")
	}
}

func TestCompileAccepts(t *testing.T) {
	for _, source := range []string{
		".date", "$.date", ".", "$", ".service.name | upper", "(.service.name)", "((date (.date)))",
		`"a }} b"`, "`raw {{ \"x\" }}`", "1", "-5", "true",
		`eq .agreement.authorisation "general" "specific"`, `"general" | eq .agreement.authorisation`,
		`and (any .date) (not (any .id)) (or .service.normen .service.healthRecordSystem)`,
		"label .service.models", "days (default 30 .agreement.noticeDays)", "count .subprocessors | number",
		".documents.dpa.anything.at.all", `eq .documents.dpa.x 3`, `any (entries .agreement.choices)`,
		"\n.service.name |\n  upper\n", `anyWith .subprocessors "sameGroup" true`, "name .contractingAuthority.onBehalfOf",
	} {
		if _, err := expr.Compile(source, scope()); err != nil {
			t.Errorf("%s: %v", source, err)
		}
	}
}

// TestScopeOfRepetition: the dot is the element, $ stays the case.
func TestScopeOfRepetition(t *testing.T) {
	in := inside(t, "subprocessors")
	for source, want := range map[string]string{
		".name": "", "$.service.name": "", ".service.name": "expression-path", "$.name": "expression-path", ".task | upper": "",
	} {
		_, err := expr.Compile(source, in)
		var bad *expr.Error
		errors.As(err, &bad)
		if got := ""; bad != nil {
			got = bad.Rule
			if got != want {
				t.Errorf("%s: %s, want %q", source, got, want)
			}
		} else if want != "" {
			t.Errorf("%s: accepted, want %s", source, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for source, want := range map[string]bool{
		".service": false, ".subprocessors": false, ".agreement.choices": false, "entries .agreement.choices": false, "$": false,
		".service.name": true, ".service.models": true, ".agreement.breachNoticeHours": true, `law "gdpr-28"`: true,
	} {
		if got := compile(t, source).Printable(); got != want {
			t.Errorf("%s: %v", source, got)
		}
	}
}

// TestFunctionsArePure: nothing that sees more than its arguments is callable.
func TestFunctionsArePure(t *testing.T) {
	names := expr.Functions()
	if len(names) < 25 {
		t.Fatalf("only %v", names)
	}
	for _, name := range []string{"env", "expandenv", "now", "randAlpha", "uuidv4", "getHostByName", "genPrivateKey", "fail", "osBase", "call", "html", "js", "print"} {
		if slices.Contains(names, name) {
			t.Errorf("%s can be called", name)
		}
	}
}
