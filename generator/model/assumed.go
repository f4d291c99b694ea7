package model

import "github.com/samsvar/samsvar/generator/report"

// Assumed is a fact that the case leaves out and that documents take for granted.
type Assumed struct {
	Path  string
	Value string
	Pos   report.Pos
}

// noWord: of the questions that have an answer for granted, it is no.
var noWord = map[string]string{"nb": "nei", "nn": "nei", "en": "no"}

// Label is the value in words.
func (a Assumed) Label(language string) string {
	t, ok := Root().At(a.Path)
	if !ok {
		return a.Value
	}
	if t.Kind == KindBoolean {
		return noWord[language]
	}
	if s, ok := t.EnumLabel(a.Value, language); ok {
		return s
	}
	if c, ok := CountryByCode(a.Value); ok && t.Format == "country-code" {
		return c.Name[language]
	}
	return a.Value
}

// Assumed lists what documents take for granted because the case does not say it:
// the defaults of the schema, in the objects that are there, and what follows from
// another fact: health information is a special category, and a Norwegian
// organisation number means an address in Norway. A value that is there but wrong
// is a problem and nothing is assumed for it.
func (c *Case) Assumed() []Assumed {
	f := filler{}
	f.fill(c.withSupplier().withForm())
	var out []Assumed
	for _, a := range f.found {
		if !c.rejected(a.Path) {
			a.Pos = c.PosOf(a.Path)
			out = append(out, a)
		}
	}
	return out
}
