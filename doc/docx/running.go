package docx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// running writes the headers and footers that the reference lacks, one set for
// pages that stand and one for pages that lie on their side, since the right edge
// differs.
func (w *writer) running(pkg *ooxml.Package, types *ooxml.ContentTypes, rels *ooxml.Relationships) {
	w.at = "header"
	if len(w.d.Blocks) > 0 {
		_, w.cover = w.d.Blocks[0].(*doc.Cover)
	}
	base := &w.ref.section
	for _, side := range []bool{false, true} {
		refs := append([]headerRef(nil), base.refs...)
		if side && !hasLandscape(w.d.Blocks) {
			continue
		}
		w.side = side
		r := w.d.Running
		if !base.header && len(r.Left)+len(r.Right) > 0 {
			refs = w.addRunning(pkg, types, rels, refs, "header", "hdr", func(s *story) {
				width := w.shape().textWidth()
				s.open(para{style: sHeader, tabs: clearTabs(w.ref.headerTabs, width)})
				s.inlines(r.Left, format{})
				s.text("\t", format{})
				s.inlines(r.Right, format{})
				w.secondHeader(s)
				s.close()
			})
		}
		if !base.footer && len(r.Footer) > 0 {
			refs = w.addRunning(pkg, types, rels, refs, "footer", "ftr", func(s *story) {
				s.open(para{style: sFooter, align: "right"})
				second := r.Footer
				if w.beside != nil {
					second = w.d.Beside.Running.Footer
				}
				s.alike(r.Footer, second, " · ")
				s.close()
			})
		}
		if w.cover && !base.title && (!base.header || !base.footer) {
			// The cover gets a first page of its own for the sake of what is
			// ours; what is theirs stands on it as it would have without.
			for _, h := range base.refs {
				if h.kind == "default" && !hasFirst(base.refs, h.element) {
					refs = append(refs, headerRef{h.element, "first", h.id})
				}
			}
		}
		w.headerRefs[index(side)] = refs
	}
	w.side = false
	w.at = ""
}

func (w *writer) addRunning(pkg *ooxml.Package, types *ooxml.ContentTypes, rels *ooxml.Relationships, refs []headerRef, kind, root string, write func(*story)) []headerRef {
	name := freeName(pkg, w.ref.dir()+kind, ".xml")
	s := story{w: w, rels: &ooxml.Relationships{}, place: inRunning}
	s.str(ooxml.Header + `<w:` + root + ` xmlns:w="` + transitWord + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	write(&s)
	s.str(`</w:` + root + `>`)
	pkg.Set(name, s.buf)
	if len(s.rels.All()) > 0 {
		pkg.Set(ooxml.RelsName(name), s.rels.Bytes())
	}
	types.Set(name, wordType+kind+"+xml")
	id := rels.Add(kind, w.ref.target(name))
	element := "w:" + kind + "Reference"
	if w.ref.evenOdd {
		refs = append(refs, headerRef{element, "even", id})
	}
	return append(refs, headerRef{element, "default", id})
}

func hasFirst(refs []headerRef, element string) bool {
	for _, r := range refs {
		if r.element == element && r.kind == "first" {
			return true
		}
	}
	return false
}

// clearTabs is one tab stop at the right margin, without those of the style.
func clearTabs(old []string, width int) string {
	var b []byte
	for _, p := range old {
		if p != itoa(width) {
			b = append(ooxml.AppendAttr(append(b, `<w:tab w:val="clear" w:pos="`...), p), `"/>`...)
		}
	}
	return string(b) + `<w:tab w:val="right" w:pos="` + itoa(width) + `"/>`
}

func hasLandscape(bs []doc.Block) bool {
	for _, b := range bs {
		if s, ok := b.(*doc.Section); ok && s != nil && (s.Landscape || hasLandscape(s.Blocks)) {
			return true
		}
	}
	return false
}
