package clauses_test

import (
	"strings"
	"testing"
)

func sample() object {
	return object{
		"id": "2026/1",
		"service": object{
			"name": "Journal", "healthRecordSystem": true, "normen": false, "models": []any{"saas", "paas"},
		},
		"agreement": object{"breachNoticeHours": int64(24), "authorisation": "specific"},
		"subprocessors": []any{
			object{"id": "drift", "name": "Fjellrom AS", "sameGroup": true, "task": "drift"},
			object{"id": "natt", "name": "Natt AS", "sameGroup": false},
		},
	}
}

// TestText: a text and the tree that it becomes.
func TestText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"paragraphs", "En.\n\nTo.", `
p 1.1  En. {#dpa.x#1}
p 1.2  To. {#dpa.x#2}`},
		{"wrapped lines", "En\nlinje.\n\nTo  \nlinjer.\n\nTre\\\nlinjer.", `
p 1.1  En linje. {#dpa.x#1}
p 1.2  To\nlinjer. {#dpa.x#2}
p 1.3  Tre\nlinjer. {#dpa.x#3}`},
		{"anchors", "En. {#first}\n\nTo.\n\n- punkt {#item}\n- punkt to\n", `
p 1.1  En. {#dpa.x#first}
p 1.2  keep To. {#dpa.x#2}
p (a)  punkt {#dpa.x#item}
p (b)  punkt to {#dpa.x#4}`},
		{"anchor on the next line", "En\n{#first}", `
p 1.1  En {#dpa.x#first}`},
		{"lists", "Intro:\n\n- a\n- b:\n  - b1\n  - b2\n- c\n\nEtter.", `
p 1.1  keep Intro: {#dpa.x#1}
p (a)  a {#dpa.x#2}
p (b)  keep b: {#dpa.x#3}
p (i)  b1 {#dpa.x#4}
p (ii)  b2 {#dpa.x#5}
p (c)  c {#dpa.x#6}
p 1.2  Etter. {#dpa.x#7}`},
		{"loose list and continuation", "- a\n\n  mer om a\n\n- b\n  over to linjer\n", `
p (a)  a {#dpa.x#1}
p … mer om a {#dpa.x#2}
p (b)  b over to linjer {#dpa.x#3}`},
		{"a condition within an item continues it", "- a\n\n  ::: when .service.healthRecordSystem\n  mer om a\n\n  enda mer\n  :::\n\n- b\n", `
p (a)  a {#dpa.x#1}
p … mer om a {#dpa.x#2}
p … enda mer {#dpa.x#3}
p (b)  b {#dpa.x#4}`},
		{"marks", "Et **begrep** og *en sak* og ***begge***.", `
p 1.1  Et **begrep** og _en sak_ og **_begge_**. {#dpa.x#1}`},
		{"escapes", `\*a\* \_b\_ \# \{{ x \}} \[[y\]] \\ \- 1\. \<b>`, `
p 1.1  *a* _b_ # {{ x }} [[y]] \\ - 1. <b> {#dpa.x#1}`},
		{"entities", `&amp; &lt;b&gt; &#42; &#x2013; &amp;lt; &#38;lt; \&amp; &nothing; & &aring;`, `
p 1.1  & <b> * – &lt; &lt; &amp; &nothing; & å {#dpa.x#1}`},
		{"what is no mark", `snake_case, 5 % {a} [b] a}b «sitat» – tankestrek... "rett"`, `
p 1.1  snake_case, 5 % {a} [b] a}b «sitat» – tankestrek... "rett" {#dpa.x#1}`},
		{"no link definition takes a paragraph away", "[merknad]: se under\n\n[merknad]", `
p 1.1  [merknad]: se under {#dpa.x#1}
p 1.2  [merknad] {#dpa.x#2}`},
		{"link", "Se [lovdata](https://lovdata.no/a_b) i {{ .service.name }}.", `
p 1.1  Se ⟨lovdata <https://lovdata.no/a_b>⟩ i Journal. {#dpa.x#1}`},

		{"expressions", `{{ .service.name }} a {{.id}}b{{ "x" }}`, `
p 1.1  Journal a 2026/1bx {#dpa.x#1}`},
		{"expression over lines", "a {{ .service.name\n| upper }} b\nc", `
p 1.1  a JOURNAL b c {#dpa.x#1}`},
		{"expression at the end of a line", "a {{ .service.name }}\nb {{ .id }}  \nc\n{{ .id }}\nd", `
p 1.1  a Journal b 2026/1\nc 2026/1 d {#dpa.x#1}`},
		{"expression over lines in an item", "- a {{ .service.name\n  | upper }} b", `
p (a)  a JOURNAL b {#dpa.x#1}`},
		{"quotes in an expression", "{{ \"}} <b> [[x]] `y` *z* _u_\" }} {{ `}} \"` }} {{ \"\\\"}}\" }}", `
p 1.1  }} <b> [[x]] ` + "`y`" + ` *z* _u_ }} " "}} {#dpa.x#1}`},
		{"an expression is not read as Markdown", "{{ .agreement.breachNoticeHours }} *{{ .service.name }}* {{ .id }}_{{ .id }}", `
p 1.1  24 _Journal_ 2026/1_2026/1 {#dpa.x#1}`},
		{"marks around an expression", "**{{ .service.name }}** og **før {{ .id }} etter** (*{{ .id }}*)", `
p 1.1  **Journal** og **før ****2026/1**** etter** (_2026/1_) {#dpa.x#1}`},
		{"terms", `{{ Term "controller" }} og {{ term "controller" "genitive" }} {{ law "gdpr-28" }}.{{ note "gdpr-28" }} Mer.`, `
p 1.1  Dataansvarlig og dataansvarliges artikkel 28.⟨note: Artikkel 28.⟩ Mer. {#dpa.x#1}`},
		{"open", "a {{ .date }} b {{ .agreement.venue }}.", `
p 1.1  a ⟨open 0 date: ?⟩ b ⟨open 0 agreement.venue: ?⟩. {#dpa.x#1}`},
		{"the same missing fact side by side", "{{ .processor.address.postalCode }} {{ .processor.address.city }}, {{ .processor.name }} og {{ .processor.name }}", `
p 1.1  ⟨open 0 processor: ?⟩ og ⟨open 0 processor: ?⟩ {#dpa.x#1}`},
		{"references", "Se [[dpa.x#to]], [[annex-b]] og [[table:measures]].\n\nTo. {#to}", `
p 1.1  Se ⟦punkt 1.2 → dpa.x#to⟧, ⟦ → annex-b⟧ og ⟦ → table:measures⟧. {#dpa.x#1}
p 1.2  To. {#dpa.x#to}`},

		{"references that begin a sentence", "[[dpa.x#to]] gjelder. [[dpa.x#to]], jf. [[dpa.x#to]] (jf. [[dpa.x#to]]), nr. [[dpa.x#to]]. Se {{ note \"gdpr-28\" }}[[dpa.x#to]]\n\nHvem er jf.? [[dpa.x#to]]; [[dpa.x#to]] {#to}", `
p 1.1  ⟦Punkt 1.2 → dpa.x#to⟧ gjelder. ⟦Punkt 1.2 → dpa.x#to⟧, jf. ⟦punkt 1.2 → dpa.x#to⟧ (jf. ⟦punkt 1.2 → dpa.x#to⟧), nr. ⟦punkt 1.2 → dpa.x#to⟧. Se ⟨note: Artikkel 28.⟩⟦punkt 1.2 → dpa.x#to⟧ {#dpa.x#1}
p 1.2  Hvem er jf.? ⟦Punkt 1.2 → dpa.x#to⟧; ⟦punkt 1.2 → dpa.x#to⟧ {#dpa.x#to}`},

		{"when", "::: when .service.healthRecordSystem\nJa.\n:::\n\n::: when .service.normen\nNei.\n:::\n\nSlutt.", `
p 1.1  Ja. {#dpa.x#1}
p 1.2  Slutt. {#dpa.x#3}`},
		{"when without blank lines", "Før.\n::: when .service.healthRecordSystem\nJa.\n:::\nEtter.", `
p 1.1  Før. {#dpa.x#1}
p 1.2  Ja. {#dpa.x#2}
p 1.3  Etter. {#dpa.x#3}`},
		{"when with a missing fact", "::: when eq .service.delivery \"public\"\nA.\n\nB.\n:::", `
p 1.1  ⟨open 0 service.delivery: ?⟩ {#}`},
		{"the same missing fact for neighbours", "::: when eq .service.delivery \"public\"\nA.\n:::\n\n::: when eq .service.delivery \"private\"\nB.\n:::\n\n::: when .processor\nC.\n:::", `
p 1.1  ⟨open 0 service.delivery: ?⟩ {#}
p 1.2  ⟨open 0 processor: ?⟩ {#}`},
		{"when in a list continues it", "Intro:\n\n- a\n\n::: when .service.healthRecordSystem\n- b\n:::\n\n::: when .processor\n- c\n:::\n\n- d", `
p 1.1  keep Intro: {#dpa.x#1}
p (a)  a {#dpa.x#2}
p (b)  b {#dpa.x#3}
p (c)  ⟨open 0 processor: ?⟩ {#}
p (d)  d {#dpa.x#5}`},
		{"each", "::: each .subprocessors\n{{ .name }} for {{ $.service.name }}. {#sub}\n:::", `
p 1.1  Fjellrom AS for Journal. {#dpa.x#sub.drift}
p 1.2  Natt AS for Journal. {#dpa.x#sub.natt}`},
		{"each over texts", "::: each .service.models\n- {{ . }}\n:::\n", `
p (a)  saas {#dpa.x#1.1}
p (b)  paas {#dpa.x#1.2}`},
		{"each over an object and over nothing", "::: each .agreement\n{{ hours .breachNoticeHours }}.\n:::\n\n::: each .transfers\n{{ .id }}\n:::", `
p 1.1  24 timer. {#dpa.x#1.1}`},
		{"each over a missing list", "::: each .controllers\n- {{ .name }}\n:::", `
p (a)  ⟨open 0 controllers: ?⟩ {#}`},
		{"nested, the outer fence is longer", ":::: each .subprocessors\n- {{ .name }}\n::: when .sameGroup\n- samme konsern som {{ .name }}\n:::\n::::\n- siste", `
p (a)  Fjellrom AS {#dpa.x#1.drift}
p (b)  samme konsern som Fjellrom AS {#dpa.x#2.drift}
p (c)  Natt AS {#dpa.x#1.natt}
p (d)  siste {#dpa.x#3}`},
		{"open in an element", "::: each .subprocessors\n- {{ .task }}\n:::", `
p (a)  drift {#dpa.x#1.drift}
p (b)  ⟨open 0 subprocessors[1].task: ?⟩ {#dpa.x#1.natt}`},
		{"fence at the end of the file", "::: when .service.healthRecordSystem\nJa.\n:::", `
p 1.1  Ja. {#dpa.x#1}`},
	} {
		got := strings.ReplaceAll(filled(t, c.text, sample()), "\u00a0", " ")
		if want := strings.TrimPrefix(c.want, "\n") + "\n"; got != want {
			t.Errorf("%s:\n%s\ngot:\n%s", c.name, want, got)
		}
	}
}

// TestWindows: a byte order mark and CRLF change nothing.
func TestWindows(t *testing.T) {
	text := "En\nto  \ntre {{ .id\n}} {#a}\n\n- punkt\n\n::: when .service.healthRecordSystem\n- punkt\n:::\n"
	want := filled(t, text, sample())
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "\ufeff"+strings.ReplaceAll("# T\n\n"+text, "\n", "\r\n")), options())
	if got := body(section(t, l, sample())); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestTitle: a title may hold an expression, and reads as its source in a list.
func TestTitle(t *testing.T) {
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# Drift av {{ .service.name }}\n"), options())
	if got, _, _ := strings.Cut(dump(section(t, l, sample())), "\n"); got != "section 1   Drift av Journal {#dpa.x}" {
		t.Error(got)
	}
	c, _ := l.Clause("dpa.x")
	if got := c.Title("en"); got != "Drift av {{ .service.name }}" {
		t.Errorf("%q", got)
	}
}
