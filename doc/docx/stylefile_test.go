package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

func TestEveryStyleExists(t *testing.T) {
	own, err := ownSheet()
	if err != nil {
		t.Fatal(err)
	}
	columns, err := columnsSheet()
	if err != nil {
		t.Fatal(err)
	}
	for i := range nAllStyles {
		key := styleKey(i.kind(), styleNames[i])
		if columns.byKey[key] == nil || own.byKey[key] == nil && i < nStyles {
			t.Errorf("the embedded styles have no %s style %q", i.kind(), styleNames[i])
		}
		if i >= nStyles && own.byKey[key] != nil {
			t.Errorf("every document has the style %q of columns", styleNames[i])
		}
	}
}

func TestHostileStyleFiles(t *testing.T) {
	with := func(change func(m map[string]string)) []byte {
		m := customerParts()
		change(m)
		return pack(t, m)
	}
	swap := func(part, old, new string) []byte {
		return with(func(m map[string]string) {
			if !strings.Contains(m[part], old) {
				t.Fatalf("%s does not contain %q", part, old)
			}
			m[part] = strings.ReplaceAll(m[part], old, new)
		})
	}
	good := pack(t, customerParts())
	encryptedEntry := bytes.Clone(good)
	for _, sig := range []string{"PK\x03\x04", "PK\x01\x02"} { // the flag of encryption, in both headers
		for i := 0; ; {
			j := bytes.Index(encryptedEntry[i:], []byte(sig))
			if j < 0 {
				break
			}
			i += j + 4
			off := i + 2
			if sig == "PK\x01\x02" {
				off = i + 4
			}
			encryptedEntry[off] |= 1
		}
	}
	tests := map[string]struct {
		data []byte
		want StyleFileReason
	}{
		"empty":               {nil, NotZip},
		"text":                {[]byte("hello, this is no zip file"), NotZip},
		"cut":                 {good[:len(good)-30], NotZip},
		"password":            {append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...), Encrypted},
		"encrypted entries":   {encryptedEntry, Encrypted},
		"bomb":                {bomb(t), TooLarge},
		"many parts":          {rawZip(t, manyNames()...), TooLarge},
		"dots in a name":      {rawZip(t, "../../etc/passwd"), Damaged},
		"absolute name":       {rawZip(t, "/word/document.xml"), Damaged},
		"backslash":           {rawZip(t, `word\document.xml`), Damaged},
		"drive":               {rawZip(t, `c:word`), Damaged},
		"same name twice":     {rawZip(t, "a.xml", "A.XML"), Damaged},
		"other zip":           {rawZip(t, "readme.xml"), NotWord},
		"no main part":        {with(func(m map[string]string) { delete(m, "word/document.xml") }), NotWord},
		"no package rels":     {with(func(m map[string]string) { delete(m, "_rels/.rels") }), NotWord},
		"workbook":            {swap(ooxml.ContentTypesName, templType, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), NotWord},
		"no styles":           {with(func(m map[string]string) { delete(m, "word/styles.xml") }), NoStyles},
		"macros":              {swap(ooxml.ContentTypesName, templType, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), Macros},
		"macro part":          {swap("word/_rels/document.xml.rels", `<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"`, `<Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"`), Macros},
		"strict":              {swap("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"), Strict},
		"broken styles":       {swap("word/styles.xml", "</w:styles>", ""), Damaged},
		"broken document":     {swap("word/document.xml", "</w:body>", ""), Damaged},
		"broken numbering":    {swap("word/numbering.xml", "</w:num>", ""), Damaged},
		"broken footnotes":    {swap("word/footnotes.xml", "</w:footnotes>", ""), Damaged},
		"broken settings":     {swap("word/settings.xml", "</w:settings>", ""), Damaged},
		"broken header":       {swap("word/header1.xml", "</w:hdr>", ""), Damaged},
		"entity bomb":         {swap("word/styles.xml", "<w:styles", `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:styles`), Damaged},
		"deep nesting":        {swap("word/styles.xml", "</w:styles>", strings.Repeat("<a>", 5000)+strings.Repeat("</a>", 5000)+"</w:styles>"), Damaged},
		"other prefix":        {swap("word/styles.xml", "w:", "x:"), Damaged},
		"body missing":        {with(func(m map[string]string) { m["word/document.xml"] = `<w:document` + customerNS + `/>` }), Damaged},
		"utf-16 document":     {with(func(m map[string]string) { m["word/document.xml"] = utf16le(m["word/document.xml"]) }), Damaged},
		"broken content type": {with(func(m map[string]string) { m[ooxml.ContentTypesName] = "<" }), Damaged},
		"broken root rels":    {with(func(m map[string]string) { m["_rels/.rels"] = "<" }), Damaged},
		"broken rels":         {with(func(m map[string]string) { m["word/_rels/document.xml.rels"] = "<" }), Damaged},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := ParseReference(bytes.NewReader(c.data), int64(len(c.data)))
			var e *StyleFileError
			if !errors.As(err, &e) || e.Reason != c.want {
				t.Errorf("got %v, want reason %s", err, c.want)
			}
		})
	}
}

