package rules_test

import "github.com/samsvar/samsvar/generator/model"

// based gives the purpose its legal bases, and the data a special category.
func based(special string, bases ...model.LegalBasis) func(*model.Case) {
	return func(c *model.Case) {
		c.Processing.PersonalData[0].Special = special
		c.Processing.Purposes[0].LegalBasis = bases
	}
}

// then is one change after another.
func then(changes ...func(*model.Case)) func(*model.Case) {
	return func(c *model.Case) {
		for _, change := range changes {
			change(c)
		}
	}
}

var (
	duty    = model.LegalBasis{Art6: "6(1)(c)", Law: "helsepersonelloven", Section: "§ 39"}
	care    = model.LegalBasis{Art6: "6(1)(c)", Art9: "9(2)(h)", Law: "helsepersonelloven", Section: "§ 39"}
	consent = model.LegalBasis{Art6: "6(1)(a)", Art9: "9(2)(a)"}
)

var basisCases = []testCase{
	{"health care", based("health", care), nil},
	{"ordinary data", based("", duty), nil},
	{"explicit consent needs no law", based("genetic", consent), nil},
	{"no ground at all is an open point", based("health"), nil},
	{"no article 9", based("genetic", duty),
		[]finding{{"art9-missing", "processing.purposes[0].legalBasis[0].art9", "purpose F1 includes special categories of personal data (D1) but has no ground in Article 9"}}},
	{"no article 9 in any row", based("genetic", duty, duty),
		[]finding{{"art9-missing", "processing.purposes[0].legalBasis", "purpose F1 includes special categories of personal data (D1) but has no ground in Article 9"}}},
	{"health information is health", then(based("", duty), func(c *model.Case) { c.Processing.PersonalData[0].Type = "healthInformation" }),
		[]finding{{"art9-missing", "processing.purposes[0].legalBasis[0].art9", "purpose F1 includes special categories of personal data (D1) but has no ground in Article 9"}}},
	{"a purpose without data has all of them", then(based("health", duty), func(c *model.Case) {
		c.Processing.Purposes[0].Data = nil
		c.Processing.PersonalData = append(c.Processing.PersonalData, model.PersonalData{ID: "D2"}, model.PersonalData{ID: "D3", Special: "religion"})
	}), []finding{{"art9-missing", "processing.purposes[0].legalBasis[0].art9", "purpose F1 includes special categories of personal data (D1, D3) but has no ground in Article 9"}}},
	{"special data that the purpose does not have", then(based("", duty), func(c *model.Case) {
		c.Processing.PersonalData = append(c.Processing.PersonalData, model.PersonalData{ID: "D2", Special: "health"})
	}), nil},
	{"data that are not there", then(based("health", duty), func(c *model.Case) { c.Processing.Purposes[0].Data = []string{"D1", "D9"} }),
		[]finding{{unknown, "processing.purposes[0].data[1]", "“D9” is not among processing.personalData"}}},
	{"one row without article 9", based("health", care, duty),
		[]finding{{"art9-incomplete", "processing.purposes[0].legalBasis[1].art9", "this legal basis of purpose F1 has no ground in Article 9, although the purpose includes special categories (D1)"}}},
	{"article 9 without such data", based("", duty, care),
		[]finding{{"art9-without-data", "processing.purposes[0].legalBasis[1].art9", "purpose F1 rests on 9(2)(h), but none of its data is marked as a special category"}}},

	{"no law is an open point", based("health", model.LegalBasis{Art6: "6(1)(e)", Art9: "9(2)(h)"}), nil},
	{"an exception by law without one", based("health", model.LegalBasis{Art6: "6(1)(b)", Art9: "9(2)(h)"}),
		[]finding{{"art9-law-missing", "processing.purposes[0].legalBasis[0].law", "the exception in 9(2)(h) has to rest on national law, and the law is not named"}}},
	{"vital interests need no law", based("health", model.LegalBasis{Art6: "6(1)(d)", Art9: "9(2)(c)"}), nil},
	{"a law without a provision", based("", model.LegalBasis{Art6: "6(1)(c)", Law: "arkivlova"}),
		[]finding{{"law-provision-missing", "processing.purposes[0].legalBasis[0].section", "arkivlova is named as the legal basis, but not which provision"}}},
	{"a contract needs no provision", based("health", model.LegalBasis{Art6: "6(1)(b)", Art9: "9(2)(b)", Law: "Tariffavtalen"}), nil},
	{"the provision stands in the law", based("", model.LegalBasis{Art6: "6(1)(c)", Law: "arkivlova § 6"}), nil},
	{"an article", based("", model.LegalBasis{Art6: "6(1)(c)", Law: "forordning (EU) 2017/745 artikkel 83"}), nil},
	{"a chapter", based("", model.LegalBasis{Art6: "6(1)(e)", Law: "smittevernloven kap. 2"}), nil},
	{"an act whose name has art in it", based("", model.LegalBasis{Art6: "6(1)(e)", Law: "artsdataloven"}),
		[]finding{{"law-provision-missing", "processing.purposes[0].legalBasis[0].section", "artsdataloven is named as the legal basis, but not which provision"}}},
}
