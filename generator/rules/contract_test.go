package rules_test

import (
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/rules"
)

// certified is a certificate that is as it should be.
func certified(change func(*model.Certificate)) *model.Certificate {
	c := &model.Certificate{Standard: "iso27001", Scope: "driften", CoversService: new(true), StatementOfApplicability: new(true), ValidTo: "2027-11-22"}
	if change != nil {
		change(c)
	}
	return c
}

func withCertificates(list ...*model.Certificate) func(*model.Case) {
	return func(c *model.Case) {
		for _, l := range list {
			c.Processor.Certificates = append(c.Processor.Certificates, *l)
		}
	}
}

func withHours(n int) func(*model.Case) {
	return func(c *model.Case) { c.Agreement.BreachNoticeHours = &n }
}

func deletes(change func(*model.Case)) func(*model.Case) {
	return func(c *model.Case) {
		c.Agreement.Termination = &model.Termination{Choice: "delete"}
		c.Processing.Purposes[0].Retention = &model.Retention{Archive: "none"}
		change(c)
	}
}

var contractCases = []testCase{
	{"another standard without its text", func(c *model.Case) { c.Agreement.Standard = "danish" },
		[]finding{{"standard-text-missing", "agreement.standard", "the agreement is to follow another standard (danish), but its text is not named"}}},
	{"the name of another text over ours", func(c *model.Case) { c.Agreement.StandardText = &model.StandardText{Title: "X"} },
		[]finding{{"standard-label", "agreement.standardText", "agreement.standardText calls the body “X”, but the text is samsvar’s own"}}},
	{"annexes to another text", func(c *model.Case) {
		c.Agreement.Form, c.Agreement.StandardText = "annexes-only", &model.StandardText{Title: "X"}
	}, nil},
	{"another standard with its text", func(c *model.Case) { c.Agreement.Standard, c.Agreement.StandardText = "danish", &model.StandardText{} }, nil},
	{"our own text", func(c *model.Case) { c.Agreement.Standard = "own" }, nil},
	{"deviations from nothing", func(c *model.Case) { c.Agreement.Deviations = []model.Deviation{{}} },
		[]finding{{"deviations-of-nothing", "agreement.deviations", "the case has deviations from a standard text but does not say which"}}},
	{"deviations from a standard", func(c *model.Case) {
		c.Agreement.Standard, c.Agreement.Deviations, c.Agreement.StandardText = "other", []model.Deviation{{}}, &model.StandardText{}
	}, nil},

	{"36 hours", withHours(36), nil},
	{"37 hours", withHours(37),
		[]finding{{"breach-notice-long", "agreement.breachNoticeHours", "the time limit for notifying a breach is 37 hours, more than half of the 72 that the controller has"}}},
	{"71 hours", withHours(71),
		[]finding{{"breach-notice-long", "agreement.breachNoticeHours", "the time limit for notifying a breach is 71 hours, more than half of the 72 that the controller has"}}},
	{"72 hours", withHours(72),
		[]finding{{"breach-notice-late", "agreement.breachNoticeHours", "the time limit for notifying a breach is 72 hours, as long as the controller’s own"}}},

	{"a health record is deleted", deletes(func(c *model.Case) { c.Service.HealthRecordSystem = new(true) }),
		[]finding{{"record-deleted", "agreement.termination.choice", "a health record is to be deleted at the end although no return has been accepted"}}},
	{"a health record that has been returned", deletes(func(c *model.Case) {
		c.Service.HealthRecordSystem, c.Agreement.Termination.AcceptedReturn = new(true), &model.AcceptedReturn{Date: c.Date}
	}), nil},
	{"a health record is returned first", deletes(func(c *model.Case) {
		c.Service.HealthRecordSystem, c.Agreement.Termination.Choice = new(true), "return-then-delete"
	}), nil},
	{"something else is deleted", deletes(func(c *model.Case) { c.Service.HealthRecordSystem = new(false) }), nil},
	{"an archive is deleted", deletes(func(c *model.Case) { c.Processing.Purposes[0].Retention.Archive = "preserve" }),
		[]finding{{"retention-contradicts", "processing.purposes[0].retention.archive", "the data for purpose F1 are to be archived (preserve) but are deleted at the end although no return has been accepted"}}},
	{"what is to be transferred is deleted", deletes(func(c *model.Case) { c.Processing.Purposes[0].Retention.Archive = "transfer" }),
		[]finding{{"retention-contradicts", "processing.purposes[0].retention.archive", "the data for purpose F1 are to be archived (transfer) but are deleted at the end although no return has been accepted"}}},
	{"a return that is still to come", func(c *model.Case) {
		c.Agreement.Termination = &model.Termination{Choice: "return", AcceptedReturn: &model.AcceptedReturn{Date: "2026-11-23"}}
	}, []finding{{"return-not-accepted", "agreement.termination.acceptedReturn.date", "the return was accepted on 2026-11-23, which is after the date of the case"}}},

	{"a certificate", withCertificates(certified(nil)), nil},
	{"a certificate for something else", withCertificates(certified(func(c *model.Certificate) { c.CoversService = new(false) })),
		[]finding{{"certificate-scope", "processor.certificates[0].coversService", "“iso27001” does not cover the service: driften"}}},
	{"a report on the platform beside a certificate", withCertificates(certified(nil), certified(func(c *model.Certificate) { c.Standard, c.CoversService = "soc2", new(false) })), nil},
	{"a report on something else alone", withCertificates(certified(func(c *model.Certificate) { c.Standard, c.Name, c.CoversService = "soc2", "SOC 2", new(false) })),
		[]finding{{"certificate-scope", "processor.certificates[0].coversService", "“SOC 2” does not cover the service: driften"}}},
	{"no statement", withCertificates(certified(func(c *model.Certificate) { c.StatementOfApplicability = nil })),
		[]finding{{"certificate-statement", "processor.certificates[0]", "“iso27001” is listed without a statement of which security measures are in use (Statement of Applicability)"}}},
	{"a report has no statement", withCertificates(certified(func(c *model.Certificate) { c.Standard, c.StatementOfApplicability = "isae3402", nil })), nil},
	{"expired", withCertificates(certified(func(c *model.Certificate) { c.ValidTo = "2026-11-21" })),
		[]finding{{"certificate-expired", "processor.certificates[0].validTo", "“iso27001” was valid until 2026-11-21, which is before the date of the case"}}},
	{"expires", withCertificates(certified(func(c *model.Certificate) { c.ValidTo = "2027-02-21" })),
		[]finding{{"certificate-expires", "processor.certificates[0].validTo", "“iso27001” is valid until 2027-02-21, less than three months after the date of the case"}}},
	{"another name", withCertificates(certified(func(c *model.Certificate) { c.Name = "ISO/IEC 27701:2019" })),
		[]finding{{"certificate-name", "processor.certificates[0].standard", "the certificate is called “ISO/IEC 27701:2019”, but the standard is given as iso27001"}}},
	{"its name", withCertificates(certified(func(c *model.Certificate) { c.Name = "ISO/IEC 27001:2022" })), nil},
	{"no other standard", withCertificates(certified(func(c *model.Certificate) { c.Standard, c.Name = "other", "SOC 2 type 2" })),
		[]finding{{"certificate-name", "processor.certificates[0].standard", "the certificate is called “SOC 2 type 2”, but the standard is given as other"}}},
	{"another standard", withCertificates(certified(func(c *model.Certificate) { c.Standard, c.Name = "other", "C5" })), nil},
	{"expires later", withCertificates(certified(func(c *model.Certificate) { c.ValidTo = "2027-02-22" })), nil},

	{"a measure that is not there", func(c *model.Case) {
		c.Security.Measures = []model.Measure{{ID: "M-01"}, {ID: "M-19", Description: "Se M-01, M-1 og (M-27)."}}
		c.Transfers[0].Supplementary = []string{"Kryptering etter M-20.", "M-100 og KM-20, iso:M-20 og M-20b er noe annet."}
		c.Service.Description = "Tiltak M-01"
	}, []finding{
		{"measure-absent", "security.measures[1].description", "the measure M-1 is named here but is not in security.measures"},
		{"measure-absent", "security.measures[1].description", "the measure M-27 is named here but is not in security.measures"},
		{"measure-absent", "transfers[0].supplementary[0]", "the measure M-20 is named here but is not in security.measures"},
	}},
	{"ids of one letter are too common", func(c *model.Case) { c.Service.Description = "E6, M9 og M365" }, nil},
	{"the id of something else", func(c *model.Case) {
		c.Security.Measures = []model.Measure{{ID: "K-01"}}
		c.Agreement.KPIs = []model.KPI{{ID: "K-02", Name: "K-02 følger K-01"}}
	}, nil},
	{"a measure that is not in place", func(c *model.Case) {
		c.Security.Measures = []model.Measure{{ID: "tilgang2", Status: "not-in-place"}, {ID: "M-02", Status: "planned"}}
		c.Service.Description = "Etter tilgang2 og M-02."
	}, []finding{{"measure-not-in-place", "service.description", "the text relies on the measure tilgang2, which is not in place"}}},
}

// TestHouseStandard: a house library may give its text a name.
func TestHouseStandard(t *testing.T) {
	c := good()
	c.Agreement.StandardText, c.Agreement.Choices = &model.StandardText{Title: "X"}, nil
	if got := rules.Check(c, rules.Library{House: true}); len(got) > 0 {
		t.Error(got)
	}
}
