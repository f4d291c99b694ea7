package model

import (
	"strings"

	"github.com/samsvar/samsvar/generator/report"
)

// ValidOrgNumber tests a Norwegian organisation number: nine digits, the last
// of which is the modulus 11 check digit (weights 3 2 7 6 5 4 3 2). Spaces
// between groups of digits do not count.
func ValidOrgNumber(s string) bool {
	s = strings.NewReplacer(" ", "", "\u00a0", "").Replace(s)
	if len(s) != 9 {
		return false
	}
	sum := 0
	for i, weight := range []int{3, 2, 7, 6, 5, 4, 3, 2, 1} {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		sum += int(s[i]-'0') * weight
	}
	return sum%11 == 0
}

// orgNumberProblems checks the number of everybody who is Norwegian, or does not
// say otherwise.
func (c *Case) orgNumberProblems(out *[]report.Problem) {
	check := func(number string, a *Address, path string) {
		if a != nil && a.Country != "NO" {
			if _, foreign := CountryByCode(a.Country); foreign {
				return
			}
		}
		if strings.TrimSpace(number) == "" || ValidOrgNumber(number) {
			return
		}
		*out = append(*out, c.Problem("not-org-number", path+".orgNumber", "value", shown(number)))
	}
	for i, p := range c.Controllers {
		check(p.OrgNumber, p.Address, joinIndex("controllers", i))
	}
	for i, p := range c.Suppliers {
		check(p.OrgNumber, p.Address, joinIndex("suppliers", i))
	}
	if p := c.Processor; p != nil {
		check(p.OrgNumber, p.Address, "processor")
	}
	if p := c.Intermediary; p != nil {
		check(p.OrgNumber, p.Address, "intermediary")
	}
	for i, p := range c.Subprocessors {
		check(p.OrgNumber, p.Address, joinIndex("subprocessors", i))
	}
	if a := c.ContractingAuthority; a != nil {
		check(a.OrgNumber, nil, "contractingAuthority")
	}
}
