package clauses

import (
	"cmp"
	"io/fs"
	"maps"
	"slices"
	"strings"

	phrases "github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/doc"
)

// Forms are the words that a defined term goes by, inflected ones too, in each
// language.
type Forms struct {
	NB []string `yaml:"nb"`
	NN []string `yaml:"nn"`
	EN []string `yaml:"en"`
}

// In lists the forms in a language.
func (f Forms) In(l doc.Language) []string {
	switch l {
	case doc.Bokmal:
		return f.NB
	case doc.Nynorsk:
		return f.NN
	case doc.English:
		return f.EN
	}
	return nil
}

// Definition is a term that a paragraph of the library defines.
type Definition struct {
	Clause string
	Key    string // under defines: the anchor, or "anchor.name" for one of several in a paragraph
	Forms  Forms
}

// Paragraph is the id of the paragraph that defines the term, such as
// "dpa.definitions#days".
func (d Definition) Paragraph() string { return d.Clause + "#" + d.anchor() }

func (d Definition) anchor() string {
	anchor, _, _ := strings.Cut(d.Key, ".")
	return anchor
}

// Definitions lists the defined terms, by clause and key. Those of a clause that a
// house library has replaced are among them: other texts still use the terms,
// whether the house has a paragraph that defines them or not.
func (l *Library) Definitions() []Definition { return slices.Clone(l.definitions) }

// defines checks what a clause says that it defines: paragraphs that exist, with
// words in each language, one of which stands in the paragraph itself.
func (ld *loader) defines(c *Clause) {
	for _, key := range slices.Sorted(maps.Keys(c.Defines)) {
		d := Definition{c.ID, key, c.Defines[key]}
		ld.library.definitions = append(ld.library.definitions, d)
		for _, l := range ld.library.languages {
			t, ok := c.Text("", l)
			if !ok || t.broken {
				continue
			}
			p := t.paragraph(d.anchor())
			if p == nil {
				ld.add(problemAt("defines-anchor", ld.library.placeOf(c, "defines", key), "anchor", d.anchor()))
				break // the same in every language, or text-parity says so
			}
			forms := d.Forms.In(l)
			switch {
			case len(forms) == 0:
				ld.add(problemAt("defines-language", ld.library.placeOf(c, "defines", key), "term", key, "language", string(l)))
			case !mentions(plainInlines(p.inlines), forms):
				ld.add(problemAt("defines-form", p.at, "term", key, "forms", strings.Join(forms, ", ")))
			}
		}
	}
	if len(c.Defines) > 0 {
		ld.undeclared(c)
	}
}

// mentions reports whether one of the phrases stands in a text.
func mentions(text string, forms []string) bool {
	var x phrases.Index
	for _, f := range forms {
		if !x.Add(f, 0) {
			return false // an empty form
		}
	}
	ws := phrases.Split(text)
	for i := range ws {
		if _, n := x.Find(ws, i); n > 0 {
			return true
		}
	}
	return false
}

// undeclared finds items that define a term – they begin with a bold word – in a
// clause that says what it defines, but not this.
func (ld *loader) undeclared(c *Clause) {
	declared := map[string]bool{}
	for key := range c.Defines {
		declared[Definition{Key: key}.anchor()] = true
	}
	for _, l := range ld.library.languages {
		t, ok := c.Text("", l)
		if !ok {
			continue
		}
		eachPara(t.blocks, func(p *para) {
			if p.level < 3 || p.continues || declared[p.anchor] || len(p.inlines) == 0 {
				return
			}
			if w, ok := p.inlines[0].(*words); ok && w.text.Bold {
				ld.add(problemAt("term-not-declared", p.at, "term", w.text.S))
			}
		})
	}
}

// replacedDefines keeps the terms of a clause that a house library has replaced,
// as far as the house does not declare them itself.
func (ld *loader) replacedDefines(fsys fs.FS, name string) {
	text, err := ReadFile(fsys, name)
	if err != nil {
		return // the file is not used
	}
	var h header
	if len(DecodeYAML(name, text, &h)) > 0 {
		return
	}
	house, ok := ld.library.clauses[h.ID]
	if !ok {
		return
	}
	for key, forms := range h.Defines {
		if _, own := house.Defines[key]; !own {
			ld.library.definitions = append(ld.library.definitions, Definition{h.ID, key, forms})
		}
	}
}

// sortDefinitions puts the terms in a fixed order.
func (ld *loader) sortDefinitions() {
	slices.SortFunc(ld.library.definitions, func(a, b Definition) int {
		return cmp.Or(cmp.Compare(a.Clause, b.Clause), cmp.Compare(a.Key, b.Key))
	})
}

// paragraph finds a paragraph by its name.
func (t *Text) paragraph(anchor string) (found *para) {
	eachPara(t.blocks, func(p *para) {
		if p.anchor == anchor && found == nil {
			found = p
		}
	})
	return found
}

// eachPara calls f for every paragraph of a text, in order.
func eachPara(bs []block, f func(*para)) {
	for _, b := range bs {
		switch b := b.(type) {
		case *para:
			f(b)
		case *when:
			eachPara(b.blocks, f)
		case *each:
			eachPara(b.blocks, f)
		}
	}
}
