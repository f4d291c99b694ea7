package rules_test

import "github.com/samsvar/samsvar/generator/model"

var partyCases = []testCase{
	{"one number, two names", func(c *model.Case) {
		c.Controllers[0].OrgNumber, c.ContractingAuthority.OrgNumber, c.ContractingAuthority.Name = "310274585", "310 274 585", "Normsykehuset Innkjøp"
	}, []finding{{"party-two-names", "controllers[0].name", "“Normsykehuset HF” has the same organisation number (310274585) as “Normsykehuset Innkjøp” (contractingAuthority)"}}},
	{"the same name in other letters", func(c *model.Case) {
		c.Controllers[0].OrgNumber, c.ContractingAuthority.OrgNumber, c.ContractingAuthority.Name = "310274585", "310274585", "NORMSYKEHUSET H.F."
	}, nil},
	{"a processor that is called something else than the supplier it is", func(c *model.Case) {
		c.Suppliers[0].OrgNumber = "317163525"
		c.Processor = &model.Processor{From: "sky", Party: model.Party{Name: "Sky Norge AS"}}
	}, []finding{{"party-two-names", "processor.name", "“Sky Norge AS” has the same organisation number (317163525) as “Sky AS” (suppliers[0])"}}},
	{"one name, two numbers", func(c *model.Case) {
		c.Subprocessors[0].Name, c.Subprocessors[0].OrgNumber, c.Processor.OrgNumber = "sky as", "314820932", "317163525"
	}, []finding{{"party-two-numbers", "subprocessors[0].orgNumber", "“sky as” has organisation number 314820932 here and 317163525 in processor"}}},
	{"the same foreign number in two countries", func(c *model.Case) {
		c.Subprocessors[0].OrgNumber, c.Subprocessors[1].OrgNumber = "000001", "000001"
	}, nil},

	{"no name, address or contact", func(c *model.Case) {
		c.Subprocessors[0].Name, c.Subprocessors[0].Address, c.Subprocessors[0].Contact = "", nil, nil
	}, []finding{{"subprocessor-unidentified", "subprocessors[0]", "the sub-processor “drift” is authorised or has an agreement but is not identified: name, address, contact is missing or incomplete"}}},
	{"a contact that cannot be reached", func(c *model.Case) { c.Subprocessors[0].Contact.Email = "" },
		[]finding{{"subprocessor-unidentified", "subprocessors[0]", "the sub-processor “Fjellrom AS” is authorised or has an agreement but is not identified: contact is missing or incomplete"}}},
	{"a contact with a telephone", func(c *model.Case) {
		c.Subprocessors[0].Contact.Email, c.Subprocessors[0].Contact.Phone = "", "+47"
	}, nil},
	{"not identified and not approved", func(c *model.Case) { c.Subprocessors[0].Contact, c.Subprocessors[0].ApprovedOn = nil, "" }, nil},

	{"a public body without a data protection officer", func(c *model.Case) { c.Controllers[0].DPO = nil },
		[]finding{{"dpo-missing", "controllers[0]", "“Normsykehuset HF” is a public body, and the case has no data protection officer for it"}}},
	{"a private body without one", func(c *model.Case) { c.Controllers[0].DPO, c.Controllers[0].Name = nil, "Kommunegården legesenter AS" }, nil},

	{"a regional health authority", func(c *model.Case) {
		c.Controllers[0].Name, c.Service.HealthRecordSystem = "Helse Norden RHF", new(true)
	}, []finding{{"rhf-controller", "controllers[0].name", "“Helse Norden RHF” is a regional health authority and is named as controller of a health record"}}},
	{"in nynorsk", func(c *model.Case) {
		c.Controllers[0].Name, c.Service.HealthRecordSystem = "Regionalt helseføretak Midt", new(true)
	}, []finding{{"rhf-controller", "controllers[0].name", "“Regionalt helseføretak Midt” is a regional health authority and is named as controller of a health record"}}},
	{"a regional health authority without a health record", func(c *model.Case) {
		c.Controllers[0].Name, c.Service.HealthRecordSystem = "Helse Norden RHF", new(false)
	}, nil},
	{"a hospital with the letters in its name", func(c *model.Case) {
		c.Controllers[0].Name, c.Service.HealthRecordSystem = "Morhfjord sykehus HF", new(true)
	}, nil},

	{"joint, but one", func(c *model.Case) { c.ControllerRelation = "joint" },
		[]finding{{"relation-contradicts", "controllerRelation", "the relation between the controllers is “joint”, but the number under controllers is 1"}}},
	{"single, but two", func(c *model.Case) {
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{}), "single"
		c.Agreement.Signing.Signatories[0].Party = "controller"
	}, []finding{{"relation-contradicts", "controllerRelation", "the relation between the controllers is “single”, but the number under controllers is 2"}}},
	{"two, and nothing said", func(c *model.Case) {
		c.Controllers = append(c.Controllers, model.Controller{})
		c.Agreement.Signing.Signatories[0].Party = "controller"
	}, []finding{{"relation-missing", "controllers", "the case has 2 controllers but does not say how they stand to each other"}}},
	{"no controller yet", func(c *model.Case) {
		c.Controllers, c.ControllerRelation, c.ContractingAuthority, c.Agreement.Signing = nil, "joint", nil, nil
	}, nil},
	{"an authority that buys for some of two", func(c *model.Case) {
		c.ContractingAuthority.OnBehalfOf, c.ContractingAuthority.Name = nil, "Innkjøp"
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{}), "joint"
		c.Agreement.Signing.Signatories[0].Party = "controller"
	}, []finding{{"authority-for-nobody", "contractingAuthority", "the contracting authority “Innkjøp” is not among the controllers, and the case does not say for whom it buys"}}},
	{"an authority that buys for the one controller", func(c *model.Case) {
		c.ContractingAuthority.OnBehalfOf, c.ContractingAuthority.Name = nil, "Innkjøp"
	}, nil},
	{"an authority that buys for itself", func(c *model.Case) {
		c.ContractingAuthority.OnBehalfOf, c.ContractingAuthority.Name = nil, "Normsykehuset HF"
		c.Controllers, c.ControllerRelation = append(c.Controllers, model.Controller{}), "joint"
		c.Agreement.Signing.Signatories[0].Party = "controller"
	}, nil},

	{"no intermediary", func(c *model.Case) { c.Agreement.Level, c.Agreement.Signing = "processor-subprocessor", nil },
		[]finding{{"intermediary-missing", "agreement.level", "the agreement is between a processor and its sub-processor, but the former is missing"}}},
	{"an intermediary without a part", func(c *model.Case) { c.Intermediary = &model.Intermediary{} },
		[]finding{{"intermediary-unused", "intermediary", "intermediary is filled in, but the agreement is between a controller and a processor, so that it is not used"}}},
	{"an intermediary with its part", func(c *model.Case) {
		c.Intermediary, c.Agreement.Level, c.Agreement.Signing = &model.Intermediary{}, "processor-subprocessor", nil
	}, nil},
}
