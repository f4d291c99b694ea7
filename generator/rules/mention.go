package rules

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/samsvar/samsvar/generator/model"
)

// MeasureIDs recognises the ids of measures in running text by the form of those
// that the case has: with M-01 to M-19, M-27 is an id too. A form is what comes
// before the digits, and how many digits there are at most.
type MeasureIDs struct {
	status map[string]string // id → status
	digits map[string]int    // prefix → most digits
}

// MeasureIDsOf collects the ids of the measures of a case. A prefix of one
// character, as in M1, is no form of its own unless the number has a zero before
// it: too much else looks like that.
func MeasureIDsOf(c *model.Case) MeasureIDs {
	ids := MeasureIDs{map[string]string{}, map[string]int{}}
	if c.Security == nil {
		return ids
	}
	for _, m := range c.Security.Measures {
		ids.status[m.ID] = m.Status
		prefix := strings.TrimRight(m.ID, "0123456789")
		number := m.ID[len(prefix):]
		if number != "" && (len(prefix) > 1 || number[0] == '0') {
			ids.digits[prefix] = max(ids.digits[prefix], len(number))
		}
	}
	return ids
}

// Mention is a measure that a text names.
type Mention struct {
	ID     string
	Start  int    // place in the text, in bytes
	Status string // of the measure; "absent" when the case does not have it
}

// In finds the measures that a text names by id.
func (ids MeasureIDs) In(text string) (out []Mention) {
	if len(ids.digits) == 0 && len(ids.status) == 0 {
		return nil
	}
	for start := 0; start < len(text); {
		n := strings.IndexFunc(text[start:], unicode.IsLetter)
		if n < 0 {
			break
		}
		start += n
		end := start + tokenLength(text[start:])
		if start == 0 || !joins(text[start-1]) {
			if m := (Mention{ID: strings.TrimRight(text[start:end], ".-_"), Start: start}); ids.knows(&m) {
				out = append(out, m)
			}
		}
		start = end
	}
	return out
}

// joins reports that a word is part of a longer one, such as a requirement of a
// catalogue (iso27001-2022:A.8.5).
func joins(c byte) bool {
	return c == ':' || c == '.' || c == '-' || c == '_' || '0' <= c && c <= '9'
}

// tokenLength is the length of what may be an id.
func tokenLength(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' && r != '_' && r != ':'
	})
	if n < 0 {
		return len(s)
	}
	return n
}

func (ids MeasureIDs) knows(m *Mention) bool {
	m.ID = strings.TrimRight(m.ID, ":")
	if strings.TrimRight(m.ID, "0123456789") == m.ID {
		return false // a word
	}
	if status, ok := ids.status[m.ID]; ok {
		m.Status = status
		return true
	}
	prefix := strings.TrimRight(m.ID, "0123456789")
	most, ok := ids.digits[prefix]
	m.Status = "absent"
	return ok && len(m.ID)-len(prefix) <= most
}

// measures: a measure that a text of the case names is among the measures, and in
// place (GDPR art. 32).
func (k *checker) measures() {
	ids := MeasureIDsOf(k.c)
	view := k.c.View()
	taken := map[string]bool{} // by another thing of the case
	EachText(view, func(path, text string) {
		if strings.HasSuffix(path, ".id") {
			taken[text] = true
		}
	})
	EachText(view, func(path, text string) {
		if isName(path) {
			return
		}
		for _, m := range ids.In(text) {
			switch {
			case m.Status == "absent" && !taken[m.ID]:
				k.add("measure-absent", path, "id", m.ID)
			case m.Status == "not-in-place":
				k.add("measure-not-in-place", path, "id", m.ID)
			}
		}
	})
}

// inScenario: ids of measures in a scenario, which references looks at.
var inScenario = regexp.MustCompile(`^risk\.scenarios\[[0-9]+\]\.(existing|measures)\[`)

// isName tells the paths of ids and of what refers to them.
func isName(path string) bool {
	if inScenario.MatchString(path) {
		return true
	}
	field := path[strings.LastIndexByte(path, '.')+1:]
	return field == "id" || field == "owner" || field == "entity"
}

// EachText calls f for every text of a case that is not absent, with its path, in
// a fixed order. The case is as model.Case.View gives it.
func EachText(view map[string]any, f func(path, text string)) { eachText(view, "", f) }

func eachText(v any, path string, f func(path, text string)) {
	switch v := v.(type) {
	case string:
		f(path, v)
	case []any:
		for i, x := range v {
			eachText(x, model.JoinIndex(path, i), f)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			eachText(v[key], model.JoinKey(path, key), f)
		}
	}
}
