package docx

import (
	"bytes"
	"encoding/base64"
	"testing"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

const customerNS = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

func picture(id, rel string) string {
	return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="360000"/><wp:docPr id="` + id + `" name="Bilde ` + id + `" descr="Logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="` + id + `" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + rel + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// customerParts is a file as a Norwegian Word makes it: ids of styles in
// Norwegian, headings in a list of their own, a letterhead with a picture on the
// first page and on the others, comments, notes, custom XML.
func customerParts() map[string]string {
	style := func(kind, id, name, rest string) string {
		return `<w:style w:type="` + kind + `" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + rest + `</w:style>`
	}
	png, _ := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/>`
	}
	rels := func(x string) string {
		return ooxml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + x + `</Relationships>`
	}
	override := func(part, t string) string {
		return `<Override PartName="/` + part + `" ContentType="` + t + `"/>`
	}
	return map[string]string{
		ooxml.ContentTypesName: ooxml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
			override("word/document.xml", templType) + override("word/styles.xml", wordType+"styles+xml") + override("word/settings.xml", wordType+"settings+xml") +
			override("word/numbering.xml", wordType+"numbering+xml") + override("word/footnotes.xml", wordType+"footnotes+xml") + override("word/endnotes.xml", wordType+"endnotes+xml") +
			override("word/comments.xml", wordType+"comments+xml") + override("word/header1.xml", wordType+"header+xml") + override("word/header2.xml", wordType+"header+xml") +
			override("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml") +
			override("docProps/core.xml", coreType) + override("docProps/app.xml", appType) + `</Types>`,
		"_rels/.rels": rels(rel("rId1", "officeDocument", "word/document.xml") + `<Relationship Id="rId2" Type="` + coreRel + `" Target="docProps/core.xml"/>` + rel("rId3", "extended-properties", "docProps/app.xml") +
			`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.png"/>`),
		"docProps/thumbnail.png": string(png),
		"docProps/core.xml":      ooxml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Gammel Forfatter</dc:creator></cp:coreProperties>`,
		"docProps/app.xml":       ooxml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>`,
		"word/document.xml": ooxml.Header + `<w:document` + customerNS + `><w:body>` +
			`<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:bookmarkStart w:id="0" w:name="gammel"/><w:r><w:t>Hemmelig gammel tekst</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>` +
			`<w:p>` + picture("7", "rId20") + `<w:commentRangeStart w:id="0"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:hyperlink r:id="rId21"><w:r><w:t>l</w:t></w:r></w:hyperlink>` +
			`</w:p><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:pPr></w:p>` +
			`<w:sectPr w:rsidR="00AA00AA"><w:headerReference w:type="first" r:id="rId11"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>`,
		"word/_rels/document.xml.rels": rels(rel("rId1", "styles", "styles.xml") + rel("rId2", "settings", "settings.xml") + rel("rId3", "numbering", "numbering.xml") + rel("rId4", "footnotes", "footnotes.xml") + rel("rId5", "endnotes", "endnotes.xml") +
			rel("rId6", "comments", "comments.xml") + rel("rId7", "customXml", "../customXml/item1.xml") + rel("rId10", "header", "header1.xml") + rel("rId11", "header", "header2.xml") + rel("rId20", "image", "media/secret.png") +
			`<Relationship Id="rId21" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://secret.example/" TargetMode="External"/>`),
		"word/media/secret.png":       string(png) + "",
		"word/media/logo.png":         string(png),
		"word/header1.xml":            ooxml.Header + `<w:hdr` + customerNS + `><w:p><w:pPr><w:pStyle w:val="Topptekst"/></w:pPr><w:bookmarkStart w:id="3" w:name="brevhode"/>` + picture("1", "rId1") + `<w:r><w:tab/><w:t>Fjelldal kommune</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p></w:hdr>`,
		"word/header2.xml":            ooxml.Header + `<w:hdr` + customerNS + `><w:p><w:pPr><w:pStyle w:val="Topptekst"/></w:pPr><w:r><w:t>FJELLDAL KOMMUNE – brevhode</w:t></w:r></w:p></w:hdr>`,
		"word/_rels/header1.xml.rels": rels(rel("rId1", "image", "media/logo.png")),
		"word/styles.xml": ooxml.Header + `<w:styles` + customerNS + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="23"/><w:lang w:val="nb-NO" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>` +
			`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
			`<w:style w:type="character" w:default="1" w:styleId="Standardskriftforavsnitt"><w:name w:val="Default Paragraph Font"/></w:style>` +
			`<w:style w:type="table" w:default="1" w:styleId="Vanligtabell"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>` +
			style("paragraph", "Overskrift1", "heading 1", `<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:link w:val="Overskrift1Tegn"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="5"/></w:numPr><w:spacing w:before="300"/><w:ind w:left="2000" w:hanging="900"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="7A1F1F"/><w:sz w:val="32"/></w:rPr>`) +
			style("character", "Overskrift1Tegn", "Overskrift 1 Tegn", `<w:basedOn w:val="Standardskriftforavsnitt"/><w:link w:val="Overskrift1"/><w:rPr><w:b/></w:rPr>`) +
			style("paragraph", "Overskrift2", "heading 2", `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/><w:color w:val="7A1F1F"/></w:rPr>`) +
			style("paragraph", "Topptekst", "header", `<w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr>`) +
			style("paragraph", "Tittel", "Title", `<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="7A1F1F"/><w:sz w:val="60"/></w:rPr>`) +
			style("paragraph", "svHeading1", "svHeading1", ``) +
			`</w:styles>`,
		"word/settings.xml": ooxml.Header + `<w:settings` + customerNS + `><w:defaultTabStop w:val="708"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
		"word/numbering.xml": ooxml.Header + `<w:numbering` + customerNS + `><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Overskrift1"/><w:lvlText w:val="§ %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
		"word/footnotes.xml":             ooxml.Header + `<w:footnotes` + customerNS + `><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Hemmelig fotnote</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/endnotes.xml":              ooxml.Header + `<w:endnotes` + customerNS + `><w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote><w:endnote w:id="1"><w:p><w:r><w:t>Hemmelig sluttnote</w:t></w:r></w:p></w:endnote></w:endnotes>`,
		"word/comments.xml":              ooxml.Header + `<w:comments` + customerNS + `><w:comment w:id="0" w:author="X" w:initials="X"><w:p><w:r><w:t>Hemmelig kommentar</w:t></w:r></w:p></w:comment></w:comments>`,
		"customXml/item1.xml":            `<?xml version="1.0"?><kunde xmlns="urn:kunde"/>`,
		"customXml/itemProps1.xml":       ooxml.Header + `<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
		"customXml/_rels/item1.xml.rels": rels(rel("rId1", "customXmlProps", "itemProps1.xml")),
		"custom/unknown.bin.xml":         `<orphan/>`,
	}
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	p := ooxml.New()
	for n, s := range parts {
		p.Set(n, []byte(s))
	}
	var b bytes.Buffer
	if _, err := p.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parse(t testing.TB, b []byte) *Reference {
	t.Helper()
	r, err := ParseReference(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func unpack(t testing.TB, b []byte) map[string]string {
	t.Helper()
	p, err := ooxml.Read(bytes.NewReader(b), int64(len(b)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, n := range p.Names() {
		d, _ := p.Part(n)
		m[n] = string(d)
	}
	return m
}
