package html

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// cover writes the first page. The first cover of the document is its header and
// its title the only heading of the first level.
func (w *writer) cover(c *doc.Cover, title string) {
	r, bilingual := twin.Of(w.pairs, c)
	w.raw("<div class=\"cover\">\n")
	w.runBoth("p", "kicker", doc.T(c.Kicker), doc.T(r.Kicker), newLine)
	w.raw(`<div class="headline">`)
	w.open(title, "class", "title")
	w.inlines(c.Title)
	w.close(title)
	if bilingual && !doc.SameText(c.Title, r.Title) {
		w.open("p", "class", "title2", "lang", w.lang())
		w.inSecond(func() { w.inlines(r.Title) })
		w.close("p")
	}
	if c.Badge != "" {
		w.element("p", c.Badge, "class", "badge")
	}
	if bilingual && r.Badge != c.Badge && r.Badge != "" {
		w.raw(" ")
		w.element("p", r.Badge, "class", "badge", "lang", w.lang())
	}
	w.raw("</div>\n")
	w.runBoth("p", "subtitle", c.Subtitle, r.Subtitle, newLine)
	if len(c.Parties) > 0 {
		w.raw("<div class=\"parties\">\n")
		for i, p := range c.Parties {
			p2 := r.Parties[i]
			w.raw(`<div class="party">`)
			w.runBoth("p", "role", doc.T(p.Role), doc.T(p2.Role), slash)
			w.runBoth("p", "name", p.Name, p2.Name, newLine)
			w.lines(p.Lines, p2.Lines, false)
			w.raw("</div>\n")
		}
		w.raw("</div>\n")
	}
	if len(c.Facts) > 0 {
		w.raw("<dl class=\"facts\">\n")
		for i, f := range c.Facts {
			f2 := r.Facts[i]
			if f.Label != "" || i == 0 { // without a label it is more of the one above
				if i > 0 {
					w.raw("</div>\n")
				}
				w.raw("<div>")
				w.open("dt")
				w.bothWords(f.Label, f2.Label, slash)
				w.close("dt")
			}
			w.open("dd")
			w.both(f.Value, f2.Value, newLine)
			w.close("dd")
		}
		w.raw("</div>\n</dl>\n")
	}
	w.raw("</div>\n")
}
