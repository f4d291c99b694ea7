package rules

import (
	"cmp"
	"fmt"

	"github.com/samsvar/samsvar/generator/model"
)

// risk: the level of security rests on an assessment of the risk (GDPR
// art. 32(2)) that the controller has made its own, before it signs.
func (k *checker) risk() {
	c := k.c
	if c.Security == nil { // an open point
		return
	}
	k.overdue()
	const path = "security.riskAssessment"
	r := c.Security.RiskAssessment
	if r == nil {
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

// overdue: a measure that is to be in place by now is.
func (k *checker) overdue() {
	for i, m := range k.c.Security.Measures {
		if m.Status != "" && m.Status != "in-place" && m.DueDate != "" && k.c.Date != "" && m.DueDate < k.c.Date {
			k.add("measure-overdue", fmt.Sprintf("security.measures[%d].dueDate", i), "id", cmp.Or(m.ID, m.Title), "date", string(m.DueDate))
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
