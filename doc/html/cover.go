package html

import "github.com/samsvar/samsvar/doc"

// cover writes the first page. The first cover of the document is its header and
// its title the only heading of the first level.
func (w *writer) cover(c *doc.Cover, title string) {
	w.raw("<div class=\"cover\">\n")
	w.line("p", "kicker", c.Kicker)
	w.raw(`<div class="headline">`)
	w.open(title, "class", "title")
	w.inlines(c.Title)
	w.close(title)
	if c.Badge != "" {
		w.element("p", c.Badge, "class", "badge")
	}
	w.raw("</div>\n")
	w.run("p", "subtitle", c.Subtitle)
	if len(c.Parties) > 0 {
		w.raw("<div class=\"parties\">\n")
		for _, p := range c.Parties {
			w.raw(`<div class="party">`)
			w.line("p", "role", p.Role)
			w.run("p", "name", p.Name)
			for _, l := range p.Lines {
				w.run("p", "", l)
			}
			w.raw("</div>\n")
		}
		w.raw("</div>\n")
	}
	if len(c.Facts) > 0 {
		w.raw("<dl class=\"facts\">\n")
		for _, f := range c.Facts {
			w.raw("<div>")
			w.element("dt", f.Label)
			w.open("dd")
			w.inlines(f.Value)
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n")
	}
	w.raw("</div>\n")
}

// line writes an element with text, or nothing when there is none.
func (w *writer) line(tag, class, text string) {
	if text != "" {
		w.element(tag, text, "class", class)
		w.raw("\n")
	}
}

// run writes an element with inlines, or nothing when there are none.
func (w *writer) run(tag, class string, in []doc.Inline) {
	if len(in) > 0 {
		w.open(tag, "class", class)
		w.inlines(in)
		w.close(tag)
		w.raw("\n")
	}
}
