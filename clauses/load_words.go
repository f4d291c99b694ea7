package clauses

import (
	"github.com/samsvar/samsvar/clauses/expr"
)

// terms reads terms.yaml.
func (ld *loader) terms() {
	var list []*term
	text, ok := ld.read("terms.yaml")
	if !ok || !ld.decode("terms.yaml", text, &list) {
		return
	}
	for _, t := range list {
		if t == nil {
			continue
		}
		if t.Choose != "" {
			e, err := expr.Compile(t.Choose, ld.library.scope())
			if bad, isBad := err.(*expr.Error); isBad {
				p := problem(bad.Rule, "terms.yaml")
				p.Args = bad.Args
				ld.add(p)
			}
			t.choose = e
		}
		if _, ok := t.Variants[t.Default]; !ok {
			ld.add(problem("term-missing", "terms.yaml", "id", t.ID, "variant", t.Default, "language", string(ld.library.languages[0])))
		}
		for _, l := range ld.library.languages {
			for variant := range t.Variants {
				if _, ok := t.form(variant, "", l); !ok {
					ld.add(problem("term-missing", "terms.yaml", "id", t.ID, "variant", variant, "language", string(l)))
				}
			}
		}
		ld.library.terms[t.ID] = t
	}
}

// laws reads law.yaml.
func (ld *loader) laws() {
	var list []*Law
	text, ok := ld.read("law.yaml")
	if !ok || !ld.decode("law.yaml", text, &list) {
		return
	}
	for _, w := range list {
		if w == nil {
			continue
		}
		if w.Source == "" || w.Checked == "" {
			ld.add(problem("law-source", "law.yaml", "id", w.ID))
		}
		for _, l := range ld.library.languages {
			if w.Citation(l) == "" {
				ld.add(problem("text-language", "law.yaml", "what", w.ID, "language", string(l)))
			}
		}
		ld.library.laws[w.ID] = w
	}
}
