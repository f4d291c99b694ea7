package main

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
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
	lib := &library{dir: dir}
	if dir != "" {
		if err := lib.open(dir); err != nil {
			return err
		}
	}
	var load []doc.Language
	for _, l := range languages {
		load = append(load, doc.Language(l))
	}
	rep := generator.Lint(generator.Options{Languages: distinct(load), Overlay: lib.overlay})
	rep.Problems = lib.located(rep.Problems)
	rep.Sort()
	code := exitDone
	if rep.Count(report.Error) > 0 {
		code = exitRefused
	}
	return a.printReport(rep, format, nil, lib, code)
}
