package rules_test

import "github.com/samsvar/samsvar/generator/model"

// by changes the basis of the one transfer, to a place in a country.
func by(basis, country string, change func(*model.Transfer)) func(*model.Case) {
	return func(c *model.Case) {
		c.Service.Locations[1].Country, c.Subprocessors[1].Address.Country = country, country
		c.Transfers[0].Basis = basis
		if change != nil {
			change(&c.Transfers[0])
		}
	}
}

func module(n int, exporter string) func(*model.Case) {
	return by("scc", "IN", func(t *model.Transfer) { t.Module, t.Exporter = &n, exporter })
}

var transferCases = []testCase{
	{"derogation", by("derogation", "IN", nil),
		[]finding{{"transfer-derogation", "transfers[0].basis", "a transfer that is part of the standing delivery cannot rest on a derogation"}}},

	{"adequacy", by("adequacy", "CH", nil), nil},
	{"adequacy without a decision", by("adequacy", "IN", nil),
		[]finding{{"adequacy-unknown", "transfers[0].basis", "no adequacy decision about IN is known as of 2026-11-22"}}},
	{"adequacy for some", by("adequacy", "CA", nil),
		[]finding{{"adequacy-limited", "transfers[0].basis", "the decision about CA (2002/2/EC) covers only recipients and processing that come under PIPEDA"}}},
	{"adequacy in the USA", by("adequacy", "US", nil),
		[]finding{{"adequacy-dpf", "transfers[0].basis", "the decision about the USA ((EU) 2023/1795) covers only organisations on the list of the Data Privacy Framework"}}},
	{"adequacy somewhere", func(c *model.Case) { c.Transfers[0].Basis, c.Transfers[0].Location = "adequacy", "" }, nil},

	{"the framework", by("dpf", "US", func(t *model.Transfer) { t.DPF = &model.DPF{CheckedOn: "2026-05-22"} }), nil},
	{"the framework elsewhere", by("dpf", "IN", nil),
		[]finding{{"dpf-country", "transfers[0].basis", "the Data Privacy Framework is about transfers to the USA, but the location is in IN"}}},
	{"an old check", by("dpf", "US", func(t *model.Transfer) { t.DPF = &model.DPF{CheckedOn: "2026-05-21"} }),
		[]finding{{"dpf-check-old", "transfers[0].dpf.checkedOn", "the listing under the Data Privacy Framework was last checked on 2026-05-21, more than six months before the date of the case"}}},

	{"module 3 from a sub-processor", module(3, "drift"), nil},
	{"module 3 from the processor", module(3, "processor"), nil},
	{"module 2 from the controller", module(2, "sykehuset"), nil},
	{"module 3 from the intermediary", func(c *model.Case) {
		module(3, "intermediary")(c)
		c.Intermediary, c.Agreement.Level, c.Agreement.Signing = &model.Intermediary{}, "processor-subprocessor", nil
	}, nil},
	{"module 2 from a sub-processor", module(2, "drift"),
		[]finding{{"transfer-module", "transfers[0].module", "module 2 does not fit a transfer from “drift” to “inder”; that is module 3"}}},
	{"module 3 from the controller", module(3, "controller"),
		[]finding{{"transfer-module", "transfers[0].module", "module 3 does not fit a transfer from “controller” to “inder”; that is module 2"}}},
	{"module 4", module(4, "processor"),
		[]finding{{"transfer-module", "transfers[0].module", "module 4 does not fit a transfer from “processor” to “inder”; that is module 3"}}},
	{"module 1 from nobody", module(1, ""),
		[]finding{{"transfer-module", "transfers[0].module", "module 1 does not fit a transfer from “” to “inder”; that is module 2 / 3"}}},
	{"module 2 from nobody", module(2, ""), nil},

	{"own staff abroad, assessed", func(c *model.Case) {
		c.Service.Locations[0].Country, c.Service.Locations[0].Assessment = "IN", &model.Reference{}
	}, nil},
	{"a processor abroad that works here", func(c *model.Case) { c.Processor.Address.Country = "US" },
		[]finding{{"importer-missing", "processor.address.country", "“processor” is established in US, outside the EEA, but is the importer in no row of transfers"}}},
	{"a processor abroad with its row", func(c *model.Case) {
		c.Processor.Address.Country, c.Service.Locations[0].Country = "US", "US"
		c.Transfers = append(c.Transfers, model.Transfer{Exporter: "controller", Importer: "processor", Location: "L1", Basis: "dpf"})
	}, nil},
	{"a sub-processor abroad without a row", func(c *model.Case) { c.Subprocessors[0].Address.Country = "US" },
		[]finding{{"importer-missing", "subprocessors[0].address.country", "“drift” is established in US, outside the EEA, but is the importer in no row of transfers"}}},
}
