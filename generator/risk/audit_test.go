package risk_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// quiet is a case of which nothing calls for more audits, and of which a person has
// said that nothing has happened.
func quiet() *model.Case {
	no := model.AuditFactor{Applies: yes(false), Reason: "r"}
	return &model.Case{
		Date:    "2026-11-25",
		Service: &model.Service{UseAreas: []string{"administration"}},
		Processing: &model.Processing{
			PersonalData: []model.PersonalData{{Type: "contactDetails"}},
			DataSubjects: []model.DataSubjects{{Category: "patients", Count: n(200)}},
		},
		Agreement: &model.Agreement{Signing: &model.Signing{SignedOn: "2024-01-15"}},
		Risk: &model.Risk{AuditFrequency: &model.AuditFrequency{Factors: map[string]model.AuditFactor{
			risk.Trouble: no, risk.Breaches: no, risk.SubprocessorChange: no, risk.OwnerChange: no,
		}}},
	}
}

func say(c *model.Case, id string, applies bool) {
	c.Risk.AuditFrequency.Factors[id] = model.AuditFactor{Applies: &applies, Reason: "said"}
}

func health(c *model.Case) {
	c.Processing.PersonalData[0] = model.PersonalData{Type: "healthInformation"}
}

// TestAuditSuggestion: the rule that leads from the factors to a frequency.
func TestAuditSuggestion(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*model.Case)
		want   string
	}{
		{"quiet", func(*model.Case) {}, risk.Annual},
		{"long experience", func(c *model.Case) { c.Agreement.Signing.SignedOn = "2021-11-25" }, risk.EveryTwoYears},
		{"a day too short", func(c *model.Case) { c.Agreement.Signing.SignedOn = "2021-11-26" }, risk.Annual},
		{"long experience with health data", func(c *model.Case) { say(c, risk.Experience, true); health(c) }, risk.EveryTwoYears},
		{"and with many patients", func(c *model.Case) {
			say(c, risk.Experience, true)
			health(c)
			c.Processing.DataSubjects[0].Count = n(10_000)
		}, risk.Annual},
		{"nobody has said whether there was a breach", func(c *model.Case) {
			say(c, risk.Experience, true)
			delete(c.Risk.AuditFrequency.Factors, risk.Breaches)
		}, risk.Annual},
		{"an unacceptable risk", func(c *model.Case) {
			say(c, risk.Experience, true)
			c.Risk.Scenarios = []model.RiskScenario{scenario("A", 3, 4)}
		}, risk.Annual},
		{"one thing has happened", func(c *model.Case) { say(c, risk.Trouble, true) }, risk.Annual},
		{"one thing has happened, with health data", func(c *model.Case) { say(c, risk.Trouble, true); health(c) }, risk.HalfYearly},
		{"two things have happened", func(c *model.Case) { say(c, risk.Trouble, true); say(c, risk.OwnerChange, true) }, risk.HalfYearly},
		{"all that is processed", func(c *model.Case) {
			health(c)
			c.Processing.DataSubjects[0].Count, c.Service.UseAreas = n(25_000), []string{"remote-care"}
		}, risk.HalfYearly},
		{"a person says otherwise", func(c *model.Case) {
			health(c)
			c.Processing.DataSubjects[0].Count, c.Service.UseAreas = n(25_000), []string{"remote-care"}
			say(c, risk.Intrusive, false)
		}, risk.Annual},
		{"an empty case", func(c *model.Case) { *c = model.Case{} }, risk.Annual},
	} {
		given := quiet()
		c.change(given)
		s := risk.AuditSuggestion(given, risk.Assess(scale(risk.Highest), given.Risk))
		if s.Frequency != c.want {
			t.Errorf("%s: got %s", c.name, s.Frequency)
		}
		var ids []string
		for _, f := range s.Factors {
			ids = append(ids, f.ID)
			if f.Applies && !f.Decided || (f.Direction == risk.Down) != (f.ID == risk.Experience) {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		if got := strings.Join(ids, " "); got != "AUD-FRQ-UP1 AUD-FRQ-UP2 AUD-FRQ-UP3 AUD-FRQ-UP4 AUD-FRQ-UP5 AUD-FRQ-UP6 AUD-FRQ-UP7 AUD-FRQ-DOWN1" {
			t.Errorf("%s: factors %s", c.name, got)
		}
	}
	if s := risk.AuditSuggestion(quiet(), nil); s.Frequency != risk.Annual {
		t.Errorf("without a register: %s", s.Frequency)
	}
}

// TestAuditFactors: what each factor takes from the case. A factor is known by its id,
// its reason with its arguments and the facts that it rests on.
func TestAuditFactors(t *testing.T) {
	args := func(kv ...string) map[string]string {
		out := map[string]string{}
		for i := 0; i+1 < len(kv); i += 2 {
			out[kv[i]] = kv[i+1]
		}
		return out
	}
	seen := map[string]bool{}
	for _, c := range []struct {
		name   string
		change func(*model.Case)
		want   risk.Factor
	}{
		{"no health data", func(*model.Case) {}, risk.Factor{ID: risk.Volume, Decided: true, Reason: "volume", Args: args("count", "0", "limit", "10000"), Facts: []string{"processing.personalData"}}},
		{"many", func(c *model.Case) {
			health(c)
			c.Processing.DataSubjects = []model.DataSubjects{{Category: "patients", Count: n(9_000)}, {Category: "employees", Count: n(5_000)}, {Category: "next-of-kin", Count: n(1_000)}, {Category: "other"}}
		}, risk.Factor{ID: risk.Volume, Decided: true, Applies: true, Reason: "volume", Args: args("count", "10000", "limit", "10000"), Facts: []string{"processing.dataSubjects[0].count", "processing.dataSubjects[2].count"}}},
		{"staff does not count", func(c *model.Case) {
			health(c)
			c.Processing.DataSubjects = append(c.Processing.DataSubjects, model.DataSubjects{Category: "health-personnel", Count: n(20_000)})
		}, risk.Factor{ID: risk.Volume, Decided: true, Reason: "volume", Args: args("count", "200", "limit", "10000"), Facts: []string{"processing.dataSubjects[0].count"}}},
		{"not counted", func(c *model.Case) { health(c); c.Processing.DataSubjects[0].Count = nil }, risk.Factor{ID: risk.Volume, Reason: "volume-unknown", Args: args("limit", "10000")}},
		{"special", func(c *model.Case) {
			c.Processing.PersonalData = []model.PersonalData{{Special: "genetic"}, {}, {Type: "healthInformation"}, {Special: "health"}}
		}, risk.Factor{ID: risk.Special, Decided: true, Applies: true, Reason: "special", Args: args("special", "genetic+health"), Facts: []string{"processing.personalData[0]", "processing.personalData[2]", "processing.personalData[3]"}}},
		{"crimes", func(c *model.Case) { c.Processing.PersonalData[0].CriminalOffences = yes(true) }, risk.Factor{ID: risk.Special, Decided: true, Applies: true, Reason: "criminal", Args: args(), Facts: []string{"processing.personalData[0]"}}},
		{"nothing special", func(c *model.Case) { c.Processing.PersonalData[0].CriminalOffences = yes(false) }, risk.Factor{ID: risk.Special, Decided: true, Reason: "special-none", Args: args(), Facts: []string{"processing.personalData"}}},
		{"no data yet", func(c *model.Case) { c.Processing = nil }, risk.Factor{ID: risk.Special, Reason: "special-unknown", Args: args()}},
		{"intrusive", func(c *model.Case) {
			c.Service.UseAreas = []string{"ehr", "welfare-technology"}
			c.Processing.PersonalData = append(c.Processing.PersonalData, model.PersonalData{Type: "location"})
			c.Processing.DataSubjects = append(c.Processing.DataSubjects, model.DataSubjects{Category: "children"}, model.DataSubjects{Category: "users", Vulnerable: yes(true)}, model.DataSubjects{Category: "other", Vulnerable: yes(false)})
		}, risk.Factor{ID: risk.Intrusive, Decided: true, Applies: true, Reason: "intrusive", Args: args("areas", "welfare-technology", "data", "location", "subjects", "children+users"),
			Facts: []string{"service.useAreas[1]", "processing.personalData[1].type", "processing.dataSubjects[1]", "processing.dataSubjects[2]"}}},
		{"not intrusive", func(*model.Case) {}, risk.Factor{ID: risk.Intrusive, Decided: true, Reason: "intrusive-none", Args: args(), Facts: []string{"service.useAreas", "processing.personalData", "processing.dataSubjects"}}},
		{"use is not known", func(c *model.Case) { c.Service = nil }, risk.Factor{ID: risk.Intrusive, Reason: "intrusive-unknown", Args: args()}},
		{"said", func(c *model.Case) { say(c, risk.Breaches, true) }, risk.Factor{ID: risk.Breaches, Decided: true, Applies: true, ByPerson: true, Text: "said", Reason: "person", Args: args()}},
		{"begun and not said", func(c *model.Case) {
			c.Risk.AuditFrequency.Factors[risk.Breaches] = model.AuditFactor{Reason: "to be found out"}
		}, risk.Factor{ID: risk.Breaches, Reason: "person", Args: args()}},
		{"new sub-processors", func(c *model.Case) {
			delete(c.Risk.AuditFrequency.Factors, risk.SubprocessorChange)
			c.Subprocessors = []model.Subprocessor{{ApprovedOn: "2026-11-25"}, {ApprovedOn: "2024-01-15"}, {ApprovedOn: "2025-11-25"}, {ApprovedOn: "2025-11-24"}, {ApprovedOn: "2026-11-26"}, {}}
		}, risk.Factor{ID: risk.SubprocessorChange, Decided: true, Applies: true, Reason: "subprocessors", Args: args("count", "2", "from", "2025-11-25", "to", "2026-11-25"), Facts: []string{"subprocessors[0].approvedOn", "subprocessors[2].approvedOn"}}},
		{"one, in a new agreement", func(c *model.Case) {
			delete(c.Risk.AuditFrequency.Factors, risk.SubprocessorChange)
			c.Agreement.Signing.SignedOn = "2026-06-01"
			c.Subprocessors = []model.Subprocessor{{ApprovedOn: "2026-05-01"}, {ApprovedOn: "2026-07-01"}}
		}, risk.Factor{ID: risk.SubprocessorChange, Reason: "subprocessors", Args: args("count", "1", "from", "2026-06-01", "to", "2026-11-25"), Facts: []string{"subprocessors[1].approvedOn"}}},
		{"not signed", func(c *model.Case) {
			delete(c.Risk.AuditFrequency.Factors, risk.SubprocessorChange)
			c.Agreement = nil
		}, risk.Factor{ID: risk.SubprocessorChange, Reason: "subprocessors-unknown", Args: args()}},
		{"owner", func(c *model.Case) {
			delete(c.Risk.AuditFrequency.Factors, risk.OwnerChange)
			c.Processor = &model.Processor{Ownership: &model.Ownership{UltimateParent: "Fond AS", Country: "SE"}}
		}, risk.Factor{ID: risk.OwnerChange, Reason: "ownership", Args: args("parent", "Fond AS", "country", "SE"), Facts: []string{"processor.ownership"}}},
		{"experience", func(c *model.Case) { c.Service.MainAgreement = &model.MainAgreement{Date: "2015-12-01"} }, risk.Factor{ID: risk.Experience, Decided: true, Applies: true, Reason: "experience", Args: args("years", "10", "since", "2015-12-01"), Facts: []string{"service.mainAgreement.date"}}},
		{"short experience", func(*model.Case) {}, risk.Factor{ID: risk.Experience, Reason: "experience", Args: args("years", "2", "since", "2024-01-15"), Facts: []string{"agreement.signing.signedOn"}}},
		{"no experience", func(c *model.Case) { c.Agreement.Signing.SignedOn = "2026-12-01" }, risk.Factor{ID: risk.Experience, Reason: "experience-unknown", Args: args()}},
	} {
		given := quiet()
		c.change(given)
		c.want.Direction = risk.Up
		if c.want.ID == risk.Experience {
			c.want.Direction = risk.Down
		}
		seen[c.want.Reason] = true
		if names := slices.Sorted(maps.Keys(c.want.Args)); !slices.Equal(names, slices.Sorted(slices.Values(risk.AuditReasons()[c.want.Reason]))) {
			t.Errorf("%s: the arguments of %s are %v", c.name, c.want.Reason, names)
		}
		for _, f := range risk.AuditSuggestion(given, nil).Factors {
			if f.ID == c.want.ID && !reflect.DeepEqual(f, c.want) {
				t.Errorf("%s: got\n%+v\nwant\n%+v", c.name, f, c.want)
			}
		}
	}
	for reason := range risk.AuditReasons() {
		if !seen[reason] {
			t.Errorf("no factor has the reason %s", reason)
		}
	}
}