func utf16le(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

func manyNames() []string {
	var out []string
	for i := range 2100 {
		out = append(out, "a"+itoa(i)+".xml")
	}
	return out
}

// Unusual files that must work.
func TestStyleFileVariants(t *testing.T) {
	replace := func(part, old, new string) func(map[string]string) {
		return func(m map[string]string) {
			if !strings.Contains(m[part], old) {
				t.Fatalf("%s does not contain %q", part, old)
			}
			m[part] = strings.ReplaceAll(m[part], old, new)
		}
	}
	remove := func(part, target string) func(map[string]string) {
		return func(m map[string]string) {
			delete(m, part)
			rels := m["word/_rels/document.xml.rels"]
			i := strings.LastIndex(rels[:strings.Index(rels, `"`+target+`"`)], "<")
			m["word/_rels/document.xml.rels"] = rels[:i] + rels[i+strings.Index(rels[i:], "/>")+2:]
			m[ooxml.ContentTypesName] = strings.ReplaceAll(m[ooxml.ContentTypesName], `PartName="/`+part+`"`, `PartName="/word/document.xml" x="`+part+`"`)
			types := m[ooxml.ContentTypesName]
			j := strings.LastIndex(types[:strings.Index(types, `x="`+part)], "<")
			m[ooxml.ContentTypesName] = types[:j] + types[j+strings.Index(types[j:], "/>")+2:]
		}
	}
	tests := map[string]func(map[string]string){
		"as it is": func(map[string]string) {},
		"docx":     replace(ooxml.ContentTypesName, templType, mainType),
		"no numbering": func(m map[string]string) {
			remove("word/numbering.xml", "numbering.xml")(m)
			m["word/styles.xml"] = strings.ReplaceAll(m["word/styles.xml"], `<w:numId w:val="5"/>`, `<w:numId w:val="0"/>`)
		},
		"no footnotes": remove("word/footnotes.xml", "footnotes.xml"),
		"no endnotes":  remove("word/endnotes.xml", "endnotes.xml"),
		"no settings":  remove("word/settings.xml", "settings.xml"),
		"empty numbering": func(m map[string]string) {
			m["word/numbering.xml"] = ooxml.Header + `<w:numbering` + customerNS + `/>`
			m["word/styles.xml"] = strings.ReplaceAll(m["word/styles.xml"], `<w:numId w:val="5"/>`, `<w:numId w:val="0"/>`)
		},
		"empty footnotes": func(m map[string]string) { m["word/footnotes.xml"] = ooxml.Header + `<w:footnotes` + customerNS + `/>` },
		"no section": func(m map[string]string) {
			m["word/document.xml"] = ooxml.Header + `<w:document` + customerNS + `><w:body/></w:document>`
		},
		"no defaults": func(m map[string]string) {
			s := m["word/styles.xml"]
			i, j := strings.Index(s, "<w:docDefaults>"), strings.Index(s, "</w:docDefaults>")
			m["word/styles.xml"] = s[:i] + s[j+len("</w:docDefaults>"):]
		},
		"empty defaults": func(m map[string]string) {
			s := m["word/styles.xml"]
			i, j := strings.Index(s, "<w:docDefaults>"), strings.Index(s, "</w:docDefaults>")
			m["word/styles.xml"] = s[:i] + "<w:docDefaults/>" + s[j+len("</w:docDefaults>"):]
		},
		"no language":       replace("word/styles.xml", `<w:lang w:val="nb-NO" w:eastAsia="en-US" w:bidi="ar-SA"/>`, ""),
		"even and odd":      replace("word/settings.xml", `<w:defaultTabStop`, `<w:evenAndOddHeaders/><w:defaultTabStop`),
		"landscape already": replace("word/document.xml", `<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`),
		"two columns":       replace("word/document.xml", `<w:cols w:space="708"/>`, `<w:cols w:num="2" w:space="708"/>`),
		"no header": func(m map[string]string) {
			m["word/document.xml"] = strings.NewReplacer(`<w:headerReference w:type="default" r:id="rId10"/>`, "", `<w:headerReference w:type="first" r:id="rId11"/>`, "", "<w:titlePg/>", "").Replace(m["word/document.xml"])
		},
		"absurd page": replace("word/document.xml", `w:left="1134"`, `w:left="999999"`),
		"byte order mark": func(m map[string]string) {
			m["word/document.xml"] = "\uFEFF" + m["word/document.xml"]
			m["word/styles.xml"] = "\uFEFF" + m["word/styles.xml"]
		},
		"main part elsewhere": func(m map[string]string) {
			for n, s := range maps.Clone(m) {
				if rest, ok := strings.CutPrefix(n, "word/"); ok {
					delete(m, n)
					m["a/b/"+rest] = s
				}
			}
			for _, n := range []string{ooxml.ContentTypesName, "_rels/.rels"} {
				m[n] = strings.ReplaceAll(m[n], "word/", "a/b/")
			}
			m["a/b/_rels/document.xml.rels"] = strings.ReplaceAll(m["a/b/_rels/document.xml.rels"], "../customXml", "/customXml")
		},
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			m := customerParts()
			change(m)
			out := write(t, sample(doc.English), parse(t, pack(t, m)))
			for _, f := range Lint(out) {
				if f.Rule != "placeholder" {
					t.Error(f)
				}
			}
			for n, s := range unpack(t, out) {
				for _, old := range []string{"Hemmelig", "secret", "Gammel", "rId999"} {
					if strings.Contains(s, old) {
						t.Errorf("%s still contains %q", n, old)
					}
				}
			}
		})
	}
}

