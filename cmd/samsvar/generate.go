package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpOutput  = text{nb: "skriv til `STED`: en mappe, en fil, eller - for stdout (ellers mappen du står i)", en: "write to `WHERE`: a folder, a file, or - for stdout (otherwise the current folder)"}
	helpFormat  = text{nb: "lag filer i `FORMAT`: docx, html, md, for arbeidsbøker xlsx, csv, json, html, md; flere med komma (ellers docx, arbeidsbøker xlsx)", en: "make files in `FORMAT`: docx, html, md, of workbooks xlsx, csv, json, html, md; several with commas (default docx, of workbooks xlsx)"}
	helpFinal   = text{nb: "lag endelig versjon; nekt hvis noe er feil eller åpent", en: "make a final version; refuse if anything is wrong or open"}
	helpTender  = text{nb: "lag versjon til konkurransegrunnlaget; nekt hvis noe annet er åpent enn det leverandøren fyller ut", en: "make a version for the tender; refuse if anything is open but what the supplier fills in"}
	helpStyle   = text{nb: "ta stiler og brevhode fra `FIL`, et Word-dokument eller en mal (ellers style.docx i --overlay)", en: "take styles and letterhead from `FILE`, a Word document or template (otherwise style.docx in --overlay)"}
	helpQuiet   = text{nb: "ingen oppsummering og ingen advarsler", en: "no summary and no warnings"}
	helpSince   = text{nb: "si hva som er endret siden saken i `FIL`, der dokumentet har plass til det", en: "tell what has changed since the case in `FILE`, where the document has a place for it"}
	helpAll     = text{nb: "alle dokumenttyper, ikke bare dem saken kaller på", en: "all document types, not just those that the case calls for"}
	helpCover   = text{nb: "ta med en tabell til slutt som viser hvor hvert krav er dekket", en: "add a table at the end that shows where each demand is met"}
	allAndNames = text{nb: "--all kan ikke stå sammen med navn på dokumenter", en: "--all and names of documents exclude each other"}
	oneStage    = text{nb: "--tender og --final kan ikke stå sammen", en: "--tender and --final exclude each other"}
	styleNoDocx = text{nb: "--style gjelder bare docx", en: "--style is for docx only"}

	refusedInvalid = text{nb: "saken har feil, og ingenting er skrevet", en: "the case is invalid, and nothing was written"}
	refusedFinal   = text{nb: "ikke klar for endelig versjon, og ingenting er skrevet", en: "not ready for a final version, and nothing was written"}
	refusedTender  = text{nb: "ikke klar for konkurransegrunnlaget, og ingenting er skrevet", en: "not ready for the tender, and nothing was written"}
	tenderPhase    = text{nb: "i fasen %s er det leverandøren skal gi, også åpent; phase må være planning eller tender", en: "in the phase %s what the supplier provides is open too; phase must be planning or tender"}
	refusedLibrary = text{nb: "tekstbiblioteket har feil, og ingenting er skrevet", en: "the text library is wrong, and nothing was written"}
	refusedText    = text{nb: "biblioteket mangler tekst på %s, og ingenting er skrevet", en: "the library lacks text in %s, and nothing was written"}
	makeDraft      = text{nb: "uten --final blir det et utkast med de åpne punktene merket", en: "without --final it becomes a draft with the open points marked"}
	makeTender     = text{nb: "uten --tender blir det et utkast med de åpne punktene merket", en: "without --tender it becomes a draft with the open points marked"}
	correctFirst   = text{nb: "rett feilene over; samsvar check viser også hva som er åpent", en: "correct the errors above; samsvar check also shows what is open"}

	openListed = text{nb: "samsvar check %s lister det som er åpent", en: "samsvar check %s lists what is open"}
)

type generateFlags struct {
	output, style, overlay word
	format                 choice
	lang                   editions
	final, tender          toggle
	quiet, all             toggle
	withCoverage, notes    toggle
	audience               choice
	whole                  bool // the set that the case calls for, no documents named
	parties                list
	standard               word
	since                  word
}

func (a *app) generateCommand() *cobra.Command {
	o := generateFlags{
		output:   ".",
		format:   choice{allowed: generator.Formats(), many: true},
		audience: choice{allowed: generator.Audiences()},
	}
	cmd := a.command("generate CASE [DOCUMENT...]", 1, -1, func(_ *cobra.Command, args []string) error {
		return a.generate(args[0], args[1:], &o)
	})
	a.flag(cmd.Flags(), &o.output, "output", "o", helpOutput)
	a.choiceFlag(cmd, &o.format, "format", helpFormat)
	a.langFlag(cmd, &o.lang)
	a.toggleFlag(cmd.Flags(), &o.final, "final", "", helpFinal)
	a.toggleFlag(cmd.Flags(), &o.tender, "tender", "", helpTender)
	a.toggleFlag(cmd.Flags(), &o.all, "all", "", helpAll)
	a.toggleFlag(cmd.Flags(), &o.withCoverage, "with-coverage", "", helpCover)
	a.choiceFlag(cmd, &o.audience, "audience", helpAudience)
	a.toggleFlag(cmd.Flags(), &o.notes, "notes", "", helpNotes)
	a.flag(cmd.Flags(), &o.style, "style", "", helpStyle)
	_ = cmd.MarkFlagFilename("style", "docx", "dotx")
	a.partyFlag(cmd, &o.parties, helpParty)
	a.standardFlag(cmd, &o.standard)
	a.flag(cmd.Flags(), &o.since, "since", "", helpSince)
	_ = cmd.MarkFlagFilename("since", "yaml", "yml", "json")
	a.overlayFlag(cmd, &o.overlay)
	a.toggleFlag(cmd.Flags(), &o.quiet, "quiet", "q", helpQuiet)
	cmd.ValidArgsFunction = a.completeCaseAndDocuments
	return cmd
}

