package rules

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// transfers: work by another legal entity outside the EEA has its row, and each
// row is about a place outside it (GDPR chapter V; EDPB guidelines 05/2021).
func (k *checker) transfers() {
	c := k.c
	told := map[string]bool{} // entities that lack a row, by a place of theirs
	place := map[string]model.Location{}
	for i, l := range k.locations() {
		place[l.ID] = l
		country, known := model.CountryByCode(l.Country)
		if !known || country.EEA || l.Entity == "" {
			continue
		}
		if l.Entity == "processor" && c.Processor != nil && c.Processor.Address != nil && k.inEEA(c.Processor.Address.Country) {
			// Own staff abroad: no other entity receives the data, but art. 32 and 48.
			if l.Assessment == nil {
				k.add("own-staff-outside-eea", fmt.Sprintf("service.locations[%d]", i), "country", l.Country)
			}
			continue
		}
		covered := slices.ContainsFunc(c.Transfers, func(t model.Transfer) bool {
			return t.Importer == l.Entity && (t.Location == l.ID || t.Location == "")
		})
		if !covered {
			told[l.Entity] = true
			k.add("transfer-missing", fmt.Sprintf("service.locations[%d]", i), "location", l.ID, "country", l.Country, "entity", l.Entity)
		}
	}
	for i, t := range c.Transfers {
		at := fmt.Sprintf("transfers[%d]", i)
		l, found := place[t.Location]
		if found && l.Entity != "" && t.Importer != "" && l.Entity != t.Importer {
			k.add("transfer-importer", at+".importer", "importer", t.Importer, "location", l.ID, "entity", l.Entity)
		}
		if found && k.inEEA(l.Country) {
			k.add("transfer-inside-eea", at+".location", "location", l.ID, "country", l.Country)
		}
		if a := t.Assessment; a != nil && a.Effective != nil && !*a.Effective {
			k.add("transfer-not-effective", at+".assessment.effective")
		}
		if t.ReviewBy != "" && c.Date != "" && t.ReviewBy < c.Date {
			k.add("review-overdue", at+".reviewBy", "date", string(t.ReviewBy))
		}
	}
	k.established(told)
}

// established: a processor or sub-processor that is itself established outside
// the EEA is an importer, wherever its machines stand. Whether its branch in the
// EEA works without it cannot be told from the case; hence a warning.
func (k *checker) established(told map[string]bool) {
	check := func(entity, path string, a *model.Address) {
		if a == nil || told[entity] {
			return
		}
		country, known := model.CountryByCode(a.Country)
		imports := func(t model.Transfer) bool { return t.Importer == entity }
		if known && !country.EEA && !slices.ContainsFunc(k.c.Transfers, imports) {
			k.add("importer-missing", path, "entity", entity, "country", a.Country)
		}
	}
	if p := k.c.Processor; p != nil {
		check("processor", "processor.address.country", p.Address)
	}
	for i, s := range k.c.Subprocessors {
		check(s.ID, fmt.Sprintf("subprocessors[%d].address.country", i), s.Address)
	}
}

func (k *checker) locations() []model.Location {
	if k.c.Service == nil {
		return nil
	}
	return k.c.Service.Locations
}

func (k *checker) inEEA(code string) bool {
	country, known := model.CountryByCode(code)
	return known && country.EEA
}