func TestCustomerFileIsKept(t *testing.T) {
	in := customerParts()
	out := unpack(t, write(t, sample(doc.English), parse(t, pack(t, in))))
	for _, n := range []string{"word/header1.xml", "word/header2.xml", "word/media/logo.png", "word/settings.xml", "customXml/item1.xml", "customXml/itemProps1.xml", "custom/unknown.bin.xml", "word/_rels/header1.xml.rels"} {
		if out[n] != in[n] {
			t.Errorf("%s was changed", n)
		}
	}
	bare := sample(doc.English) // our own comments have the name that those of the file had
	_ = doc.Walk(bare.Blocks, func(b doc.Block) error {
		if s, ok := b.(*doc.Section); ok {
			s.Comments = nil
		}
		return nil
	})
	if _, ok := unpack(t, write(t, bare, parse(t, pack(t, in))))["word/comments.xml"]; ok {
		t.Error("word/comments.xml is there without comments")
	}
	for _, n := range []string{"word/media/secret.png", "docProps/thumbnail.png"} {
		if _, ok := out[n]; ok {
			t.Errorf("%s is still there", n)
		}
	}
	styles := out["word/styles.xml"]
	if !strings.Contains(styles, `<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>`) {
		t.Error("the language of the document is not set")
	}
	if strings.Contains(styles, `<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:uiPriority`) || strings.Count(styles, `w:val="heading 1"`) != 1 {
		t.Error("heading 1 was injected although it is there")
	}
	if !strings.Contains(styles, `w:styleId="svsamsvarClause2"`) {
		t.Error("our own style was not injected")
	}
	if !strings.Contains(out["word/document.xml"], `<w:pStyle w:val="Overskrift1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>`) {
		t.Error("a clause does not carry its list")
	}
}

// A file of ours that was edited and comes back must not get a second set of
// lists: its styles are tied to the first.
func TestOwnListsAreTakenOver(t *testing.T) {
	first := write(t, sample(doc.Bokmal), parse(t, pack(t, customerParts())))
	second := unpack(t, write(t, sample(doc.English), parse(t, first)))
	n := second["word/numbering.xml"]
	if strings.Count(n, "<w:abstractNum ") != 3 || strings.Count(n, "<w:num ") != 3 || !strings.Contains(n, `w:val="Annex %1"`) || strings.Contains(n, "Bilag") {
		t.Errorf("numbering is %s", n)
	}
	if c := strings.Count(second["customXml/item2.xml"], "<ids"); c != 1 {
		t.Errorf("%d lists of ids", c)
	}
	if _, ok := second["customXml/item3.xml"]; ok {
		t.Error("the ids of the old document are still there")
	}
}

// go test -fuzz FuzzReadPackage -fuzzminimizetime 1x: making such inputs smaller
// takes longer than finding them.
func FuzzReadPackage(f *testing.F) {
	f.Add(pack(f, customerParts()))
	f.Add(write(f, sample(doc.Bokmal), nil))
	f.Add(rawZip(f, "a.xml", "../b"))
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	small := &doc.Document{Language: doc.Bokmal}
	f.Fuzz(func(t *testing.T, data []byte) {
		Lint(data)
		ref, err := ParseReference(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			var e *StyleFileError
			if !errors.As(err, &e) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		out := write(t, small, ref)
		if _, err := zip.NewReader(bytes.NewReader(out), int64(len(out))); err != nil {
			t.Fatal(err)
		}
	})
}
