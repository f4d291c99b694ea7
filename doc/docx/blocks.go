package docx

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// blocks writes blocks that stand in a section which lies on its side or not.
func (w *writer) blocks(bs []doc.Block, side bool) {
	for i, b := range bs {
		var next doc.Block
		if i+1 < len(bs) {
			next = bs[i+1]
		}
		at := w.at
		w.block(b, next, side)
		w.at = at
		if w.err != nil {
			return
		}
	}
}

func (w *writer) block(b, next doc.Block, side bool) {
	if s, ok := b.(*doc.Section); ok && s != nil {
		w.section(s, side)
		return
	}
	if b != nil {
		w.turn(side)
	}
	if _, ok := b.(*doc.Paragraph); !ok {
		w.closeColumns()
	}
	switch b := b.(type) {
	case *doc.Section:
		w.fail("nothing where a section should be")
	case *doc.Paragraph:
		if b == nil {
			w.fail("nothing where a paragraph should be")
			return
		}
		w.enter("paragraph", b.ID, b.Pos)
		w.paragraph(b, next)
	case *doc.Table:
		if b == nil {
			w.fail("nothing where a table should be")
			return
		}
		w.enter("table", b.ID, b.Pos)
		w.table(b)
	case *doc.Cover:
		if b == nil {
			w.fail("nothing where a cover should be")
			return
		}
		w.enter("cover", "", doc.Pos{})
		w.writeCover(b, next)
	case *doc.TOC:
		if b == nil {
			w.fail("nothing where a table of contents should be")
			return
		}
		w.enter("table of contents", "", doc.Pos{})
		w.toc(b)
	case *doc.Signatures:
		if b == nil {
			w.fail("nothing where signatures should be")
			return
		}
		w.enter("signatures", b.ID, doc.Pos{})
		w.signatures(b)
	case nil:
		w.fail("nothing where a block should be")
	default:
		w.fail("unknown kind of block %T", b)
	}
}

// section writes a heading and what stands under it.
func (w *writer) section(s *doc.Section, side bool) {
	w.enter("section", s.ID, s.Pos)
	if s.Level < 1 || s.Level > 2 {
		w.fail("level %d, not 1 or 2", s.Level)
		return
	}
	if s.Scheme < doc.Unnumbered || s.Scheme > doc.Annex {
		w.fail("unknown number series %d", s.Scheme)
		return
	}
	side = side || s.Landscape
	w.closeColumns()
	w.turn(side)
	p := para{style: sHeading1, pageBreak: s.Break && !w.fresh}
	p.top = w.ref.own && (p.pageBreak || w.fresh)
	outer := w.indent
	if r, ok := twin.Of(w.pairs, s); ok {
		w.headings(s, r, p)
		w.blocks(s.Blocks, side)
		w.indent = outer
		return
	}
	own := w.ref.own
	switch {
	case s.Scheme == doc.Clause && s.Level == 1:
		if !own {
			p.list = w.ref.numbering.clause
		}
		w.indent = edge1
	case s.Scheme == doc.Annex:
		p.style = sAnnex1
		if s.Level == 2 {
			p.style, p.level = sAnnex2, 1
		}
		if !own {
			p.list = w.ref.numbering.annex
		}
		w.indent = 0
	case s.Level == 2:
		p.style = sHeading2
		p.noList = !own
		if p.hasIndent = w.indent > 0 || !own; p.hasIndent {
			p.indent = w.indent
		}
	default:
		p.noList, p.hasIndent = true, true // the style is that of a clause
		w.indent = 0
	}
	w.body.open(p)
	comments := w.startComments(s.Comments) // outside the bookmark, which a reference repeats
	end := w.startMark(s.ID)
	w.body.inlines(s.Title, format{})
	w.endMark(end)
	w.endComments(comments)
	w.body.close()
	w.blocks(s.Blocks, side)
	w.indent = outer
}

