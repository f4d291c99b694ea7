package docx

import (
	"github.com/samsvar/samsvar/doc"
)

// A document in two languages has its text in a table of two columns without
// lines: a heading beside a heading, a paragraph beside a paragraph, so that what
// says the same is level on the page and stays so when somebody edits it. There is
// one such table for each section. A row with headings stays whole and with the
// next one; a long paragraph may run over two pages.
//
// Both columns count for themselves, in lists of their own (see columnsLook).

// gutter is the space between the columns, 7 mm.
const gutter = 396

// longRow is the length in bytes of a paragraph that may run over two pages: ten
// lines of a column. A shorter one in two halves is harder to read than the white
// space is to look at.
const longRow = 450

func length(in []doc.Inline) int {
	n := 0
	for _, i := range in {
		if t, ok := i.(*doc.Text); ok && t != nil {
			n += len(t.S)
		}
	}
	return n
}

// openColumns begins the table where none is open.
func (w *writer) openColumns() {
	if w.beside.open {
		return
	}
	w.beside.open = true
	total := w.shape().textWidth()
	w.beside.widths = [2]int{total / 2, total - total/2}
	w.openTable(sColumns, w.beside.widths[:], false, false, "", "")
}

// closeColumns ends the table that is open, if one is. The paragraph after it is
// as good as invisible.
func (w *writer) closeColumns() {
	if w.beside == nil || !w.beside.open {
		return
	}
	w.beside.open = false
	row, keep := w.beside.row, w.last.keep
	w.body.str(`</w:tbl>`)
	w.body.open(para{style: sColumnsEnd, keepNext: keep})
	w.body.close()
	if !keep {
		w.last.row = row
	}
}

// columns writes a row: what left writes beside what right writes in the second
// language, a paragraph each. A whole row does not split.
func (w *writer) columns(whole bool, left, right func()) {
	w.openColumns()
	s := &w.body
	s.str(`<w:tr>`)
	if whole {
		s.str(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	cell := func(i int, side string) {
		s.str(`<w:tc><w:tcPr><w:tcW w:w="`)
		s.int(w.beside.widths[i])
		s.str(`" w:type="dxa"/><w:tcMar><w:`)
		s.str(side)
		s.str(` w:w="`)
		s.int(gutter / 2)
		s.str(`" w:type="dxa"/></w:tcMar></w:tcPr>`)
	}
	cell(0, "right")
	left()
	w.beside.row[0] = w.last.style
	s.str(`</w:tc>`)
	cell(1, "left")
	w.inSecond(right)
	w.beside.row[1] = w.last.style
	s.str(`</w:tc></w:tr>`)
}

// Text edges in a column: 11, 18 and 26 mm; of annexes with their word 19 mm.
const (
	columnEdge1     = 624
	columnEdge2     = 1021
	columnEdge3     = 1474
	columnAnnexEdge = 1077
)

var (
	leftClauseStyles = [...]style{2: sLeft2, 3: sLeft3, 4: sLeft4}
	leftAnnexStyles  = [...]style{3: sLeftAnnex3, 4: sLeftAnnex4}
	columnTextStyles = [...]style{0: sColumnText, 2: sColumnText2, 3: sColumnText3, 4: sColumnText4}
	columnRoleStyles = [...]style{doc.Body: sColumnText, doc.Lead: sColumnLead, doc.Note: sColumnNote}
)

// toRight turns the style of a numbered paragraph of the left column into that of
// the right one.
const toRight = sRight1 - sLeft1

// headings writes the headings of a section in both languages, with the page
// break and the place on the page that p has.
func (w *writer) headings(s, r *doc.Section, p para) {
	if p.pageBreak { // a table cannot begin a page by itself
		w.body.open(para{style: sColumnsEnd, pageBreak: true})
		w.body.close()
	}
	h := para{style: sLeft1, top: p.top}
	series := -1
	switch {
	case s.Scheme == doc.Clause && s.Level == 1:
		series = leftClauses
		w.indent = edge1
	case s.Scheme == doc.Annex:
		h.style, series = sLeftAnnex1, leftAnnexes
		if s.Level == 2 {
			h.style, h.level = sLeftAnnex2, 1
		}
		w.indent = 0
	case s.Level == 2:
		h.style, h.noList = sLeftHeading2, !w.ref.own
		if h.hasIndent = w.indent > 0 || !w.ref.own; h.hasIndent && w.indent > 0 {
			h.indent = columnEdge1
		}
	default:
		h.noList, h.hasIndent = true, true // the style is that of a clause
		w.indent = 0
	}
	h.keepNext = true
	w.pairs.Notes(s.Title, r.Title)
	w.columns(true,
		func() { w.column(h, series, s.ID, s.Title, s.Comments...) },
		func() { w.column(h, series, s.ID, r.Title, r.Comments...) })
}

// paragraphs writes a paragraph in both languages, p says whether it keeps with
// the next one.
func (w *writer) paragraphs(b, r *doc.Paragraph, p para) {
	series := -1
	switch {
	case numberedParagraph(b):
		p.style, series = leftClauseStyles[b.Level], leftClauses
		if b.Scheme == doc.Annex {
			p.style, series = leftAnnexStyles[b.Level], leftAnnexes
		}
		p.level = b.Level - 1
	case b.Scheme == doc.Annex && b.Level >= 3:
		p.style = columnTextStyles[b.Level-1]
	case b.Level >= 2 && b.Scheme != doc.Annex:
		p.style = columnTextStyles[b.Level]
	default:
		p.style = columnRoleStyles[b.Role]
		switch {
		case b.Role == doc.Body && w.indent == edge1:
			p.style = sColumnText2
		case w.indent > 0:
			p.hasIndent, p.indent = true, columnEdge1
		}
	}
	w.pairs.Notes(b.Inlines, r.Inlines)
	w.columns(length(b.Inlines) <= longRow && length(r.Inlines) <= longRow,
		func() { w.column(p, series, b.ID, b.Inlines) },
		func() { w.column(p, series, b.ID, r.Inlines) })
}

// column writes a paragraph in one of the columns. Series is its list in the left
// column, or negative; the style is that of the left column.
func (w *writer) column(p para, series int, id string, in []doc.Inline, about ...doc.Comment) {
	if w.pairs.Second {
		if p.style < sRight1 {
			p.style += toRight
		}
		if series >= 0 {
			series += rightClauses - leftClauses
		}
	}
	if series >= 0 && p.style < sColumnText && !w.ref.own && !p.noList {
		p.list = w.beside.look.lists[series].num
	}
	if allRightToLeft(in) {
		p.bidi = p.list == 0 && p.style >= sColumnText
	}
	w.body.open(p)
	comments := w.startComments(about)
	end := w.startMark(id)
	w.body.inlines(in, format{})
	w.endMark(end)
	w.endComments(comments)
	w.body.close()
}
