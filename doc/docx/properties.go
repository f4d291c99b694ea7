package docx

import (
	"fmt"
	"time"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

const (
	coreType = "application/vnd.openxmlformats-package.core-properties+xml"
	coreRel  = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	appType  = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
)

// properties writes the properties of the file and the relationships of the package.
func (w *writer) properties(pkg *ooxml.Package, types *ooxml.ContentTypes) error {
	if date := w.d.Meta.Date; date != "" {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return fmt.Errorf("date %q is not YYYY-MM-DD", date)
		}
	}
	rels := w.ref.rootRels.Clone()
	for _, p := range []struct {
		name, kind, contentType string
		data                    []byte
	}{
		{"docProps/core", coreRel, coreType, ooxml.CoreProperties(w.d)},
		{"docProps/app", "extended-properties", appType, ooxml.AppProperties(w.d.Meta.Generator)},
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
