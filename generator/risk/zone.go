package risk

import "github.com/samsvar/samsvar/generator/model"

// The zones say which rules hold for a country, and nothing of what it is like: a
// country is never scored or ranked.
const (
	ZoneNorway   = "norway"
	ZoneNordic   = "nordic"   // the other Nordic countries of the EEA
	ZoneEEA      = "eea"      // the other countries of the EEA
	ZoneAdequate = "adequate" // there is a decision of adequacy, which may be limited (model.Adequacy.Scope)
	ZoneThird    = "third"    // all others (GDPR art. 46 and 49)
)

// Zone is the zone of a country by its ISO 3166-1 alpha-2 code; empty where there is
// no such country.
func Zone(country string) string {
	c, ok := model.CountryByCode(country)
	_, adequate := model.AdequacyOf(country)
	switch {
	case !ok:
		return ""
	case country == "NO":
		return ZoneNorway
	case country == "DK", country == "FI", country == "IS", country == "SE":
		return ZoneNordic
	case c.EEA:
		return ZoneEEA
	case adequate:
		return ZoneAdequate
	}
	return ZoneThird
}
