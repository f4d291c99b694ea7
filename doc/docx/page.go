package docx

import (
	"strconv"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// page is the shape of a page in twips (1/20 pt).
type page struct {
	width, height                    int
	top, right, bottom, left         int
	header, footer, gutter, colSpace int
	columns                          int
}

// A4 with margins of 25 mm.
var a4 = page{width: 11906, height: 16838, top: 1417, right: 1417, bottom: 1417, left: 1417, header: 709, footer: 567, columns: 1}

// hangingLeft is the left margin where numbers hang in their own column, 30 mm.
const hangingLeft = 1701

// textWidth is the width of a line, at least 20 mm whatever a style file says.
func (p page) textWidth() int {
	w := p.width - p.left - p.right - p.gutter
	if p.columns > 1 {
		w = (w - (p.columns-1)*p.colSpace) / p.columns
	}
	return max(w, 1134)
}

func (p page) landscape() bool { return p.width > p.height }

// turned is the page on its side.
func (p page) turned() page {
	p.width, p.height = p.height, p.width
	return p
}

// headerRef is a reference from a section to a header or footer.
type headerRef struct {
	element string // w:headerReference or w:footerReference
	kind    string // default, first or even
	id      string // relationship
}

// sectionBase is the last section of a reference: its page, its headers and
// footers, and all else that it says.
type sectionBase struct {
	page   page
	refs   []headerRef
	rest   []rawChild // children other than references, type, size, margins and title page
	title  bool       // its first page has headers of its own
	header bool       // it has a header; else ours is written
	footer bool
	start  string // w:pgNumType without its start, for later sections
}

type rawChild struct {
	name string
	xml  string
}

func parseSection(data []byte, n *ooxml.Node) sectionBase {
	s := sectionBase{page: a4}
	s.page.left = hangingLeft
	if n == nil {
		return s
	}
	for _, k := range n.Kids {
		switch k.Name {
		case "w:headerReference", "w:footerReference", "w:type", "w:sectPrChange":
		case "w:pgSz":
			attr(k, "w:w", &s.page.width)
			attr(k, "w:h", &s.page.height)
		case "w:pgMar":
			attr(k, "w:top", &s.page.top)
			attr(k, "w:right", &s.page.right)
			attr(k, "w:bottom", &s.page.bottom)
			attr(k, "w:left", &s.page.left)
			attr(k, "w:header", &s.page.header)
			attr(k, "w:footer", &s.page.footer)
			attr(k, "w:gutter", &s.page.gutter)
		case "w:titlePg":
			v := k.Attr("w:val")
			s.title = v == "" || isOn(v)
		default:
			if k.Name == "w:cols" {
				attr(k, "w:num", &s.page.columns)
				s.page.colSpace = 708
				attr(k, "w:space", &s.page.colSpace)
			}
			s.rest = append(s.rest, rawChild{k.Name, string(data[k.Start:k.End])})
			if k.Name == "w:pgNumType" {
				s.start = numbering(k)
			}
		}
	}
	return s
}

// numbering is a w:pgNumType that goes on counting.
func numbering(k *ooxml.Node) string {
	b := []byte(`<w:pgNumType`)
	for _, a := range k.Attrs {
		if a.Name != "w:start" {
			b = append(ooxml.AppendAttr(append(b, " "+a.Name+`="`...), a.Value), '"')
		}
	}
	return string(append(b, "/>"...))
}

func attr(k *ooxml.Node, name string, v *int) {
	if n, err := strconv.Atoi(k.Attr(name)); err == nil && n > -1<<20 && n < 1<<20 {
		*v = n
	}
}

// afterTitle are the children of w:sectPr that stand after w:titlePg
// (ISO/IEC 29500-1, 17.6.17).
var afterTitle = map[string]bool{"w:textDirection": true, "w:bidi": true, "w:rtlGutter": true, "w:docGrid": true, "w:printerSettings": true}

// beforeSize are those that stand before w:type and w:pgSz.
var beforeSize = map[string]bool{"w:footnotePr": true, "w:endnotePr": true}

// append appends a w:sectPr. The first section may have a title page; a later one
// never has, and goes on counting pages.
func (s *sectionBase) append(b []byte, p page, refs []headerRef, first, title bool) []byte {
	b = append(b, "<w:sectPr>"...)
	for _, r := range refs {
		b = append(b, "<"+r.element+` w:type="`+r.kind+`" r:id="`...)
		b = append(ooxml.AppendAttr(b, r.id), `"/>`...)
	}
	for _, c := range s.rest {
		if beforeSize[c.name] {
			b = append(b, c.xml...)
		}
	}
	if !first {
		b = append(b, `<w:type w:val="nextPage"/>`...)
	}
	b = appendInt(append(b, `<w:pgSz w:w="`...), p.width)
	b = append(appendInt(append(b, `" w:h="`...), p.height), '"')
	if p.landscape() {
		b = append(b, ` w:orient="landscape"`...)
	}
	b = appendInt(append(b, `/><w:pgMar w:top="`...), p.top)
	b = appendInt(append(b, `" w:right="`...), p.right)
	b = appendInt(append(b, `" w:bottom="`...), p.bottom)
	b = appendInt(append(b, `" w:left="`...), p.left)
	b = appendInt(append(b, `" w:header="`...), p.header)
	b = appendInt(append(b, `" w:footer="`...), p.footer)
	b = append(appendInt(append(b, `" w:gutter="`...), p.gutter), `"/>`...)
	for _, c := range s.rest {
		switch {
		case beforeSize[c.name] || afterTitle[c.name]:
		case c.name == "w:pgNumType" && !first:
			b = append(b, s.start...)
		default:
			b = append(b, c.xml...)
		}
	}
	if first && title {
		b = append(b, "<w:titlePg/>"...)
	}
	for _, c := range s.rest {
		if afterTitle[c.name] {
			b = append(b, c.xml...)
		}
	}
	return append(b, "</w:sectPr>"...)
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }
