package markdown

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

func (w *writer) document() {
	if right := w.running(w.d.Running.Right); right != "" {
		w.block("", join([]piece{{s: right, bold: true}}))
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
	w.running(w.d.Running.Footer) // checked, though not shown
	if left := w.running(w.d.Running.Left); left != "" {
		w.block("", "---")
		w.block("", left)
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

func (w *writer) cover(c *doc.Cover) {
	w.block("", w.lineAtStart(doc.T(c.Kicker)))
	w.heading(1, "", w.lineOf(c.Title))
	w.block("", w.lineAtStart(c.Subtitle))
	if c.Badge != "" {
		w.block("", styled(c.Badge, true, false))
	}
	for _, p := range c.Parties {
		lines := []string{}
		if p.Role != "" {
			lines = append(lines, styled(p.Role, false, true))
		}
		lines = append(lines, w.lineAtStart(p.Name))
		for _, l := range p.Lines {
			lines = append(lines, w.lineAtStart(l))
		}
		w.block("", joinLines(lines))
	}
	var facts [][2]string
	for _, f := range c.Facts {
		facts = append(facts, [2]string{line(f.Label), w.lineOf(f.Value)})
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
	w.heading(2, "", line(title))
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
	for _, p := range s.Parties {
		head := []string{}
		if p.Role != "" {
			head = append(head, styled(p.Role, true, false))
		}
		head = append(head, w.lineAtStart(p.Party))
		if s.Electronic && s.Labels.Electronic != "" {
			head = append(head, styled(s.Labels.Electronic, false, true))
		}
		w.block("", anchor+joinLines(head))
		anchor = ""
		var rows [][2]string
		if !s.Electronic {
			rows = append(rows, [2]string{line(s.Labels.PlaceDate), ""}, [2]string{line(s.Labels.Signature), ""})
		}
		w.fields(append(rows, [2]string{line(s.Labels.Name), w.lineOf(p.Name)}, [2]string{line(s.Labels.Title), w.lineOf(p.Title)}))
		w.block("", w.lineAtStart(p.Remark))
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
	w.heading(2, "", line(heading))
	w.nesting = "footnote"
	for i, f := range w.notes {
		w.block("", "[^"+strconv.Itoa(i+1)+"]: "+w.lineAtStart(f.Inlines))
	}
	w.nesting = ""
}
