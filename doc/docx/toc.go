package docx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// toc writes the table of contents as a field with its entries filled in
// (ISO/IEC 29500-1, 17.16.5.68). It collects headings by the built-in styles (\o)
// and by outline level (\u), which is how those of annexes come in.
//
// Only Word knows on which page a heading ends up, so that the entries have no
// page number before the table is updated there; a wrong one would be worse. Of
// two columns it holds the headings of the left one: those of the right have no
// outline level.
func (w *writer) toc(t *doc.TOC) {
	s := &w.body
	s.str(`<w:sdt><w:sdtPr><w:id w:val="`)
	s.int(w.controlID("toc"))
	s.str(`"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	if t.Title != "" {
		s.open(para{style: sTOCHeading, pageBreak: t.Break})
		title2 := t.Title
		if r, ok := twin.Of(w.pairs, t); ok {
			title2 = r.Title
		}
		s.both(doc.T(t.Title), doc.T(title2), slash, format{})
		s.close()
	}
	depth := "1"
	if t.Depth >= 2 {
		depth = "2"
	}
	begin := func() {
		s.fieldPart("begin", format{})
		s.str(`<w:r><w:instrText xml:space="preserve"> TOC \o "1-` + depth + `" \h \z \u </w:instrText></w:r>`)
		s.fieldPart("separate", format{})
	}
	for i, e := range t.Entries {
		target, ok := w.targets[e.Target]
		if !ok {
			w.fail("entry %q points to no section", e.Text)
			return
		}
		p := para{style: sTOC1}
		if e.Level >= 2 {
			p.style = sTOC2
		}
		s.open(p)
		if i == 0 {
			begin()
		}
		s.str(`<w:hyperlink w:anchor="`)
		s.str(target.name)
		s.str(`" w:history="1">`)
		if e.Number != "" {
			s.text(e.Number+target.stop+"\t", format{})
		}
		s.text(e.Text, format{})
		s.str(`</w:hyperlink>`)
		s.close()
	}
	s.open(para{style: sSpacer})
	if len(t.Entries) == 0 {
		begin()
	}
	s.fieldPart("end", format{})
	s.close()
	s.str(`</w:sdtContent></w:sdt>`)
	// A section cannot end inside the content control.
	w.last.paragraph = false
}
