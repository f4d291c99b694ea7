package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func labels(c *Case, language string) []string {
	var out []string
	for _, o := range c.Open("dpa") {
		out = append(out, strings.Join([]string{o.Path, o.Who, o.Phase, o.Label(language)}, " | "))
	}
	return out
}

func TestOpenHalf(t *testing.T) {
	c := loadFile(t, "half.yaml")
	want := []string{
		"controllers[0].orgNumber | controller |  | Organisasjonsnummer (dataansvarlig «Normsykehuset HF»)",
		"controllers[0].contact | controller |  | Kontaktperson (dataansvarlig «Normsykehuset HF»)",
		"controllers[1].name | controller |  | Navn (dataansvarlig «controller-2»)",
		"controllers[1].orgNumber | controller |  | Organisasjonsnummer (dataansvarlig «controller-2»)",
		"controllers[1].address | controller |  | Adresse (dataansvarlig «controller-2»)",
		"controllers[1].contact | controller |  | Kontaktperson (dataansvarlig «controller-2»)",
		"processor.name | processor | contract | Navn (databehandler)",
		"processor.orgNumber | processor | contract | Organisasjonsnummer (databehandler)",
		"processor.address | processor | contract | Adresse (databehandler)",
		"processor.contact.email | processor | contract | E-post (kontaktperson, databehandler)",
		"service.description | controller |  | Beskrivelse av tjenesten",
		"service.models | controller |  | Tjenestemodell",
		"service.delivery | controller |  | Leveransemodell",
		"service.healthRecordSystem | controller |  | Behandlingsrettet helseregister",
		"service.remoteAccess.method | processor |  | Løsning for fjernaksess",
		"service.remoteAccess.approvedPerSession | processor |  | Godkjennes for hver økt (fjernaksess)",
		"service.mainAgreement | controller |  | Hovedavtale",
		"service.locations | processor | contract | Steder for lagring, drift og tilgang",
		"processing | controller |  | Behandlingen",
		"subprocessors[0].address.street | processor |  | Gateadresse (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].address.postalCode | processor |  | Postnummer (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].address.city | processor |  | Poststed (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].address.country | processor |  | Land (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].contact | processor |  | Kontaktperson (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].task | processor |  | Oppgave (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].parent | processor |  | Oppdrag fra (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].dpaInPlace | processor |  | Databehandleravtale inngått (underdatabehandler «Nordic Ops AB»)",
		"subprocessors[0].approvedOn | controller |  | Godkjent dato (underdatabehandler «Nordic Ops AB»)",
		"transfers[0].exporter | processor |  | Dataeksportør (overføring «T-1»)",
		"transfers[0].importer | processor |  | Dataimportør (overføring «T-1»)",
		"transfers[0].location | processor |  | Sted (overføring «T-1»)",
		"transfers[0].dpf | processor |  | Kontroll mot EU–US Data Privacy Framework (overføring «T-1»)",
		"transfers[0].reviewBy | controller |  | Vurderes på nytt innen (overføring «T-1»)",
		"agreement.noticeDays | controller |  | Varsel om ny underdatabehandler (dager)",
		"agreement.objectionDays | controller |  | Frist for å protestere (dager)",
		"agreement.breachNoticeHours | controller |  | Frist for å varsle brudd (timer)",
		"agreement.requestForwardDays | controller |  | Frist for å videresende henvendelser (dager)",
		"agreement.instructions | controller |  | Instrukser",
		"agreement.audit | controller |  | Revisjon",
		"agreement.costs | controller |  | Kostnader",
		"agreement.restore | processor |  | Gjenoppretting",
		"agreement.termination | controller |  | Opphør",
		"agreement.signing.signatories | controller |  | Underskrivere (signering)",
		"security | processor | contract | Informasjonssikkerhet",
	}
	if diff := cmp.Diff(want, labels(c, "nb")); diff != "" {
		t.Error(diff)
	}
	for _, o := range c.Open("dpa") {
		if o.Path == "agreement.noticeDays" && (o.Pos.Line != 27 || o.Label("nn") != "Varsel om ny underdatabehandlar (dagar)") {
			t.Errorf("%+v %s", o.Pos, o.Label("nn"))
		}
		if o.Path == "subprocessors[0].contact" && o.Label("en") != "Contact (sub-processor “Nordic Ops AB”)" {
			t.Error(o.Label("en"))
		}
	}
}

