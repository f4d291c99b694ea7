package clauses_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

// hostile are values that would change a document if anything read them.
var hostile = []string{
	"<script>alert(1)</script>", "&amp; & &#65;", "a|b", "**fet** *kursiv* _u_", "{{ .service.name }}", "{{", "}}", "[[dpa.x]]", "[[",
	"{#anchor}", "::: when .date\nx\n:::", "# overskrift", "1. liste", "- punkt", "linje\nlinje\n\navsnitt", "\t\tinnrykk", "`kode`",
	"[her](https://x.no)", "=1+1", "\u202eabc\u202c", "🧑‍⚕️👩🏽‍💻", "a\x00b", "\\*", "\\", "C:\\new", "%s%d", "e\u0301", "\ufeff", "\u00a0",
	" foran og bak ", "'\"«»", "read|write access", strings.Repeat("lang ", 2000),
}

const hostileText = `# T {{ .service.name }}

{{ .service.name }}

Før {{ .service.name }} etter **{{ .service.name }}**, {{ join .service.models }}, {{ default "x" .agreement.venue }}: [her {{ .service.name }}](https://x.no).

- {{ .service.name }}
  - {{ .service.name }}

::: each .subprocessors
{{ .name }} og {{ name .id }}
:::
`

// TestHostileValues: whatever the case holds comes out as it is, as text, and the
// document has the same parts as with a harmless value.
func TestHostileValues(t *testing.T) {
	check := hostileCheck(t)
	for _, value := range hostile {
		check(t, value)
	}
}

// hostileCheck compares a document with one value to that with a harmless one.
func hostileCheck(t testing.TB) func(testing.TB, string) {
	t.Helper()
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", hostileText), options())
	harmless := section(t, l, hostileCase("HARMLESS"))
	if n := strings.Count(text(harmless), "HARMLESS"); n != 12 {
		t.Fatalf("the value is printed %d times", n)
	}
	return func(t testing.TB, value string) {
		s := section(t, l, hostileCase(value))
		if got, want := parts(s), parts(harmless); got != want {
			t.Errorf("%.40q changes the document:\n%s\nwant:\n%s", value, got, want)
		}
		if got, want := text(s), strings.ReplaceAll(text(harmless), "HARMLESS", value); got != want {
			t.Errorf("%.40q does not come out as it is:\n%.300q\nwant:\n%.300q", value, got, want)
		}
	}
}

func hostileCase(value string) object {
	return object{
		"service":       object{"name": value, "models": []any{value, value}},
		"agreement":     object{"venue": value},
		"subprocessors": []any{object{"id": value, "name": value}},
	}
}

// parts is the shape of a section: its blocks and inlines without their text.
func parts(s *doc.Section) string {
	var b strings.Builder
	inlines(s, func(in doc.Inline, depth int) {
		b.WriteString(strings.Repeat(" ", depth))
		switch in := in.(type) {
		case nil:
			b.WriteString("block\n")
		case *doc.Text:
			b.WriteString("text" + map[bool]string{true: " bold"}[in.Bold] + "\n")
		case *doc.Link:
			b.WriteString("link " + in.URL + "\n")
		default:
			b.WriteString("other\n")
		}
	})
	return b.String()
}

func text(s *doc.Section) string {
	var b strings.Builder
	inlines(s, func(in doc.Inline, _ int) {
		if t, ok := in.(*doc.Text); ok {
			b.WriteString(t.S)
		} else if in == nil {
			b.WriteString("\n--\n")
		}
	})
	return b.String()
}

// inlines visits a section; nil stands for a new block.
func inlines(s *doc.Section, visit func(doc.Inline, int)) {
	var all func(in []doc.Inline, depth int)
	all = func(in []doc.Inline, depth int) {
		for _, i := range in {
			visit(i, depth)
			if l, ok := i.(*doc.Link); ok {
				all(l.Inlines, depth+1)
			}
		}
	}
	all(s.Title, 0)
	_ = doc.Walk(s.Blocks, func(b doc.Block) error {
		visit(nil, 0)
		if p, ok := b.(*doc.Paragraph); ok {
			all(p.Inlines, 1)
		}
		return nil
	})
}

// TestFullStop: a value that ends its sentence does not end it twice.
func TestFullStop(t *testing.T) {
	got := filled(t, "Hos {{ .service.name }}. Hos {{ .service.name }}: ja, {{ .service.name }}", object{"service": object{"name": "Data Inc."}})
	if want := "p 1.1  Hos Data Inc. Hos Data Inc.: ja, Data Inc. {#dpa.x#1}\n"; got != want {
		t.Errorf("%s", got)
	}
}

// FuzzText: no text and no value makes the parser or the filler panic, and every
// value comes out as it is.
func FuzzText(f *testing.F) {
	for _, value := range hostile {
		f.Add("# T\n\n"+value+"\n", value)
		f.Add(hostileText, value)
	}
	for _, c := range []string{"::: when\n", "- - - a", ":::", "> :::\n", "#", "# {#a}", "{{}}", "[[]]", "- ::: each .subprocessors\n  - {{ .name }}\n  :::", "****", "[a]({{", "{{ \"", "\\"} {
		f.Add("# T\n\n"+c, "x")
	}
	check := hostileCheck(f)
	f.Fuzz(func(t *testing.T, source, value string) {
		if value != "" {
			check(t, value)
		}
		l, problems := clauses.Load(files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", source), options())
		for _, p := range problems {
			if p.Message("en") == p.Rule || p.Pos.File == "" {
				t.Fatalf("%+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		if !utf8.ValidString(source) {
			t.Fatal("accepted what is no UTF-8")
		}
		c, _ := l.Clause("dpa.x")
		parsed, ok := c.Text("", doc.Bokmal)
		if !ok {
			t.Fatal("no text and no problem")
		}
		s, err := filler(l, hostileCase(value), doc.Bokmal).Section(c, parsed, doc.Clause)
		if err != nil {
			t.Fatal(err)
		}
		dump(s)
	})
}
