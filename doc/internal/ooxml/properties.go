package ooxml

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// CoreProperties writes the properties of a file (ISO/IEC 29500-2, 8). The case number
// and the version stand where the format has a place for them. The date of the
// document is checked by then.
func CoreProperties(d *doc.Document) []byte {
	m := d.Meta
	out := append([]byte(Header), `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`...)
	put := func(name, value string) {
		if value != "" {
			out = append(AppendText(append(out, "<"+name+">"...), value), "</"+name+">"...)
		}
	}
	put("dc:title", d.Title)
	put("dc:subject", m.Subject)
	put("dc:creator", m.Creator)
	put("cp:lastModifiedBy", m.Creator)
	put("dc:identifier", m.CaseID)
	put("cp:version", m.Version)
	keywords := m.Keywords
	if m.CaseID != "" {
		keywords = append([]string{m.CaseID}, keywords...)
	}
	put("cp:keywords", strings.Join(keywords, "; "))
	put("dc:language", d.Language.Tag())
	if m.Date != "" {
		for _, name := range []string{"created", "modified"} {
			out = append(out, `<dcterms:`+name+` xsi:type="dcterms:W3CDTF">`+m.Date+`T00:00:00Z</dcterms:`+name+`>`...)
		}
	}
	return append(out, `</cp:coreProperties>`...)
}

// AppProperties writes which program made the file (ISO/IEC 29500-1, 22.2).
func AppProperties(generator string) []byte {
	out := append([]byte(Header), `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`...)
	return append(AppendText(out, generator), `</Application><DocSecurity>0</DocSecurity></Properties>`...)
}
