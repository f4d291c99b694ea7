package templates

import (
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/report"
)

type rawReason struct {
	When clauses.Located `yaml:"when"`
	Text rawText         `yaml:"text"`
}

// Reason says in words, in a language, why a condition leaves a text out: what is
// so when it does not hold. Empty where the document type has no words for it.
// They are there in all languages, whichever were loaded.
func (t *Template) Reason(condition string) map[string]string { return t.reasons[condition] }

// reasons reads the words for conditions of the outline.
func (ld *loader) reasons(t *Template, raw []rawReason) {
	var conditions []string
	var collect func([]Item)
	collect = func(items []Item) {
		for _, item := range items {
			if item.When != nil {
				conditions = append(conditions, item.When.Source)
			}
			collect(item.Inner())
		}
	}
	collect(t.Outline)
	t.reasons = map[string]map[string]string{}
	for i, r := range raw {
		at := []string{"reasons", strconv.Itoa(i)}
		ld.wanted(r.When.Text != "", append(at, "when")...)
		ld.wanted(!r.Text.empty(), append(at, "text")...)
		if r.When.Text != "" && !slices.Contains(conditions, r.When.Text) {
			ld.problem("template-reason", r.When.Line, "condition", r.When.Text)
		}
		words := map[string]string{}
		for _, l := range []string{"nb", "nn", "en"} {
			w, ok := r.Text.by[l]
			switch {
			case ok:
				words[l] = w.Text
			case r.Text.by == nil:
				words[l] = r.Text.all.Text
			default:
				ld.problemAt("text-language", report.Pos{File: ld.file, Line: r.Text.line, Column: r.Text.column}, "what", "reasons", "language", l)
			}
		}
		t.reasons[r.When.Text] = words
	}
}
