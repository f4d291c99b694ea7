package markdown

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// block writes lines that stand by themselves.
func (w *writer) block(indent, s string) {
	if s == "" {
		return
	}
	w.separate(false)
	w.lines(indent, indent, s)
}

// item writes an item of a list.
func (w *writer) item(depth int, s string) {
	w.separate(true)
	indent := strings.Repeat("  ", depth)
	w.lines(indent+"- ", indent+"  ", s)
}

// separate ends the block before: with an empty line, but not between two items.
func (w *writer) separate(item bool) {
	if len(w.b) > 0 {
		w.raw("\n")
		if !item || !w.tight {
			w.raw("\n")
		}
	}
	w.tight = item
}

func (w *writer) lines(first, others, s string) {
	w.raw(first)
	w.raw(strings.ReplaceAll(s, "\n", "\n"+others))
}

func (w *writer) blocks(bs []doc.Block) {
	var levels []int // of the lists that we are inside, outermost first
	leave := func(level int) {
		for len(levels) > 0 && levels[len(levels)-1] > level {
			levels = levels[:len(levels)-1]
		}
	}
	for _, b := range bs {
		if isNil(b) {
			w.fail("nil block")
			return
		}
		p, ok := b.(*doc.Paragraph)
		if !ok {
			leave(0)
			w.other(b)
			continue
		}
		leave(p.Level)
		item := counts(p) && p.Level >= 3
		inside := len(levels) > 0 && levels[len(levels)-1] == p.Level
		if item && !inside {
			levels = append(levels, p.Level)
		}
		w.paragraph(p, item, len(levels))
	}
}

func (w *writer) other(b doc.Block) {
	switch b := b.(type) {
	case *doc.Section:
		w.section(b)
	case *doc.Table:
		w.table(b)
	case *doc.Cover:
		w.cover(b)
	case *doc.TOC:
		w.toc(b)
	case *doc.Signatures:
		w.signatures(b)
	default:
		w.fail("unknown block %T", b)
	}
}

func (w *writer) section(s *doc.Section) {
	anchor := w.anchor(s.ID, true)
	if s.Level < 1 || s.Level > 2 {
		w.fail("section of level %d", s.Level)
		return
	}
	if s.Number == "" && (s.Scheme == doc.Annex || s.Scheme == doc.Clause && s.Level == 1) {
		w.fail("section without a number")
		return
	}
	number := ""
	if s.Number != "" {
		number = line(headingNumber(s.Scheme, s.Number)) + " "
	}
	r, bilingual := twin.Of(w.pairs, s)
	w.pairs.Notes(s.Title, r.Title)
	w.heading(s.Level+1, anchor, number+w.lineOf(s.Title))
	if bilingual {
		w.inSecond(func() { w.secondHeading(r) })
	}
	w.remarks(s.Comments)
	if bilingual {
		w.inSecond(func() { w.remarks(r.Comments) })
	}
	w.blocks(s.Blocks)
}

// remarks writes the comments on a section, each as a quotation.
func (w *writer) remarks(comments []doc.Comment) {
	before := w.nesting
	w.nesting = "comment"
	for _, n := range comments {
		lines := []string{styled(w.word.comment+" · "+n.Author, true, false)}
		for _, p := range n.Paragraphs {
			if s := w.lineAtStart(p); s != "" {
				lines = append(lines, "", s)
			}
		}
		w.separate(false)
		w.raw(strings.ReplaceAll("> "+strings.Join(lines, "\n> "), "> \n", ">\n"))
	}
	w.nesting = before
}

// heading writes a heading, with its anchor on the line before.
func (w *writer) heading(level int, anchor, s string) {
	if anchor != "" {
		anchor += "\n"
	}
	w.block("", strings.TrimRight(anchor+strings.Repeat("#", level)+" "+s, " "))
}

// headingNumber is the number as Word prints it before a heading: 9., Bilag A, A.1.
func headingNumber(s doc.Scheme, number string) string {
	if s == doc.Clause {
		return number + "."
	}
	return number
}

// counts tells whether a paragraph has a number.
func counts(p *doc.Paragraph) bool {
	return p.Scheme != doc.Unnumbered && p.Level >= 2 && !p.Continues && (p.Scheme != doc.Annex || p.Level > 2)
}

// paragraph writes a paragraph; depth is that of the list it belongs to.
func (w *writer) paragraph(p *doc.Paragraph, item bool, depth int) {
	if p.ID != "" {
		w.at = p.ID
	}
	if p.Level < 0 || p.Level == 1 || p.Level > 4 {
		w.fail("paragraph of level %d", p.Level)
		return
	}
	if p.Role < doc.Body || p.Role > doc.Note {
		w.fail("unknown role %d", p.Role)
		return
	}
	r, bilingual := twin.Of(w.pairs, p)
	w.pairs.Notes(p.Inlines, r.Inlines)
	s := w.numbered(p)
	if item {
		w.item(depth-1, s)
	} else {
		w.block(strings.Repeat("  ", depth), s)
	}
	if bilingual {
		w.inSecond(func() { w.quote(strings.Repeat("  ", depth), w.numbered(r)) })
	}
}

// numbered renders a paragraph with its anchor and its number.
func (w *writer) numbered(p *doc.Paragraph) string {
	before := w.anchor(p.ID, false)
	if counts(p) {
		if p.Number == "" {
			w.fail("paragraph without a number")
		}
		before += line(p.Number) + " "
	}
	at := lineStart
	if before != "" {
		at = midLine
	}
	return before + w.text(p.Inlines, at)
}

// secondHeading writes a heading in the second language: the document has each of
// them once, so that this is none.
func (w *writer) secondHeading(s *doc.Section) {
	anchor := w.anchor(s.ID, false)
	number := ""
	if s.Number != "" {
		number = headingNumber(s.Scheme, s.Number) + " "
	}
	pieces := w.runs(append(doc.T(number), s.Title...), newEscaper(midLine, hard))
	for i := range pieces {
		pieces[i].bold = true
	}
	w.quote("", anchor+end(join(pieces)))
}
