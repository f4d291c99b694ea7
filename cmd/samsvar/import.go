package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpImportDry    = text{nb: "vis forskjellene, og skriv ingenting", en: "show the differences, and write nothing"}
	helpImportOutput = text{nb: "skriv saken til `FIL`, eller - for stdout (ellers i saksfilen)", en: "write the case to `FILE`, or - for stdout (otherwise into the case file)"}
	helpImportYes    = text{nb: "skriv uten å spørre", en: "write without asking"}
	helpImportFormat = text{nb: "vis forskjellene som `text|json` (ellers text)", en: "show the differences as `text|json` (default text)"}
	helpImportType   = text{nb: "dokumenttypen en CSV-fil er laget av (ellers den som har kolonnene)", en: "the document type that a CSV file was made of (otherwise the one that has the columns)"}

	importRefused  = text{nb: "noe er feil i filene, og ingenting er skrevet", en: "something is wrong in the files, and nothing was written"}
	importInvalid  = text{nb: "saken ville ikke lenger være gyldig, og ingenting er skrevet", en: "the case would no longer be valid, and nothing was written"}
	importFailed   = text{nb: "%s kan ikke endres: %s", en: "%s cannot be changed: %s"}
	importNothing  = text{nb: "ingen forskjeller", en: "no differences"}
	importOne      = text{nb: "1 endring", en: "1 change"}
	importMany     = text{nb: "%d endringer", en: "%d changes"}
	importWould    = text{nb: "%s; ingenting er skrevet", en: "%s; nothing was written"}
	importWrote    = text{nb: "%s skrevet til %s", en: "%s written to %s"}
	importAsk      = text{nb: "skrive %s til %s? [j/N] ", en: "write %s to %s? [y/N] "}
	importNew      = text{nb: "ny rad", en: "new row"}
	importEmpty    = text{nb: "(tom)", en: "(empty)"}
	importUnknown  = text{nb: "%s er laget av dokumenttypen «%s», som ikke kan leses inn", en: "%s was made of the document type “%s”, which cannot be read back"}
	dryAndOutput   = text{nb: "--dry-run og -o kan ikke stå sammen", en: "--dry-run and -o exclude each other"}
	importFromCase = text{nb: "saken kan ikke leses fra stdin uten -o", en: "the case cannot be read from stdin without -o"}
)

type importFlags struct {
	output, overlay, document word
	dry, yes                  toggle
	format                    choice
}

func (a *app) importCommand() *cobra.Command {
	o := importFlags{format: choice{values: []string{"text"}, allowed: []string{"text", "json"}}}
	cmd := a.command("import FILE... CASE", 2, -1, func(_ *cobra.Command, args []string) error {
		return a.importFiles(args[:len(args)-1], args[len(args)-1], &o)
	})
	a.toggleFlag(cmd.Flags(), &o.dry, "dry-run", "", helpImportDry)
	a.toggleFlag(cmd.Flags(), &o.yes, "yes", "y", helpImportYes)
	a.flag(cmd.Flags(), &o.output, "output", "o", helpImportOutput)
	a.choiceFlag(cmd, &o.format, "format", helpImportFormat)
	a.flag(cmd.Flags(), &o.document, "document", "", helpImportType)
	a.overlayFlag(cmd, &o.overlay)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"xlsx", "csv", "json", "yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	return cmd
}

// importFiles reads workbooks back, one after the other: each sees what the ones before
// it changed. The differences are shown before anything is written.
func (a *app) importFiles(names []string, caseName string, o *importFlags) error {
	switch {
	case bool(o.dry) && o.output != "":
		return usage(dryAndOutput)
	case caseName == "-" && o.output == "" && !bool(o.dry):
		return usage(importFromCase)
	}
	in, err := a.readCase(caseName)
	if err != nil {
		return err
	}
	lib, broken, err := openLibrary(string(o.overlay), doc.Languages()...)
	if err != nil {
		return err
	}
	if lib.Generator == nil {
		a.explain(broken, nil, lib)
		return fail(exitRefused, refusedLibrary)
	}
	in.know(lib)
	if in.c == nil || in.invalid() {
		a.explain(in.problems, in, lib)
		return fail(exitRefused, refusedInvalid).withHint(correctFirst)
	}
	done, err := a.readBack(names, in, lib, o)
	if err != nil {
		return err
	}
	if err := a.showImport(done, o); err != nil {
		return failWrite(err, "stdout")
	}
	wrong := report.HasError(done.problems)
	a.explain(done.problems, in, lib)
	switch {
	case wrong:
		return fail(exitRefused, importRefused)
	case len(done.changes) == 0 && o.output == "":
		a.complain(a.say(importNothing))
		return nil
	case bool(o.dry):
		a.complain(a.say(importWould, a.changes(done)))
		return nil
	}
	return a.writeImport(done, in, lib, o)
}

// importing is what files change in a case.
type importing struct {
	changes  []generator.ImportChange
	problems []report.Problem
	text     []byte // of the case, with the changes
}

