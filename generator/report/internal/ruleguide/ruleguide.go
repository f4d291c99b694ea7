// Package ruleguide writes the page about the rules.
package ruleguide

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/generator/report"
)

// sections of the page, in its order: what the rules of a kind are about.
var sections = []struct {
	title string
	kinds []report.RuleKind
}{
	{"What a case and its documents say", []report.RuleKind{"", report.KindConsistency, report.KindPractice}},
	{"How a file is written", []report.RuleKind{report.KindForm}},
	{"The text library", []report.RuleKind{report.KindText}},
}

// Guide is the page in Markdown: every rule with its severity, the phase from which
// it counts, where it comes from and what it says.
func Guide() []byte {
	var b strings.Builder
	b.WriteString(`# Rules

Every rule that a check knows, from generator/report/rules. This page is generated: go generate ./generator/report

An error stops a final version and cannot be silenced; a warning can, in the case file, with a reason. A rule with a phase is a note before that phase.
` + "`samsvar show RULE`" + ` tells what to do, in Norwegian as well. A name in braces stands for a value of the case.
`)
	for _, s := range sections {
		fmt.Fprintf(&b, "\n## %s\n\n| rule | severity | from | law or demand | finding |\n|---|---|---|---|---|\n", s.title)
		for _, kind := range s.kinds {
			for _, r := range report.Rules() {
				if r.Kind == kind {
					fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", r.ID, r.Severity, cmp.Or(r.Phase, "–"), source(r), cell(r.Message["en"]))
				}
			}
		}
	}
	return []byte(b.String())
}

// source is where a rule comes from; the kind when it comes from no law.
func source(r report.Rule) string {
	var out []string
	for _, s := range []string{r.Law, r.Demand, string(r.Kind)} {
		if s != "" {
			out = append(out, cell(s))
		}
	}
	return strings.Join(out, "; ")
}

// cell escapes what would end a cell, and shows optional parts without their
// brackets.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "[[", "", "]]", "", "<", `\<`).Replace(s)
}
