package clauses

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/report"
)

// terms reads terms.yaml. A term of the house library replaces that of the same id
// with all its variants; the others stay.
func (ld *loader) terms() {
	const file = "terms.yaml"
	source := map[string]part{}
	for _, p := range ld.read(file) {
		var list []*term
		p.misspelt, _ = ld.decode(file, p.text, &list)
		for _, t := range list {
			if t != nil {
				ld.library.terms[t.ID], source[t.ID] = t, p
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ld.library.terms)) {
		t := ld.library.terms[id]
		at := func(path ...string) report.Pos {
			return YAMLPlace(file, source[id].text, append([]string{id}, path...)...)
		}
		if t.Choose.Text != "" {
			e, err := expr.Compile(t.Choose.Text, ld.library.scope())
			if bad, isBad := err.(*expr.Error); isBad {
				ld.add(report.Problem{Rule: bad.Rule, Pos: report.Pos{File: file, Line: t.Choose.Line, Column: t.Choose.Column}, Args: bad.Args})
			}
			t.choose = e
		}
		if _, ok := t.Variants[t.Default]; !ok && (t.Default != "" || !source[id].misspelt["default"]) {
			ld.add(problemAt("term-default", at("default"), "id", id, "variant", t.Default))
		}
		ld.forms(t, at)
	}
}

// forms checks that a term has the same forms in each variant and language: a text
// that uses one does not know which of them the case chooses.
func (ld *loader) forms(t *term, at func(...string) report.Pos) {
	forms := t.forms()
	for _, variant := range slices.Sorted(maps.Keys(t.Variants)) {
		for _, l := range ld.library.languages {
			missing := func(form string) {
				ld.add(problemAt("term-missing", at("variants", variant, string(l)), "id", t.ID, "variant", variant, "language", string(l), "form", form))
			}
			if len(t.Variants[variant][string(l)]) == 0 {
				missing("")
				continue
			}
			for _, form := range forms {
				if s, ok := t.form(variant, form, l); !ok || s == "" {
					missing(form)
				}
			}
		}
	}
}

// laws reads law.yaml. A provision of the house library replaces that of the same
// id; the others stay.
func (ld *loader) laws() {
	const file = "law.yaml"
	source := map[string]part{}
	for _, p := range ld.read(file) {
		var list []*Law
		p.misspelt, _ = ld.decode(file, p.text, &list)
		for _, w := range list {
			if w != nil {
				ld.library.laws[w.ID], source[w.ID] = w, p
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ld.library.laws)) {
		w := ld.library.laws[id]
		at := func(path ...string) report.Pos {
			return YAMLPlace(file, source[id].text, append([]string{id}, path...)...)
		}
		lacks := func(key, value string) bool { return value == "" && !source[id].misspelt[key] }
		if lacks("source", w.Source) || lacks("checked", w.Checked) {
			ld.add(problemAt("law-source", at(), "id", id))
		}
		if w.Checked != "" && !isDate(w.Checked) {
			ld.add(problemAt("library-date", at("checked"), "value", w.Checked))
		}
		for _, l := range ld.library.languages {
			if lacks(string(l), w.Citation(l)) {
				ld.add(problemAt("text-language", at(), "what", id, "language", string(l)))
			}
		}
	}
}
