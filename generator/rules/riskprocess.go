package rules

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// process: the assessment is made in time, by those who know what is at stake, and
// in full.
func (a *assessment) process() {
	m, signed := a.r.Mandate, a.signedOn()
	if m != nil && m.Kind == "preliminary" && a.operating() {
		a.add("risk-preliminary", "risk.mandate.kind")
	}
	if m != nil && signed != "" && slices.Contains(m.Triggers, "new-service") { // others come later by their nature
		switch {
		case m.Date > signed:
			a.add("risk-started-late", "risk.mandate.date", "date", string(m.Date), "signed", string(signed))
		case a.r.Approval != nil && a.r.Approval.Date > signed:
			a.add("risk-approved-late", "risk.approval.date", "date", string(a.r.Approval.Date), "signed", string(signed))
		}
	}
	if d := a.r.ReviewBy; d != "" && a.c.Date != "" && d < a.c.Date {
		a.add("review-overdue", "risk.reviewBy", "date", string(d))
	}
	inside := func(p model.RiskParticipant) bool { // knows the activity, or has to answer for it
		return len(p.Knowledge) == 0 || slices.Contains(p.Knowledge, "clinical") || slices.Contains(p.Knowledge, "management")
	}
	if len(a.r.Participants) > 0 && !slices.ContainsFunc(a.r.Participants, inside) {
		a.add("risk-one-sided", "risk.participants")
	}
}

// riskDates: what is told of as past is, and comes in its order.
func (a *assessment) riskDates() {
	r := a.r
	mandate, approval := model.Date(""), model.Date("")
	if r.Mandate != nil {
		mandate = r.Mandate.Date
		a.past("risk.mandate.date", mandate)
	}
	if r.Approval != nil {
		approval = r.Approval.Date
		a.past("risk.approval.date", approval)
		a.order("risk.mandate.date", mandate, "risk.approval.date", approval)
		a.order("risk.approval.date", approval, "risk.reviewBy", r.ReviewBy)
	}
	if r.VendorAssessment != nil {
		a.past("risk.vendorAssessment.date", r.VendorAssessment.Date)
	}
	latest, decided := "", model.Date("")
	for i := range r.Scenarios {
		s, path := &r.Scenarios[i], fmt.Sprintf("risk.scenarios[%d]", i)
		a.scenarioDates(s, path, mandate)
		if s.Decision != nil && s.Decision.Date > decided {
			latest, decided = path+".decision.date", s.Decision.Date
		}
	}
	a.order(latest, decided, "risk.approval.date", approval) // what is approved has been decided
	for i, c := range r.Countries {
		a.past(fmt.Sprintf("risk.countries[%d].date", i), c.Date)
	}
	if r.AuditFrequency != nil {
		a.past("risk.auditFrequency.date", r.AuditFrequency.Date)
	}
	for i, c := range r.Changes {
		at := fmt.Sprintf("risk.changes[%d].date", i)
		a.past(at, c.Date)
		if i > 0 {
			a.order(fmt.Sprintf("risk.changes[%d].date", i-1), r.Changes[i-1].Date, at, c.Date)
		}
	}
}

func (a *assessment) scenarioDates(s *model.RiskScenario, path string, mandate model.Date) {
	for i, r := range s.Reassessments {
		at := fmt.Sprintf("%s.reassessments[%d].date", path, i)
		a.past(at, r.Date)
		if i > 0 { // the last is the one that counts
			a.order(fmt.Sprintf("%s.reassessments[%d].date", path, i-1), s.Reassessments[i-1].Date, at, r.Date)
		} else {
			a.order("risk.mandate.date", mandate, at, r.Date)
		}
	}
	for i, o := range s.Overrides {
		a.past(fmt.Sprintf("%s.overrides[%d].date", path, i), o.Date)
	}
	if d := s.Decision; d != nil {
		at := path + ".decision.date"
		a.past(at, d.Date)
		a.order("risk.mandate.date", mandate, at, d.Date)
	}
}
