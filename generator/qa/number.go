package qa

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses/words"
)

// hours is a time in hours, from the least to the most: a month has 28 to 31 days,
// a working day is at least one day, but nobody can say how many.
type hours struct{ least, most int }

func inHours(n int, unit string) hours {
	switch unit {
	case "hour":
		return hours{n, n}
	case "day":
		return hours{24 * n, 24 * n}
	case "workday":
		return hours{24 * n, 24 * (2*n + 4)} // a holiday or two
	case "week":
		return hours{7 * 24 * n, 7 * 24 * n}
	case "month":
		return hours{28 * 24 * n, 31 * 24 * n}
	}
	return hours{}
}

// quantity is a number with a unit in a text.
type quantity struct {
	start, end int // in the text
	hours
}

// numbers: a number in the text does not contradict the fact that it speaks of.
func (k *check) numbers() {
	facts := loadData()
	known := make([]int, len(facts.Facts)) // in hours; 0 is not known
	for i, f := range facts.Facts {
		if n, ok := number(k.view, f.Path); ok {
			known[i] = int(n)
			if f.Unit == "days" {
				known[i] *= 24
			}
		}
	}
	for i := range k.units {
		u := &k.units[i]
		in, about := -1, make([]bool, len(facts.Facts)) // a sentence, by its start, and the facts that it speaks of
		for w := 0; w < len(u.words); w++ {
			q, n := facts.quantity(u, w)
			if n == 0 {
				continue
			}
			w += n - 1
			if start, end := u.sentence(q.start); start != in {
				in = start
				for j := range facts.Facts {
					about[j] = known[j] > 0 && facts.Facts[j].speaks(u.within(start, end))
				}
			}
			for j, f := range facts.Facts {
				if about[j] && (known[j] < q.least || known[j] > q.most) && !f.ignores(u.pathAt(q.start)) {
					value := known[j]
					if f.Unit == "days" {
						value /= 24
					}
					k.add("number-contradicts", i, q.start, f.Path+strconv.Itoa(q.least),
						"text", u.text[q.start:q.end], "path", f.Path, "value", strconv.Itoa(value))
				}
			}
		}
	}
}

// speaks reports whether a sentence is about the fact.
func (f *fact) speaks(sentence []words.Word) bool {
	for _, group := range f.All {
		if !group.in(sentence) {
			return false
		}
	}
	return !f.Not.in(sentence)
}

func (f *fact) ignores(path string) bool {
	for _, p := range f.Ignore {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}

// quantity reads a number with its unit that begins at a word, and says how many
// words it takes; none when there is no such thing.
func (d *data) quantity(u *unit, w int) (quantity, int) {
	first := u.words[w]
	if digits := leadingDigits(first.Lower); digits > 0 {
		if partOfNumber(u.text, first.Start) || digits > 4 {
			return quantity{}, 0
		}
		n, _ := strconv.Atoi(first.Lower[:digits])
		if rest := strings.TrimPrefix(first.Lower[digits:], "-"); rest != "" { // 24-timers, 48h
			if unit := d.unit("", rest); unit != "" {
				return quantity{first.Start, first.End, inHours(n, unit)}, 1
			}
			return quantity{}, 0
		}
		return d.withUnit(u, w, n, "")
	}
	for _, s := range d.spoken[first.Lower] {
		if q, length := d.withUnit(u, w, s.number, s.language); length > 0 {
			return q, length
		}
	}
	return quantity{}, 0
}

// withUnit finds the unit after a number: next to it, after the same number in
// words (“24 (tjuefire) timer”), or after an adjective (“two working days”). Only
// blanks and brackets stand between.
func (d *data) withUnit(u *unit, w, n int, lang string) (quantity, int) {
	unitOf := ""
	for next := w + 1; next < len(u.words) && next <= w+3; next++ {
		between := u.text[u.words[next-1].End:u.words[next].Start]
		if strings.Trim(between, " \u00a0\n()") != "" {
			break
		}
		word := u.words[next].Lower
		if unit := d.unit(lang, word); unit != "" {
			if unitOf != "" && unit == "day" {
				unit = unitOf
			}
			return quantity{u.words[w].Start, u.words[next].End, inHours(n, unit)}, next - w + 1
		}
		if adjective, ok := d.Between[word]; ok {
			unitOf = adjective
			continue
		}
		if !d.same(word, n) {
			break
		}
	}
	return quantity{}, 0
}

func (d *data) same(word string, n int) bool {
	return slices.ContainsFunc(d.spoken[word], func(s spoken) bool { return s.number == n })
}

// unit is what a word counts in, in one language or, for digits, in any.
func (d *data) unit(lang, word string) string {
	if lang != "" {
		return d.Units[lang][word]
	}
	for _, l := range [...]string{"nb", "nn", "en"} {
		if unit, ok := d.Units[l][word]; ok {
			return unit
		}
	}
	return ""
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// partOfNumber: the digits before are part of the same number, as in 99,5 or
// 1 000.
func partOfNumber(text string, start int) bool {
	before := strings.TrimRight(text[:start], ".,")
	if before != text[:start] && len(before) > 0 && isDigit(before[len(before)-1]) {
		return true
	}
	blank := strings.TrimRight(text[:start], " \u00a0")
	return blank != text[:start] && len(blank) > 0 && isDigit(blank[len(blank)-1])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number reads a whole number of the case by its path.
func number(view map[string]any, path string) (int64, bool) {
	var v any = view
	for key := range strings.SplitSeq(path, ".") {
		m, ok := v.(map[string]any)
		if !ok {
			return 0, false
		}
		v = m[key]
	}
	n, ok := v.(int64)
	return n, ok
}
