package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var cannotList = text{nb: "«%s» kan ikke listes", en: "“%s” cannot be listed"}

// lists are what there is to list.
var lists = []string{"documents", "clauses", "catalogues", "scales", "rules"}

func (a *app) listCommand() *cobra.Command {
	var overlay word
	cmd := a.command("list documents|clauses|catalogues|scales|rules", 1, 1, func(_ *cobra.Command, args []string) error {
		if !slices.Contains(lists, args[0]) {
			return usage(cannotList, args[0]).withChoices(args[0], lists)
		}
		if args[0] == "rules" {
			return a.listRules()
		}
		lib, err := a.wholeLibrary(string(overlay), doc.Language(a.language), doc.Bokmal)
		if err != nil {
			return err
		}
		switch args[0] {
		case "documents":
			return a.listDocuments(lib)
		case "catalogues":
			return a.listCatalogues(lib)
		case "scales":
			return a.listScales(lib)
		}
		return a.listClauses(lib)
	})
	a.overlayFlag(cmd, &overlay)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return lists, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// wholeLibrary loads a library and gives up, with its problems on stderr, when it
// is wrong.
func (a *app) wholeLibrary(overlay string, languages ...doc.Language) (*library, error) {
	lib, problems, err := openLibrary(overlay, languages...)
	if err != nil {
		return nil, err
	}
	if lib.Generator == nil {
		a.explain(problems, nil, lib)
		return nil, fail(exitRefused, brokenLibrary).withHint(lintIt)
	}
	return lib, nil
}

func (a *app) listDocuments(lib *library) error {
	var rows [][]string
	for _, t := range lib.Templates().Templates() {
		rows = append(rows, []string{t.ID, t.Form, t.Audience, t.Phase, lib.line(t.Title, a.language)})
	}
	return a.table(rows)
}

func (a *app) listClauses(lib *library) error {
	var rows [][]string
	for _, c := range lib.Library().Clauses() {
		rows = append(rows, []string{c.ID, c.Version, c.Title(doc.Language(a.language))})
	}
	return a.table(rows)
}

func (a *app) listRules() error {
	var rows [][]string
	for _, r := range report.Rules() {
		rows = append(rows, []string{r.ID, string(r.Severity), cmp.Or(r.Phase, "-"), cmp.Or(r.Law, "-"), plainRule(r.Message[a.language])})
	}
	return a.table(rows)
}

// plainRule shows the words of a rule without the marks of optional parts.
func plainRule(s string) string { return strings.NewReplacer("[[", "", "]]", "").Replace(s) }

// table prints rows in columns, the last one as it is.
func (a *app) table(rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(printable(cell))
			if i+1 < len(row) {
				b.WriteString(strings.Repeat(" ", widths[i]-len([]rune(cell))+2))
			}
		}
		if _, err := fmt.Fprintln(a.stdout, strings.TrimRight(b.String(), " ")); err != nil {
			return failWrite(err, "stdout")
		}
	}
	return nil
}
