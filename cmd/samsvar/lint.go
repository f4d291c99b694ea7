package main

import (
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpLintLang  = text{nb: "krev tekst på `LANG`, flere med komma (ellers nb,nn,en)", en: "demand texts in `LANG`, several with commas (otherwise nb,nn,en)"}
	brokenLibrary = text{nb: "tekstbiblioteket har feil", en: "the text library is wrong"}
	lintIt        = text{nb: "samsvar lint MAPPE viser alt som er galt i et bibliotek", en: "samsvar lint DIR shows all that is wrong in a library"}
)

func (a *app) lintCommand() *cobra.Command {
	format := reportFormat()
	lang := choice{values: words(doc.Languages()), allowed: words(doc.Languages()), many: true}
	cmd := a.command("lint [DIR]", 0, 1, func(_ *cobra.Command, args []string) error {
		return a.lint(strings.Join(args, ""), format.one(), lang.values)
	})
	a.choiceFlag(cmd, &format, "format", helpReportFormat)
	a.choiceFlag(cmd, &lang, "lang", helpLintLang)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return cmd
}

// lint checks a house library over the embedded one, or that one alone.
func (a *app) lint(dir, format string, languages []string) error {
	var load []doc.Language
	for _, l := range languages {
		load = append(load, doc.Language(l))
	}
	lib, problems, err := openLibrary(dir, load...)
	if err != nil {
		return err
	}
	rep := &report.Report{Problems: problems}
	if lib.Generator != nil {
		for _, c := range lib.Library().Clauses() {
			rep.Add(lib.located(missingTexts(c, load))...)
		}
		rep.Add(lib.located(inFolder("clauses", lib.Library().CheckCatalogues()))...)
		rep.Add(lib.located(inFolder("templates", lib.Templates().CheckDemands(lib.Library())))...)
		for _, name := range lib.Library().Overridden() {
			rep.Overridden = append(rep.Overridden, "clauses/"+name)
		}
		for _, name := range lib.Templates().Overridden() {
			rep.Overridden = append(rep.Overridden, "templates/"+name)
		}
	}
	rep.Sort()
	code := exitDone
	if rep.Count(report.Error) > 0 {
		code = exitRefused
	}
	return a.printReport(rep, format, nil, lib, code)
}

// missingTexts finds the languages that a clause or an alternative of it lacks.
// The loader leaves that to those who use the clause.
func missingTexts(c *clauses.Clause, languages []doc.Language) []report.Problem {
	var out []report.Problem
	for _, alternative := range append([]clauses.Alternative{{}}, c.Alternatives...) {
		for _, l := range languages {
			if _, ok := c.Text(alternative.ID, l); !ok {
				out = append(out, report.Problem{
					Rule: "text-missing", Pos: report.Pos{File: "clauses/" + c.File},
					Args: map[string]string{"id": c.ID, "alternative": alternative.ID, "language": string(l)},
				})
			}
		}
	}
	return out
}
