package ooxml

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPackageRoundTrip(t *testing.T) {
	p := New()
	p.Set("word/b.xml", []byte("<b/>"))
	p.Set("a.bin", bytes.Repeat([]byte("x"), 100000))
	p.Set(ContentTypesName, []byte("<Types/>"))
	p.Set("_rels/.rels", nil)
	var one, two bytes.Buffer
	if n, err := p.WriteTo(&one); err != nil || n != int64(one.Len()) {
		t.Fatal(n, err)
	}
	p.Precompress()
	if _, err := p.Clone().WriteTo(&two); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Fatal("a package compressed beforehand gives other bytes", err)
	}
	q, err := Read(bytes.NewReader(one.Bytes()), int64(one.Len()), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{ContentTypesName, "_rels/.rels", "a.bin", "word/b.xml"}, q.Names()); d != "" {
		t.Error(d)
	}
	if data, ok := q.Part("WORD/B.XML"); !ok || string(data) != "<b/>" {
		t.Error("a part is not found without regard to case")
	}
	q.Set("Word/B.xml", []byte("new"))
	if len(q.Names()) != 4 {
		t.Error("one part under two names")
	}
}

func TestReadLimits(t *testing.T) {
	p := New()
	for _, n := range []string{"a", "b", "c"} {
		p.Set(n, make([]byte, 1000))
	}
	var b bytes.Buffer
	if _, err := p.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]Limits{"parts": {Parts: 2}, "part": {PartSize: 999}, "total": {TotalSize: 2999}} {
		if _, err := Read(bytes.NewReader(b.Bytes()), int64(b.Len()), l); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := Read(bytes.NewReader(b.Bytes()), int64(b.Len()), Limits{Parts: 3, PartSize: 1000, TotalSize: 3000}); err != nil {
		t.Error(err)
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"a<b>&c": "a&lt;b&gt;&amp;c", "\x00a\x0b": "a", "\uFFFE\uFFFF\uFFFD": "\uFFFD", "\xff\xc3": "", "\xed\xa0\x80": "", "😀": "😀", "a\rb": "a&#13;b", `"`: `"`, "": "",
	} {
		if got := string(AppendText(nil, in)); got != want {
			t.Errorf("text %q: got %q, want %q", in, got, want)
		}
	}
	if got, want := string(AppendAttr(nil, "\"\n\t<")), "&quot;&#10;&#9;&lt;"; got != want {
		t.Errorf("attribute: got %q, want %q", got, want)
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("a<b\x00\xff\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		xml := append(AppendAttr([]byte(`<a b="`), s), `">`...)
		xml = append(AppendText(xml, s), `</a>`...)
		n, err := Parse(xml)
		if err != nil {
			t.Fatal(err)
		}
		if want := Clean(s); n.Text != want || n.Attr("b") != want {
			t.Errorf("%q came back as %q and %q", want, n.Text, n.Attr("b"))
		}
	})
}

func TestParse(t *testing.T) {
	const data = `<?xml version="1.0"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body a="1" x:b="2">t<x:p/></x:body></x:document>`
	n, err := Parse([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	body := n.Child("w:body")
	if body == nil || body.UsualPrefix() || body.Attr("w:b") != "2" || body.Attr("a") != "1" || body.Text != "t" {
		t.Fatalf("body is %+v", body)
	}
	if got := data[body.Start:body.End]; !strings.HasPrefix(got, "<x:body") || !strings.HasSuffix(got, "</x:body>") {
		t.Errorf("the bytes of the body are %q", got)
	}
	if p := body.Kids[0]; data[p.Start:p.End] != "<x:p/>" || p.Open != p.End {
		t.Errorf("the bytes of the paragraph are %q", data[p.Start:p.End])
	}
	for _, bad := range []string{"", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a:b/>", `<a b="1" b="2"/>`, "<!DOCTYPE a><a/>", "<a>&b;</a>", strings.Repeat("<a>", 2000)} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%.20q is well-formed", bad)
		}
	}
}

func TestApplyAndAppend(t *testing.T) {
	for in, want := range map[string]string{"<r><a/></r>": "<r><a><z/></a></r>", "<r><a b=\"1\"></a></r>": "<r><a b=\"1\"><z/></a></r>", "<r><a\nb='1'/></r>": "<r><a\nb='1'><z/></a></r>"} {
		n, err := Parse([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(Apply([]byte(in), []Edit{n.Kids[0].AppendTo([]byte(in), "<z/>")})); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestRelationships(t *testing.T) {
	var rs Relationships
	a := rs.Add("styles", "styles.xml")
	b := rs.AddExternal("hyperlink", "https://a.example/?a=1&b=2")
	if rs.AddExternal("hyperlink", "https://a.example/?a=1&b=2") != b || a == b {
		t.Error("ids", a, b)
	}
	again, err := ParseRelationships(rs.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(rs.All(), again.All()); d != "" {
		t.Error(d)
	}
	if id := again.Add("theme", "theme1.xml"); id == a || id == b {
		t.Error("an id twice")
	}
	for _, c := range [][3]string{{"word/document.xml", "styles.xml", "word/styles.xml"}, {"word/document.xml", "../customXml/item1.xml", "customXml/item1.xml"}, {"", "word/document.xml", "word/document.xml"}, {"word/a.xml", "/b.xml", "b.xml"}, {"a/b.xml", "../../../c.xml", "c.xml"}, {"a.xml", "b%20c.xml", "b c.xml"}} {
		if got := Resolve(c[0], c[1]); got != c[2] {
			t.Errorf("Resolve(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for _, n := range []string{"", "word/document.xml", "a.xml"} {
		if s, ok := RelsSource(RelsName(n)); !ok || s != n {
			t.Errorf("relationships of %q are those of %q", n, s)
		}
	}
}

func TestContentTypes(t *testing.T) {
	var c ContentTypes
	c.Default("xml", "application/xml")
	c.Set("word/a.xml", "x/y")
	c.Set("word/a.xml", "x/z")
	d, err := ParseContentTypes(c.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"word/a.xml": "x/z", "Word/A.xml": "x/z", "b.XML": "application/xml", "c": "", "d.png": ""} {
		if got := d.Of(name); got != want {
			t.Errorf("type of %s is %q, want %q", name, got, want)
		}
	}
}
