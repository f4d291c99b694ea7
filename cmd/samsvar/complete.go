package main

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

func joined(words []string) string { return strings.Join(words, ", ") }

// completeCaseAndDocuments completes a case file, then document types.
func (a *app) completeCaseAndDocuments(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
	}
	return a.documentCompletions(args[1:]), cobra.ShellCompDirectiveNoFileComp
}

// documentCompletions are the document types that are not named yet.
func (a *app) documentCompletions(named []string) []string {
	lib, _, err := openLibrary("", doc.Language(a.language), doc.Bokmal)
	if err != nil || lib.Generator == nil {
		return nil
	}
	taken := map[string]bool{}
	for _, id := range named {
		taken[id] = true
	}
	var out []string
	for _, t := range lib.Templates().Templates() {
		if !taken[t.ID] {
			out = append(out, t.ID+"\t"+lib.line(t.Title, a.language))
		}
	}
	return out
}

// completeIDs completes what show can show.
func (a *app) completeIDs(_ *cobra.Command, args []string, start string) ([]string, cobra.ShellCompDirective) {
	const none = cobra.ShellCompDirectiveNoFileComp
	if len(args) > 0 {
		return nil, none
	}
	out := a.documentCompletions(nil)
	lib, _, err := openLibrary("", doc.Language(a.language), doc.Bokmal)
	if err == nil && lib.Generator != nil {
		for _, c := range lib.Library().Clauses() {
			out = append(out, c.ID+"\t"+c.Title(doc.Language(a.language)))
		}
		out = append(out, lib.rowCompletions(start, doc.Language(a.language))...)
	}
	for _, r := range report.Rules() {
		out = append(out, r.ID)
	}
	return out, none
}
