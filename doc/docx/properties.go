package docx

import (
	"fmt"
	"strings"
	"time"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

const (
	coreType = "application/vnd.openxmlformats-package.core-properties+xml"
	coreRel  = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	appType  = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
)

// properties writes the properties of the file (ISO/IEC 29500-2, 8) and the
// relationships of the package. The case number and the version stand where
// Word's own properties have a place for them.
func (w *writer) properties(pkg *ooxml.Package, types *ooxml.ContentTypes) error {
	m := w.d.Meta
	b := append([]byte(ooxml.Header), `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`...)
	put := func(name, value string) {
		if value != "" {
			b = append(b, "<"+name+">"...)
			b = append(ooxml.AppendText(b, value), "</"+name+">"...)
		}
	}
	put("dc:title", w.d.Title)
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
	put("dc:language", w.d.Language.Tag())
	if m.Date != "" {
		if _, err := time.Parse(time.DateOnly, m.Date); err != nil {
			return fmt.Errorf("date %q is not YYYY-MM-DD", m.Date)
		}
		for _, name := range []string{"created", "modified"} {
			b = append(b, `<dcterms:`+name+` xsi:type="dcterms:W3CDTF">`+m.Date+`T00:00:00Z</dcterms:`+name+`>`...)
		}
	}
	b = append(b, `</cp:coreProperties>`...)

	app := append([]byte(ooxml.Header), `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`...)
	app = append(ooxml.AppendText(app, m.Generator), `</Application><DocSecurity>0</DocSecurity></Properties>`...)

	rels := w.ref.rootRels.Clone()
	for _, p := range []struct {
		name, kind, contentType string
		data                    []byte
	}{
		{"docProps/core", coreRel, coreType, b},
		{"docProps/app", "extended-properties", appType, app},
	} {
		name := p.name + ".xml"
		if pkg.Has(name) {
			name = freeName(pkg, p.name, ".xml")
		}
		pkg.Set(name, p.data)
		types.Set(name, p.contentType)
		rels.Add(p.kind, name)
	}
	pkg.Set(ooxml.RelsName(""), rels.Bytes())
	return nil
}
