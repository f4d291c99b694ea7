package rules

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// assessment: the risk assessment in the case agrees with its scale, with the
// measures of the case, with what the guidance asks for, and with itself.
func (k *checker) assessment() {
	if k.c.Risk == nil {
		return
	}
	a := &assessment{checker: k, r: k.c.Risk, measures: k.riskMeasures()}
	a.findScale()
	for i := range a.r.Scenarios {
		s, path := &a.r.Scenarios[i], fmt.Sprintf("risk.scenarios[%d]", i)
		a.named(s, path)
		a.treated(s, path)
		if a.scale == nil {
			continue
		}
		a.onScale(s, path)
		a.overrides(&a.register.Scenarios[i], path)
		a.residual(&a.register.Scenarios[i], path)
		a.decision(&a.register.Scenarios[i], path)
	}
	a.guidance()
	a.countries()
	a.audit()
	a.process()
	a.riskDates()
}

// An assessment is what the rules about it look at.
type assessment struct {
	*checker
	r        *model.Risk
	scale    *risk.Scale    // nil where it is not known
	register *risk.Register // nil without a scale
	measures map[string]riskMeasure
}

// findScale: the scale is one of the library's.
func (a *assessment) findScale() {
	if len(a.library.Scales) == 0 || a.r.Scale == "" {
		return
	}
	if a.scale = a.library.Scales[a.r.Scale]; a.scale == nil {
		known := slices.Sorted(maps.Keys(a.library.Scales))
		a.add("risk-scale-unknown", "risk.scale", "id", a.r.Scale, "suggestion", model.Suggest(a.r.Scale, known), "allowed", strings.Join(known, ", "))
		return
	}
	a.register = risk.Assess(a.scale, a.r)
}

// onScale: likelihoods and consequences are steps of the scale, and consequences of
// its dimensions.
func (a *assessment) onScale(s *model.RiskScenario, path string) {
	a.values(path, s.Likelihood, s.Consequence)
	if s.Residual != nil {
		a.values(path+".residual", s.Residual.Likelihood, s.Residual.Consequence)
	}
	for i, r := range s.Reassessments {
		a.values(fmt.Sprintf("%s.reassessments[%d]", path, i), r.Likelihood, r.Consequence)
	}
}

func (a *assessment) values(path string, likelihood *int, consequence map[string]int) {
	if likelihood != nil && (*likelihood < 1 || *likelihood > len(a.scale.Likelihood)) {
		a.add("risk-likelihood-outside", path+".likelihood",
			with(report.Words("allowed", steps(a.scale.Likelihood)), "value", strconv.Itoa(*likelihood), "max", strconv.Itoa(len(a.scale.Likelihood)))...)
	}
	for _, id := range slices.Sorted(maps.Keys(consequence)) {
		v, at := consequence[id], model.JoinKey(path+".consequence", id)
		switch d := a.scale.Dimension(id); {
		case d < 0:
			var known []string
			for _, d := range a.scale.Dimensions {
				known = append(known, d.ID)
			}
			a.add("risk-dimension-unknown", at, with(report.Words("allowed", a.dimensions()), "id", id, "suggestion", model.Suggest(id, known))...)
		case v < 1 || v > len(a.scale.Consequence):
			a.add("risk-consequence-outside", at, with(slices.Concat(report.Words("allowed", steps(a.scale.Consequence)), report.Words("dimension", lower(a.scale.Dimensions[d].Label))),
				"value", strconv.Itoa(v), "max", strconv.Itoa(len(a.scale.Consequence)))...)
		}
	}
}

func with(words []string, pairs ...string) []string { return append(words, pairs...) }

// steps are the steps of a scale in words: “1 Improbable, 2 Less likely”.
func steps(list []risk.Step) risk.Text {
	return listed(len(list), func(i int) (string, risk.Text) { return strconv.Itoa(i+1) + " %s", list[i].Label })
}

// dimensions and levels are named by their ids, with their words.
func (a *assessment) dimensions() risk.Text {
	return listed(len(a.scale.Dimensions), func(i int) (string, risk.Text) {
		return a.scale.Dimensions[i].ID + " (%s)", lower(a.scale.Dimensions[i].Label)
	})
}

func (a *assessment) levels() risk.Text {
	return listed(len(a.scale.Levels), func(i int) (string, risk.Text) {
		return a.scale.Levels[i].ID + " (%s)", lower(a.scale.Levels[i].Label)
	})
}

// level is what a level is called within a sentence.
func (a *assessment) level(i int) risk.Text { return lower(a.scale.Levels[i].Label) }

// listed writes n things in words, each into its format, with commas between.
func listed(n int, item func(i int) (format string, words risk.Text)) risk.Text {
	out := risk.Text{}
	for i := range n {
		format, words := item(i)
		for l, s := range words {
			if out[l] != "" {
				out[l] += ", "
			}
			out[l] += strings.Replace(format, "%s", s, 1)
		}
	}
	return out
}

// lower makes the first letter small, unless it begins an abbreviation.
func lower(words risk.Text) risk.Text {
	out := make(risk.Text, len(words))
	for l, s := range words {
		first, n := utf8.DecodeRuneInString(s)
		if second, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsUpper(second) {
			s = string(unicode.ToLower(first)) + s[n:]
		}
		out[l] = s
	}
	return out
}

// valueWords are the words for a value of an enumeration of the case.
func valueWords(enum, value string) risk.Text {
	out := risk.Text{}
	for _, l := range doc.Languages() {
		if s, ok := model.EnumLabel(enum, value, string(l)); ok {
			out[l] = s
		}
	}
	return out
}
