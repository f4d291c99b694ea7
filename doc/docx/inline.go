package docx

import (
	"hash/fnv"
	"net/url"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc"
)

// inlines writes running text.
func (s *story) inlines(in []doc.Inline, f format) {
	for _, i := range in {
		s.inline(i, f)
	}
}

func (s *story) inline(i doc.Inline, f format) {
	switch n := i.(type) {
	case *doc.Text:
		if n == nil {
			s.missing("text")
			return
		}
		f.bold, f.italic = f.bold || n.Bold, f.italic || n.Italic
		s.text(n.S, f)
	case *doc.Ref:
		if n == nil {
			s.missing("reference")
			return
		}
		s.reference(n, f)
	case *doc.Open:
		if n == nil {
			s.missing("open point")
			return
		}
		s.openPoint(n, f)
	case *doc.Footnote:
		if n == nil {
			s.missing("footnote")
			return
		}
		s.footnote(n)
	case *doc.Link:
		if n == nil {
			s.missing("link")
			return
		}
		s.link(n, f)
	case *doc.PageNumber:
		s.field(" PAGE ", "1", f)
	case *doc.PageCount:
		s.field(" NUMPAGES ", "1", f)
	case nil:
		s.missing("inline")
	default:
		s.w.fail("unknown kind of inline %T", i)
	}
}

func (s *story) missing(what string) { s.w.fail("nothing where the %s should be", what) }

// field writes a complex field with its result (ISO/IEC 29500-1, 17.16).
func (s *story) field(code, result string, f format) {
	s.fieldPart("begin", f)
	s.str(`<w:r>`)
	s.properties(f)
	s.str(`<w:instrText xml:space="preserve">`)
	s.str(code)
	s.str(`</w:instrText></w:r>`)
	s.fieldPart("separate", f)
	s.text(result, f)
	s.fieldPart("end", f)
}

func (s *story) fieldPart(kind string, f format) {
	s.str(`<w:r>`)
	s.properties(f)
	s.str(`<w:fldChar w:fldCharType="`)
	s.str(kind)
	s.str(`"/></w:r>`)
}

// reference writes the word before the number as text and the number as a field
// that follows its target. \r gives a number as it stands, \w with its context,
// and neither the full stop after it.
func (s *story) reference(r *doc.Ref, f format) {
	t, ok := s.w.target(r.Target)
	if r.Number == "" || !ok {
		s.w.fail("reference to %q, which has no number", r.Target)
		return
	}
	if r.Prefix != "" {
		s.text(r.Prefix+"\u00a0", f)
	}
	if s.place == inComment { // a comment is read beside the text and is not updated
		s.text(r.Number, f)
		return
	}
	code := " REF " + t.name
	switch {
	case t.number != isNumbered:
		code += ` \h `
	case r.Level >= 3:
		code += ` \w \h `
	default:
		code += ` \r \h `
	}
	s.field(code, r.Number, f)
}

// openPoint writes a content control for plain text, so that the Tab key moves
// from one to the next. Its text counts as a placeholder: the first key typed
// replaces it, shading included (ISO/IEC 29500-1, 17.5.2).
func (s *story) openPoint(o *doc.Open, f format) {
	if s.place == inComment {
		s.text(o.Text(), f)
		return
	}
	f.style = sOpen
	fill := "FFF3C4"
	if o.Reserved {
		f.style, fill = sReserved, "E3EEF9"
	}
	s.str(`<w:sdt><w:sdtPr><w:alias w:val="`)
	s.attr(cut(o.Label, 64))
	s.str(`"/><w:tag w:val="`)
	s.attr(controlTag(o.Path))
	s.str(`"/><w:id w:val="`)
	s.int(s.w.controlID(o.Path))
	s.str(`"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>`)
	for x := o.Text(); x != ""; {
		n, rtl := direction(x)
		s.str(`<w:r><w:rPr><w:rStyle w:val="`)
		s.attr(s.w.styles[f.style])
		s.str(`"/>`)
		if f.bold {
			s.str(`<w:b/><w:bCs/>`)
		}
		s.str(`<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`)
		if rtl {
			s.str(`<w:rtl/>`)
		}
		s.buf = append(s.buf, s.w.lang...)
		s.str(`</w:rPr>`)
		s.runText(x[:n])
		s.str(`</w:r>`)
		x = x[n:]
	}
	s.str(`</w:sdtContent></w:sdt>`)
}

// controlTag is the path as a tag, which holds 64 characters: a longer one ends
// in a number made from all of it.
func controlTag(path string) string {
	if cut(path, 64) == path {
		return path
	}
	return cut(path, 55) + "~" + hash8(path)
}

func hash8(s string) string {
	const digits = "0123456789abcdef"
	h := fnv.New32a()
	_, _ = h.Write([]byte(s))
	v := h.Sum32()
	var b [8]byte
	for i := range b {
		b[i] = digits[v>>(28-4*i)&15]
	}
	return string(b[:])
}

// controlID is a positive number that stays the same from one version of a
// document to the next, as long as the open points with this path do.
func (w *writer) controlID(path string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(path))
	id := int(h.Sum32() & 0x7FFFFFFF)
	for id == 0 || w.controls[id] {
		id = (id + 1) & 0x7FFFFFFF
	}
	w.controls[id] = true
	return id
}

// cut shortens to n characters as Word counts them, in UTF-16.
func cut(s string, n int) string {
	for i, r := range s {
		size := 1
		if r > 0xFFFF {
			size = 2
		}
		if n -= size; n < 0 {
			return s[:i]
		}
	}
	return s
}

// link writes a link to a place outside the document.
func (s *story) link(l *doc.Link, f format) {
	u, err := url.Parse(l.URL)
	switch {
	case s.inLink:
		s.w.fail("link to %q within a link", l.URL)
		return
	case err != nil || u.Scheme == "" || !utf8.ValidString(l.URL):
		s.w.fail("link to %q, which is no address", l.URL)
		return
	case u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto":
		s.w.fail("link to %q, which is not http, https or mailto", l.URL)
		return
	}
	s.str(`<w:hyperlink r:id="`)
	s.attr(s.rels.AddExternal("hyperlink", u.String()))
	s.str(`" w:history="1">`)
	s.inLink = true
	f.style = sHyperlink
	s.inlines(l.Inlines, f)
	s.inLink = false
	s.str(`</w:hyperlink>`)
}

// footnote writes the mark in the text and the note in its part.
func (s *story) footnote(n *doc.Footnote) {
	if s.place != inBody {
		s.w.fail("footnote in a footnote, a comment, a header or a footer")
		return
	}
	w := s.w
	if s.sameNote(n) {
		return
	}
	w.noteID++
	second, end := s.startNote(n)
	s.str(`<w:r>`)
	s.properties(format{style: sFootnoteReference})
	s.str(`<w:footnoteReference w:id="`)
	s.int(w.noteID)
	s.str(`"/></w:r>`)
	w.endMark(end)

	t := &w.notes
	t.str(`<w:footnote w:id="`)
	t.int(w.noteID)
	t.str(`">`)
	t.open(para{style: sFootnoteText})
	t.str(`<w:r>`)
	t.properties(format{style: sFootnoteReference})
	t.str(`<w:footnoteRef/></w:r>`)
	t.text("\t", format{})
	t.both(n.Inlines, second, slash, format{})
	t.close()
	t.str(`</w:footnote>`)
}
