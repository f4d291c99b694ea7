package clauses

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// term is a defined term. A case may choose between variants, such as
// dataansvarlig and behandlingsansvarlig.
type term struct {
	ID       string                                  `yaml:"id"`
	Choose   Located                                 `yaml:"choose"` // an expression over the case
	Default  string                                  `yaml:"default"`
	Variants map[string]map[string]map[string]string `yaml:"variants"` // variant → language → form → words

	choose *expr.Expr
}

// form returns the words of a form in a variant; the empty form is "form".
func (t *term) form(variant, form string, l doc.Language) (string, bool) {
	if form == "" {
		form = "form"
	}
	s, ok := t.Variants[variant][string(l)][form]
	return s, ok
}

// forms lists the forms that the term has anywhere, sorted; "form" is always one.
func (t *term) forms() []string {
	all := map[string]bool{"form": true}
	for _, languages := range t.Variants {
		for _, forms := range languages {
			for form := range forms {
				all[form] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Law is a provision with its citation in each language.
type Law struct {
	ID         string `yaml:"id"`
	NB         string `yaml:"nb"`
	NN         string `yaml:"nn"`
	EN         string `yaml:"en"`
	Source     string `yaml:"source"`
	Checked    string `yaml:"checked"` // YYYY-MM-DD
	Confidence string `yaml:"confidence"`
}

// Citation in running text.
func (w *Law) Citation(l doc.Language) string {
	switch l {
	case doc.Nynorsk:
		return w.NN
	case doc.English:
		return w.EN
	}
	return w.NB
}

// glue keeps a number on the line of the word before it.
var glue = strings.NewReplacer("§ ", "§\u00a0", "§§ ", "§§\u00a0", "nr. ", "nr.\u00a0", "artikkel ", "artikkel\u00a0",
	"kapittel ", "kapittel\u00a0", "bokstav ", "bokstav\u00a0", "Article ", "Article\u00a0", "Chapter ", "Chapter\u00a0", "section ", "section\u00a0")

// Law finds a provision by its id.
func (l *Library) Law(id string) (*Law, bool) {
	w, ok := l.laws[id]
	return w, ok
}

// Names looks up what an id in the case points to; where that has no name yet,
// open is the path of what is missing.
type Names func(id string, l doc.Language) (name, open string, ok bool)

// Words are the terms and provisions for one case.
type Words struct {
	library *Library
	chosen  map[string]string // term → variant
	names   Names
}

// Words chooses the variants of the terms for a case.
func (l *Library) Words(view map[string]any, names Names) *Words {
	w := &Words{library: l, chosen: map[string]string{}, names: names}
	for id, t := range l.terms {
		w.chosen[id] = t.Default
		if t.choose == nil {
			continue
		}
		v, err := t.choose.Eval(&expr.Context{Root: view, Dot: view})
		if s, ok := v.(string); ok && err == nil && t.Variants[s] != nil {
			w.chosen[id] = s
		}
	}
	return w
}

// Term implements expr.Words.
func (w *Words) Term(id, form string, l doc.Language) (string, bool) {
	t, ok := w.library.terms[id]
	if !ok {
		return "", false
	}
	return t.form(w.chosen[id], form, l)
}

// Law implements expr.Words.
func (w *Words) Law(id string, l doc.Language) (string, bool) {
	law, ok := w.library.laws[id]
	if !ok {
		return "", false
	}
	s := glue.Replace(law.Citation(l))
	return s, s != ""
}

// Name implements expr.Words. An id that the case does not know is the title of
// the clause of that id.
func (w *Words) Name(id string, l doc.Language) (name, open string, ok bool) {
	if w.names != nil {
		if name, open, ok = w.names(id, l); ok || open != "" {
			return name, open, ok
		}
	}
	c, ok := w.library.clauses[id]
	if !ok {
		return "", "", false
	}
	t, ok := c.Text("", l)
	if !ok {
		return "", "", false
	}
	return plainInlines(t.title), "", true
}

// scope is what an expression at the top of a text may refer to: the terms with
// the forms that they have. That each variant has them in each language is checked
// with the terms.
func (l *Library) scope() expr.Scope {
	return expr.Scope{
		Root: l.root,
		Dot:  l.root,
		Terms: func(id, form string) bool {
			t := l.terms[id]
			return t != nil && (form == "" || slices.Contains(t.forms(), form))
		},
		Laws: func(id string) bool { return l.laws[id] != nil },
	}
}
