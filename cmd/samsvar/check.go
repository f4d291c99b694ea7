package main

import (
	"errors"

	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpReportFormat = text{nb: "skriv rapporten som `text|json|sarif|md` (ellers text)", en: "write the report as `text|json|sarif|md` (default text)"}
	helpStrict       = text{nb: "la advarsler telle som feil i avslutningskoden", en: "let warnings count as errors in the exit code"}

	unknownDocument = text{nb: "dokumenttypen «%s» finnes ikke", en: "there is no document type “%s”"}
	noDocuments     = text{nb: "saken %s kaller ikke på noe dokument", en: "the case %s calls for no document"}
	nameDocuments   = text{nb: "oppgi dokumenttypene: %s", en: "name the document types: %s"}
)

// reportFormat is --format of the commands that print a report.
func reportFormat() choice {
	return choice{values: []string{"text"}, allowed: []string{"text", "json", "sarif", "md"}}
}

func (a *app) checkCommand() *cobra.Command {
	var (
		format            = reportFormat()
		strict            toggle
		overlay, standard word
	)
	cmd := a.command("check CASE [DOCUMENT...]", 1, -1, func(_ *cobra.Command, args []string) error {
		text, err := readStandard(string(standard))
		if err != nil {
			return err
		}
		return a.check(args[0], args[1:], format.one(), bool(strict), string(overlay), text)
	})
	a.choiceFlag(cmd, &format, "format", helpReportFormat)
	a.toggleFlag(cmd.Flags(), &strict, "strict", "", helpStrict)
	a.standardFlag(cmd, &standard)
	a.overlayFlag(cmd, &overlay)
	cmd.ValidArgsFunction = a.completeCaseAndDocuments
	return cmd
}

func (a *app) check(name string, documents []string, format string, strict bool, overlay string, standard *generator.StandardFile) error {
	in, err := a.readCase(name)
	if err != nil {
		return err
	}
	lib, broken, err := openLibrary(overlay, in.language())
	if err != nil {
		return err
	}
	if lib.Generator == nil {
		return a.printReport(&report.Report{Problems: broken}, format, in, lib, exitRefused)
	}
	if in.c == nil {
		if err := knownDocuments(lib, documents); err != nil {
			return err
		}
		return a.printReport(&report.Report{Problems: in.problems}, format, in, lib, exitRefused)
	}
	in.know(lib)
	rep, err := lib.CheckRequest(generator.Request{Case: in.c, Documents: documents, StandardText: standard})
	if err != nil {
		if f := refusal(err); f != nil {
			return f
		}
		if rep == nil {
			return err
		}
	}
	code := exitDone
	switch {
	case in.invalid() || err != nil:
		code = exitRefused
	case len(documents) == 0 && !callsForAny(lib, in.c):
		return fail(exitRefused, noDocuments, in.name).withHint(nameDocuments, joined(lib.Templates().IDs()))
	case !rep.Complete() || strict && rep.Count(report.Warning) > 0:
		code = exitOpen
	}
	in.relabel(rep.Open, a.language)
	return a.printReport(rep, format, in, lib, code)
}

// knownDocuments refuses document types that there are not.
func knownDocuments(lib *library, ids []string) error {
	for _, id := range ids {
		if _, ok := lib.Templates().Template(id); !ok {
			return usage(unknownDocument, id).withChoices(id, lib.Templates().IDs())
		}
	}
	return nil
}

// callsForAny reports whether a case calls for a document at all; to check none
// must not pass for a check.
func callsForAny(lib *library, c *model.Case) bool {
	for _, t := range lib.Templates().Templates() {
		if t.Wanted(c.View()) {
			return true
		}
	}
	return false
}

var notInFormat = text{nb: "%s kan ikke lages i det formatet", en: "%s cannot be made in that format"}

// refusal turns a refusal that is about the request into a failure; nil when the
// report tells the rest.
func refusal(err error) error {
	var refused *generator.RefusedError
	if !errors.As(err, &refused) {
		return nil
	}
	switch refused.Reason {
	case generator.UnknownDocument:
		return usage(unknownDocument, refused.Detail).withChoices(refused.Detail, refused.Known)
	case generator.UnknownParty:
		return usage(unknownParty, refused.Detail).withChoices(refused.Detail, refused.Known)
	case generator.NotPerParty:
		return usage(notPerParty, refused.Detail).withHint(whenPerParty)
	case generator.PartyWanted:
		return usage(partyWanted, refused.Detail).withHint(oneOf, joined(refused.Known))
	case generator.NotInFormat:
		return usage(notInFormat, refused.Detail).withHint(oneOf, joined(refused.Known))
	case generator.UnusedStandard:
		return usage(unusedStandard, refused.Detail).withHint(whenStandard)
	}
	return nil
}

// printReport writes a report to stdout and ends with the code.
func (a *app) printReport(rep *report.Report, format string, in *caseFile, lib *library, code int) error {
	rep.Problems = lib.located(rep.Problems)
	rep.Silenced = lib.located(rep.Silenced)
	var err error
	switch format {
	case "json":
		err = report.JSON(a.stdout, rep, a.language)
	case "sarif":
		err = report.SARIF(a.stdout, rep, report.SARIFOptions{Language: a.language, Version: version()})
	case "md":
		err = report.Markdown(a.stdout, rep, a.language)
	default:
		o := a.textOptions(false)
		o.Source = sources(in, lib)
		err = report.Text(a.stdout, rep, o)
	}
	if err != nil {
		return failWrite(err, "stdout")
	}
	return done(code)
}

// sources finds the text of the case and of the library.
func sources(in *caseFile, lib *library) func(string) []byte {
	return func(file string) []byte {
		if in != nil && file == in.name {
			return in.text
		}
		if lib != nil {
			return lib.source(file)
		}
		return nil
	}
}
