package rules_test

import "github.com/samsvar/samsvar/generator/model"

func riskOf(on model.Date) func(*model.Case) {
	return func(c *model.Case) { c.Security.RiskAssessment = assessed(on) }
}

func due(status string, on model.Date) func(*model.Case) {
	return func(c *model.Case) {
		c.Security.Measures[0].Status, c.Security.Measures[0].DueDate = status, on
	}
}

var riskCases = []testCase{
	{"no assessment", func(c *model.Case) { c.Security.RiskAssessment = nil },
		[]finding{{"risk-none", "security.riskAssessment", "the case names no risk assessment on which the security measures rest"}}},
	{"health data, and the need for a DPIA is not assessed", func(c *model.Case) { c.DPIA, c.Processing.PersonalData[0].Special = nil, "health" },
		[]finding{{"dpia-need-missing", "dpia.need", "health data are processed, but the case does not show whether a data protection impact assessment is required"}}},
	{"no health data, and no assessment of the need", func(c *model.Case) { c.DPIA = nil }, nil},
	{"the need is assessed after the date of the case", func(c *model.Case) { c.DPIA.Need.Date = "2026-11-23" },
		[]finding{{"date-future", "dpia.need.date", "the date 2026-11-23 is after the date of the case, 2026-11-22, but the documents speak of it as past"}}},
	{"no security is an open point", func(c *model.Case) { c.Security = nil }, nil},
	{"our own assessment", func(c *model.Case) { c.Security.RiskAssessment.By = "controller" }, nil},
	{"the supplier’s assessment", func(c *model.Case) { c.Security.RiskAssessment.By = "processor" },
		[]finding{{"risk-by-vendor", "security.riskAssessment.by", "the risk assessment is the processor’s own, taken over as it is"}}},

	{"assessed on the day", riskOf(today), nil},
	{"assessed afterwards", riskOf(tomorrow),
		[]finding{{"risk-after-signing", "security.riskAssessment.date", "the risk is assessed as late as 2026-11-23, after the date of the agreement, 2026-11-22"}}},
	{"assessed before the signing", then(signed("operation", "2026-10-20"), riskOf("2026-10-20")), nil},
	{"assessed since the signing", then(signed("operation", "2026-10-20"), riskOf("2026-10-21")),
		[]finding{{"risk-since-signing", "security.riskAssessment.date", "the only risk assessment that the case names is of 2026-10-21, after the agreement was signed on 2026-10-20"}}},
	{"signed later, assessed after the date", then(signed("contract", "2026-11-30"), riskOf(tomorrow)), []finding{future("security.riskAssessment.date")}},

	{"a measure that is late", due("planned", "2026-11-21"),
		[]finding{{"measure-overdue", "security.measures[0].dueDate", "the measure M1 was to be in place on 2026-11-21, which is before the date of the case"}}},
	{"a measure without a status", due("", "2026-11-21"), nil},
	{"a measure that is due today", due("not-in-place", today), nil},
	{"a measure that came", due("in-place", "2026-11-21"), nil},
}

func phase(p string, change func(*model.Case)) func(*model.Case) {
	return func(c *model.Case) {
		c.Phase, c.Agreement.Signing.SignedOn = p, today
		change(c)
	}
}

var answerCases = []testCase{
	{"a sub-processor without a place", func(c *model.Case) { c.Service.Locations = c.Service.Locations[:2] },
		[]finding{{"subprocessor-no-place", "subprocessors[0]", "the case does not say from where the sub-processor “Fjellrom AS” works: no row of service.locations is about drift"}}},
	{"no places are an open point", func(c *model.Case) { c.Service.Locations, c.Transfers[0].Location = nil, "" }, nil},
	{"no agreement yet", phase("contract", func(c *model.Case) { c.Subprocessors[0].DPAInPlace = new(false) }),
		[]finding{{"subprocessor-no-agreement", "subprocessors[0].dpaInPlace", "the processor does not yet have an agreement with the sub-processor “Fjellrom AS”"}}},
	{"no agreement in operation", phase("operation", func(c *model.Case) { c.Subprocessors[0].DPAInPlace = new(false) }),
		[]finding{{"subprocessor-without-agreement", "subprocessors[0].dpaInPlace", "the service is in operation, but the processor has no agreement with the sub-processor “Fjellrom AS”"}}},
	{"not known is an open point", phase("operation", func(c *model.Case) { c.Subprocessors[0].DPAInPlace = nil }), nil},

	{"ticked off", func(c *model.Case) {
		c.Service.StandardTerms = &model.StandardTerms{Review: []model.TermsReview{
			{Demand: "gdpr:DPA-L-20", Result: "meets", Clause: "punkt 13"}, {Demand: "gdpr:DPA-L-36", Result: "meets", Clause: " "}, {Demand: "gdpr:DPA-L-18", Result: "silent"},
		}}
	}, []finding{{"review-without-clause", "service.standardTerms.review[1].clause", "the standard terms are said to meet the demand gdpr:DPA-L-36, but not by which clause"}}},
	{"acts", func(c *model.Case) {
		c.Service.SecurityAct, c.Service.DigitalSecurityAct = &model.ActAssessment{Assessed: "not-assessed"}, &model.ActAssessment{Assessed: "not-relevant"}
	}, []finding{{"security-act-not-assessed", "service.securityAct.assessed", "it has not been assessed whether the Security Act (sikkerhetsloven) applies to the service"}}},
	{"the other act", func(c *model.Case) { c.Service.DigitalSecurityAct = &model.ActAssessment{Assessed: "not-assessed"} },
		[]finding{{"digital-security-act-not-assessed", "service.digitalSecurityAct.assessed", "it has not been assessed whether the Digital Security Act (digitalsikkerhetsloven) applies to the service"}}},

	{"an exemption that nobody stands behind", open("dpa", model.Openness{Exempt: "offl. § 13"}),
		[]finding{{"openness-unconfirmed", "openness.dpa.confirmedBy", "the exemption of dpa from public access (offl. § 13) is confirmed by nobody, and is not printed on the document"}}},
	{"an exemption", open("dpa", model.Openness{Exempt: "offl. § 13", ConfirmedBy: "Arkivleder"}), nil},
	{"no exemption", open("dpa", model.Openness{Exempt: "none"}), nil},
	{"openness of no document", open("dpia", model.Openness{Exempt: "none"}),
		[]finding{{unknown, "openness.dpia", "“dpia” is not among samsvar list documents"}}},
}

func open(document string, o model.Openness) func(*model.Case) {
	return func(c *model.Case) { c.Openness = map[string]model.Openness{document: o} }
}
