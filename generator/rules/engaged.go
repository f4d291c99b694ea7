package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/model"
)

// engaged: it is known where every sub-processor works, and that it is bound by an
// agreement of its own (GDPR art. 28(4)). Before the processing begins there is
// time to enter into one, so that the lack of it is first a warning.
func (k *checker) engaged() {
	places := k.locations()
	for i, s := range k.c.Subprocessors {
		at := fmt.Sprintf("subprocessors[%d]", i)
		name := cmp.Or(s.Name, s.ID)
		if len(places) > 0 && s.ID != "" && !slices.ContainsFunc(places, func(l model.Location) bool { return l.Entity == s.ID }) {
			k.add("subprocessor-no-place", at, "name", name, "id", s.ID)
		}
		if s.DPAInPlace == nil || *s.DPAInPlace {
			continue
		}
		rule := "subprocessor-no-agreement"
		if k.operating() {
			rule = "subprocessor-without-agreement"
		}
		k.add(rule, at+".dpaInPlace", "name", name)
	}
}
