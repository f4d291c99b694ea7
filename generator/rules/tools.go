package rules

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/samsvar/samsvar/generator/model"
)

// tools: the basis of each transfer is one that can carry it (GDPR art. 44-49).
func (k *checker) tools() {
	country := map[string]string{}
	for _, l := range k.locations() {
		country[l.ID] = l.Country
	}
	for i, t := range k.c.Transfers {
		at := fmt.Sprintf("transfers[%d]", i)
		to := country[t.Location]
		if _, known := model.CountryByCode(to); !known || k.inEEA(to) {
			to = "" // not known, or a finding of its own
		}
		switch t.Basis {
		case "adequacy":
			k.adequacy(at, to)
		case "dpf":
			k.dpf(at, to, t.DPF)
		case "scc":
			k.module(at, t)
		case "derogation":
			// What a delivery needs day after day is not a specific situation.
			k.add("transfer-derogation", at+".basis")
		}
	}
}

// adequacy: there is a decision about the country, and it covers the importer.
func (k *checker) adequacy(at, country string) {
	if country == "" {
		return
	}
	a, found := model.AdequacyOf(country)
	switch {
	case !found:
		k.add("adequacy-unknown", at+".basis", "country", country, "date", string(model.AdequacyChecked()))
	case country == "US":
		k.add("adequacy-dpf", at+".basis", "decision", a.Decision)
	case a.Scope != "":
		k.add("adequacy-limited", at+".basis", "country", country, "decision", a.Decision, "scope", a.Scope)
	}
}

// dpf: the framework is about organisations in the USA that are on its list now.
func (k *checker) dpf(at, country string, d *model.DPF) {
	if country != "" && country != "US" {
		k.add("dpf-country", at+".basis", "country", country)
	}
	if d != nil && k.monthsBefore(d.CheckedOn, 6) {
		k.add("dpf-check-old", at+".dpf.checkedOn", "date", string(d.CheckedOn))
	}
}

// module: which module of the standard contractual clauses fits (decision (EU)
// 2021/914). An importer here is always a processor, so that 1 and 4, whose
// importer is a controller, never do.
func (k *checker) module(at string, t model.Transfer) {
	if t.Module == nil || !slices.Contains(k.processors(), t.Importer) {
		return
	}
	want := ""
	switch {
	case slices.Contains(k.controllers(), t.Exporter):
		want = "2"
	case slices.Contains(append(k.principals(), k.processors()...), t.Exporter):
		want = "3"
	case *t.Module == 2 || *t.Module == 3:
		return // the exporter is not known
	default:
		want = "2 / 3"
	}
	if got := strconv.Itoa(*t.Module); got != want {
		k.add("transfer-module", at+".module", "module", got, "want", want, "exporter", t.Exporter, "importer", t.Importer)
	}
}

// monthsBefore reports whether a date is more than so many months before the date
// of the case.
func (k *checker) monthsBefore(d model.Date, months int) bool {
	day, err := time.Parse(time.DateOnly, string(d))
	now, noDate := time.Parse(time.DateOnly, string(k.c.Date))
	return err == nil && noDate == nil && day.AddDate(0, months, 0).Before(now)
}

// monthsAfter reports whether a date comes before so many months after the date
// of the case have passed.
func (k *checker) monthsAfter(d model.Date, months int) bool {
	day, err := time.Parse(time.DateOnly, string(d))
	now, noDate := time.Parse(time.DateOnly, string(k.c.Date))
	return err == nil && noDate == nil && day.Before(now.AddDate(0, months, 0))
}