// What the schema makes required by a condition is open when the condition holds.
func TestConditions(t *testing.T) {
	for _, test := range []struct{ text, open, not string }{
		{"agreement: {authorisation: general}", "agreement.noticeDays agreement.objectionDays", ""},
		{"agreement: {authorisation: specific}", "", "agreement.noticeDays"},
		{"transfers: [{basis: scc}]", "transfers[0].module transfers[0].assessment", "transfers[0].dpf"},
		{"transfers: [{basis: dpf}]", "transfers[0].dpf", "transfers[0].module"},
		{"transfers: [{basis: bcr}]", "transfers[0].assessment", "transfers[0].module"},
		{"transfers: [{basis: approved-clauses}]", "transfers[0].assessment", "transfers[0].dpf"},
		{"transfers: [{basis: adequacy}]", "transfers[0].reviewBy", "transfers[0].assessment"},
		{"processing: {surplusData: {exists: true}}", "processing.surplusData.handling", ""},
		{"processing: {surplusData: {exists: false}}", "", "processing.surplusData.handling"},
		{"service: {remoteAccess: {used: true}}", "service.remoteAccess.method", ""},
		{"service: {productionDataInTest: {allowed: true}}", "service.productionDataInTest.conditions", ""},
		{"service: {securityAct: {assessed: relevant}}", "service.securityAct.reason", ""},
		{"service: {securityAct: {assessed: not-assessed}}", "", "service.securityAct.reason"},
		{"agreement: {termination: {choice: return-then-delete}}", "agreement.termination.format", ""},
		{"agreement: {termination: {choice: delete}}", "", "agreement.termination.format"},
		{"security: {measures: [{status: planned}, {status: in-place}]}", "security.measures[0].dueDate", "security.measures[1].dueDate"},
		{"processor: {certificates: [{standard: other}]}", "processor.certificates[0].name", ""},
		{"processing: {personalData: [{type: other}], dataSubjects: [{category: other}]}", "processing.personalData[0].description processing.dataSubjects[0].description", ""},
		{"suppliers: [{id: a}]", "", "suppliers[0].name"},
		{"agreement: {breachNoticeHours: \"24\"}", "agreement.audit", "agreement.breachNoticeHours"},
		{"controllers: [x, {id: a}]", "controllers[1].name", "controllers[0].name"},
		{"title: '  '\nprocessor: x", "title", "processor"},
	} {
		c, _ := Load("x", strings.NewReader(test.text), LoadOptions{})
		open := map[string]bool{}
		for _, o := range c.Open("dpa") {
			open[o.Path] = true
		}
		for path := range strings.FieldsSeq(test.open) {
			if !open[path] {
				t.Errorf("%s: %s is not open", test.text, path)
			}
		}
		if open[test.not] {
			t.Errorf("%s: %s is open", test.text, test.not)
		}
	}
}

func TestOpenForAnotherDocument(t *testing.T) {
	c := &Case{Controllers: []Controller{{}}}
	for _, o := range c.Open("risk-register") {
		if strings.Contains(o.Path, "controllers") || o.Path == "agreement" {
			t.Errorf("%s is open", o.Path)
		}
	}
	if len(c.Open("risk-register")) == 0 || len(c.Open("")) < len(c.Open("dpa")) {
		t.Error("what all documents need is not open")
	}
}

func TestControllerTerm(t *testing.T) {
	c := &Case{Controllers: []Controller{{}, {}}, Agreement: &Agreement{ControllerTerm: "behandlingsansvarlig"}}
	found := false
	for _, o := range c.Open("dpa") {
		if o.Path == "controllers[1].name" {
			found = true
			if got := o.Label("nn"); got != "Namn (behandlingsansvarleg 2)" {
				t.Error(got)
			}
		}
	}
	if !found {
		t.Error("the name is not open")
	}
}

func TestResolved(t *testing.T) {
	supplier := Supplier{Party{ID: "s", Name: "Skyen AS", OrgNumber: "974760673", Contact: &Contact{Name: "Per"}}}
	c := &Case{Suppliers: []Supplier{supplier}, Processor: &Processor{From: "s", Party: Party{Name: "Skyen Drift AS"}}}
	r := c.Resolved()
	if p := r.Processor; p.Name != "Skyen Drift AS" || p.OrgNumber != "974760673" || p.Contact.Name != "Per" {
		t.Errorf("%+v", p)
	}
	if c.Processor.OrgNumber != "" {
		t.Error("the case itself was changed")
	}
	if c.View()["processor"].(map[string]any)["orgNumber"] != "974760673" {
		t.Error("the view is not resolved")
	}
	c.Processor.From = "nobody"
	if p := c.Resolved().Processor; p.Name != "Skyen Drift AS" || p.OrgNumber != "" || p.Contact != nil {
		t.Errorf("a reference to nobody gave %+v", p)
	}
}
