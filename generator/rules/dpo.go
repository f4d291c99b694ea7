package rules

import (
	"fmt"
	"strings"
)

// dpo: a public authority designates a data protection officer (GDPR
// art. 37(1)(a)). Only those whose name says what they are can be told.
func (k *checker) dpo() {
	for i, p := range k.c.Controllers {
		if p.DPO == nil && public(p.Name) {
			k.add("dpo-missing", fmt.Sprintf("controllers[%d]", i), "name", p.Name)
		}
	}
}

// public tells a municipality, a county or a health trust by its name.
func public(name string) bool {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch strings.Trim(word, ".,()") {
		case "kommune", "fylkeskommune", "hf", "rhf", "helseforetak", "direktoratet":
			return true
		}
	}
	return false
}
