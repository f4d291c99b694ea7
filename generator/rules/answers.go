package rules

import (
	"fmt"
	"maps"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// answers: what somebody has to decide is decided, and not only ticked off.
func (k *checker) answers() {
	k.openness()
	s := k.c.Service
	if s == nil {
		return
	}
	if s.StandardTerms != nil {
		for i, r := range s.StandardTerms.Review {
			if r.Result == "meets" && r.Clause == "" {
				k.add("review-without-clause", fmt.Sprintf("service.standardTerms.review[%d].clause", i), "demand", r.Demand)
			}
		}
	}
	act := func(rule, path string, a *model.ActAssessment) {
		if a != nil && a.Assessed == "not-assessed" {
			k.add(rule, path+".assessed")
		}
	}
	act("security-act-not-assessed", "service.securityAct", s.SecurityAct)
	act("digital-security-act-not-assessed", "service.digitalSecurityAct", s.DigitalSecurityAct)
}

// openness: a document that there is, and an exemption that a person stands behind
// (offentleglova; only such a one is printed).
func (k *checker) openness() {
	for _, id := range slices.Sorted(maps.Keys(k.c.Openness)) {
		path := model.JoinKey("openness", id)
		if len(k.library.Documents) > 0 {
			k.refers(path, id, "samsvar list documents", k.library.Documents)
		}
		if o := k.c.Openness[id]; o.Exempt != "" && o.Exempt != "none" && o.ConfirmedBy == "" {
			k.add("openness-unconfirmed", path+".confirmedBy", "document", id, "exempt", o.Exempt)
		}
	}
}
