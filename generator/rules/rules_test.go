package rules_test

import (
	"os"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/rules"
)

// good is a case that breaks no rule; each test changes it.
func good() *model.Case {
	address := func(country string) *model.Address { return &model.Address{City: "X", Country: country} }
	contact := func() *model.Contact { return &model.Contact{Name: "K", Email: "k@x.example"} }
	return &model.Case{
		Date:                 "2026-11-22",
		DPIA:                 &model.DPIA{Need: &model.DPIANeed{Outcome: "required", Date: "2026-10-01"}},
		ContractingAuthority: &model.ContractingAuthority{OnBehalfOf: []string{"sykehuset"}},
		Controllers:          []model.Controller{{Party: model.Party{ID: "sykehuset", Name: "Normsykehuset HF", DPO: &model.Contact{Name: "Mika"}}}},
		Suppliers:            []model.Supplier{{Party: model.Party{ID: "sky", Name: "Sky AS"}}},
		Processor:            &model.Processor{Party: model.Party{ID: "sky", Name: "Sky AS", Address: address("NO")}},
		Subprocessors: []model.Subprocessor{
			{ID: "drift", Parent: "processor", Data: []string{"D1"}, Name: "Fjellrom AS", Address: address("NO"), Contact: contact(), ApprovedOn: "2026-11-01"},
			{ID: "inder", Parent: "drift", Name: "Hjelp Ltd", Address: address("IN"), Contact: contact(), DPAInPlace: new(true)},
		},
		Service: &model.Service{
			Locations: []model.Location{
				{ID: "L1", Country: "NO", Entity: "processor"},
				{ID: "L2", Country: "IN", Entity: "inder"},
				{ID: "L3", Country: "NO", Entity: "drift"},
			},
			PatientAccount: &model.PatientAccount{Agreed: new(true)},
		},
		Transfers: []model.Transfer{{
			ID: "T1", Exporter: "drift", Importer: "inder", Location: "L2", Basis: "scc", ReviewBy: "2027-11-22",
			Assessment: &model.TransferAssessment{Effective: new(true)},
		}},
		Processing: &model.Processing{
			PersonalData: []model.PersonalData{{ID: "D1"}},
			DataSubjects: []model.DataSubjects{{ID: "S1"}},
			Purposes:     []model.Purpose{{ID: "F1", Data: []string{"D1"}, Subjects: []string{"S1"}}},
			Integrations: []model.Integration{{System: "HPR", Data: []string{"D1"}}},
		},
		Security: &model.Security{RiskAssessment: assessed("2026-10-19"), Measures: []model.Measure{{ID: "M1", Owner: "processor"}, {ID: "M2", Owner: "controller"}}},
		Agreement: &model.Agreement{
			Choices: map[string]model.Choice{"dpa.liability": {Alternative: "capped"}},
			Signing: &model.Signing{Signatories: []model.Signatory{{Party: "sykehuset"}, {Party: "processor"}}},
		},
	}
}

func assessed(on model.Date) *model.RiskAssessment {
	return &model.RiskAssessment{Title: "ROS", Date: on}
}

var library = rules.Library{
	Alternatives: map[string][]string{"dpa.liability": {"capped"}, "dpa.audit": {}},
	Documents:    []string{"dpa"},
	Scales:       riskScales(),
	Guidance:     fewItems{},
}

type finding struct{ rule, path, message string }

func check(change func(*model.Case)) (out []finding) {
	c := good()
	if change != nil {
		change(c)
	}
	problems := rules.Check(c.Resolved(), library)
	report.SortProblems(problems)
	for _, p := range problems {
		out = append(out, finding{p.Rule, p.Path, p.Message("en")})
	}
	return out
}

func TestGood(t *testing.T) {
	if got := check(nil); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if got := rules.Check(&model.Case{}, rules.Library{}); len(got) > 0 {
		t.Errorf("an empty case: %v", got)
	}
}

var unknown = "reference-unknown"

