package main

import (
	"slices"

	"github.com/samsvar/samsvar/generator"
)

var (
	helpSuggestOnly = text{nb: "bare scenarioene med disse `ID`-ene, gruppene eller områdene, som RSK-GEN-04, RSK-MAO eller access; flere med komma", en: "only the scenarios with these `ID`s, groups or areas, such as RSK-GEN-04, RSK-MAO or access; several with commas"}
	unknownScenario = text{nb: "ikke noe scenario, ingen gruppe og ikke noe område heter «%s»", en: "no scenario, group or area is called “%s”"}
	seeScenarios    = text{nb: "se samsvar show risk-scenarios", en: "see samsvar show risk-scenarios"}
)

// only keeps the suggestions that --only names.
func only(all []generator.Suggestion, names []string) ([]generator.Suggestion, error) {
	if len(names) == 0 {
		return all, nil
	}
	var out []generator.Suggestion
	seen := map[string]bool{}
	for _, s := range all {
		called := []string{s.Scenario.ID, s.Scenario.Group, s.Scenario.Area}
		if slices.ContainsFunc(called, func(name string) bool { return slices.Contains(names, name) }) {
			out = append(out, s)
		}
		for _, name := range called {
			seen[name] = true
		}
	}
	for _, name := range names {
		if !seen[name] {
			return nil, usage(unknownScenario, name).withHint(seeScenarios)
		}
	}
	return out, nil
}
