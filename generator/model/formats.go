package model

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// errFormat is never shown: the rule of the format has the words.
var errFormat = errors.New("format")

// textFormat makes a format that tests texts only.
func textFormat(name string, ok func(string) bool) *jsonschema.Format {
	return &jsonschema.Format{Name: name, Validate: func(v any) error {
		if s, is := v.(string); is && !ok(s) {
			return errFormat
		}
		return nil
	}}
}

var formats = []*jsonschema.Format{
	textFormat("date", validDate),
	textFormat("email", validEmail),
	textFormat("country-code", func(s string) bool { _, ok := CountryByCode(s); return ok }),
	textFormat("period", validPeriod),
}

// validDate tests a calendar date, YYYY-MM-DD (RFC 3339 full-date).
func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil && len(s) == len(time.DateOnly)
}

// validEmail tests that there is one @ between a name and a host with a dot,
// and nothing that could end or split an address (RFC 5322 addr-spec, without
// quoted names and comments).
func validEmail(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	if !ok || name == "" || len(s) > 254 || strings.ContainsAny(s, " \t\n\",:;<>()[]\\") || strings.Contains(host, "@") {
		return false
	}
	labels := strings.Split(host, ".")
	for _, l := range labels {
		if l == "" || len(l) > 63 || strings.HasPrefix(l, "-") || strings.HasSuffix(l, "-") {
			return false
		}
	}
	return len(labels) > 1 && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".") && !strings.Contains(name, "..")
}

var period = regexp.MustCompile(`^P([0-9]{1,4}W|([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?)$`)

// validPeriod tests a duration in years, months, weeks or days (ISO 8601), such
// as P6M.
func validPeriod(s string) bool {
	return len(s) > 1 && period.MatchString(s) && strings.ContainsAny(s, "123456789")
}