type testCase struct {
	name   string
	change func(*model.Case)
	want   []finding
}

// cases are a change of the good case with just what it breaks.
var cases = []testCase{
	{"authority", func(c *model.Case) { c.ContractingAuthority.OnBehalfOf = []string{"sykehuset", "controller", "huset"} },
		[]finding{{unknown, "contractingAuthority.onBehalfOf[2]", "“huset” is not among controllers"}}},
	{"processor from", func(c *model.Case) { c.Processor.From = "skyy" },
		[]finding{{unknown, "processor.from", "“skyy” is not among suppliers"}}},
	{"processor from a supplier", func(c *model.Case) { c.Processor = &model.Processor{From: "sky"} }, nil},
	{"location entity", func(c *model.Case) { c.Service.Locations[0].Entity = "sky" },
		[]finding{{unknown, "service.locations[0].entity", "“sky” is not among processor, subprocessors"}}},
	{"parent", func(c *model.Case) { c.Subprocessors[0].Parent = "sky" },
		[]finding{{unknown, "subprocessors[0].parent", "“sky” is not among processor, subprocessors"}}},
	{"data of a sub-processor", func(c *model.Case) { c.Subprocessors[0].Data = []string{"D1", "D2"} },
		[]finding{{unknown, "subprocessors[0].data[1]", "“D2” is not among processing.personalData"}}},
	{"exporter", func(c *model.Case) { c.Transfers[0].Exporter = "x" },
		[]finding{{unknown, "transfers[0].exporter", "“x” is not among controllers, processor, subprocessors"}}},
	{"exporter is the controller", func(c *model.Case) { c.Transfers[0].Exporter = "controller" }, nil},
	{"transfer location", func(c *model.Case) { c.Transfers[0].Location = "L9" }, []finding{
		{"transfer-missing", "service.locations[1]", "inder processes data from IN (location L2), which is outside the EEA, but no row of transfers is about it"},
		{unknown, "transfers[0].location", "“L9” is not among service.locations"},
	}},
	{"purpose", func(c *model.Case) {
		c.Processing.Purposes[0].Data[0], c.Processing.Purposes[0].Subjects[0] = "D9", "S9"
	}, []finding{
		{unknown, "processing.purposes[0].data[0]", "“D9” is not among processing.personalData"},
		{unknown, "processing.purposes[0].subjects[0]", "“S9” is not among processing.dataSubjects"},
	}},
	{"integration", func(c *model.Case) { c.Processing.Integrations[0].Data[0] = "S1" },
		[]finding{{unknown, "processing.integrations[0].data[0]", "“S1” is not among processing.personalData"}}},
	{"owner", func(c *model.Case) { c.Security.Measures[0].Owner = "noen" },
		[]finding{{unknown, "security.measures[0].owner", "“noen” is not among controllers, processor, subprocessors"}}},
	{"signatory", func(c *model.Case) { c.Agreement.Signing.Signatories[1].Party = "drift" }, []finding{
		{"signatory-missing", "agreement.signing.signatories", "nobody signs for “processor”"},
		{unknown, "agreement.signing.signatories[1].party", "“drift” is not among controllers, processor"},
	}},
	{"choice of no clause", func(c *model.Case) {
		c.Agreement.Choices = map[string]model.Choice{"dpa.liabilty": {Alternative: "capped"}}
	},
		[]finding{{unknown, `agreement.choices["dpa.liabilty"]`, "“dpa.liabilty” is not among clauses"}}},
	{"choice of no alternative", func(c *model.Case) {
		c.Agreement.Choices = map[string]model.Choice{"dpa.liability": {Alternative: "caped"}}
	},
		[]finding{{unknown, `agreement.choices["dpa.liability"].alternative`, "“caped” is not among alternatives: dpa.liability"}}},

	{"id of two things", func(c *model.Case) { c.Security.Measures[1].ID = "drift" },
		[]finding{{"id-shared", "security.measures[1].id", "the id “drift” is already used by subprocessors[0]"}}},
	{"id of every kind", func(c *model.Case) {
		c.Suppliers[0].ID, c.Service.Locations[0].ID, c.Processing.DataSubjects[0].ID = "sykehuset", "inder", "D1"
		c.Processing.Purposes[0].Subjects = nil
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{Party: model.Party{ID: "processor"}}), "joint"
	}, []finding{
		{"id-shared", "controllers[1].id", "the id “processor” is already used by processor"},
		{"id-shared", "processing.dataSubjects[0].id", "the id “D1” is already used by processing.personalData[0]"},
		{"id-shared", "service.locations[0].id", "the id “inder” is already used by subprocessors[1]"},
		{"id-shared", "suppliers[0].id", "the id “sykehuset” is already used by controllers[0]"},
	}},
	{"the first controller may be called controller", func(c *model.Case) {
		c.Controllers[0].ID, c.Agreement.Signing.Signatories[0].Party, c.ContractingAuthority = "controller", "controller", nil
	}, nil},

	{"circle", func(c *model.Case) { c.Subprocessors[0].Parent = "inder" }, []finding{
		{"subprocessor-circle", "subprocessors[0].parent", "the chain from sub-processor “drift” does not end at the processor"},
		{"subprocessor-circle", "subprocessors[1].parent", "the chain from sub-processor “inder” does not end at the processor"},
	}},

	{"no transfer", func(c *model.Case) { c.Transfers = nil },
		[]finding{{"transfer-missing", "service.locations[1]", "inder processes data from IN (location L2), which is outside the EEA, but no row of transfers is about it"}}},
	{"transfer of another entity", func(c *model.Case) { c.Transfers[0].Importer = "drift" }, []finding{
		{"transfer-missing", "service.locations[1]", "inder processes data from IN (location L2), which is outside the EEA, but no row of transfers is about it"},
		{"transfer-importer", "transfers[0].importer", "the importer is “drift”, but location L2 is used by “inder”"},
	}},
	{"transfer without a location", func(c *model.Case) { c.Transfers[0].Location = "" }, nil},
	{"own staff abroad", func(c *model.Case) { c.Service.Locations[0].Country = "IN" },
		[]finding{{"own-staff-outside-eea", "service.locations[0]", "the processor's own staff work from IN, outside the EEA"}}},
	{"a processor abroad", func(c *model.Case) { c.Processor.Address.Country, c.Service.Locations[0].Country = "IN", "IN" },
		[]finding{{"transfer-missing", "service.locations[0]", "processor processes data from IN (location L1), which is outside the EEA, but no row of transfers is about it"}}},
	{"transfer inside the EEA", func(c *model.Case) { c.Service.Locations[1].Country = "IS" },
		[]finding{{"transfer-inside-eea", "transfers[0].location", "location L2 is in IS, which is in the EEA: this is no transfer to a third country"}}},
	{"a country that is not known", func(c *model.Case) {
		c.Service.Locations[1].Country, c.Transfers, c.Subprocessors[1].Address.Country = "", nil, ""
	},
		[]finding{{"subprocessor-unidentified", "subprocessors[1]", "the sub-processor “Hjelp Ltd” is authorised or has an agreement but is not identified: address is missing or incomplete"}}},
	{"not effective", func(c *model.Case) { c.Transfers[0].Assessment.Effective = new(false) },
		[]finding{{"transfer-not-effective", "transfers[0].assessment.effective", "the assessment says that the transfer tool is not effective"}}},
	{"overdue", func(c *model.Case) { c.Transfers[0].ReviewBy = "2026-11-21" },
		[]finding{{"review-overdue", "transfers[0].reviewBy", "the review date 2026-11-21 is before the date of the case"}}},
	{"due today", func(c *model.Case) { c.Transfers[0].ReviewBy = c.Date }, nil},

	{"own purposes", func(c *model.Case) { c.Processor.OwnPurposes = []string{"statistikk", "utvikling"} },
		[]finding{{"own-purposes", "processor.ownPurposes", "the processor has purposes of its own: statistikk; utvikling"}}},
	{"account", func(c *model.Case) { c.Service.PatientAccount.Agreed = new(false) },
		[]finding{{"account-not-agreed", "service.patientAccount.agreed", "an account for patients is not agreed with the controller"}}},
	{"account not known", func(c *model.Case) { c.Service.PatientAccount.Agreed = nil }, nil},

	{"signatories", func(c *model.Case) {
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{Party: model.Party{ID: "kommunen"}}), "joint"
	}, []finding{{"signatory-missing", "agreement.signing.signatories", "nobody signs for “kommunen”"}}},
	{"one signs for all parallel controllers", func(c *model.Case) {
		c.Controllers = append(c.Controllers, model.Controller{Party: model.Party{ID: "kommunen"}})
		c.ControllerRelation, c.Agreement.Signing.Signatories[0].Party = "parallel", "controller"
	}, []finding{{"signatory-ambiguous", "agreement.signing.signatories[0].party", "“controller” does not say for which of the organisations it is signed, and each of them gets an agreement of its own"}}},
	{"the one parallel controller", func(c *model.Case) {
		c.ControllerRelation, c.Agreement.Signing.Signatories[0].Party = "parallel", "controller"
	}, nil},
	{"a parallel controller may be called controller", func(c *model.Case) {
		c.Controllers = append(c.Controllers, model.Controller{Party: model.Party{ID: "kommunen"}})
		c.Controllers[0].ID, c.ContractingAuthority.OnBehalfOf = "controller", nil
		c.ControllerRelation = "parallel"
		c.Agreement.Signing.Signatories[0].Party = "controller"
		c.Agreement.Signing.Signatories = append(c.Agreement.Signing.Signatories, model.Signatory{Party: "kommunen"})
	}, nil},
	{"one signs for all controllers", func(c *model.Case) {
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{Party: model.Party{ID: "kommunen"}}), "joint"
		c.Agreement.Signing.Signatories[0].Party = "controller"
	}, nil},
	{"a controller without an id", func(c *model.Case) {
		c.Controllers[0].ID, c.ContractingAuthority, c.Agreement.Signing.Signatories = "", nil, c.Agreement.Signing.Signatories[1:]
	}, []finding{{"signatory-missing", "agreement.signing.signatories", "nobody signs for “controller”"}}},
	{"nobody signs yet", func(c *model.Case) { c.Agreement.Signing.Signatories = nil }, nil}, // an open point
}

