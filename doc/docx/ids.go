package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// idsNamespace names the custom XML part that maps bookmarks to ids.
const idsNamespace = "urn:samsvar:ids:1"

// itemID is the ds:itemID of that part (ISO/IEC 29500-1, 22.5); a file has one.
const itemID = "{5A6D5600-0001-4E56-8A10-53414D535641}"

// bookmarkName is the name of the hidden bookmark around the block with an id:
// hidden because it begins with an underscore, and well below the 40 characters
// that Word takes.
func bookmarkName(id string) string {
	h := sha256.Sum256([]byte(id))
	return "_sv_" + hex.EncodeToString(h[:10])
}

// idsPart is the custom XML part with the ids of the document's blocks, by which a
// program finds them again in a file that was edited. What stands in the second
// language has a bookmark of its own.
func (w *writer) idsPart() []byte {
	b := append([]byte(ooxml.Header), `<ids xmlns="`+idsNamespace+`" document="`...)
	b = append(ooxml.AppendAttr(b, w.d.ID), `">`...)
	for _, id := range w.ids {
		b = append(b, `<id bookmark="`+w.targets[id].name+`">`...)
		b = append(ooxml.AppendText(b, id), `</id>`...)
		if !w.pairs.Both(id) {
			continue
		}
		if t, ok := w.secondTarget(id); ok {
			b = append(b, `<id bookmark="`+t.name+`" lang="`+w.d.Beside.Language.Tag()+`">`...)
			b = append(ooxml.AppendText(b, id), `</id>`...)
		}
	}
	return append(b, `</ids>`...)
}

const itemProps = ooxml.Header + `<ds:datastoreItem ds:itemID="` + itemID + `" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="` + idsNamespace + `"/></ds:schemaRefs></ds:datastoreItem>`

// addIDs adds the part to a package, with its properties and relationships.
func addIDs(pkg *ooxml.Package, types *ooxml.ContentTypes, rels *ooxml.Relationships, ref *Reference, data []byte) {
	props := strings.Replace(ref.item, "customXml/item", "customXml/itemProps", 1)
	if pkg.Has(props) {
		props = freeName(pkg, "customXml/itemProps", ".xml")
	}
	pkg.Set(ref.item, data)
	pkg.Set(props, []byte(itemProps))
	types.Set(props, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
	var own ooxml.Relationships
	own.Add("customXmlProps", strings.TrimPrefix(props, "customXml/"))
	pkg.Set(ooxml.RelsName(ref.item), own.Bytes())
	target := "/" + ref.item
	if ref.dir() == "word/" {
		target = "../" + ref.item
	}
	rels.Add("customXml", target)
}

// dropOldIDs forgets the ids of the document that a reference was made from, when
// it was written by this package.
func (ref *Reference) dropOldIDs() {
	ref.rels.Keep(func(r ooxml.Relationship) bool {
		if r.Kind() != "customXml" {
			return true
		}
		data, _ := ref.pkg.Part(ooxml.Resolve(ref.main, r.Target))
		root, err := ooxml.Parse(data)
		return err != nil || root.Name != idsNamespace+":ids"
	})
}
