package rules

import (
	"fmt"

	"github.com/samsvar/samsvar/generator/model"
)

// dates: what a document tells of has happened when it is dated, and one thing
// comes after another. The former is certain; the latter can be otherwise in rare
// cases.
func (k *checker) dates() {
	c := k.c
	if v := c.Version; v != nil {
		for i, h := range v.History {
			at := fmt.Sprintf("version.history[%d].date", i)
			k.past(at, h.Date)
			if i > 0 {
				k.order(fmt.Sprintf("version.history[%d].date", i-1), v.History[i-1].Date, at, h.Date)
			}
		}
	}
	for id, o := range c.Openness {
		k.past(model.JoinKey("openness", id)+".date", o.Date)
	}
	for i, s := range c.Subprocessors {
		at := fmt.Sprintf("subprocessors[%d].", i)
		k.past(at+"approvedOn", s.ApprovedOn)
		k.past(at+"confirmedOn", s.ConfirmedOn)
		// What was confirmed before the authorisation may have changed when it was given.
		k.order(at+"approvedOn", s.ApprovedOn, at+"confirmedOn", s.ConfirmedOn)
	}
	for i, t := range c.Transfers {
		at := fmt.Sprintf("transfers[%d].", i)
		if t.Assessment != nil {
			k.past(at+"assessment.date", t.Assessment.Date)
			k.order(at+"assessment.date", t.Assessment.Date, at+"reviewBy", t.ReviewBy)
		}
		if t.DPF != nil {
			k.past(at+"dpf.checkedOn", t.DPF.CheckedOn)
		}
	}
	k.serviceDates()
	k.amendments()
}

func (k *checker) serviceDates() {
	s := k.c.Service
	if s == nil {
		return
	}
	if s.InformationClass != nil {
		k.past("service.informationClass.date", s.InformationClass.Date)
	}
	for i, l := range s.Locations {
		if l.Assessment != nil {
			k.past(fmt.Sprintf("service.locations[%d].assessment.date", i), l.Assessment.Date)
		}
	}
	// A main agreement and standard terms can be written before they take effect.
	if s.MainAgreement != nil {
		k.order("service.mainAgreement.date", s.MainAgreement.Date, "date", k.c.Date)
	}
	if s.StandardTerms != nil {
		for i, d := range s.StandardTerms.Documents {
			k.order(fmt.Sprintf("service.standardTerms.documents[%d].date", i), d.Date, "date", k.c.Date)
		}
	}
}

// amendments have each their number, and a later number a later date.
func (k *checker) amendments() {
	if k.c.Agreement == nil {
		return
	}
	list := k.c.Agreement.Amendments
	first := map[int]string{}
	for i, a := range list {
		at := fmt.Sprintf("agreement.amendments[%d]", i)
		k.order(at+".date", a.Date, "date", k.c.Date)
		if a.No == nil {
			continue
		}
		if other, twice := first[*a.No]; twice {
			k.add("amendment-twice", at+".no", "no", fmt.Sprint(*a.No), "first", other)
			continue
		}
		first[*a.No] = at
		if before := numberBefore(list, *a.No); before >= 0 {
			k.order(fmt.Sprintf("agreement.amendments[%d].date", before), list[before].Date, at+".date", a.Date)
		}
	}
}

// numberBefore is the index of the amendment with the nearest lower number; -1 when
// there is none.
func numberBefore(list []model.Amendment, no int) int {
	found := -1
	for i, a := range list {
		if a.No != nil && *a.No < no && (found < 0 || *a.No > *list[found].No) {
			found = i
		}
	}
	return found
}

// past reports a date that the document tells of as past and that comes after the
// date of the case.
func (k *checker) past(path string, d model.Date) {
	if d != "" && k.c.Date != "" && d > k.c.Date {
		k.add("date-future", path, "date", string(d), "case", string(k.c.Date))
	}
}

// order reports, at the first of them that is not the date of the case, two dates
// in the wrong order.
func (k *checker) order(path string, d model.Date, laterPath string, later model.Date) {
	if d == "" || later == "" || d <= later {
		return
	}
	at := laterPath
	if laterPath == "date" {
		at = path
	}
	k.add("date-order", at, "path", path, "date", string(d), "other", laterPath, "otherDate", string(later))
}
