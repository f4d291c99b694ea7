package rules_test

import "github.com/samsvar/samsvar/generator/model"

const (
	today    = "2026-11-22" // the date of the case
	tomorrow = "2026-11-23"
)

func future(path string) finding {
	return finding{"date-future", path, "the date 2026-11-23 is after the date of the case, 2026-11-22, but the documents speak of it as past"}
}

func history(dates ...model.Date) func(*model.Case) {
	return func(c *model.Case) {
		c.Version = &model.Version{No: "1.0"}
		for _, d := range dates {
			c.Version.History = append(c.Version.History, model.VersionChange{Date: d})
		}
	}
}

// amended has an amendment for each number and date.
func amended(rows ...any) func(*model.Case) {
	return func(c *model.Case) {
		for i := 0; i+1 < len(rows); i += 2 {
			c.Agreement.Amendments = append(c.Agreement.Amendments, model.Amendment{No: new(rows[i].(int)), Date: model.Date(rows[i+1].(string))})
		}
	}
}

var dateCases = []testCase{
	{"history", history("2026-10-01", "2026-10-01", today), nil},
	{"history that is still to come", history("2026-10-01", tomorrow), []finding{future("version.history[1].date")}},
	{"history out of order", history("2026-10-02", "2026-10-01"),
		[]finding{{"date-order", "version.history[1].date", "version.history[0].date is 2026-10-02, which is after version.history[1].date, 2026-10-01"}}},
	{"an empty date", history("2026-10-02", ""), nil},
	{"no date of the case", then(history(tomorrow), func(c *model.Case) { c.Date = "" }), nil},
	{"confirmed openness", func(c *model.Case) {
		c.Openness = map[string]model.Openness{"dpa": {Exempt: "none", ConfirmedBy: "Arkivleder", Date: tomorrow}}
	}, []finding{future("openness.dpa.date")}},

	{"a sub-processor that is not yet authorised", func(c *model.Case) {
		c.Subprocessors[0].ApprovedOn, c.Subprocessors[0].ConfirmedOn = tomorrow, tomorrow
	}, []finding{future("subprocessors[0].approvedOn"), future("subprocessors[0].confirmedOn")}},
	{"confirmed before the authorisation", func(c *model.Case) { c.Subprocessors[0].ConfirmedOn = "2026-10-30" },
		[]finding{{"date-order", "subprocessors[0].confirmedOn", "subprocessors[0].approvedOn is 2026-11-01, which is after subprocessors[0].confirmedOn, 2026-10-30"}}},
	{"confirmed on the same day", func(c *model.Case) { c.Subprocessors[0].ConfirmedOn = c.Subprocessors[0].ApprovedOn }, nil},

	{"a transfer that is still to be assessed", func(c *model.Case) { c.Transfers[0].Assessment.Date = tomorrow }, []finding{future("transfers[0].assessment.date")}},
	{"a review before the assessment", func(c *model.Case) {
		c.Transfers[0].Assessment.Date, c.Transfers[0].ReviewBy = today, "2026-11-21"
	}, []finding{
		{"date-order", "transfers[0].reviewBy", "transfers[0].assessment.date is 2026-11-22, which is after transfers[0].reviewBy, 2026-11-21"},
		{"review-overdue", "transfers[0].reviewBy", "the review date 2026-11-21 is before the date of the case"},
	}},
	{"a check of the list that is still to come", by("dpf", "US", func(t *model.Transfer) { t.DPF = &model.DPF{CheckedOn: tomorrow} }), []finding{future("transfers[0].dpf.checkedOn")}},
	{"own staff, still to be assessed", func(c *model.Case) {
		c.Service.Locations[0].Country, c.Service.Locations[0].Assessment = "IN", &model.Reference{Date: tomorrow}
	}, []finding{future("service.locations[0].assessment.date")}},
	{"a classification that is still to come", func(c *model.Case) { c.Service.InformationClass = &model.InformationClass{Date: tomorrow} },
		[]finding{future("service.informationClass.date")}},
	{"a main agreement that is still to come", func(c *model.Case) { c.Service.MainAgreement = &model.MainAgreement{Date: tomorrow} },
		[]finding{{"date-order", "service.mainAgreement.date", "service.mainAgreement.date is 2026-11-23, which is after date, 2026-11-22"}}},
	{"a main agreement of today", func(c *model.Case) { c.Service.MainAgreement = &model.MainAgreement{Date: today} }, nil},
	{"terms that are still to come", func(c *model.Case) {
		c.Service.StandardTerms = &model.StandardTerms{Documents: []model.TermsDocument{{Date: today}, {Date: tomorrow}}}
	}, []finding{{"date-order", "service.standardTerms.documents[1].date", "service.standardTerms.documents[1].date is 2026-11-23, which is after date, 2026-11-22"}}},

	{"amendments", amended(1, "2026-11-01", 2, "2026-11-01", 3, today), nil},
	{"an amendment that is still to come", amended(1, tomorrow),
		[]finding{{"date-order", "agreement.amendments[0].date", "agreement.amendments[0].date is 2026-11-23, which is after date, 2026-11-22"}}},
	{"amendments with the newest first", amended(2, "2026-11-02", 1, "2026-11-01"), nil},
	{"a later number with an earlier date", amended(1, "2026-10-01", 3, "2026-11-01", 2, "2026-11-02"),
		[]finding{{"date-order", "agreement.amendments[1].date", "agreement.amendments[2].date is 2026-11-02, which is after agreement.amendments[1].date, 2026-11-01"}}},
	{"a number twice", amended(1, "2026-11-01", 1, "2026-11-02"),
		[]finding{{"amendment-twice", "agreement.amendments[1].no", "amendment no. 1 is already listed in agreement.amendments[0]"}}},
	{"an amendment without a number", func(c *model.Case) { c.Agreement.Amendments = []model.Amendment{{Date: today}, {Date: today}} }, nil},

	{"signed at last", signed("operation", today), nil},
	{"signing is not due", signed("contract", ""), nil},
	{"in operation and not signed", signed("operation", ""),
		[]finding{{"signed-undated", "agreement.signing.signedOn", "the service is in operation, but the case does not say when the agreement was signed"}}},
	{"being ended and not signed", signed("exit", ""),
		[]finding{{"signed-undated", "agreement.signing.signedOn", "the service is in operation, but the case does not say when the agreement was signed"}}},
}

func signed(phase string, on model.Date) func(*model.Case) {
	return func(c *model.Case) { c.Phase, c.Agreement.Signing.SignedOn = phase, on }
}
