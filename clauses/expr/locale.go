package expr

import "github.com/samsvar/samsvar/doc"

// The words here stand in the order nb, nn, en.

func index(l doc.Language) int {
	switch l {
	case doc.Nynorsk:
		return 1
	case doc.English:
		return 2
	}
	return 0
}

var and = [3]string{"og", "og", "and"}

var yesNo = map[bool][3]string{true: {"ja", "ja", "yes"}, false: {"nei", "nei", "no"}}

var months = [3][12]string{
	{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
	{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
	{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// nouns of time, singular and plural, by the unit letter of ISO 8601; H is hours.
var nouns = map[string][3][2]string{
	"Y": {{"år", "år"}, {"år", "år"}, {"year", "years"}},
	"M": {{"måned", "måneder"}, {"månad", "månader"}, {"month", "months"}},
	"W": {{"uke", "uker"}, {"veke", "veker"}, {"week", "weeks"}},
	"D": {{"dag", "dager"}, {"dag", "dagar"}, {"day", "days"}},
	"H": {{"time", "timer"}, {"time", "timar"}, {"hour", "hours"}},
}
