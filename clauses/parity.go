package clauses

import (
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// sameInEveryLanguage checks that a text says the same in every language as far as
// a program can see: paragraphs of the same names in the same order, and in each
// the same facts of the case, terms, provisions, conditions and references. The
// first language that there is is what the others are held against. A text that
// has another fault is left out: it may differ for that.
func (ld *loader) sameInEveryLanguage() {
	for _, c := range ld.library.Clauses() {
		for _, a := range append([]Alternative{{}}, c.Alternatives...) {
			var first doc.Language
			var want *Text
			for _, l := range ld.library.languages {
				t, ok := c.Text(a.ID, l)
				switch {
				case !ok || t.broken || t.dangling:
				case want == nil:
					first, want = l, t
				default:
					ld.same(want, t, string(first))
				}
			}
		}
	}
}

// same compares a text with that of another language.
func (ld *loader) same(want, t *Text, language string) {
	if !slices.Equal(want.anchors, t.anchors) {
		ld.add(differingAnchors(want, t, language)...)
		return
	}
	a, b := content(want), content(t)
	for i := range a {
		missing, extra := without(a[i].uses, b[i].uses), without(b[i].uses, a[i].uses)
		args := []string{"language", language}
		switch {
		case missing == "" && extra == "":
			continue
		case extra == "":
			args = append(args, "missing", missing)
		case missing == "":
			args = append(args, "extra", extra)
		default:
			args = append(args, "lacks", missing, "has", extra)
		}
		ld.add(problemAt("text-parity-values", b[i].at, args...))
	}
}

// differingAnchors tells which names a text lacks and which it has alone. Where
// they are the same, one of them stands in another place, or a paragraph without
// a name is missing.
func differingAnchors(want, t *Text, language string) (out []report.Problem) {
	paragraphs := content(t)[1:]
	at := func(i int) report.Pos {
		if len(paragraphs) == 0 {
			return report.Pos{File: t.file, Line: 1, Column: 1}
		}
		return paragraphs[min(i, len(paragraphs)-1)].at
	}
	for i, a := range want.anchors {
		if isName(a) && !slices.Contains(t.anchors, a) {
			out = append(out, problemAt("text-parity", at(i), "language", language, "missing", a))
		}
	}
	replaced := len(out) > 0
	for i, a := range t.anchors {
		// A name instead of another one has been told.
		if isName(a) && !slices.Contains(want.anchors, a) && (!replaced || i >= len(want.anchors) || slices.Contains(t.anchors, want.anchors[i])) {
			out = append(out, problemAt("text-parity", at(i), "language", language, "extra", a))
		}
	}
	if len(out) > 0 {
		return out
	}
	i := 0
	for i < len(want.anchors) && i < len(t.anchors) && want.anchors[i] == t.anchors[i] {
		i++
	}
	return []report.Problem{problemAt("text-parity", at(i), "language", language)}
}

// isName tells an anchor that was given from the ordinal of a paragraph without.
func isName(anchor string) bool { return strings.Trim(anchor, "0123456789") != "" }

// paragraph is what a paragraph takes from outside its words.
type paragraph struct {
	at   report.Pos
	uses []string
}

// content is that of the title and of each paragraph, in order.
func content(t *Text) []paragraph {
	out := []paragraph{{report.Pos{File: t.file, Line: 1, Column: 1}, uses(t.title, true)}}
	var walk func(bs []block, around []string, root bool)
	walk = func(bs []block, around []string, root bool) {
		for _, b := range bs {
			switch b := b.(type) {
			case *para:
				out = append(out, paragraph{b.at, slices.Concat(around, uses(b.inlines, root))})
			case *when:
				walk(b.blocks, append(slices.Clone(around), "::: when "+source(b.cond)), root)
			case *each:
				walk(b.blocks, append(slices.Clone(around), "::: each "+source(b.list)), false)
			}
		}
	}
	walk(t.blocks, nil, true)
	return out
}

func source(e *expr.Expr) string {
	if e == nil {
		return ""
	}
	return strings.Join(strings.Fields(e.Source), " ")
}

// uses lists what inlines take. Outside of a repetition the dot is the case.
func uses(in []inline, root bool) (out []string) {
	for _, i := range in {
		switch i := i.(type) {
		case *printed:
			for _, u := range i.expr.Uses() {
				if root {
					u = strings.TrimPrefix(u, "$")
				}
				out = append(out, u)
			}
		case *reference:
			out = append(out, "[["+i.target+"]]")
		case *link:
			out = append(out, uses(i.inlines, root)...)
		}
	}
	return out
}

// without lists what is in a and not in b, each once.
func without(a, b []string) string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
