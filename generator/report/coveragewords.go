package report

// coverageWords are what the coverage report prints around the facts.
type coverageWords struct {
	status      map[CoverageStatus]string // of one demand
	statuses    map[CoverageStatus]string // of many
	demands     [2]string                 // one, many
	missing     string
	condition   string // a text that its condition left out
	empty       string // a text that is repeated for the elements of a list without any
	alternative string
	absent      string // a fact that the case leaves out
	nothing     string
	elsewhere   string
	noDocument  string
	others      string // heading of the demands about other documents
}

func coverageWordsIn(language string) *coverageWords {
	switch language {
	case "nb":
		return &coverageNB
	case "nn":
		return &coverageNN
	}
	return &coverageEN
}

var coverageNB = coverageWords{
	status:   map[CoverageStatus]string{Met: "dekket", OpenStatus: "åpent", NotApplicable: "ikke aktuelt", Uncovered: "ikke dekket"},
	statuses: map[CoverageStatus]string{Met: "dekket", OpenStatus: "åpne", NotApplicable: "ikke aktuelle", Uncovered: "ikke dekket"},
	demands:  [2]string{"krav", "krav"},
	missing:  "mangler {labels}", condition: "{clause} er bare med når: {condition}", empty: "{clause} er bare med når det står noe i {condition}",
	absent:      "ikke oppgitt: {clause}",
	alternative: "alternativet {alternative} av {clause} mangler teksten", nothing: "ingen klausul, tabell eller opplysning i dokumenttypen dekker kravet",
	elsewhere: "gjelder {documents}", noDocument: "gjelder ikke noe dokument", others: "gjelder ikke dette dokumentet",
}

var coverageNN = coverageWords{
	status:   map[CoverageStatus]string{Met: "dekt", OpenStatus: "ope", NotApplicable: "ikkje aktuelt", Uncovered: "ikkje dekt"},
	statuses: map[CoverageStatus]string{Met: "dekte", OpenStatus: "opne", NotApplicable: "ikkje aktuelle", Uncovered: "ikkje dekte"},
	demands:  [2]string{"krav", "krav"},
	missing:  "manglar {labels}", condition: "{clause} er berre med når: {condition}", empty: "{clause} er berre med når det står noko i {condition}",
	absent:      "ikkje oppgitt: {clause}",
	alternative: "alternativet {alternative} av {clause} manglar teksten", nothing: "inga føresegn, ingen tabell og inga opplysning i dokumenttypen dekkjer kravet",
	elsewhere: "gjeld {documents}", noDocument: "gjeld ikkje noko dokument", others: "gjeld ikkje dette dokumentet",
}

var coverageEN = coverageWords{
	status:   map[CoverageStatus]string{Met: "met", OpenStatus: "open", NotApplicable: "not applicable", Uncovered: "uncovered"},
	statuses: map[CoverageStatus]string{Met: "met", OpenStatus: "open", NotApplicable: "not applicable", Uncovered: "uncovered"},
	demands:  [2]string{"demand", "demands"},
	missing:  "lacks {labels}", condition: "{clause} is there only when: {condition}", empty: "{clause} is there only when there is something in {condition}",
	absent:      "not stated: {clause}",
	alternative: "the alternative {alternative} of {clause} lacks the text", nothing: "no clause, table or fact of the document type meets it",
	elsewhere: "concerns {documents}", noDocument: "concerns no document", others: "not about this document",
}