func (a *app) readBack(names []string, in *caseFile, lib *library, o *importFlags) (*importing, error) {
	out := &importing{text: in.text}
	c := in.c
	for _, name := range names {
		f, err := a.readFilled(name, in, lib, o)
		if err != nil {
			return nil, err
		}
		im, err := lib.Import(c, f)
		var refused *generator.RefusedError
		if errors.As(err, &refused) && refused.Reason == generator.UnknownDocument {
			return nil, fail(exitRefused, importUnknown, name, refused.Detail)
		}
		if err != nil {
			return nil, err
		}
		out.changes, out.problems = append(out.changes, im.Changes...), append(out.problems, im.Problems...)
		if len(im.Edits) == 0 {
			continue
		}
		if out.text, err = c.Source().Patch(im.Edits); err != nil {
			return nil, fail(exitRefused, importFailed, in.name, err.Error())
		}
		next, problems := lib.Load(in.name, bytes.NewReader(out.text))
		if next != nil {
			problems = append(problems, next.Validate()...)
		}
		if next == nil || report.HasError(problems) {
			a.explain(problems, &caseFile{name: in.name, text: out.text}, lib)
			return nil, fail(exitRefused, importInvalid)
		}
		c = next
	}
	return out, nil
}

func (a *app) readFilled(name string, in *caseFile, lib *library, o *importFlags) (*generator.Filled, error) {
	file, _, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	f, err := lib.ReadFilled(name, file, generator.FilledHint{Document: string(o.document), Language: string(in.language())})
	var wrong *generator.FilledError
	if errors.As(err, &wrong) {
		a.explain([]report.Problem{wrong.Problem}, in, lib)
		return nil, fail(exitRefused, importRefused)
	}
	if err != nil {
		return nil, failRead(err, name)
	}
	return f, nil
}

// writeImport writes the case, after asking where there is somebody to ask.
func (a *app) writeImport(done *importing, in *caseFile, lib *library, o *importFlags) error {
	where := string(o.output)
	if where == "-" {
		_, _ = a.stdout.Write(done.text)
		if err := a.stdout.flush(); err != nil {
			return failWrite(err, "stdout")
		}
		return nil
	}
	if where == "" {
		where = in.path
	}
	if !bool(o.yes) && a.asks() {
		_, _ = fmt.Fprint(a.stderr, a.say(importAsk, a.changes(done), printable(where)))
		answer, _ := bufio.NewReader(a.stdin).ReadString('\n')
		if !slices.Contains([]string{"j", "ja", "y", "yes"}, strings.ToLower(strings.TrimSpace(answer))) {
			a.complain(a.say(importWould, a.changes(done)))
			return nil
		}
	}
	if err := writeFiles([]target{{where, done.text}}); err != nil {
		return err
	}
	a.complain(a.say(importWrote, a.changes(done), printable(where)))
	a.complain("  hint: " + a.say(checkMigrated, printable(where)))
	return nil
}

// changes is "1 change" or "12 changes".
func (a *app) changes(done *importing) string {
	if len(done.changes) == 1 {
		return a.say(importOne)
	}
	return a.say(importMany, len(done.changes))
}

// asks: there is somebody to ask.
func (a *app) asks() bool {
	in, ok := a.stdin.(io.Writer) // a file is both
	return ok && isTerminal(in) && a.errTerminal
}

// showImport prints the differences, on stderr when the case goes to stdout.
func (a *app) showImport(done *importing, o *importFlags) error {
	if o.format.one() == "json" {
		return a.importJSON(done)
	}
	var b strings.Builder
	for _, c := range done.changes {
		at := fmt.Sprintf("%s  %s", c.Ref, c.Row)
		if c.Kind == generator.ImportAdd {
			fmt.Fprintf(&b, "%s  %s: %s\n  %s\n", at, a.say(importNew), c.New, c.Path)
			continue
		}
		shown := func(s string) string {
			if s == "" {
				return a.say(importEmpty)
			}
			return strings.ReplaceAll(s, "\n", " / ")
		}
		fmt.Fprintf(&b, "%s  %s: %s → %s\n  %s\n", at, c.Column, shown(c.Old), shown(c.New), c.Path)
	}
	out := printable(b.String())
	if o.output == "-" {
		_, err := fmt.Fprint(a.stderr, out)
		return err
	}
	_, err := fmt.Fprint(a.stdout, out)
	return err
}

func (a *app) importJSON(done *importing) error {
	type change struct {
		Kind   string `json:"kind"`
		Sheet  string `json:"sheet"`
		Ref    string `json:"ref"`
		Row    string `json:"row"`
		Column string `json:"column,omitempty"`
		Path   string `json:"path"`
		Old    string `json:"old"`
		New    string `json:"new"`
	}
	out := struct {
		Version int      `json:"version"`
		Changes []change `json:"changes"`
	}{Version: 1, Changes: []change{}}
	for _, c := range done.changes {
		out.Changes = append(out.Changes, change{string(c.Kind), c.Sheet, c.Ref, c.Row, c.Column, c.Path, c.Old, c.New})
	}
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
