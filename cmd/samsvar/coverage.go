package main

import (
	"errors"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpCoverageFormat = text{nb: "skriv dekningen som `text|json` (ellers text)", en: "write the coverage as `text|json` (default text)"}
	helpCoverageLang   = text{nb: "vis dokumentet på `nb|nn|en` (ellers sakens språk)", en: "show the document in `nb|nn|en` (otherwise the language of the case)"}
	helpCoverageAll    = text{nb: "ta med krav som ikke gjelder dette dokumentet", en: "include demands that are not about this document"}

	coverageInvalid = text{nb: "saken har feil, og dekningen kan ikke vises", en: "the case is invalid, and coverage cannot be shown"}
	coverageLibrary = text{nb: "tekstbiblioteket har feil, og dekningen kan ikke vises", en: "the text library is wrong, and coverage cannot be shown"}
	coverageText    = text{nb: "biblioteket mangler tekst på %s, og dekningen kan ikke vises", en: "the library lacks text in %s, and coverage cannot be shown"}
	coverageNothing = text{nb: "ingen krav i katalogene gjelder %s", en: "no demand in the catalogues is about %s"}
)

type coverageFlags struct {
	format, lang choice
	all          toggle
	overlay      word
	party        word
}

func (a *app) coverageCommand() *cobra.Command {
	o := coverageFlags{format: choice{values: []string{"text"}, allowed: []string{"text", "json"}}, lang: choice{allowed: words(doc.Languages())}}
	cmd := a.command("coverage CASE DOCUMENT", 2, 2, func(_ *cobra.Command, args []string) error {
		return a.coverage(args[0], args[1], &o)
	})
	a.choiceFlag(cmd, &o.lang, "lang", helpCoverageLang)
	a.choiceFlag(cmd, &o.format, "format", helpCoverageFormat)
	a.toggleFlag(cmd.Flags(), &o.all, "all", "", helpCoverageAll)
	a.flag(cmd.Flags(), &o.party, "party", "", helpCoverageParty)
	a.overlayFlag(cmd, &o.overlay)
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.completeCaseAndDocuments(cmd, args, typed)
	}
	return cmd
}

func (a *app) coverage(name, document string, o *coverageFlags) error {
	in, err := a.readCase(name)
	if err != nil {
		return err
	}
	language := in.language()
	if o.lang.set {
		language = doc.Language(o.lang.one())
	}
	lib, broken, err := openLibrary(string(o.overlay), language)
	if err != nil {
		return err
	}
	if lib.Generator == nil {
		a.explain(broken, nil, lib)
		return fail(exitRefused, coverageLibrary).withHint(lintIt)
	}
	if err := knownDocuments(lib, []string{document}); err != nil {
		return err
	}
	in.know(lib)
	if in.invalid() {
		a.explain(in.problems, in, lib)
		return fail(exitRefused, coverageInvalid).withHint(correctFirst)
	}
	var party []string
	if o.party != "" {
		party = []string{string(o.party)}
	}
	c, err := lib.Coverage(in.c, document, language, party...)
	var refused *generator.RefusedError
	switch {
	case errors.As(err, &refused) && refused.Reason == generator.NoLanguage:
		return fail(exitRefused, coverageText, refused.Detail)
	case errors.As(err, &refused) && refused.Reason == generator.Invalid:
		return fail(exitRefused, coverageInvalid).withHint(correctFirst)
	case err != nil:
		if f := refusal(err); f != nil {
			return f
		}
		return err
	}
	if o.all {
		lib.Elsewhere(c)
	}
	if len(c.Demands) == 0 { // to hold nothing against it must not pass for coverage
		return fail(exitRefused, coverageNothing, document)
	}
	in.relabel(c.Open, a.language)
	return a.printCoverage(c, o.format.one())
}

// printCoverage writes coverage to stdout and ends with its code: an uncovered
// demand is an error of the library, an open one of the case.
func (a *app) printCoverage(c *report.Coverage, format string) error {
	var err error
	if format == "json" {
		err = report.CoverageJSON(a.stdout, c, a.language)
	} else {
		err = report.CoverageText(a.stdout, c, a.textOptions(false))
	}
	switch {
	case err != nil:
		return failWrite(err, "stdout")
	case c.Count(report.Uncovered) > 0:
		return done(exitRefused)
	case c.Count(report.OpenStatus) > 0:
		return done(exitOpen)
	}
	return nil
}
