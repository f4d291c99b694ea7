package qa

import (
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/doc"
)

// termIndex finds the defined terms of a library in a text of one language.
type termIndex struct {
	words.Index
	terms []term
}

type term struct {
	clauses.Definition
	paragraph string // that defines it
	shown     string // as a reader knows it
}

func newTermIndex(l *clauses.Library, lang doc.Language) *termIndex {
	x := &termIndex{}
	for _, d := range l.Definitions() {
		forms := d.Forms.In(lang)
		if len(forms) == 0 {
			continue // a fault of the library, or a language that it does not have
		}
		for _, f := range forms {
			x.Add(f, len(x.terms))
		}
		x.terms = append(x.terms, term{d, d.Paragraph(), forms[0]})
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
		byParagraph[x.terms[t].paragraph] = append(byParagraph[x.terms[t].paragraph], t)
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
			if u.id == x.terms[t].paragraph || uses[t].library {
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
			k.add("term-unused", homes[t], 0, d.Key, "term", d.shown)
		case homes[t] < 0 && uses[t].library && k.definesTerms() && !k.undecided(d.Definition):
			k.add("term-undefined", uses[t].unit, uses[t].offset, d.paragraph+d.Key, "term", d.shown, "paragraph", d.paragraph)
		}
	}
}

// definesTerms: annexes alone belong to another agreement, which defines what they
// speak of.
func (k *check) definesTerms() bool {
	for _, b := range k.d.Tree.Blocks {
		if s, ok := b.(*doc.Section); ok && s.Scheme == doc.Clause {
			return true
		}
	}
	return false
}

// undecided: whether the definition is part of the document depends on a fact that
// is missing.
func (k *check) undecided(d clauses.Definition) bool {
	anchor := d.Paragraph()
	clause, _, _ := strings.Cut(anchor, "#")
	return k.d.Left[anchor].Open != "" || k.d.Left[clause].Open != ""
}
