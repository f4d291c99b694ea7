package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestDefaults: what is taken for granted is told, with the value that the view
// then has.
func TestDefaults(t *testing.T) {
	const text = `samsvar: 1
controllers: [{id: a, orgNumber: "974760673", address: {city: Oslo}}]
processor: {orgNumber: HRB 1, address: {city: Bonn, country: DE}}
subprocessors: [{id: s, orgNumber: "974760673", address: {city: Oslo}}]
processing: {personalData: [{id: D1, type: healthInformation}, {id: D2, type: contactDetails}]}
service: {name: x}
agreement: {instructions: {channel: post}}
security: {measures: [{id: M1}]}
risk: {mandate: {kind: full}}
`
	c, problems := Load("case.yaml", strings.NewReader(text), LoadOptions{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, a := range c.Assumed() {
		got = append(got, a.Path+"="+a.Value+"="+a.Label("nb"))
		if a.Pos.Line == 0 {
			t.Errorf("%s has no place", a.Path)
		}
		if v := at(t, c.View(), a.Path); fmt.Sprint(v) != a.Value {
			t.Errorf("%s is %v in the view, and %q is told", a.Path, v, a.Value)
		}
	}
	want := []string{
		"language=nb=bokmål", "phase=contract=avtaleinngåelse", "controllerRelation=single=én dataansvarlig",
		"controllers[0].address.country=NO=Norge", "subprocessors[0].address.country=NO=Norge",
		"processing.personalData[0].special=health=helseopplysninger",
		"processing.surplusData.exists=false=nei", "service.productionDataInTest.allowed=false=nei",
		"agreement.level=controller-processor=mellom dataansvarlig og databehandler", "agreement.form=full=fullstendig avtale",
		"agreement.standard=own=egen avtaletekst", "agreement.controllerTerm=dataansvarlig=dataansvarlig",
		"agreement.instructions.changeProcedure=this-agreement=etter denne avtalens endringsprosedyre",
		"agreement.confidentiality.administeredBy=processor=databehandleren",
		"security.measures[0].owner=processor=processor", "risk.scale=webinar-5x5=webinar-5x5",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// Every default of the schema is one that the view fills in.
	for field := range presets() {
		_, name, _ := strings.Cut(field, ".")
		if !slices.ContainsFunc(got, func(s string) bool { path, _, _ := strings.Cut(s, "="); return strings.HasSuffix(path, name) }) {
			t.Errorf("the default of %s is not filled in", field)
		}
	}
	if c.Agreement.Level != "" || c.Controllers[0].Address.Country != "" || c.Security.Measures[0].Owner != "" {
		t.Error("the case itself was changed")
	}
	// Several controllers must say what they are to each other.
	c.Controllers = append(c.Controllers, Controller{})
	if slices.ContainsFunc(c.Assumed(), func(a Assumed) bool { return a.Path == "controllerRelation" }) {
		t.Error("a relation is taken for granted")
	}
}

func at(t *testing.T, view map[string]any, path string) any {
	t.Helper()
	steps, err := ParsePath(path)
	if err != nil {
		t.Fatal(err)
	}
	var v any = view
	for _, s := range steps {
		if s.isIndex() {
			v = v.([]any)[s.Index]
		} else {
			v = v.(map[string]any)[s.Name]
		}
	}
	return v
}
