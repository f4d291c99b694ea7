package model

import (
	_ "embed"
	"strings"
	"sync"
)

// Country is a country or territory of ISO 3166-1.
type Country struct {
	Code string            // alpha-2
	Name map[string]string // by language: nb, nn, en
	EEA  bool              // a member of the European Economic Area: EU, Iceland, Liechtenstein and Norway
}

//go:embed countries.csv
var countriesCSV string

var countries = sync.OnceValue(func() []Country {
	lines := strings.Split(strings.TrimSpace(countriesCSV), "\n")
	out := make([]Country, 0, len(lines))
	for _, line := range lines[1:] { // no name has a comma; a test checks it
		f := strings.Split(line, ",")
		out = append(out, Country{Code: f[0], EEA: f[1] == "yes", Name: map[string]string{"nb": f[2], "nn": f[3], "en": f[4]}})
	}
	return out
})

// Countries lists all countries, by code. The caller must not change them.
func Countries() []Country { return countries() }

var countryIndex = sync.OnceValue(func() map[string]Country {
	m := map[string]Country{}
	for _, c := range countries() {
		m[c.Code] = c
	}
	return m
})

// CountryByCode finds a country by its ISO 3166-1 alpha-2 code, in capitals.
func CountryByCode(code string) (Country, bool) {
	c, ok := countryIndex()[code]
	return c, ok
}

// suggestCountry finds the code that was meant by a name or by small letters.
func suggestCountry(s string) string {
	if c, ok := CountryByCode(strings.ToUpper(s)); ok {
		return c.Code
	}
	for _, c := range countries() {
		for _, name := range c.Name {
			if strings.EqualFold(name, s) {
				return c.Code
			}
		}
	}
	return ""
}
