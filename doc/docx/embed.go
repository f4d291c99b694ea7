package docx

import (
	"embed"
	"io"
	"strconv"
	"sync"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

//go:embed reference
var referenceFiles embed.FS

// ownSheet is the embedded styles part, read once.
var ownSheet = sync.OnceValues(func() (*sheet, error) {
	data, err := referenceFiles.ReadFile("reference/styles.xml")
	if err != nil {
		return nil, err
	}
	return parseSheet(data)
})

// embeddedParts are the files under reference with their place in the package.
var embeddedParts = []struct{ file, part, kind, contentType string }{
	{"styles.xml", "word/styles.xml", "styles", wordType + "styles+xml"},
	{"settings.xml", "word/settings.xml", "settings", wordType + "settings+xml"},
	{"fontTable.xml", "word/fontTable.xml", "fontTable", wordType + "fontTable+xml"},
	{"theme/theme1.xml", "word/theme/theme1.xml", "theme", "application/vnd.openxmlformats-officedocument.theme+xml"},
}

// embeddedPackage makes a Word file of the embedded parts, with the body given.
func embeddedPackage(body string) (*ooxml.Package, error) {
	pkg := ooxml.New()
	types, root, rels := &ooxml.ContentTypes{}, &ooxml.Relationships{}, &ooxml.Relationships{}
	for _, p := range embeddedParts {
		data, err := referenceFiles.ReadFile("reference/" + p.file)
		if err != nil {
			return nil, err
		}
		pkg.Set(p.part, data)
		types.Set(p.part, p.contentType)
		rels.Add(p.kind, p.part[len("word/"):])
	}
	pkg.Set("word/document.xml", []byte(ooxml.Header+`<w:document xmlns:w="`+transitWord+`" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`+body+`</w:body></w:document>`))
	types.Set("word/document.xml", mainType)
	types.Default("rels", "application/vnd.openxmlformats-package.relationships+xml")
	types.Default("xml", "application/xml")
	root.Add("officeDocument", "word/document.xml")
	pkg.Set(ooxml.ContentTypesName, types.Bytes())
	pkg.Set(ooxml.RelsName(""), root.Bytes())
	pkg.Set(ooxml.RelsName("word/document.xml"), rels.Bytes())
	return pkg, nil
}

func buildEmbedded() (*Reference, error) {
	pkg, err := embeddedPackage("")
	if err != nil {
		return nil, err
	}
	return newReference(pkg, true)
}

// WriteReference writes the embedded reference as a .docx with one line in each
// paragraph style: to be changed in Word and read with [ParseReference].
func WriteReference(w io.Writer) error {
	own, err := ownSheet()
	if err != nil {
		return err
	}
	var b []byte
	for s := range sFootnoteReference {
		name := styleNames[s]
		b = append(b, `<w:p><w:pPr><w:pStyle w:val="`...)
		b = append(b, own.byKey[styleKey("paragraph", name)].Attr("w:styleId")...)
		b = append(ooxml.AppendText(append(b, `"/></w:pPr><w:r><w:t>`...), name), `</w:t></w:r></w:p>`...)
	}
	base := parseSection(nil, nil)
	b = base.append(b, base.page, nil, true, false)
	pkg, err := embeddedPackage(string(b))
	if err != nil {
		return err
	}
	ref, err := embedded()
	if err != nil {
		return err
	}
	lists := ref.numberingPart(ref.ownLists("Bilag"))
	addPart(pkg, "word/numbering.xml", "numbering", wordType+"numbering+xml", lists)
	addPart(pkg, "word/footnotes.xml", "footnotes", wordType+"footnotes+xml", ref.notesPart(nil))
	_, err = pkg.WriteTo(w)
	return err
}

// addPart adds a part of the main document to a package of embeddedPackage, whose
// lists can therefore be read.
func addPart(pkg *ooxml.Package, name, kind, contentType string, data []byte) {
	t, _ := pkg.Part(ooxml.ContentTypesName)
	types, _ := ooxml.ParseContentTypes(t)
	types.Set(name, contentType)
	rels, _ := pkg.Relationships("word/document.xml")
	rels.Add(kind, name[len("word/"):])
	pkg.Set(ooxml.ContentTypesName, types.Bytes())
	pkg.Set(ooxml.RelsName("word/document.xml"), rels.Bytes())
	pkg.Set(name, data)
}

func itoa(n int) string { return strconv.Itoa(n) }
