package html

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// blocks writes blocks that stand after each other, with lists around items.
func (w *writer) blocks(bs []doc.Block) {
	var l list
	for _, b := range bs {
		if isNil(b) {
			w.fail("nil block")
			return
		}
		if p, ok := b.(*doc.Paragraph); ok {
			w.paragraph(p, &l)
			continue
		}
		l.close(w, 0)
		switch b := b.(type) {
		case *doc.Section:
			w.section(b)
		case *doc.Table:
			w.table(b)
		case *doc.Cover:
			w.cover(b, "div")
		case *doc.TOC:
			w.toc(b)
		case *doc.Signatures:
			w.signatures(b)
		default:
			w.fail("unknown block %T", b)
		}
	}
	l.close(w, 0)
}

func (w *writer) section(s *doc.Section) {
	anchor := w.id(s.ID)
	if s.Level < 1 || s.Level > 2 {
		w.fail("section of level %d", s.Level)
		return
	}
	numbered := s.Scheme == doc.Annex || (s.Scheme == doc.Clause && s.Level == 1)
	if numbered && s.Number == "" {
		w.fail("section without a number")
		return
	}
	class := "s" + strconv.Itoa(s.Level)
	// The outermost section of a scheme sets where its text and numbers stand.
	scheme := w.scheme
	if w.scheme == doc.Unnumbered && numbered {
		w.scheme = s.Scheme
		class += map[doc.Scheme]string{doc.Clause: " clause", doc.Annex: " annex"}[s.Scheme]
	}
	if s.Break {
		class += " break"
	}
	if s.Landscape {
		class += " landscape"
	}
	w.raw("\n")
	w.open("section", "class", class)
	w.raw("\n")
	w.heading(s, anchor)
	w.remarks(s.Comments)
	if r, bilingual := twin.Of(w.pairs, s); bilingual {
		w.inSecond(func() { w.remarks(r.Comments) })
	}
	w.blocks(s.Blocks)
	w.scheme = scheme
	w.raw("</section>\n")
}

// heading writes a heading with a link to itself, which shows when pointed at.
func (w *writer) heading(s *doc.Section, anchor string) {
	r, bilingual := twin.Of(w.pairs, s)
	if bilingual {
		w.pairs.Notes(s.Title, r.Title)
		w.raw(`<div class="pair">`)
	}
	tag := "h" + strconv.Itoa(s.Level+1)
	w.open(tag, "id", anchor)
	number := headingNumber(s.Scheme, s.Number)
	w.number(number)
	w.inlines(s.Title)
	if anchor != "" {
		name := strings.Join(strings.Fields(w.word.permalink+" "+number+" "+plain(s.Title)), " ")
		w.open("a", "class", "permalink", "href", "#"+anchor, "aria-label", name)
		w.close("a")
	}
	w.close(tag)
	if bilingual { // no heading: the document has each of them once
		w.inSecond(func() {
			w.open("p", "class", tag, "id", w.id(r.ID), "lang", w.lang())
			w.number(headingNumber(r.Scheme, r.Number))
			w.inlines(r.Title)
			w.close("p")
		})
		w.raw("</div>")
	}
	w.raw("\n")
}

// remarks writes the comments on a section, set apart from its text.
func (w *writer) remarks(comments []doc.Comment) {
	before := w.nesting
	w.nesting = "comment"
	for _, n := range comments {
		lang := ""
		if w.pairs != nil && w.pairs.Second {
			lang = w.lang()
		}
		w.open("aside", "class", "drafting", "lang", lang)
		w.element("p", w.word.comment+" · "+n.Author, "class", "by")
		for _, p := range n.Paragraphs {
			w.open("p")
			w.inlines(p)
			w.close("p")
		}
		w.close("aside")
		w.raw("\n")
	}
	w.nesting = before
}

// headingNumber is the number as Word prints it before a heading: 9., Bilag A, A.1.
func headingNumber(s doc.Scheme, number string) string {
	if s == doc.Clause && number != "" {
		return number + "."
	}
	return number
}

// number writes a number in the column before the text. The space inside belongs
// to those who copy the text or hear it.
func (w *writer) number(s string) {
	if s != "" {
		w.element("span", s+" ", "class", "n")
	}
}

func (w *writer) paragraph(p *doc.Paragraph, l *list) {
	anchor := w.id(p.ID)
	if p.Level < 0 || p.Level == 1 || p.Level > 4 {
		w.fail("paragraph of level %d", p.Level)
		return
	}
	countable := p.Scheme != doc.Unnumbered && p.Level >= 2 && !p.Continues && (p.Scheme != doc.Annex || p.Level > 2)
	if countable && p.Number == "" {
		w.fail("paragraph without a number")
		return
	}
	r, bilingual := twin.Of(w.pairs, p)
	class := w.classOf(p)
	if countable && p.Level >= 3 {
		l.item(w, p.Level, anchor)
		anchor = "" // the item has it
	} else if l.close(w, p.Level); p.Level >= 3 && !l.inside(p.Level) && !bilingual {
		class = strings.TrimSpace("c" + strconv.Itoa(p.Level) + " " + class)
	}
	if bilingual {
		w.pairs.Notes(p.Inlines, r.Inlines)
		w.open("div", "class", "pair"+map[int]string{3: " i3", 4: " i4"}[p.Level])
	}
	w.text1(p, countable, "id", anchor, "class", class)
	if bilingual {
		w.inSecond(func() { w.text1(r, countable, "id", w.id(r.ID), "class", class, "lang", w.lang()) })
		w.raw("</div>")
	}
	w.raw("\n")
}

// text1 writes the element of a paragraph in one language.
func (w *writer) text1(p *doc.Paragraph, countable bool, attributes ...string) {
	w.open("p", attributes...)
	if countable {
		w.number(p.Number)
	}
	w.inlines(p.Inlines)
	w.raw("</p>")
}

func (w *writer) classOf(p *doc.Paragraph) string {
	var class []string
	switch p.Role {
	case doc.Body:
	case doc.Lead:
		class = append(class, "lead")
	case doc.Note:
		class = append(class, "remark")
	default:
		w.fail("unknown role %d", p.Role)
	}
	if p.KeepNext {
		class = append(class, "keep")
	}
	return strings.Join(class, " ")
}

// list keeps track of the lists that are open: their levels, outermost first.
// The last item of each is open too.
type list struct{ levels []int }

func (l *list) inside(level int) bool {
	return len(l.levels) > 0 && l.levels[len(l.levels)-1] == level
}

// close closes the lists deeper than a level; for a paragraph above the items it
// closes them all.
func (l *list) close(w *writer, level int) {
	for len(l.levels) > 0 && l.levels[len(l.levels)-1] > level {
		l.levels = l.levels[:len(l.levels)-1]
		w.raw("</li>\n</ol>\n")
	}
}

// item begins an item, in a new list when there is none at its level. The role is
// for browsers that take a list without markers for no list.
func (l *list) item(w *writer, level int, anchor string) {
	l.close(w, level)
	if l.inside(level) {
		w.raw("</li>\n")
	} else {
		l.levels = append(l.levels, level)
		w.open("ol", "class", "l"+strconv.Itoa(level), "role", "list")
		w.raw("\n")
	}
	w.open("li", "id", anchor)
}
