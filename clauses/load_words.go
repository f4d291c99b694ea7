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
	entries(ld, file, ld.library.terms, func(t *term) string { return t.ID }, func(t *term, p part, at func(...string) report.Pos) {
		if t.Choose.Text != "" {
			e, err := expr.Compile(t.Choose.Text, ld.library.scope())
			if bad, isBad := err.(*expr.Error); isBad {
				ld.add(report.Problem{Rule: bad.Rule, Pos: report.Pos{File: file, Line: t.Choose.Line, Column: t.Choose.Column}, Args: bad.Args})
			}
			t.choose = e
		}
		if _, ok := t.Variants[t.Default]; !ok && (t.Default != "" || !p.misspelt["default"]) {
			ld.add(problemAt("term-default", at("default"), "id", t.ID, "variant", t.Default))
		}
		ld.forms(t, at)
	})
}

// entries reads a list of entries, of which a later part replaces those of the same
// id, and then checks them in the order of their ids. What checks an entry is told
// the part that it stands in and where in the file a key of it is.
func entries[E any](ld *loader, file string, into map[string]*E, id func(*E) string, check func(*E, part, func(...string) report.Pos)) {
	source := map[string]part{}
	for _, p := range ld.read(file) {
		var list []*E
		p.misspelt, _ = ld.decode(file, p.text, &list)
		for _, e := range list {
			if e != nil {
				into[id(e)], source[id(e)] = e, p
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(into)) {
		check(into[id], source[id], func(path ...string) report.Pos {
			return YAMLPlace(file, source[id].text, append([]string{id}, path...)...)
		})
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
	entries(ld, file, ld.library.laws, func(w *Law) string { return w.ID }, func(w *Law, p part, at func(...string) report.Pos) {
		lacks := func(key, value string) bool { return value == "" && !p.misspelt[key] }
		if lacks("source", w.Source) || lacks("checked", w.Checked) {
			ld.add(problemAt("law-source", at(), "id", w.ID))
		}
		if w.Checked != "" && !isDate(w.Checked) {
			ld.add(problemAt("library-date", at("checked"), "value", w.Checked))
		}
		for _, l := range ld.library.languages {
			if lacks(string(l), w.Citation(l)) {
				ld.add(problemAt("text-language", at(), "what", w.ID, "language", string(l)))
			}
		}
	})
}
