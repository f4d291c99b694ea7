package rules

import (
	"fmt"
	"slices"

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
		switch {
		case c.ValidTo == "" || k.c.Date == "":
		case c.ValidTo < k.c.Date:
			k.add("certificate-expired", at+".validTo", "name", name, "date", string(c.ValidTo))
		case k.monthsAfter(c.ValidTo, 3):
			k.add("certificate-expires", at+".validTo", "name", name, "date", string(c.ValidTo))
		}
	}
}
