package rules_test

import "github.com/samsvar/samsvar/generator/model"

var guidanceCases = []testCase{
	{"scenarios and measures that the library has not", risky(func(r *model.Risk, _ *model.Case) {
		r.Scenarios[1].From, r.Measures[0].From = "RSK-WEB-R2", "MEA-TRAINS"
	}), []finding{
		{"risk-measure-from-unknown", "risk.measures[0].from", "the library has no measure “MEA-TRAINS”"},
		{"risk-from-unknown", "risk.scenarios[1].from", "the library has no scenario “RSK-WEB-R2”"},
	}},
	{"a demand that is nowhere", first(func(s *model.RiskScenario) { s.Covers = append(s.Covers, "normen:RSK-ARE-LOG1", "") }),
		[]finding{{unknown, "risk.scenarios[0].covers[1]", "“normen:RSK-ARE-LOG1” is not among samsvar list catalogues"}}},
	{"areas without a scenario", risky(func(r *model.Risk, _ *model.Case) {
		r.Scenarios[0].Covers, r.Areas = nil, map[string]string{"RSK-ARE-LOG1": " "}
	}), []finding{
		{"risk-area-missing", "risk.areas.RSK-ARE-LOG1", "no scenario covers the risk area RSK-ARE-LOG1 (logs of health data)"},
		{"risk-area-missing", "risk.areas.RSK-ARE-PAT1", "no scenario covers the risk area RSK-ARE-PAT1 (ICT that patients use)"},
	}},
	{"a reason against what is always assessed", risky(func(r *model.Risk, _ *model.Case) {
		r.Scenarios[0].From, r.Areas["RSK-ARE-VND1"] = "", "Leverandøren har ingen tilgang"
	}), []finding{{"risk-area-always", "risk.areas.RSK-ARE-VND1", "no scenario covers the risk area RSK-ARE-VND1, which is always to be assessed"}}},
	{"no scenarios are an open point", risky(func(r *model.Risk, _ *model.Case) { r.Scenarios, r.Areas = nil, nil }), nil},
	{"keys that the guidance has not", risky(func(r *model.Risk, _ *model.Case) {
		r.Areas["RSK-QST-01"], r.Questions["RSK-QST-1"], r.Pitfalls["x"] = "a", "b", "c"
		r.Countries[0].Criteria["A8-CTR-10"] = model.CountryCriterion{}
		r.AuditFrequency.Factors["AUD-FRQ-BASE"] = model.AuditFactor{}
	}), []finding{
		{"risk-key-unknown", "risk.areas.RSK-QST-01", "“RSK-QST-01” is not among the items of normen-sky:RSK-ARE"},
		{"risk-key-unknown", "risk.auditFrequency.factors.AUD-FRQ-BASE", "“AUD-FRQ-BASE” is not among the items of normen-sky:AUD-FRQ"},
		{"risk-key-unknown", "risk.countries[0].criteria.A8-CTR-10", "“A8-CTR-10” is not among the items of ie-1012:A8-CTR"},
		{"risk-key-unknown", "risk.pitfalls.x", "“x” is not among the items of ie-1012:RSK-PIT"},
		{"risk-key-unknown", "risk.questions.RSK-QST-1", "“RSK-QST-1” is not among the items of ie-1012:RSK-QST"},
	}},
}

var countryCases = []testCase{
	{"a country that is not assessed is told once", risky(func(r *model.Risk, _ *model.Case) { r.Countries = nil }),
		[]finding{{"country-not-assessed", "service.locations[1].country", "there is no country assessment of India, which is outside the EEA"}}},
	{"of a sub-processor without a place there", risky(func(r *model.Risk, c *model.Case) {
		r.Countries[0].Country, c.Service.Locations[1].Country = "US", "SE"
	}), []finding{
		{"country-not-assessed", "subprocessors[1].address.country", "there is no country assessment of India, which is outside the EEA"},
		{"transfer-inside-eea", "transfers[0].location", "location L2 is in SE, which is in the EEA: this is no transfer to a third country"},
	}},
	{"the EEA needs no assessment", risky(func(_ *model.Risk, c *model.Case) { c.Service.Locations[0].Country = "IS" }), nil},
	{"not without a risk assessment", nil, nil},
	{"data where they cannot be", risky(func(r *model.Risk, _ *model.Case) { r.Countries[0].Conclusion = "not-acceptable" }),
		[]finding{{"country-not-acceptable", "service.locations[1].country", "the country assessment says that India is not acceptable, but the location L2 is there"}}},
	{"only in Norway", risky(func(r *model.Risk, c *model.Case) {
		r.Countries[0].InformationClass, c.Service.Locations[2].Country = "only-norway", "SE"
	}), []finding{
		{"country-only-norway", "service.locations[1].country", "the information may be only in Norway (risk.countries[0].informationClass), but the location L2 is in India"},
		{"country-only-norway", "service.locations[2].country", "the information may be only in Norway (risk.countries[0].informationClass), but the location L3 is in Sweden"},
	}},
	{"only in Norway, and another kind abroad", risky(func(r *model.Risk, _ *model.Case) {
		r.Countries = append(r.Countries, model.CountryAssessment{Country: "NO", InformationClass: "only-norway"})
	}), nil},
}

