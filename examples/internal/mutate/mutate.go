// Package mutate spoils a case in one place at a time: it takes out or blanks each
// fact and each element of a list, and swaps each enumerated value, country, date
// and reference. What a check of a spoilt case does not notice is a fact that
// nothing depends on, or a hole in the check.
package mutate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/samsvar/samsvar/generator/model"
)

// Kind of a mutation.
type Kind string

// The kinds.
const (
	Delete    Kind = "delete"    // the fact is taken out
	Blank     Kind = "blank"     // a text becomes blanks
	Empty     Kind = "empty"     // a list becomes empty
	Element   Kind = "element"   // one element of a list is taken out
	Enum      Kind = "enum"      // another allowed value: a neighbour in the list
	Flip      Kind = "flip"      // yes becomes no
	Number    Kind = "number"    // one more
	Country   Kind = "country"   // a country on the other side of the border of the EEA
	Earlier   Kind = "earlier"   // a date ten years before
	Later     Kind = "later"     // a date ten years after
	Reference Kind = "reference" // the id of another thing
	Dangling  Kind = "dangling"  // an id of nothing
)

// Mutant is a case with one thing spoilt.
type Mutant struct {
	Kind Kind
	Path string // in the case, of what is spoilt
	Case map[string]any
}

func (m Mutant) String() string { return string(m.Kind) + " " + m.Path }

// All makes the mutants of a case, given as the JSON tree of it, in the order of
// the schema. The tree is not changed; a mutant shares what is not spoilt.
func All(tree map[string]any, root *model.Type) []Mutant {
	w := &walker{ids: map[string]bool{}}
	w.collect(tree)
	w.order = slices.Sorted(maps.Keys(w.ids))
	w.object(root, tree, "", func(v any) map[string]any { return v.(map[string]any) })
	return w.out
}

// Leaves counts the facts of a case: texts, numbers and answers.
func Leaves(v any) int {
	n := 0
	switch v := v.(type) {
	case map[string]any:
		for _, x := range v {
			n += Leaves(x)
		}
	case []any:
		for _, x := range v {
			n += Leaves(x)
		}
	case nil:
	default:
		return 1
	}
	return n
}

type walker struct {
	out   []Mutant
	ids   map[string]bool // of things in the case
	order []string
}

// collect finds the ids, by which others refer to a thing.
func (w *walker) collect(v any) {
	switch v := v.(type) {
	case map[string]any:
		if id, ok := v["id"].(string); ok {
			w.ids[id] = true
		}
		for _, x := range v {
			w.collect(x)
		}
	case []any:
		for _, x := range v {
			w.collect(x)
		}
	}
}

// rebuild puts a new value in place of the one at hand and gives the whole case.
type rebuild func(any) map[string]any

func (w *walker) add(kind Kind, path string, c map[string]any) {
	w.out = append(w.out, Mutant{kind, path, c})
}

func (w *walker) object(t *model.Type, v map[string]any, path string, whole rebuild) {
	for _, name := range keys(t, v) {
		x, there := v[name]
		if !there {
			continue
		}
		at := model.JoinKey(path, name)
		without := maps.Clone(v)
		delete(without, name)
		w.add(Delete, at, whole(without))
		w.value(child(t, name), x, at, func(y any) map[string]any {
			with := maps.Clone(v)
			with[name] = y
			return whole(with)
		}, name == "id")
	}
}

// keys in the order of the schema; those of a map sorted.
func keys(t *model.Type, v map[string]any) []string {
	if t != nil && t.Kind == model.KindObject {
		return t.FieldNames()
	}
	return slices.Sorted(maps.Keys(v))
}

func child(t *model.Type, name string) *model.Type {
	switch {
	case t == nil:
	case t.Kind == model.KindMap:
		return t.Item
	case t.Kind == model.KindObject:
		if f, ok := t.Field(name); ok {
			return f.Type
		}
	}
	return nil
}

