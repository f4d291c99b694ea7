package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// risk: the level of security rests on an assessment of the risk (GDPR
// art. 32(2)) that the controller has made its own, before it signs. It is in the
// case (assessment), or a document outside it.
func (k *checker) risk() {
	c := k.c
	k.overdue()
	if c.Security == nil { // an open point
		return
	}
	const path = "security.riskAssessment"
	r := c.Security.RiskAssessment
	switch {
	case r != nil:
	case c.Risk != nil:
		return
	case k.healthInCloud():
		k.add("risk-cloud-missing", path)
		return
	default:
		k.add("risk-none", path)
		return
	}
	if r.By == "processor" {
		k.add("risk-by-vendor", path+".by")
	}
	signed := k.signedOn()
	if signed != "" {
		k.past(path+".date", r.Date)
	}
	switch {
	case signed == "" && c.Date != "" && r.Date > c.Date: // there is time to assess it first
		k.add("risk-after-signing", path+".date", "date", string(r.Date), "case", string(c.Date))
	case signed != "" && r.Date > signed:
		k.add("risk-since-signing", path+".date", "date", string(r.Date), "signed", string(signed))
	}
}

// healthInCloud: health data are processed in a cloud service, which is always
// assessed first (Normen).
func (k *checker) healthInCloud() bool {
	c := k.c
	if c.Service == nil || c.Processing == nil {
		return false
	}
	cloud := func(model string) bool { return slices.Contains([]string{"saas", "paas", "iaas"}, model) }
	return slices.ContainsFunc(c.Service.Models, cloud) && slices.ContainsFunc(c.Processing.PersonalData, isHealth)
}

func isHealth(d model.PersonalData) bool { return d.Special == "health" }

// overdue: a measure that is to be in place by now is.
func (k *checker) overdue() {
	late := func(path, id, status string, due model.Date) {
		if status != "" && status != inPlace && due != "" && k.c.Date != "" && due < k.c.Date {
			k.add("measure-overdue", path+".dueDate", "id", id, "date", string(due))
		}
	}
	if k.c.Security != nil {
		for i, m := range k.c.Security.Measures {
			late(fmt.Sprintf("security.measures[%d]", i), cmp.Or(m.ID, m.Title), m.Status, m.DueDate)
		}
	}
	if k.c.Risk != nil {
		for i, m := range k.c.Risk.Measures {
			late(fmt.Sprintf("risk.measures[%d]", i), cmp.Or(m.ID, m.Title), m.Status, m.DueDate)
		}
	}
}

// signedOn is empty while it is not known when the agreement was signed.
func (k *checker) signedOn() model.Date {
	if a := k.c.Agreement; a != nil && a.Signing != nil {
		return a.Signing.SignedOn
	}
	return ""
}

// operating: the processing is going on.
func (k *checker) operating() bool {
	return k.c.Phase == "operation" || k.c.Phase == "exit"
}

// signed: once the processing is going on, the agreement has been signed.
func (k *checker) signed() {
	if a := k.c.Agreement; k.operating() && a != nil && a.Signing != nil && a.Signing.SignedOn == "" {
		k.add("signed-undated", "agreement.signing.signedOn")
	}
}
