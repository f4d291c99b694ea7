package model

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

// Adequacy is a decision of the European Commission that a country ensures an
// adequate level of protection (GDPR art. 45). The data are dated: a decision can
// be made, limited or withdrawn after the day on which they were checked.
// International organisations, which have no country code, are not here.
type Adequacy struct {
	Country  string // ISO 3166-1 alpha-2
	Decision string // number, such as "2000/518/EC"
	Adopted  Date
	Checked  Date // when the data were last held against the source
	// Scope is the act or list that an importer must come under, where the decision
	// does not cover everyone in the country; otherwise empty.
	Scope  string
	Source string
}

//go:embed adequacy.csv
var adequacyCSV string

var adequacy = sync.OnceValue(func() map[string]Adequacy {
	out, err := readAdequacy(adequacyCSV)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	return out
})

func readAdequacy(text string) (map[string]Adequacy, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string]Adequacy{}
	for _, r := range rows[1:] {
		if _, twice := out[r[0]]; twice {
			return nil, fmt.Errorf("adequacy.csv: %s stands twice", r[0])
		}
		out[r[0]] = Adequacy{
			Country: r[0], Decision: r[1], Adopted: Date(r[2]), Checked: Date(r[3]), Scope: r[4], Source: r[5],
		}
	}
	return out, nil
}

// AdequacyOf finds the decision about a country.
func AdequacyOf(country string) (Adequacy, bool) {
	a, ok := adequacy()[country]
	return a, ok
}

// AdequacyChecked is the day to which the decisions are known: the earliest of
// those on which one was checked.
func AdequacyChecked() Date {
	var first Date
	for _, a := range adequacy() {
		if first == "" || a.Checked < first {
			first = a.Checked
		}
	}
	return first
}
