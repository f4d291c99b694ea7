package qa

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/generator/model"
)

// TestFacts: the paths are whole numbers of the case, named after their unit.
func TestFacts(t *testing.T) {
	d := loadData()
	if len(d.Facts) < 9 {
		t.Fatalf("%d facts", len(d.Facts))
	}
	seen := map[string]bool{}
	for _, f := range d.Facts {
		if seen[f.Path] {
			t.Errorf("%s stands twice", f.Path)
		}
		seen[f.Path] = true
		at := model.Root()
		for key := range strings.SplitSeq(f.Path, ".") {
			field, ok := at.Field(key)
			if !ok {
				t.Fatalf("%s is not in the case", f.Path)
			}
			at = field.Type
		}
		if at.Kind != model.KindInteger || !strings.HasSuffix(strings.ToLower(f.Path), f.Unit) {
			t.Errorf("%s is no number of %s", f.Path, f.Unit)
		}
	}
	for lang, numbers := range d.Numbers {
		for word, n := range numbers {
			if n < 1 || len(words.Split(word)) != 1 || d.Units[lang] == nil {
				t.Errorf("%s: %q", lang, word)
			}
		}
	}
}

func TestReadDataRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no YAML":     "[",
		"unknown key": "fact: []",
		"no path":     "facts: [{unit: days, all: [[x]]}]",
		"no words":    "facts: [{path: a, unit: days}]",
		"no unit":     "facts: [{path: a, unit: years, all: [[x]]}]",
		"pattern":     "elsewhere: [to ord]",
		"capital":     "elsewhere: [SSA*]",
		"unit":        "units: {nb: {år: year}}",
	} {
		if _, err := readData([]byte(text)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestPatterns(t *testing.T) {
	d, err := readData([]byte(`elsewhere: [rto, varsl*, "*varsel*", "*lov"]`))
	if err != nil {
		t.Fatal(err)
	}
	p := d.Elsewhere
	for word, want := range map[string]bool{
		"rto": true, "rtos": false, "varsle": true, "forvarsle": false, "bruddvarselet": true, "varsel": true, "arkivlov": true, "lover": false, "": false,
	} {
		if p.match(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}

func TestSentence(t *testing.T) {
	u := &unit{text: "Én, jf. nr. 2 om a. To timer går; tre dager. «Fire» år.\nFem"}
	for find, want := range map[string]string{
		"jf.": "Én, jf. nr. 2 om a", "To": " To timer går", "tre": " tre dager", "Fire": " «Fire» år", "Fem": "Fem",
	} {
		start, end := u.sentence(strings.Index(u.text, find))
		if got := u.text[start:end]; got != want {
			t.Errorf("%s: %q, want %q", find, got, want)
		}
	}
}

func TestQuantity(t *testing.T) {
	d := loadData()
	for text, want := range map[string]hours{
		"24 timer": {24, 24}, "to døgn": {48, 48}, "éi veke": {168, 168}, "2 months": {1344, 1488}, "3 (three) working days": {72, 240},
		"48h": {48, 48}, "24-timers": {24, 24}, "twenty-four hours": {24, 24},
		"to days": {}, "one time": {}, "99,5 timer": {}, "1 000 timer": {}, "10000 timer": {}, "24": {}, "24 store timer": {}, "24, timer": {}, "timer": {}, "2 (tre) timer": {},
	} {
		u := &unit{text: text, words: words.Split(text)}
		var got hours
		for i := range u.words {
			if q, n := d.quantity(u, i); n > 0 {
				got = q.hours
				break
			}
		}
		if want.least == 0 {
			want = hours{}
		}
		if got != want && !(text == "2 (tre) timer" && got == hours{3, 3}) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
