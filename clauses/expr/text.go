package expr

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// textFunctions turn values into words of the document's language.
func textFunctions() map[string]*function {
	one := func(f func(string, doc.Language) string) *function {
		return &function{min: 1, max: 1, check: printable, run: func(c *Context, _ *call, a []value) (value, error) {
			return value{f(format(a[0].data, c.Language), c.Language), a[0].path}, nil
		}}
	}
	formatted := func(name string, f func(string, doc.Language) string) *function {
		out := one(f)
		out.check = wants(model.KindString, name)
		return out
	}
	noun := func(n [3][2]string) *function {
		return &function{min: 1, max: 1, check: wants(model.KindInteger, ""), run: func(c *Context, _ *call, a []value) (value, error) {
			i, isNumber := a[0].data.(int64)
			if !isNumber {
				return value{}, &Open{a[0].path}
			}
			return value{counted(i, n, c.Language), a[0].path}, nil
		}}
	}
	return map[string]*function{
		"date":    formatted("date", date),
		"country": formatted("country-code", country),
		"period":  formatted("period", period),
		"hours":   noun(nouns["H"]),
		"days":    noun(nouns["D"]),
		"months":  noun(nouns["M"]),
		"number": {min: 1, max: 1, check: wants(model.KindInteger, ""), run: func(c *Context, _ *call, a []value) (value, error) {
			return value{format(a[0].data, c.Language), a[0].path}, nil
		}},
		"join": {min: 1, max: 1, check: printable, run: func(c *Context, _ *call, a []value) (value, error) {
			return value{format(a[0].data, c.Language), a[0].path}, nil
		}},
		"sentences": {min: 1, max: 1, check: printable, run: func(c *Context, _ *call, a []value) (value, error) {
			return value{strings.Join(items(a[0].data, c.Language, sentence), " "), a[0].path}, nil
		}},
		"label": {min: 1, max: 1, check: checkLabel, run: func(c *Context, n *call, a []value) (value, error) {
			return value{mapText(a[0].data, c.Language, func(s string) string {
				if w, found := n.enum.EnumLabel(s, string(c.Language)); found {
					return w
				}
				return s
			}), a[0].path}, nil
		}},
		"sentence": one(func(s string, _ doc.Language) string { return capital(s) }),
		"default": {min: 2, max: 2, takesNil: true, check: checkDefault, run: func(_ *Context, _ *call, a []value) (value, error) {
			if a[1].data == nil {
				return a[0], nil
			}
			return a[1], nil
		}},
	}
}

// printableValue reports whether a value can be text.
func printableValue(v any) bool {
	switch v := v.(type) {
	case nil, map[string]any:
		return false
	case []any:
		for _, item := range v {
			if !printableValue(item) {
				return false
			}
		}
	}
	return true
}

// format is how a value reads in running text.
func format(v any, l doc.Language) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		return group(v, l)
	case float64:
		return decimal(v, l)
	case bool:
		return yesNo[v][index(l)]
	case []any:
		return mapText(v, l, func(s string) string { return s })
	}
	return ""
}

// mapText applies f to a text, or to each of a list, which it joins: a, b og c.
func mapText(v any, l doc.Language, f func(string) string) string {
	return Join(items(v, l, f), l)
}

// mapList separates the words of a list where they may hold a comma or an «and»
// themselves.
func mapList(v any, l doc.Language, f func(string) string) string {
	return strings.Join(items(v, l, f), "; ")
}

// items are the words of a value: of a list those of each element.
func items(v any, l doc.Language, f func(string) string) []string {
	list, isList := v.([]any)
	if !isList {
		return []string{f(format(v, l))}
	}
	words := make([]string, len(list))
	for i, item := range list {
		words[i] = f(format(item, l))
	}
	return words
}

// sentence makes a sentence of a phrase.
func sentence(s string) string {
	s = capital(strings.TrimSpace(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// Join joins words in running text: a, b og c.
func Join(words []string, l doc.Language) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + and[index(l)] + " " + words[n]
}

// group sets a no-break space between thousands from five digits on, in English a
// comma.
func group(n int64, l doc.Language) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = s[:1], s[1:]
	}
	if len(s) < 5 {
		return sign + s
	}
	var parts []string
	for len(s) > 3 {
		parts = append([]string{s[len(s)-3:]}, parts...)
		s = s[:len(s)-3]
	}
	separator := "\u00a0"
	if l == doc.English {
		separator = ","
	}
	return sign + strings.Join(append([]string{s}, parts...), separator)
}

// decimal writes a number with decimals; only facts of one document type have
// them.
func decimal(f float64, l doc.Language) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(f, 'f', -1, 64), ".")
	if n, err := strconv.ParseInt(whole, 10, 64); err == nil && n != 0 {
		whole = group(n, l)
	}
	switch {
	case part == "":
		return whole
	case l == doc.English:
		return whole + "." + part
	}
	return whole + "," + part
}

// Date writes YYYY-MM-DD in words: 22. november 2026.
func Date(s string, l doc.Language) string { return date(s, l) }

// date writes YYYY-MM-DD as 22. november 2026. What is no date is left as it is;
// the schema has refused it before.
func date(s string, l doc.Language) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	month := months[index(l)][t.Month()-1]
	if l == doc.English {
		return fmt.Sprintf("%d\u00a0%s %d", t.Day(), month, t.Year())
	}
	return fmt.Sprintf("%d.\u00a0%s %d", t.Day(), month, t.Year())
}

// country writes the name of an ISO 3166-1 code.
func country(code string, l doc.Language) string {
	c, found := model.CountryByCode(code)
	if !found {
		return code
	}
	return c.Name[string(l)]
}

// period writes an ISO 8601 duration of years, months, weeks and days in words.
func period(s string, l doc.Language) string {
	rest, isPeriod := strings.CutPrefix(s, "P")
	if !isPeriod {
		return s
	}
	var words []string
	for rest != "" {
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) })
		if end < 1 {
			return s
		}
		n, err := strconv.ParseInt(rest[:end], 10, 64)
		unit, known := nouns[rest[end:end+1]]
		if err != nil || !known {
			return s
		}
		words = append(words, counted(n, unit, l))
		rest = rest[end+1:]
	}
	return Join(words, l)
}

// counted is a number with its noun: 1 dag, 24 timer.
func counted(n int64, noun [3][2]string, l doc.Language) string {
	form := 1
	if n == 1 {
		form = 0
	}
	return group(n, l) + "\u00a0" + noun[index(l)][form]
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
