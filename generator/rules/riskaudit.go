package rules

import (
	"slices"

	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// frequencies of audits, the most frequent first.
var frequencies = []string{"half-yearly", "annual", "every-two-years", "every-three-years"}

// rarer: both are frequencies, and a comes less often.
func rarer(a, b string) bool {
	return slices.Contains(frequencies, b) && slices.Index(frequencies, a) > slices.Index(frequencies, b)
}

// audit: the agreement gives the audits that the controller has decided on, or else
// those that the factors suggest (GDPR art. 28(3)(h)).
func (a *assessment) audit() {
	if a.c.Agreement == nil || a.c.Agreement.Audit == nil {
		return
	}
	const path = "agreement.audit.frequency"
	agreed := a.c.Agreement.Audit.Frequency
	if f := a.r.AuditFrequency; f != nil && f.Frequency != "" {
		if rarer(agreed, f.Frequency) {
			a.add("audit-rarer-decided", path, slices.Concat(report.Words("agreed", valueWords("Audit.frequency", agreed)),
				report.Words("decided", valueWords("AuditFrequency.frequency", f.Frequency)))...)
		}
		return // a person's decision goes before the factors
	}
	s := risk.AuditSuggestion(a.c, a.register)
	if !rarer(agreed, s.Frequency) {
		return
	}
	a.add("audit-rarer-suggested", path, slices.Concat(report.Words("agreed", valueWords("Audit.frequency", agreed)),
		report.Words("suggested", valueWords("AuditFrequency.frequency", s.Frequency)), report.Words("factors", a.factors(s)))...)
}

// factors are those that speak for more frequent audits, in words where the
// guidance is known.
func (a *assessment) factors(s risk.Suggestion) risk.Text {
	var up []Item
	for _, f := range s.Factors {
		if f.Applies && f.Direction == risk.Up {
			up = append(up, Item{ID: f.ID})
		}
	}
	if a.library.Guidance != nil {
		for _, item := range a.library.Guidance.Group(auditGuidance) {
			for i := range up {
				if up[i].ID == item.ID {
					up[i].Text = item.Text
				}
			}
		}
	}
	return listed(len(up), func(i int) (string, risk.Text) {
		if len(up[i].Text) == 0 {
			return up[i].ID, risk.Text{"nb": "", "nn": "", "en": ""}
		}
		return up[i].ID + " (%s)", lower(up[i].Text)
	})
}
