package rules

import (
	"fmt"
	"slices"
	"strings"
)

// parallel: controllers that are each responsible on their own have an agreement
// each, so that whoever signs must say for which of them.
func (k *checker) parallel() {
	c := k.c
	if c.ControllerRelation != "parallel" || len(c.Controllers) < 2 || c.Agreement == nil || c.Agreement.Signing == nil {
		return
	}
	var ids []string
	for _, p := range c.Controllers {
		if p.ID != "" {
			ids = append(ids, p.ID)
		}
	}
	if slices.Contains(ids, "controller") { // one of them is called so
		return
	}
	for i, s := range c.Agreement.Signing.Signatories {
		if s.Party == "controller" {
			k.add("signatory-ambiguous", fmt.Sprintf("agreement.signing.signatories[%d].party", i), "allowed", strings.Join(ids, ", "))
		}
	}
}
