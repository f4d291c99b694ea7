package model

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// presets are the defaults of the schema, by type and field: "Agreement.form".
var presets = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	seen := map[*Type]bool{}
	var visit func(t *Type)
	visit = func(t *Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		for i := range t.Fields {
			f := &t.Fields[i]
			if f.Default != "" {
				out[cmp.Or(t.Name, "Case")+"."+f.Name] = f.Default
			}
			visit(f.Type)
		}
		visit(t.Item)
	}
	visit(Root())
	return out
})

// withDefaults returns a copy that says what is taken for granted, in the objects
// that are there; what it does not change is shared with c.
func (c *Case) withDefaults() *Case {
	f := filler{}
	return f.fill(c)
}

// filler fills in what a case leaves out, and notes where.
type filler struct {
	found []Assumed
}

// preset fills in the default of a field that is absent.
func (f *filler) preset(s *string, field, path string) { f.set(s, presets()[field], path) }

func (f *filler) set(s *string, value, path string) {
	if strings.TrimSpace(*s) == "" {
		*s = value
		f.found = append(f.found, Assumed{Path: path, Value: value})
	}
}

// no is the answer to a question that the case does not answer.
func (f *filler) no(path string) *bool {
	f.found = append(f.found, Assumed{Path: path, Value: "false"})
	return new(false)
}

func (f *filler) fill(c *Case) *Case {
	r := *c
	f.preset(&r.Language, "Case.language", "language")
	f.preset(&r.Phase, "Case.phase", "phase")
	if len(c.Controllers) < 2 { // what several are to each other must be said
		f.preset(&r.ControllerRelation, "Case.controllerRelation", "controllerRelation")
	}
	r.Controllers = slices.Clone(c.Controllers)
	for i := range r.Controllers {
		f.party(&r.Controllers[i].Party, joinIndex("controllers", i))
	}
	if c.Intermediary != nil {
		p := *c.Intermediary
		f.party(&p.Party, "intermediary")
		r.Intermediary = &p
	}
	if c.Processor != nil {
		p := *c.Processor
		f.party(&p.Party, "processor")
		r.Processor = &p
	}
	r.Subprocessors = slices.Clone(c.Subprocessors)
	for i := range r.Subprocessors {
		p := &r.Subprocessors[i]
		p.Address = f.address(p.Address, p.OrgNumber, joinIndex("subprocessors", i))
	}
	if c.Processing != nil {
		p := *c.Processing
		p.PersonalData, r.Processing = slices.Clone(p.PersonalData), &p
		for i := range p.PersonalData {
			if d := &p.PersonalData[i]; d.Type == "healthInformation" { // GDPR art. 4(15) and 9(1)
				f.set(&d.Special, "health", joinIndex("processing.personalData", i)+".special")
			}
		}
		if p.SurplusData == nil {
			p.SurplusData = &SurplusData{Exists: f.no("processing.surplusData.exists")}
		}
	}
	if c.Service != nil && c.Service.ProductionDataTest == nil {
		s := *c.Service
		s.ProductionDataTest, r.Service = &ProductionDataTest{Allowed: f.no("service.productionDataInTest.allowed")}, &s
	}
	if c.Agreement != nil {
		r.Agreement = f.agreement(c.Agreement)
	}
	if c.Security != nil {
		s := *c.Security
		s.Measures, r.Security = slices.Clone(s.Measures), &s
		for i := range s.Measures {
			f.preset(&s.Measures[i].Owner, "Measure.owner", joinIndex("security.measures", i)+".owner")
		}
	}
	if c.Risk != nil {
		k := *c.Risk
		f.preset(&k.Scale, "Risk.scale", "risk.scale")
		r.Risk = &k
	}
	return &r
}

func (f *filler) party(p *Party, path string) { p.Address = f.address(p.Address, p.OrgNumber, path) }

// address: a party with a Norwegian organisation number has its address in Norway.
func (f *filler) address(a *Address, orgNumber, path string) *Address {
	if a == nil || !ValidOrgNumber(orgNumber) {
		return a
	}
	b := *a
	f.set(&b.Country, "NO", path+".address.country")
	return &b
}

func (f *filler) agreement(a *Agreement) *Agreement {
	b := *a
	f.preset(&b.Level, "Agreement.level", "agreement.level")
	f.preset(&b.Form, "Agreement.form", "agreement.form")
	f.preset(&b.Standard, "Agreement.standard", "agreement.standard")
	f.preset(&b.ControllerTerm, "Agreement.controllerTerm", "agreement.controllerTerm")
	if a.Instructions != nil {
		i := *a.Instructions
		f.preset(&i.ChangeProcedure, "Instructions.changeProcedure", "agreement.instructions.changeProcedure")
		b.Instructions = &i
	}
	k := Confidentiality{}
	if a.Confidentiality != nil {
		k = *a.Confidentiality
	}
	f.preset(&k.AdministeredBy, "Confidentiality.administeredBy", "agreement.confidentiality.administeredBy")
	b.Confidentiality = &k
	return &b
}
