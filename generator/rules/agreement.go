package rules

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/generator/model"
)

// relation: what the case says of the controllers fits how many there are, and
// the contracting authority buys for somebody.
func (k *checker) relation() {
	c := k.c
	switch n := len(c.Controllers); {
	case n == 1 && c.ControllerRelation == "joint", n > 1 && c.ControllerRelation == "single":
		// One of several parallel controllers may have a case of its own.
		k.add("relation-contradicts", "controllerRelation", "relation", c.ControllerRelation, "n", strconv.Itoa(n))
	case n > 1 && c.ControllerRelation == "":
		k.add("relation-missing", "controllers", "n", strconv.Itoa(n))
	}
	k.healthAuthority()
	a := c.ContractingAuthority
	if a == nil || len(a.OnBehalfOf) > 0 || len(c.Controllers) < 2 {
		return // with one controller it can be for no other
	}
	itself := slices.ContainsFunc(c.Controllers, func(p model.Controller) bool {
		return plainName(p.Name) == plainName(a.Name) || a.OrgNumber != "" && plainName(p.OrgNumber) == plainName(a.OrgNumber)
	})
	if !itself {
		k.add("authority-for-nobody", "contractingAuthority", "name", a.Name)
	}
}

// level: an agreement between a processor and its sub-processor has both.
func (k *checker) level() {
	below := k.c.Agreement != nil && k.c.Agreement.Level == "processor-subprocessor"
	switch {
	case below && k.c.Intermediary == nil:
		k.add("intermediary-missing", "agreement.level")
	case !below && k.c.Agreement != nil && k.c.Intermediary != nil:
		k.add("intermediary-unused", "intermediary")
	}
}

// standard: a published text and changes to it are named.
func (k *checker) standard() {
	a := k.c.Agreement
	if a == nil {
		return
	}
	if a.StandardText != nil {
		ours := a.Standard == "" || a.Standard == "own"
		if ours && a.Form != "annexes-only" && !k.library.House {
			k.add("standard-label", "agreement.standardText", "title", a.StandardText.Title)
		}
		return
	}
	if a.Standard != "" && a.Standard != "own" {
		k.add("standard-text-missing", "agreement.standard", "standard", a.Standard)
	}
	if len(a.Deviations) > 0 {
		k.add("deviations-of-nothing", "agreement.deviations")
	}
}

// deadlines: the controller's own duty to notify within 72 hours (GDPR
// art. 33(1)) leaves room for the processor's (art. 33(2)).
func (k *checker) deadlines() {
	a := k.c.Agreement
	if a == nil || a.BreachNoticeHours == nil {
		return
	}
	const path = "agreement.breachNoticeHours"
	switch h := *a.BreachNoticeHours; {
	case h >= 72:
		k.add("breach-notice-late", path, "hours", strconv.Itoa(h))
	case h > 36:
		k.add("breach-notice-long", path, "hours", strconv.Itoa(h))
	}
}

// termination: a health record, or what the archive shall have, is not deleted
// before it has been returned and the return accepted.
func (k *checker) termination() {
	c := k.c
	if c.Agreement == nil || c.Agreement.Termination == nil {
		return
	}
	t := c.Agreement.Termination
	if r := t.AcceptedReturn; r != nil && c.Date != "" && r.Date > c.Date {
		k.add("return-not-accepted", "agreement.termination.acceptedReturn.date", "date", string(r.Date))
	}
	if t.Choice != "delete" || t.AcceptedReturn != nil {
		return
	}
	if s := c.Service; s != nil && s.HealthRecordSystem != nil && *s.HealthRecordSystem {
		k.add("record-deleted", "agreement.termination.choice")
	}
	if c.Processing == nil {
		return
	}
	for i, p := range c.Processing.Purposes {
		if r := p.Retention; r != nil && (r.Archive == "preserve" || r.Archive == "transfer") {
			k.add("retention-contradicts", fmt.Sprintf("processing.purposes[%d].retention.archive", i), "purpose", p.ID, "archive", r.Archive)
		}
	}
}
