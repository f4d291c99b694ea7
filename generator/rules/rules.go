// Package rules holds what the law and good sense want of a case beyond its form:
// references that resolve, and facts that must not contradict each other. A
// finding is listed in a draft and stops only a final version. The words of the
// rules stand in generator/report/rules.
package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// Library is what the rules need to know of the text library.
type Library struct {
	Alternatives map[string][]string // clause id → ids of its alternatives
	House        bool                // texts of it are replaced by a house library
	Documents    []string            // ids of the document types; nil when any is allowed
	// Scales are the scales of risk by id; without any, levels are not looked at.
	Scales map[string]*risk.Scale
	// Guidance is what the catalogues say of risk; nil: nothing is held against them.
	Guidance Guidance
}

// Guidance looks up what a risk assessment refers to in the catalogues. Nothing is
// asked of it when the case has no risk assessment.
type Guidance interface {
	// Scenario finds the demands that a scenario of the library answers.
	Scenario(id string) (answers []string, ok bool)
	// Scenarios and Measures list the ids of those of the library.
	Scenarios() []string
	Measures() []string
	// Demand reports whether there is a demand, such as normen-sky:RSK-ARE-LOG1;
	// Suggest finds one that may have been meant.
	Demand(id string) bool
	Suggest(demand string) string
	// Group lists the demands of a group, such as normen-sky:RSK-ARE.
	Group(id string) []Item
}

// Item is a demand of a group.
type Item struct {
	ID   string // without its catalogue
	Text map[doc.Language]string
}

// Check runs all rules. The order is not fixed; a report sorts.
func Check(c *model.Case, l Library) []report.Problem {
	k := &checker{c: c, library: l}
	k.references()
	k.ids()
	k.names()
	k.transfers()
	k.tools()
	k.chain()
	k.identified()
	k.roles()
	k.relation()
	k.level()
	k.standard()
	k.deadlines()
	k.termination()
	k.certificates()
	k.measures()
	k.choices()
	k.parallel()
	k.dpo()
	k.basis()
	k.dates()
	k.risk()
	k.assessment()
	k.dpia()
	k.signed()
	k.engaged()
	k.answers()
	return k.problems
}

type checker struct {
	c        *model.Case
	library  Library
	problems []report.Problem
}

func (k *checker) add(rule, path string, pairs ...string) {
	k.problems = append(k.problems, k.c.Problem(rule, path, pairs...))
}

// refers reports an id that is not among the known ones.
func (k *checker) refers(path, id, where string, known []string) {
	if id != "" && !slices.Contains(known, id) {
		k.add("reference-unknown", path, "id", id, "where", where, "suggestion", model.Suggest(id, known))
	}
}

// blank: nothing is said, though there may be blanks.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

func (k *checker) controllers() []string {
	ids := []string{"controller"}
	for _, p := range k.c.Controllers {
		ids = append(ids, p.ID)
	}
	return ids
}

// principals are those on whose instructions the processor works.
func (k *checker) principals() []string {
	ids := k.controllers()
	if p := k.c.Intermediary; p != nil {
		ids = append(ids, "intermediary", p.ID)
	}
	return ids
}

func (k *checker) processors() []string {
	ids := []string{"processor"}
	for _, s := range k.c.Subprocessors {
		ids = append(ids, s.ID)
	}
	return ids
}

