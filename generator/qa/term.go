package qa

import (
	"slices"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/doc"
)

// termIndex finds the defined terms of a library in a text of one language.
type termIndex struct {
	words.Index
	terms []term
}

// term is a defined term. Several clauses may define it, of which a document has
// one: the definitions, or those that annexes alone bring with them.
type term struct {
	shown string // as a reader knows it: the first of its words
	homes []clauses.Definition
}

func newTermIndex(l *clauses.Library, lang doc.Language) *termIndex {
	x := &termIndex{}
	known := map[string]int{} // by what is shown
	for _, d := range l.Definitions() {
		forms := d.Forms.In(lang)
		if len(forms) == 0 {
			continue // a fault of the library, or a language that it does not have
		}
		t, again := known[forms[0]]
		if !again {
			t = len(x.terms)
			known[forms[0]] = t
			x.terms = append(x.terms, term{shown: forms[0]})
		}
		x.terms[t].homes = append(x.terms[t].homes, d)
		for _, f := range forms {
			x.Add(f, t)
		}
	}
	return x
}

// defined: a term that the document uses is defined in it, and the reverse.
func (k *check) defined() {
	x := k.terms[k.d.Tree.Language]
	if x == nil || len(x.terms) == 0 {
		return
	}
	type use struct {
		unit, offset int
		library      bool // in a text of the library
		any          bool
	}
	uses, homes := make([]use, len(x.terms)), make([]int, len(x.terms))
	byParagraph := map[string][]int{}
	for t := range x.terms {
		homes[t] = -1
		for _, d := range x.terms[t].homes {
			byParagraph[d.Paragraph()] = append(byParagraph[d.Paragraph()], t)
		}
	}
	for i := range k.units {
		u := &k.units[i]
		for _, t := range byParagraph[u.id] {
			homes[t] = i
		}
		for w := 0; w < len(u.words); {
			t, n := x.Find(u.words, w)
			if n == 0 {
				w++
				continue
			}
			offset := u.words[w].Start
			w += n
			if uses[t].library || slices.Contains(byParagraph[u.id], t) {
				continue
			}
			if library := u.pathAt(offset) == ""; library || !uses[t].any {
				uses[t] = use{i, offset, library, true}
			}
		}
	}
	for t := range x.terms {
		d := &x.terms[t]
		switch {
		case homes[t] >= 0 && !uses[t].any && !k.d.Draft:
			k.add("term-unused", homes[t], 0, d.homes[0].Key, "term", d.shown)
		case homes[t] < 0 && uses[t].library:
			if home, ok := k.expected(d); ok {
				k.add("term-undefined", uses[t].unit, uses[t].offset, home+d.homes[0].Key, "term", d.shown, "paragraph", home)
			}
		}
	}
}

// expected finds the paragraph that should have defined a term. A clause that the
// document leaves out as a whole, or that its type does not have, belongs to another
// kind of document; whether a paragraph is part of it can depend on a fact that is missing.
func (k *check) expected(t *term) (paragraph string, ok bool) {
	for _, d := range t.homes {
		if _, out := k.d.Left[d.Clause]; out || k.d.Clauses != nil && !k.d.Clauses[d.Clause] {
			continue
		}
		if k.d.Left[d.Paragraph()].Open != "" {
			return "", false
		}
		if paragraph == "" {
			paragraph = d.Paragraph()
		}
	}
	return paragraph, paragraph != ""
}