func audited(agreed, decided string) func(*model.Case) {
	return risky(func(r *model.Risk, c *model.Case) {
		c.Agreement.Audit.Frequency, r.AuditFrequency.Frequency = agreed, decided
	})
}

var auditCases = []testCase{
	{"audits as decided", audited("every-two-years", "every-two-years"), nil},
	{"audits more often than decided", audited("half-yearly", "annual"), nil},
	{"audits more seldom than decided", audited("every-two-years", "annual"),
		[]finding{{"audit-rarer-decided", "agreement.audit.frequency", "the agreement provides for an audit every two years, but the decision in risk.auditFrequency is annually"}}},
	{"audits as suggested", audited("annual", ""), nil},
	{"audits more seldom than suggested", audited("every-three-years", ""),
		[]finding{{"audit-rarer-suggested", "agreement.audit.frequency", "the agreement provides for an audit every three years, less often than annually, which the factors suggest"}}},
	{"audits more seldom than the factors suggest", risky(func(r *model.Risk, c *model.Case) {
		c.Agreement.Audit.Frequency = "annual"
		r.AuditFrequency = &model.AuditFrequency{Factors: map[string]model.AuditFactor{"AUD-FRQ-UP2": {Applies: new(true)}, "AUD-FRQ-UP4": {Applies: new(true)}}}
	}), []finding{{"audit-rarer-suggested", "agreement.audit.frequency",
		"the agreement provides for an audit annually, less often than every six months, which the factors suggest: AUD-FRQ-UP2 (special categories), AUD-FRQ-UP4"}}},
	{"a frequency that is not agreed is an open point", audited("", ""), nil},
}

func inCloud(c *model.Case) {
	c.Service.Models, c.Processing.PersonalData[0].Special, c.Security.RiskAssessment = []string{"saas"}, "health", nil
}

var cloudMissing = []finding{{"risk-cloud-missing", "security.riskAssessment", "health data are processed in a cloud service, but the case has no risk assessment"}}

