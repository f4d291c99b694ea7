package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// parts takes over the parts that excelize writes.
type parts struct{ pkg *ooxml.Package }

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	return &partWriter{pkg: p.pkg, name: name}, nil
}

// AddFS is no part of writing a workbook.
func (p *parts) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close ends the file; all parts are there by then.
func (p *parts) Close() error { return nil }

type partWriter struct {
	pkg  *ooxml.Package
	name string
	data []byte
}

func (w *partWriter) Write(b []byte) (int, error) {
	w.data = append(w.data, b...)
	w.pkg.Set(w.name, w.data)
	return len(b), nil
}

const (
	stylesPart = "xl/styles.xml"
	corePart   = "docProps/core.xml"
	appPart    = "docProps/app.xml"

	relationshipNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// normalise mends what excelize gets wrong, and what depends on anything but the
// document: the order of elements in fonts, the order of content types, the properties,
// sheets that claim to be filtered since they have a filter, and the prefix of ids of
// relationships, which streamed sheets declare anew.
func (b *book) normalise(pkg *ooxml.Package) error {
	types, _ := pkg.Part(ooxml.ContentTypesName)
	t, err := ooxml.ParseContentTypes(types)
	if err != nil {
		return err
	}
	pkg.Set(ooxml.ContentTypesName, t.Bytes())
	styles, _ := pkg.Part(stylesPart)
	styles, err = orderFonts(styles)
	if err != nil {
		return fmt.Errorf("%s: %w", stylesPart, err)
	}
	pkg.Set(stylesPart, styles)
	for _, name := range pkg.Names() {
		if data, _ := pkg.Part(name); strings.HasPrefix(name, "xl/worksheets/sheet") {
			data = bytes.Replace(data, []byte(`<sheetPr filterMode="true">`), []byte(`<sheetPr>`), 1)
			pkg.Set(name, bytes.ReplaceAll(data, []byte(` xmlns:relationships="`+relationshipNS+`" relationships:id="`), []byte(` r:id="`)))
		}
	}
	pkg.Set(corePart, ooxml.CoreProperties(b.d))
	pkg.Set(appPart, ooxml.AppProperties(b.d.Meta.Generator))
	return nil
}

// fontOrder is that of the elements of a font (ISO/IEC 29500-1, 18.8.22; the Open XML
// SDK demands it).
var fontOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"}

func orderFonts(data []byte) ([]byte, error) {
	root, err := ooxml.Parse(data)
	if err != nil {
		return nil, err
	}
	var edits []ooxml.Edit
	root.Each(func(n *ooxml.Node) bool {
		if n.Name != "x:font" || len(n.Kids) < 2 {
			return true
		}
		kids := slices.Clone(n.Kids)
		slices.SortStableFunc(kids, func(a, b *ooxml.Node) int {
			return slices.Index(fontOrder, a.Local()) - slices.Index(fontOrder, b.Local())
		})
		var s bytes.Buffer
		for _, k := range kids {
			s.Write(data[k.Start:k.End])
		}
		edits = append(edits, ooxml.Edit{Start: n.Open, End: n.Close, New: s.String()})
		return false
	})
	return ooxml.Apply(data, edits), nil
}