// references: every id points to something.
func (k *checker) references() {
	c := k.c
	processors := k.processors()
	if a := c.ContractingAuthority; a != nil {
		for i, id := range a.OnBehalfOf {
			k.refers(fmt.Sprintf("contractingAuthority.onBehalfOf[%d]", i), id, "controllers", k.controllers())
		}
	}
	if c.Processor != nil {
		var suppliers []string
		for _, s := range c.Suppliers {
			suppliers = append(suppliers, s.ID)
		}
		k.refers("processor.from", c.Processor.From, "suppliers", suppliers)
	}
	var places []string
	if c.Service != nil {
		for i, l := range c.Service.Locations {
			places = append(places, l.ID)
			k.refers(fmt.Sprintf("service.locations[%d].entity", i), l.Entity, "processor, subprocessors", processors)
		}
	}
	data, subjects := k.processing()
	for i, s := range c.Subprocessors {
		k.refers(fmt.Sprintf("subprocessors[%d].parent", i), s.Parent, "processor, subprocessors", processors)
		for j, id := range s.Data {
			k.refers(fmt.Sprintf("subprocessors[%d].data[%d]", i, j), id, "processing.personalData", data)
		}
	}
	exporters := append(k.principals(), processors...)
	for i, t := range c.Transfers {
		at := fmt.Sprintf("transfers[%d].", i)
		k.refers(at+"exporter", t.Exporter, "controllers, processor, subprocessors", exporters)
		k.refers(at+"importer", t.Importer, "processor, subprocessors", processors)
		k.refers(at+"location", t.Location, "service.locations", places)
	}
	if c.Processing != nil {
		for i, p := range c.Processing.Purposes {
			for j, id := range p.Data {
				k.refers(fmt.Sprintf("processing.purposes[%d].data[%d]", i, j), id, "processing.personalData", data)
			}
			for j, id := range p.Subjects {
				k.refers(fmt.Sprintf("processing.purposes[%d].subjects[%d]", i, j), id, "processing.dataSubjects", subjects)
			}
		}
		for i, n := range c.Processing.Integrations {
			for j, id := range n.Data {
				k.refers(fmt.Sprintf("processing.integrations[%d].data[%d]", i, j), id, "processing.personalData", data)
			}
		}
	}
	if c.Security != nil {
		for i, m := range c.Security.Measures {
			k.refers(fmt.Sprintf("security.measures[%d].owner", i), m.Owner, "controllers, processor, subprocessors", exporters)
		}
	}
	if c.Agreement != nil && c.Agreement.Signing != nil {
		for i, s := range c.Agreement.Signing.Signatories {
			k.refers(fmt.Sprintf("agreement.signing.signatories[%d].party", i), s.Party, "controllers, processor", append(k.principals(), "processor"))
		}
	}
}

func (k *checker) processing() (data, subjects []string) {
	if k.c.Processing == nil {
		return nil, nil
	}
	for _, d := range k.c.Processing.PersonalData {
		data = append(data, d.ID)
	}
	for _, s := range k.c.Processing.DataSubjects {
		subjects = append(subjects, s.ID)
	}
	return data, subjects
}

// chain: the links of the chain of sub-processors end at the processor.
func (k *checker) chain() {
	parent := map[string]string{}
	for _, s := range k.c.Subprocessors {
		parent[s.ID] = s.Parent
	}
	for i, s := range k.c.Subprocessors {
		seen := map[string]bool{}
		for id := s.ID; id != "" && id != "processor"; id = parent[id] {
			if seen[id] {
				k.add("subprocessor-circle", fmt.Sprintf("subprocessors[%d].parent", i), "id", s.ID)
				break
			}
			seen[id] = true
		}
	}
}

// roles: the processor processes for the controller only.
func (k *checker) roles() {
	c := k.c
	if c.Processor != nil && len(c.Processor.OwnPurposes) > 0 {
		k.add("own-purposes", "processor.ownPurposes", "purposes", strings.Join(c.Processor.OwnPurposes, "; "))
	}
	if c.Service != nil && c.Service.PatientAccount != nil {
		if agreed := c.Service.PatientAccount.Agreed; agreed != nil && !*agreed {
			k.add("account-not-agreed", "service.patientAccount.agreed")
		}
	}
	if c.Agreement == nil || c.Agreement.Signing == nil || len(c.Agreement.Signing.Signatories) == 0 {
		return
	}
	signed := map[string]bool{}
	for _, s := range c.Agreement.Signing.Signatories {
		signed[s.Party] = true
	}
	if !signed["processor"] && c.Processor != nil {
		k.add("signatory-missing", "agreement.signing.signatories", "party", "processor")
	}
	if c.Agreement.Level == "processor-subprocessor" {
		if p := c.Intermediary; p == nil || !signed["intermediary"] && !signed[p.ID] {
			k.add("signatory-missing", "agreement.signing.signatories", "party", "intermediary")
		}
		return
	}
	for _, p := range c.Controllers {
		if !signed[p.ID] && !signed["controller"] {
			k.add("signatory-missing", "agreement.signing.signatories", "party", cmp.Or(p.ID, "controller"))
		}
	}
}

// choices: an alternative that a case chooses is one of the clause's.
func (k *checker) choices() {
	if k.c.Agreement == nil {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(k.c.Agreement.Choices)) {
		path := model.JoinKey("agreement.choices", id)
		alternatives, found := k.library.Alternatives[id]
		if !found {
			known := slices.Sorted(maps.Keys(k.library.Alternatives))
			k.add("reference-unknown", path, "id", id, "where", "clauses", "suggestion", model.Suggest(id, known))
			continue
		}
		chosen := k.c.Agreement.Choices[id].Alternative
		k.refers(path+".alternative", chosen, "alternatives: "+id, alternatives)
	}
}