func allCases() []testCase {
	return slices.Concat(cases, partyCases, contractCases, transferCases, basisCases, dateCases, riskCases, answerCases, assessmentCases)
}

func TestRules(t *testing.T) {
	for _, c := range allCases() {
		if got := check(c.change); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestSuggestion(t *testing.T) {
	c := good()
	c.Subprocessors[0].Parent = "procesor"
	problems := rules.Check(c, library)
	if len(problems) != 1 || problems[0].Hint("en") != "did you mean “processor”?" {
		t.Errorf("%+v", problems)
	}
}

// TestParity: the rules in the files about the case are just those that the code
// can find.
func TestParity(t *testing.T) {
	files := map[string][]string{} // rule → file
	for _, name := range []string{"case", "parties", "contract", "transfers", "basis", "dates", "risk", "answers", "assessment"} {
		text, err := os.ReadFile("../report/rules/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var list []report.Rule
		if err := yaml.Unmarshal(text, &list); err != nil || len(list) == 0 {
			t.Fatal("no rules", name, err)
		}
		for _, r := range list {
			files[r.ID] = append(files[r.ID], name)
		}
	}
	fired := map[string]bool{}
	for _, c := range allCases() {
		for _, f := range c.want {
			fired[f.rule] = true
		}
	}
	for id := range files {
		if !fired[id] {
			t.Errorf("no case breaks %s", id)
		}
		delete(fired, id)
	}
	for rule := range fired {
		t.Errorf("%s is in no file", rule)
	}
}