// startMark begins the bookmark of a block and returns its id; 0 means none.
func (w *writer) startMark(id string) int {
	if id == "" {
		return 0
	}
	w.bookmark++
	s := &w.body
	s.str(`<w:bookmarkStart w:id="`)
	s.int(w.bookmark)
	s.str(`" w:name="`)
	t, _ := w.target(id)
	s.str(t.name)
	s.str(`"/>`)
	return w.bookmark
}

func (w *writer) endMark(id int) {
	if id == 0 {
		return
	}
	w.body.str(`<w:bookmarkEnd w:id="`)
	w.body.int(id)
	w.body.str(`"/>`)
}

var (
	clauseStyles = [...]style{2: sClause2, 3: sClause3, 4: sClause4}
	annexStyles  = [...]style{2: sNormal, 3: sAnnex3, 4: sAnnex4}
	textStyles   = [...]style{2: sText2, 3: sText3, 4: sText4}
	roleStyles   = [...]style{doc.Body: sNormal, doc.Lead: sLead, doc.Note: sNote}
)

func (w *writer) paragraph(b *doc.Paragraph, next doc.Block) {
	if b.Level < 0 || b.Level > 4 || b.Level == 1 {
		w.fail("level %d, not 0, 2, 3 or 4", b.Level)
		return
	}
	if b.Role < doc.Body || b.Role > doc.Note {
		w.fail("unknown role %d", b.Role)
		return
	}
	if b.Scheme < doc.Unnumbered || b.Scheme > doc.Annex {
		w.fail("unknown number series %d", b.Scheme)
		return
	}
	p := para{keepNext: b.KeepNext || leadsIn(b, next)}
	if r, ok := twin.Of(w.pairs, b); ok {
		w.paragraphs(b, r, p)
		return
	}
	switch {
	case numberedParagraph(b):
		p.style, p.list = clauseStyles[b.Level], w.ref.numbering.clause
		if b.Scheme == doc.Annex {
			p.style, p.list = annexStyles[b.Level], w.ref.numbering.annex
		}
		p.level = b.Level - 1
		if w.ref.own {
			p.list = 0 // the style has it
		}
	case b.Scheme == doc.Annex && b.Level >= 3:
		p.style = textStyles[b.Level-1]
	case b.Level >= 2 && b.Scheme != doc.Annex:
		p.style = textStyles[b.Level]
	default:
		p.style = roleStyles[b.Role]
		switch {
		case b.Role == doc.Body && w.indent == edge1:
			p.style = sText2
		case w.indent > 0:
			p.hasIndent, p.indent = true, w.indent
		}
	}
	p.bidi = b.Level == 0 && allRightToLeft(b.Inlines)
	w.body.open(p)
	end := w.startMark(b.ID)
	w.body.inlines(b.Inlines, format{})
	w.endMark(end)
	w.body.close()
}

// leadsIn tells whether a list begins right after the paragraph, which then must
// not be left alone at the foot of a page. An item of a list does only where it
// says so: a chain of paragraphs that keep with each other leaves half a page
// empty.
func leadsIn(b *doc.Paragraph, next doc.Block) bool {
	n, ok := next.(*doc.Paragraph)
	if !ok || n == nil || n.Level < 3 || n.Level <= b.Level {
		return false
	}
	if b.Level < 3 {
		return true
	}
	if len(b.Inlines) == 0 {
		return false
	}
	t, ok := b.Inlines[len(b.Inlines)-1].(*doc.Text)
	return ok && t != nil && strings.HasSuffix(strings.TrimSpace(t.S), ":")
}

// allRightToLeft tells whether all letters run from right to left.
func allRightToLeft(in []doc.Inline) bool {
	some := false
	for _, i := range in {
		t, ok := i.(*doc.Text)
		if !ok || t == nil {
			return false
		}
		n, rtl := direction(t.S)
		if t.S != "" && (!rtl || hasOther(t.S[n:])) {
			return false
		}
		some = some || rtl
	}
	return some
}
