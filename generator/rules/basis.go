package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// basis: every purpose may do what it does with its data. That a ground in
// art. 6(1)(c) or (e) names the law (art. 6(3)) is a matter of the schema.
func (k *checker) basis() {
	if k.c.Processing == nil {
		return
	}
	for i, p := range k.c.Processing.Purposes {
		k.special(fmt.Sprintf("processing.purposes[%d].legalBasis", i), p)
		for j, b := range p.LegalBasis {
			k.provision(fmt.Sprintf("processing.purposes[%d].legalBasis[%d]", i, j), b)
		}
	}
}

// special: a purpose with data of a special category has an exception from the
// prohibition (GDPR art. 9(1) and 9(2)). One is enough in law, so that a row without
// it beside one that has it is only told about.
func (k *checker) special(at string, p model.Purpose) {
	data, known := k.specialData(p)
	if !known || len(p.LegalBasis) == 0 {
		return
	}
	has := func(b model.LegalBasis) bool { return b.Art9 != "" }
	first := slices.IndexFunc(p.LegalBasis, has)
	switch {
	case len(data) == 0 && first >= 0:
		k.add("art9-without-data", fmt.Sprintf("%s[%d].art9", at, first), "purpose", p.ID, "art", p.LegalBasis[first].Art9)
	case len(data) > 0 && first < 0:
		if len(p.LegalBasis) == 1 {
			at += "[0].art9"
		}
		k.add("art9-missing", at, "purpose", p.ID, "data", strings.Join(data, ", "))
	case len(data) > 0:
		for j, b := range p.LegalBasis {
			if !has(b) {
				k.add("art9-incomplete", fmt.Sprintf("%s[%d].art9", at, j), "purpose", p.ID, "data", strings.Join(data, ", "))
			}
		}
	}
}

// specialData lists the ids of the data of a purpose that are of a special
// category; not known when the purpose has data that the case has not.
func (k *checker) specialData(p model.Purpose) (ids []string, known bool) {
	all := map[string]bool{} // id → special
	for _, d := range k.c.Processing.PersonalData {
		all[d.ID] = d.Special != ""
		if len(p.Data) == 0 && d.Special != "" {
			ids = append(ids, d.ID)
		}
	}
	for _, id := range p.Data {
		special, found := all[id]
		if !found {
			return nil, false
		}
		if special {
			ids = append(ids, id)
		}
	}
	return ids, true
}

// byLaw are the exceptions that hold on the basis of national law. That of letter
// (b) can also rest on a collective agreement, that of (h) on a contract with a
// health professional; either is then named as the law.
var byLaw = []string{"9(2)(b)", "9(2)(g)", "9(2)(h)", "9(2)(i)", "9(2)(j)"}

// provisionNamed matches a text that says where in a law: § 39, artikkel 6.
var provisionNamed = regexp.MustCompile(`(?i)§|\bart(ik[ke]*l|icle)?\b|\bkap(it+el)?\b|\bchapter\b|\bsection\b`)

// provision: the law that a ground rests on is named, down to the provision.
func (k *checker) provision(at string, b model.LegalBasis) {
	duty := b.Art6 == "6(1)(c)" || b.Art6 == "6(1)(e)"
	switch {
	case b.Law == "" && !duty && slices.Contains(byLaw, b.Art9): // else an open point
		k.add("art9-law-missing", at+".law", "art", b.Art9)
	case b.Law != "" && duty && b.Section == "" && !provisionNamed.MatchString(b.Law):
		k.add("law-provision-missing", at+".section", "law", b.Law)
	}
}
