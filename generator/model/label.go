package model

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A link is one object that an open field belongs to.
type link struct {
	noun, title map[string]string
	top         bool   // a part of the case itself
	item        bool   // of a list or a map
	plain       bool   // its fields say for themselves where they belong
	key         bool   // the name is a key of a map, which says little without what the map belongs to
	country     bool   // the name is a country's code
	name        string // of an item
	no, of      int    // number of an item, and of how many
}

// Label says what is missing so that a reader of the document understands it:
// its title, and in brackets what it belongs to, such as "Organisasjonsnummer
// (databehandler)" or "Kontakt (underdatabehandler «Nordic Ops AB»)". A value in a
// map has its key behind the title: "Konsekvens: privacy (scenario «Tap av nett»)".
// Language is nb, nn or en.
func (o OpenField) Label(language string) string {
	label := in(o.title, language)
	if label == "" {
		label = o.name
	}
	if o.key != "" {
		label += ": " + shown(o.key)
	}
	var about []string
	for _, l := range o.about {
		noun := in(l.noun, language)
		if noun == "" && (l.top || l.item || l.plain || in(l.title, language) == "") {
			continue // what everybody knows: the service, the agreement, an address
		}
		if noun == "" {
			noun = lowerFirst(in(l.title, language))
			if strings.Contains(strings.ToLower(label), noun) {
				continue // "løsning for fjernaksess" says it
			}
		}
		about = append(about, noun+l.which(language))
		if in(l.noun, language) != "" && (l.name != "" || !l.item) && !l.key {
			break
		}
	}
	if len(about) == 0 {
		return label
	}
	return label + " (" + strings.Join(about, ", ") + ")"
}

func (l link) which(language string) string {
	if c, ok := CountryByCode(l.name); ok && l.country {
		l.name = in(c.Name, language)
	}
	switch {
	case l.name != "" && language == "en":
		return " “" + shown(l.name) + "”"
	case l.name != "":
		return " «" + shown(l.name) + "»"
	case l.of > 1:
		return " " + strconv.Itoa(l.no)
	}
	return ""
}

func in(texts map[string]string, language string) string {
	if s, ok := texts[language]; ok {
		return s
	}
	return texts["en"]
}

// called names an item of a list; what has no other name than a country has that.
func (l *link) called(t *Type, v map[string]any) {
	if l.name = nameOf(v); l.name != "" {
		return
	}
	if f, ok := t.Field("country"); ok && f.Required && f.Type.Format == "country-code" && len(t.Noun) > 0 {
		l.name, _ = v[f.Name].(string)
		l.country = l.name != ""
	}
}

// nameOf finds what a reader calls an object.
func nameOf(v map[string]any) string {
	for _, key := range []string{"name", "title", "system", "id", "no"} {
		switch x := v[key].(type) {
		case string:
			if x != "" {
				return x
			}
		case int64:
			return strconv.FormatInt(x, 10)
		}
	}
	return ""
}

// lowerFirst makes the first letter small, unless the word is an abbreviation.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
