package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// certificates: one that is shown as a guarantee (GDPR art. 28(5)) is about the
// service, can be controlled, and is valid.
func (k *checker) certificates() {
	if k.c.Processor == nil {
		return
	}
	list := k.c.Processor.Certificates
	yes := func(b *bool) bool { return b != nil && *b }
	covered := slices.ContainsFunc(list, func(c model.Certificate) bool { return yes(c.CoversService) })
	for i, c := range list {
		at := fmt.Sprintf("processor.certificates[%d]", i)
		name := c.Standard
		if c.Name != "" {
			name = c.Name
		}
		if c.CoversService != nil && !*c.CoversService && (!covered || c.Standard == "iso27001") {
			k.add("certificate-scope", at+".coversService", "name", name, "scope", c.Scope)
		}
		if c.Standard == "iso27001" && !yes(c.StatementOfApplicability) {
			k.add("certificate-statement", at, "name", name)
		}
		if c.Name != "" && !named(c) {
			k.add("certificate-name", at+".standard", "name", c.Name, "standard", c.Standard)
		}
		switch {
		case c.ValidTo == "" || k.c.Date == "":
		case c.ValidTo < k.c.Date:
			k.add("certificate-expired", at+".validTo", "name", name, "date", string(c.ValidTo))
		case k.monthsAfter(c.ValidTo, 3):
			k.add("certificate-expires", at+".validTo", "name", name, "date", string(c.ValidTo))
		}
	}
}

// marks are what the name of a certificate has in it when it is of a standard.
var marks = map[string]string{
	"iso27001": "27001", "iso27701": "27701", "iso27017": "27017", "iso27018": "27018",
	"isae3402": "3402", "soc2": "soc 2", "csa-star": "star",
}

// named reports whether the name of a certificate fits the standard that it is
// given as; that of another standard has none of the marks.
func named(c model.Certificate) bool {
	name := strings.ToLower(c.Name)
	if mark, known := marks[c.Standard]; known {
		return strings.Contains(name, mark)
	}
	for _, mark := range marks {
		if strings.Contains(name, mark) {
			return false
		}
	}
	return true
}
