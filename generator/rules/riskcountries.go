package rules

import (
	"fmt"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// countries: no data are where an assessment says that they cannot be, and a
// country outside the EEA where they are, or from where they are reached, has been
// assessed (GDPR art. 32 and 48). Countries are not compared with each other.
func (a *assessment) countries() {
	assessed := map[string]*model.CountryAssessment{}
	onlyNorway := "" // path of an assessment that says so of the information
	for i := range a.r.Countries {
		c := &a.r.Countries[i]
		assessed[c.Country] = c
		if c.InformationClass == "only-norway" && onlyNorway == "" {
			onlyNorway = fmt.Sprintf("risk.countries[%d].informationClass", i)
		}
	}
	told := map[string]bool{}
	missing := func(path, code string) {
		if country, known := model.CountryByCode(code); known && !country.EEA && assessed[code] == nil && !told[code] {
			told[code] = true
			a.add("country-not-assessed", path, report.Words("country", country.Name)...)
		}
	}
	for i, l := range a.locations() {
		path := fmt.Sprintf("service.locations[%d].country", i)
		c := assessed[l.Country]
		country, known := model.CountryByCode(l.Country)
		if !known {
			continue
		}
		switch {
		case c != nil && c.Conclusion == "not-acceptable":
			a.add("country-not-acceptable", path, with(report.Words("country", country.Name), "location", l.ID)...)
		// What is said of a country itself goes before what is said of another.
		case l.Country != "NO" && onlyNorway != "" && (c == nil || c.InformationClass == "" || c.InformationClass == "only-norway"):
			a.add("country-only-norway", path, with(report.Words("country", country.Name), "location", l.ID, "where", onlyNorway)...)
			told[l.Country] = true
		default:
			missing(path, l.Country)
		}
	}
	for i, s := range a.c.Subprocessors {
		if s.Address != nil {
			missing(fmt.Sprintf("subprocessors[%d].address.country", i), s.Address.Country)
		}
	}
}
