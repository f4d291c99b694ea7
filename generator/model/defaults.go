package model

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// presets are the defaults of the schema, by type and field: "Address.country".
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

// preset fills in the default of a field that is absent.
func preset(s *string, field string) {
	if strings.TrimSpace(*s) == "" {
		*s = presets()[field]
	}
}

// withDefaults returns a copy that says what the schema has a default for, in the
// objects that are there; what it does not change is shared with c.
func (c *Case) withDefaults() *Case {
	r := *c
	preset(&r.ControllerRelation, "Case.controllerRelation")
	r.Controllers = slices.Clone(c.Controllers)
	for i := range r.Controllers {
		r.Controllers[i].Address = r.Controllers[i].Address.withDefaults()
	}
	r.Suppliers = slices.Clone(c.Suppliers)
	for i := range r.Suppliers {
		r.Suppliers[i].Address = r.Suppliers[i].Address.withDefaults()
	}
	if c.Intermediary != nil {
		p := *c.Intermediary
		p.Address, r.Intermediary = p.Address.withDefaults(), &p
	}
	if c.Processor != nil {
		p := *c.Processor
		p.Address, r.Processor = p.Address.withDefaults(), &p
	}
	r.Subprocessors = slices.Clone(c.Subprocessors)
	for i := range r.Subprocessors {
		r.Subprocessors[i].Address = r.Subprocessors[i].Address.withDefaults()
	}
	if c.Service != nil {
		s := *c.Service
		s.Locations, r.Service = slices.Clone(s.Locations), &s
		for i := range s.Locations {
			preset(&s.Locations[i].Entity, "Location.entity")
		}
	}
	if c.Security != nil {
		s := *c.Security
		s.Measures, r.Security = slices.Clone(s.Measures), &s
		for i := range s.Measures {
			preset(&s.Measures[i].Owner, "Measure.owner")
		}
	}
	if c.Agreement != nil {
		r.Agreement = c.Agreement.withDefaults()
	}
	return &r
}

func (a *Address) withDefaults() *Address {
	if a == nil {
		return nil
	}
	b := *a
	preset(&b.Country, "Address.country")
	return &b
}

func (a *Agreement) withDefaults() *Agreement {
	b := *a
	preset(&b.Level, "Agreement.level")
	preset(&b.Form, "Agreement.form")
	preset(&b.Standard, "Agreement.standard")
	preset(&b.ControllerTerm, "Agreement.controllerTerm")
	if a.Instructions != nil {
		i := *a.Instructions
		preset(&i.ChangeProcedure, "Instructions.changeProcedure")
		b.Instructions = &i
	}
	if a.Confidentiality != nil {
		k := *a.Confidentiality
		preset(&k.AdministeredBy, "Confidentiality.administeredBy")
		b.Confidentiality = &k
	}
	if a.Signing != nil {
		s := *a.Signing
		preset(&s.Mode, "Signing.mode")
		b.Signing = &s
	}
	return &b
}