func words(languages []doc.Language) []string {
	out := make([]string, len(languages))
	for i, l := range languages {
		out[i] = string(l)
	}
	return out
}

func (a *app) generate(name string, documents []string, o *generateFlags) error {
	if err := o.consistent(documents); err != nil {
		return err
	}
	in, err := a.readCase(name)
	if err != nil {
		return err
	}
	style, err := readStyle(string(o.style))
	if err != nil {
		return err
	}
	standard, err := readStandard(string(o.standard))
	if err != nil {
		return err
	}
	languages, beside := o.lang.orElse(in.language())
	lib, broken, err := openLibrary(string(o.overlay), all(languages, beside)...)
	if err != nil {
		return err
	}
	if lib.Generator == nil {
		a.explain(broken, nil, lib)
		return fail(exitRefused, refusedLibrary)
	}
	if err := knownDocuments(lib, documents); err != nil {
		return err
	}
	o.whole = len(documents) == 0
	if o.all {
		documents = lib.documentsFor(o.audience.one())
	}
	if in.c == nil {
		a.explain(in.problems, in, lib)
		return fail(exitRefused, refusedInvalid).withHint(correctFirst)
	}
	in.know(lib)
	previous, err := a.since(string(o.since), lib)
	if err != nil {
		return err
	}
	outputs, rep, err := lib.Generate(generator.Request{
		Case: in.c, Documents: documents, Languages: languages, Beside: beside, Formats: o.format.values, Style: style,
		Stage: o.stage(), WithCoverage: bool(o.withCoverage), Parties: o.parties.values, StandardText: standard,
		Audience: o.audience.one(), Notes: bool(o.notes), Previous: previous,
	})
	if err != nil {
		return a.refused(err, rep, in, lib, o)
	}
	return a.deliver(outputs, rep, in, lib, o)
}

// consistent checks flags against each other, and takes the format from the name
// of the output file where none is given.
func (o *generateFlags) consistent(documents []string) error {
	if o.all && len(documents) > 0 {
		return usage(allAndNames)
	}
	if o.tender && o.final {
		return usage(oneStage)
	}
	if f := fileFormat(string(o.output)); f != "" && !o.format.set {
		o.format.values = []string{f}
	}
	if o.style != "" && len(o.format.values) > 0 && !slices.Contains(o.format.values, "docx") {
		return usage(styleNoDocx)
	}
	return nil
}

// stage that the flags ask for.
func (o *generateFlags) stage() generator.Stage {
	switch {
	case bool(o.final):
		return generator.Final
	case bool(o.tender):
		return generator.Tender
	}
	return generator.Draft
}

// fileFormat is the format that the end of a file's name stands for.
func fileFormat(name string) string {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	if slices.Contains(generator.Formats(), ext) {
		return ext
	}
	return ""
}

// refused says why nothing was made.
func (a *app) refused(err error, rep *report.Report, in *caseFile, lib *library, o *generateFlags) error {
	var r *generator.RefusedError
	if !errors.As(err, &r) {
		return err
	}
	switch r.Reason {
	case generator.Invalid:
		a.explain(rep.Problems, in, lib)
		return fail(exitRefused, refusedInvalid).withHint(correctFirst)
	case generator.NotFinal, generator.NotTender:
		in.relabel(rep.Open, a.language)
		options := a.textOptions(true)
		options.Source = sources(in, lib)
		rep.Problems, rep.Silenced = lib.located(rep.Problems), lib.located(rep.Silenced)
		_ = report.Text(a.stderr, rep, options)
		a.complain("")
		if r.Reason == generator.NotFinal {
			return fail(exitRefused, refusedFinal).withHint(makeDraft)
		}
		if phase := in.c.Phase; phase != "" && phase != "planning" && phase != "tender" {
			return fail(exitRefused, refusedTender).withHint(tenderPhase, phase)
		}
		return fail(exitRefused, refusedTender).withHint(makeTender)
	case generator.NotForAudience, generator.NotesInFinal, generator.NotesOutside:
		return refusedAudience(r, o)
	case generator.NothingToMake:
		return nothingToMake(in.name, lib, o)
	case generator.NoLanguage:
		a.explain(rep.Problems, in, lib)
		return fail(exitRefused, refusedText, r.Detail)
	case generator.BadStandard:
		a.explain(rep.Problems, in, lib)
		return fail(exitRefused, refusedStandard).withHint(ownOrStandard)
	}
	if f := refusal(err); f != nil {
		return f
	}
	return err
}

// explain prints problems and a blank line on stderr, where there is nobody to
// tell if that fails.
func (a *app) explain(problems []report.Problem, in *caseFile, lib *library) {
	if len(problems) == 0 {
		return
	}
	_ = a.stdout.flush()
	o := a.textOptions(true)
	o.Source = sources(in, lib)
	_ = report.ProblemText(a.stderr, lib.located(problems), o)
	a.complain("")
}
