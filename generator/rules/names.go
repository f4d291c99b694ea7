package rules

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/samsvar/samsvar/generator/model"
)

// party is an organisation somewhere in the case.
type party struct {
	path, name, number, country string
}

// parties lists the organisations of the case in its order.
func (k *checker) parties() []party {
	c := k.c
	var out []party
	add := func(path, name, number string, a *model.Address) {
		country := ""
		if a != nil {
			country = a.Country
		}
		out = append(out, party{path, name, number, country})
	}
	if a := c.ContractingAuthority; a != nil {
		add("contractingAuthority", a.Name, a.OrgNumber, nil)
	}
	for i, p := range c.Controllers {
		add(fmt.Sprintf("controllers[%d]", i), p.Name, p.OrgNumber, p.Address)
	}
	if p := c.Intermediary; p != nil {
		add("intermediary", p.Name, p.OrgNumber, p.Address)
	}
	for i, p := range c.Suppliers {
		add(fmt.Sprintf("suppliers[%d]", i), p.Name, p.OrgNumber, p.Address)
	}
	if p := c.Processor; p != nil {
		add("processor", p.Name, p.OrgNumber, p.Address)
	}
	for i, s := range c.Subprocessors {
		add(fmt.Sprintf("subprocessors[%d]", i), s.Name, s.OrgNumber, s.Address)
	}
	return out
}

// names: an organisation has one name and one number. Both can be right in rare
// cases – two municipalities share a name – so that these are warnings.
func (k *checker) names() {
	byNumber, byName := map[string]party{}, map[string]party{}
	for _, p := range k.parties() {
		number, name := p.register(), plainName(p.name)
		if number != "" && name != "" {
			if first, again := byNumber[number]; again && plainName(first.name) != name {
				k.add("party-two-names", p.path+".name", "name", p.name, "other", first.name, "number", p.number, "first", first.path)
			}
			if first, again := byName[name]; again && first.register() != number {
				k.add("party-two-numbers", p.path+".orgNumber", "name", p.name, "number", p.number, "other", first.number, "first", first.path)
			}
			if _, again := byNumber[number]; !again {
				byNumber[number] = p
			}
			if _, again := byName[name]; !again {
				byName[name] = p
			}
		}
	}
}

// register is the number with its country; empty when either is not known. Nine
// digits without a country are Norwegian.
func (p party) register() string {
	number := plainName(p.number)
	country := p.country
	if country == "" && len(number) == 9 && strings.Trim(number, "0123456789") == "" {
		country = "NO"
	}
	if number == "" || country == "" {
		return ""
	}
	return country + " " + number
}

// plainName is a name or number without case, blanks and signs: “Sky A/S” is
// “SKY AS”.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// identified: who every sub-processor is, where it is and how it is reached is at
// hand at all times, whatever the risk (EDPB opinion 22/2024). While nobody has
// approved it or agreed with it, what is missing is no more than an open point.
func (k *checker) identified() {
	for i, s := range k.c.Subprocessors {
		if s.ApprovedOn == "" && s.ConfirmedOn == "" && (s.DPAInPlace == nil || !*s.DPAInPlace) {
			continue
		}
		var missing []string
		if s.Name == "" {
			missing = append(missing, "name")
		}
		if a := s.Address; a == nil || a.City == "" || a.Country == "" {
			missing = append(missing, "address")
		}
		if t := s.Contact; t == nil || t.Name == "" || t.Email == "" && t.Phone == "" {
			missing = append(missing, "contact")
		}
		if len(missing) > 0 {
			k.add("subprocessor-unidentified", fmt.Sprintf("subprocessors[%d]", i),
				"name", cmp.Or(s.Name, s.ID), "missing", strings.Join(missing, ", "))
		}
	}
}

// regional matches the names of regional health authorities, which must have the
// letters RHF in them.
var regional = regexp.MustCompile(`(?i)(^|\PL)(rhf|regional[et]* helsef(o|ø)retak)(\PL|$)`)

// healthAuthority: a regional health authority owns hospitals but gives no health
// care, and so is not the controller of a health record.
func (k *checker) healthAuthority() {
	s := k.c.Service
	if s == nil || s.HealthRecordSystem == nil || !*s.HealthRecordSystem {
		return
	}
	for i, p := range k.c.Controllers {
		if regional.MatchString(p.Name) {
			k.add("rhf-controller", fmt.Sprintf("controllers[%d].name", i), "name", p.Name)
		}
	}
}
