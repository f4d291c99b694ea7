package markdown

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

func (w *writer) document() {
	r, r2 := w.d.Running, w.d.Running
	if w.pairs != nil {
		r2 = w.d.Beside.Running
	}
	if right := w.running(r.Right); right != "" {
		w.block("", join([]piece{{s: right, bold: true}})+w.secondRunning(r.Right, r2.Right))
	}
	if len(w.d.Blocks) == 0 || !isCover(w.d.Blocks[0]) {
		title := strings.TrimSpace(w.d.Title)
		if title == "" {
			title = w.d.ID
		}
		if title == "" {
			w.fail("document without a title")
		}
		w.heading(1, "", line(title))
	}
	w.blocks(w.d.Blocks)
	w.footnotes()
	w.running(r.Footer) // checked, though not shown
	if left := w.running(r.Left); left != "" {
		w.block("", "---")
		w.block("", left+w.secondRunning(r.Left, r2.Left))
	}
}

func isCover(b doc.Block) bool {
	c, ok := b.(*doc.Cover)
	return ok && c != nil
}

func (w *writer) running(in []doc.Inline) string {
	before := w.nesting
	w.nesting = "header"
	s := w.lineAtStart(in)
	w.nesting = before
	return s
}

// secondRunning is the header in the second language, on a line of its own.
func (w *writer) secondRunning(first, second []doc.Inline) string {
	if doc.SameText(first, second) {
		return ""
	}
	s := ""
	w.inSecond(func() { s = soft + w.running(second) })
	return s
}

// secondWord is a word in the second language after the same in the first.
func secondWord(first, second string) string {
	if first == second || second == "" {
		return ""
	}
	return slash + styled(second, false, true)
}

func (w *writer) cover(c *doc.Cover) {
	r, bilingual := twin.Of(w.pairs, c)
	w.block("", w.both(doc.T(c.Kicker), doc.T(r.Kicker), slash, w.lineAtStart))
	w.heading(1, "", w.lineOf(c.Title))
	if bilingual && !doc.SameText(c.Title, r.Title) {
		w.inSecond(func() { w.quote("", w.lineAtStart(r.Title)) })
	}
	w.block("", w.both(c.Subtitle, r.Subtitle, slash, w.lineAtStart))
	if c.Badge != "" {
		w.block("", styled(c.Badge, true, false)+secondWord(c.Badge, r.Badge))
	}
	for i, p := range c.Parties {
		p2 := r.Parties[i]
		lines := []string{}
		if p.Role != "" {
			lines = append(lines, styled(p.Role, false, true)+secondWord(p.Role, p2.Role))
		}
		lines = append(lines, w.both(p.Name, p2.Name, slash, w.lineAtStart))
		lines = append(lines, w.linesOf(p.Lines, p2.Lines, w.lineAtStart)...)
		w.block("", joinLines(lines))
	}
	var facts [][2]string
	for i, f := range c.Facts {
		f2 := r.Facts[i]
		facts = append(facts, [2]string{w.bothWords(f.Label, f2.Label), w.both(f.Value, f2.Value, hard, w.lineOf)})
	}
	if len(facts) > 0 {
		w.fields(facts)
	}
}

// joinLines puts lines under each other in one paragraph.
func joinLines(lines []string) string {
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, soft)
}

func (w *writer) toc(t *doc.TOC) {
	title := t.Title
	if title == "" {
		title = w.word.contents
	}
	title = line(title)
	if r, _ := twin.Of(w.pairs, t); t.Title != "" {
		title += secondWord(t.Title, r.Title)
	}
	w.heading(2, "", title)
	deep := -1
	for _, e := range t.Entries {
		// An entry can be one step deeper than the one before it, never two.
		deep = min(max(e.Level, 1)-1, deep+1)
		text := e.Text
		if n := e.Number; n != "" {
			if strings.Trim(n, "0123456789") == "" {
				n += "." // as before the heading
			}
			text = n + " " + text
		}
		w.item(deep, "["+line(text)+"]("+w.link(e.Target)+")")
	}
}

func (w *writer) signatures(s *doc.Signatures) {
	anchor := w.anchor(s.ID, false)
	r, _ := twin.Of(w.pairs, s)
	l, l2 := s.Labels, r.Labels
	for i, p := range s.Parties {
		p2 := r.Parties[i]
		head := []string{}
		if p.Role != "" {
			head = append(head, styled(p.Role, true, false)+secondWord(p.Role, p2.Role))
		}
		head = append(head, w.both(p.Party, p2.Party, slash, w.lineAtStart))
		if s.Electronic && l.Electronic != "" {
			head = append(head, styled(l.Electronic, false, true)+secondWord(l.Electronic, l2.Electronic))
		}
		w.block("", anchor+joinLines(head))
		anchor = ""
		var rows [][2]string
		if !s.Electronic {
			rows = append(rows, [2]string{w.bothWords(l.PlaceDate, l2.PlaceDate), ""}, [2]string{w.bothWords(l.Signature, l2.Signature), ""})
		}
		w.fields(append(rows,
			[2]string{w.bothWords(l.Name, l2.Name), w.both(p.Name, p2.Name, hard, w.lineOf)},
			[2]string{w.bothWords(l.Title, l2.Title), w.both(p.Title, p2.Title, hard, w.lineOf)}))
		if len(p.Remark)+len(p2.Remark) > 0 {
			w.block("", joinLines(w.linesOf([][]doc.Inline{p.Remark}, [][]doc.Inline{p2.Remark}, w.lineAtStart)))
		}
	}
}

// footnotes writes the notes at the end. Their number is known only when all are
// written, since a note is numbered where it is met.
func (w *writer) footnotes() {
	if len(w.notes) == 0 {
		return
	}
	heading := w.d.Labels.Footnotes
	if heading == "" {
		heading = w.word.footnotes
	}
	second := heading
	if w.pairs != nil {
		second = w.d.Beside.Labels.Footnotes
	}
	w.heading(2, "", line(heading)+secondWord(heading, second))
	w.nesting = "footnote"
	for i, f := range w.notes {
		w.block("", "[^"+strconv.Itoa(i+1)+"]: "+w.both(f.Inlines, w.pairs.NoteText(f), slash, w.lineAtStart))
	}
	w.nesting = ""
}
