package html

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// signatures writes the signatories side by side. On paper there are lines to
// write on; with electronic signing the words for it stand in their place.
func (w *writer) signatures(s *doc.Signatures) {
	w.open("div", "class", "signatures", "id", w.id(s.ID))
	w.raw("\n")
	r, _ := twin.Of(w.pairs, s)
	l, l2 := s.Labels, r.Labels
	for i, p := range s.Parties {
		p2 := r.Parties[i]
		w.raw("<div class=\"signature\">\n")
		w.runBoth("p", "role", doc.T(p.Role), doc.T(p2.Role), slash)
		w.runBoth("p", "name", p.Party, p2.Party, newLine)
		if s.Electronic {
			w.runBoth("p", "electronic", doc.T(l.Electronic), doc.T(l2.Electronic), newLine)
		}
		w.raw("<dl>\n")
		if !s.Electronic {
			w.field("rule", l.PlaceDate, l2.PlaceDate, nil, nil)
			w.field("rule tall", l.Signature, l2.Signature, nil, nil)
		}
		w.field("", l.Name, l2.Name, p.Name, p2.Name)
		w.field("", l.Title, l2.Title, p.Title, p2.Title)
		w.raw("</dl>\n")
		w.remark(p.Remark, p2.Remark)
		w.raw("</div>\n")
	}
	w.raw("</div>\n")
}

// remark writes the authority to sign, in both languages where they differ.
func (w *writer) remark(first, second []doc.Inline) {
	lines := []doc.Line{{{Inlines: first}}}
	if w.pairs != nil {
		lines = doc.Lines([][]doc.Inline{first}, [][]doc.Inline{second})
	}
	if len(first)+len(second) == 0 {
		return
	}
	w.open("p", "class", "remark")
	for i, l := range lines {
		if i > 0 {
			w.text(newLine)
		}
		w.parts(l)
	}
	w.close("p")
	w.raw("\n")
}

// field writes a label with its value, both with the same in the second language.
// What nobody has filled in is a line to write on.
func (w *writer) field(class, label, label2 string, value, value2 []doc.Inline) {
	if class == "" && len(value)+len(value2) == 0 {
		class = "rule"
	}
	w.open("div", "class", class)
	w.open("dt")
	w.bothWords(label, label2, slash)
	w.close("dt")
	w.open("dd")
	w.both(value, value2, newLine)
	w.raw("</dd></div>\n")
}
