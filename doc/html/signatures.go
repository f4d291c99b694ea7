package html

import "github.com/samsvar/samsvar/doc"

// signatures writes the signatories side by side. On paper there are lines to
// write on; with electronic signing the words for it stand in their place.
func (w *writer) signatures(s *doc.Signatures) {
	w.open("div", "class", "signatures", "id", w.id(s.ID))
	w.raw("\n")
	for _, p := range s.Parties {
		w.raw("<div class=\"signature\">\n")
		w.line("p", "role", p.Role)
		w.run("p", "name", p.Party)
		if s.Electronic {
			w.line("p", "electronic", s.Labels.Electronic)
		}
		w.raw("<dl>\n")
		if !s.Electronic {
			w.field("rule", s.Labels.PlaceDate, nil)
			w.field("rule tall", s.Labels.Signature, nil)
		}
		w.field("", s.Labels.Name, p.Name)
		w.field("", s.Labels.Title, p.Title)
		w.raw("</dl>\n")
		w.run("p", "remark", p.Remark)
		w.raw("</div>\n")
	}
	w.raw("</div>\n")
}

// field writes a label with its value. What nobody has filled in is a line to
// write on.
func (w *writer) field(class, label string, value []doc.Inline) {
	if class == "" && len(value) == 0 {
		class = "rule"
	}
	w.open("div", "class", class)
	w.element("dt", label)
	w.open("dd")
	w.inlines(value)
	w.raw("</dd></div>\n")
}