func (w *walker) value(t *model.Type, v any, path string, whole rebuild, isID bool) {
	switch v := v.(type) {
	case map[string]any:
		w.object(t, v, path, whole)
	case []any:
		w.list(t, v, path, whole)
	case bool:
		w.add(Flip, path, whole(!v))
	case float64:
		w.add(Number, path, whole(v+1))
	case string:
		w.text(t, v, path, whole, isID)
	}
}

func (w *walker) list(t *model.Type, v []any, path string, whole rebuild) {
	w.add(Empty, path, whole([]any{}))
	var item *model.Type
	if t != nil {
		item = t.Item
	}
	for i, x := range v {
		at := model.JoinIndex(path, i)
		w.add(Element, at, whole(slices.Delete(slices.Clone(v), i, i+1)))
		w.value(item, x, at, func(y any) map[string]any {
			with := slices.Clone(v)
			with[i] = y
			return whole(with)
		}, false)
	}
}

func (w *walker) text(t *model.Type, v, path string, whole rebuild, isID bool) {
	w.add(Blank, path, whole(" "))
	if t == nil {
		return
	}
	switch {
	case t.Enum != nil:
		// The values before and after it: of each, some neighbour is another answer.
		i, n := slices.Index(t.Enum, v), len(t.Enum)
		for _, other := range slices.Compact([]string{t.Enum[(i+n-1)%n], t.Enum[(i+1)%n]}) {
			if other != v {
				w.add(Enum, path, whole(other))
			}
		}
	case t.Format == "country-code":
		w.add(Country, path, whole(otherCountry(v)))
	case t.Format == "date":
		for kind, years := range map[Kind]int{Earlier: -10, Later: 10} {
			if day, err := time.Parse(time.DateOnly, v); err == nil {
				w.add(kind, path, whole(day.AddDate(years, 0, 0).Format(time.DateOnly)))
			}
		}
	case !isID && (w.ids[v] || isRole(v)):
		for _, other := range w.order {
			if other != v && sameSort(other, v) {
				w.add(Reference, path, whole(other))
				break
			}
		}
		w.add(Dangling, path, whole(v+"-x"))
	}
}

// isRole: words that name a party as an id does.
func isRole(s string) bool { return s == "controller" || s == "processor" || s == "intermediary" }

// sameSort: ids of one sort begin alike, as, F1 and F2.
func sameSort(a, b string) bool {
	stem := func(s string) string { return strings.TrimRight(s, "0123456789") }
	return stem(a) == stem(b)
}

func otherCountry(code string) string {
	c, ok := model.CountryByCode(code)
	if ok && c.EEA {
		return "US"
	}
	return "NO"
}

// Under reports whether a path is the other, stands in it or holds it.
func Under(a, b string) bool { return a == b || inside(a, b) || inside(b, a) }

func inside(a, b string) bool {
	rest, ok := strings.CutPrefix(a, b)
	return ok && (b == "" || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "["))
}

// Pattern is a path with its indexes and keys of maps left out, as in the schema:
// controllers[].name.
func Pattern(path string, root *model.Type) string {
	steps, err := model.ParsePath(path)
	if err != nil {
		return path
	}
	out, t := "", root
	for _, s := range steps {
		switch {
		case t != nil && t.Kind == model.KindArray:
			out, t = out+"[]", t.Item
		case t != nil && t.Kind == model.KindMap:
			out, t = out+"{}", t.Item
		default:
			out, t = model.JoinKey(out, s.Name), child(t, s.Name)
		}
	}
	return out
}

// Count tells how many mutants there are of each kind.
func Count(ms []Mutant) string {
	by := map[Kind]int{}
	for _, m := range ms {
		by[m.Kind]++
	}
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(by)) {
		parts = append(parts, fmt.Sprintf("%s %d", k, by[k]))
	}
	return strings.Join(parts, ", ")
}
