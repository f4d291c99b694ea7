package docx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// startComments begins the range that the comments on a heading are about
// (ISO/IEC 29500-1, 17.13.4). It returns their ids; endComments ends the ranges.
func (w *writer) startComments(comments []doc.Comment) (ids []int) {
	for _, n := range comments {
		ids = append(ids, w.comment(n))
	}
	for _, id := range ids {
		w.body.commentMark("commentRangeStart", id)
	}
	return ids
}

func (w *writer) endComments(ids []int) {
	for _, id := range ids {
		s := &w.body
		s.commentMark("commentRangeEnd", id)
		s.str(`<w:r>`)
		s.properties(format{style: sCommentReference})
		s.commentMark("commentReference", id)
		s.str(`</w:r>`)
	}
}

func (s *story) commentMark(element string, id int) {
	s.str(`<w:` + element + ` w:id="`)
	s.int(id)
	s.str(`"/>`)
}

// comment writes one into the part with the comments. Word shows it beside the
// text and says who wrote it and when; the day is that of the document.
func (w *writer) comment(n doc.Comment) int {
	id := w.commentID
	w.commentID++
	s := &w.comments
	s.str(`<w:comment w:id="`)
	s.int(id)
	s.str(`" w:author="`)
	s.attr(cut(n.Author, 255))
	if w.d.Meta.Date != "" { // properties checks its form
		s.str(`" w:date="`)
		s.attr(w.d.Meta.Date)
		s.str(`T00:00:00Z`)
	}
	s.str(`" w:initials="`)
	s.attr(cut(n.Initials, 9))
	s.str(`">`)
	paragraphs := n.Paragraphs
	if len(paragraphs) == 0 {
		paragraphs = [][]doc.Inline{nil}
	}
	for i, p := range paragraphs {
		s.open(para{style: sCommentText})
		if i == 0 {
			s.str(`<w:r>`)
			s.properties(format{style: sCommentReference})
			s.str(`<w:annotationRef/></w:r>`)
		}
		s.inlines(p, format{})
		s.close()
	}
	s.str(`</w:comment>`)
	return id
}

// addComments adds the part to a package. A reference file brings none: its
// comments were about its own text.
func (w *writer) addComments(pkg *ooxml.Package, types *ooxml.ContentTypes, rels *ooxml.Relationships) {
	if w.commentID == 0 {
		return
	}
	name := w.ref.dir() + "comments.xml"
	if pkg.Has(name) {
		name = freeName(pkg, w.ref.dir()+"comments", ".xml")
	}
	b := append([]byte(ooxml.Header), `<w:comments xmlns:w="`+transitWord+`" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`...)
	b = append(append(b, w.comments.buf...), `</w:comments>`...)
	pkg.Set(name, b)
	if len(w.comments.rels.All()) > 0 {
		pkg.Set(ooxml.RelsName(name), w.comments.rels.Bytes())
	}
	types.Set(name, wordType+"comments+xml")
	rels.Add("comments", w.ref.target(name))
}