var processCases = []testCase{
	{"health data in the cloud", inCloud, cloudMissing},
	{"health data in the cloud, and nothing of security yet", then(inCloud, func(c *model.Case) { c.Security = nil }), nil}, // an open point
	{"an assessment outside the case", then(inCloud, riskOf("2026-10-19")), nil},
	{"an assessment in the case", then(inCloud, risky(nil)), nil},
	{"health data in our own rooms", then(inCloud, func(c *model.Case) { c.Service.Models = []string{"on-premises"} }),
		[]finding{{"risk-none", "security.riskAssessment", "the case names no risk assessment on which the security measures rest"}}},
	{"other data in the cloud", then(inCloud, func(c *model.Case) { c.Processing.PersonalData[0].Special = "" }),
		[]finding{{"risk-none", "security.riskAssessment", "the case names no risk assessment on which the security measures rest"}}},

	{"preliminary in operation", then(risky(func(r *model.Risk, _ *model.Case) { r.Mandate.Kind = "preliminary" }), signed("operation", "2026-06-10")),
		[]finding{{"risk-preliminary", "risk.mandate.kind", "the service is in operation, but the risk assessment is only preliminary"}}},
	{"preliminary before", risky(func(r *model.Risk, c *model.Case) { r.Mandate.Kind, c.Phase = "preliminary", "tender" }), nil},
	{"begun after the signing", then(risky(nil), signed("contract", "2026-05-03")),
		[]finding{{"risk-started-late", "risk.mandate.date", "the risk assessment of the new service was asked for on 2026-05-04, after the agreement was signed on 2026-05-03"}}},
	{"approved after the signing", then(risky(nil), signed("contract", "2026-06-02")),
		[]finding{{"risk-approved-late", "risk.approval.date", "the management approved the residual risk on 2026-06-03, after the agreement was signed on 2026-06-02"}}},
	{"approved on the day of the signing", then(risky(nil), signed("contract", "2026-06-03")), nil},
	{"after an incident", then(risky(func(r *model.Risk, _ *model.Case) { r.Mandate.Triggers = []string{"deviation"} }), signed("operation", "2025-01-01")), nil},
	{"seen from technology only", risky(func(r *model.Risk, _ *model.Case) {
		r.Participants = []model.RiskParticipant{{Knowledge: []string{"technology", "security"}}, {Knowledge: []string{"law", "supplier"}}}
	}), []finding{{"risk-one-sided", "risk.participants", "none of the participants contributes clinical practice or management"}}},
	{"a participant of whom nothing is known", risky(func(r *model.Risk, _ *model.Case) {
		r.Participants = []model.RiskParticipant{{Knowledge: []string{"technology"}}, {}}
	}), nil},
	{"a review that is due", risky(func(r *model.Risk, _ *model.Case) { r.ReviewBy = "2026-11-21" }),
		[]finding{{"review-overdue", "risk.reviewBy", "the review date 2026-11-21 is before the date of the case"}}},
	{"a review that is due today", risky(func(r *model.Risk, _ *model.Case) { r.ReviewBy = today }), nil},

	{"decided before the mandate", first(func(s *model.RiskScenario) { s.Decision.Date = "2026-05-03" }),
		[]finding{{"date-order", "risk.scenarios[0].decision.date", "risk.mandate.date is 2026-05-04, which is after risk.scenarios[0].decision.date, 2026-05-03"}}},
	{"approved before the last decision", risky(func(r *model.Risk, _ *model.Case) {
		r.Scenarios[0].Decision.Date, r.Scenarios[1].Decision.Date = "2026-06-04", "2026-06-05"
	}), []finding{{"date-order", "risk.approval.date", "risk.scenarios[1].decision.date is 2026-06-05, which is after risk.approval.date, 2026-06-03"}}},
	{"approved before the mandate", risky(func(r *model.Risk, _ *model.Case) {
		r.Approval.Date, r.Scenarios[0].Decision, r.Scenarios[1].Decision = "2026-05-03", nil, nil
	}), []finding{{"date-order", "risk.approval.date", "risk.mandate.date is 2026-05-04, which is after risk.approval.date, 2026-05-03"}}},
	{"a review before the approval", risky(func(r *model.Risk, _ *model.Case) { r.Approval.Date, r.ReviewBy = today, "2026-11-21" }), []finding{
		{"date-order", "risk.reviewBy", "risk.approval.date is 2026-11-22, which is after risk.reviewBy, 2026-11-21"},
		{"review-overdue", "risk.reviewBy", "the review date 2026-11-21 is before the date of the case"},
	}},
	{"reassessments out of order", first(func(s *model.RiskScenario) {
		s.Reassessments = []model.RiskReassessment{{Date: "2026-07-02"}, {Date: "2026-07-01"}}
	}), []finding{{"date-order", "risk.scenarios[0].reassessments[1].date", "risk.scenarios[0].reassessments[0].date is 2026-07-02, which is after risk.scenarios[0].reassessments[1].date, 2026-07-01"}}},
	{"reassessed before the mandate", first(func(s *model.RiskScenario) { s.Reassessments = []model.RiskReassessment{{Date: "2026-05-01"}} }),
		[]finding{{"date-order", "risk.scenarios[0].reassessments[0].date", "risk.mandate.date is 2026-05-04, which is after risk.scenarios[0].reassessments[0].date, 2026-05-01"}}},
	{"changes out of order", risky(func(r *model.Risk, _ *model.Case) { r.Changes[1].Date = "2026-05-31" }),
		[]finding{{"date-order", "risk.changes[1].date", "risk.changes[0].date is 2026-06-01, which is after risk.changes[1].date, 2026-05-31"}}},
	{"still to come", risky(func(r *model.Risk, _ *model.Case) {
		r.Mandate.Date, r.Approval.Date, r.AuditFrequency.Date, r.Countries[0].Date, r.Changes[1].Date = tomorrow, tomorrow, tomorrow, tomorrow, tomorrow
		r.VendorAssessment = &model.VendorAssessment{Date: tomorrow}
		s := &r.Scenarios[0]
		s.Decision.Date, r.Scenarios[1].Decision = tomorrow, nil
		s.Reassessments = []model.RiskReassessment{{Date: tomorrow}}
		s.Overrides = []model.RiskOverride{{Date: tomorrow}}
	}), []finding{
		future("risk.approval.date"), future("risk.auditFrequency.date"), future("risk.changes[1].date"), future("risk.countries[0].date"), future("risk.mandate.date"),
		future("risk.scenarios[0].decision.date"), future("risk.scenarios[0].overrides[0].date"), future("risk.scenarios[0].reassessments[0].date"),
		future("risk.vendorAssessment.date"),
	}},
}
