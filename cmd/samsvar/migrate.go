package main

import (
	"fmt"
	"strconv"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpMigrateWrite  = text{nb: "gjør endringene i filen", en: "make the changes in the file"}
	helpMigrateOutput = text{nb: "skriv den oppgraderte saken til `FIL`, eller - for stdout", en: "write the migrated case to `FILE`, or - for stdout"}

	writeOrOutput  = text{nb: "--write og -o kan ikke stå sammen", en: "--write and -o exclude each other"}
	writeNoFile    = text{nb: "--write trenger en fil, og saken leses fra stdin", en: "--write needs a file, and the case is read from stdin"}
	useOutput      = text{nb: "bruk -o", en: "use -o"}
	cannotMigrate  = text{nb: "%s kan ikke oppgraderes, og ingenting er skrevet", en: "%s cannot be migrated, and nothing was written"}
	alreadyCurrent = text{nb: "%s har alt format %s; ingenting å gjøre", en: "%s has format %s already; nothing to do"}
	wouldMigrate   = text{nb: "%s kan gå fra format %s til %s; ingenting er skrevet", en: "%s can go from format %s to %s; nothing was written"}
	hasMigrated    = text{nb: "%s er gått fra format %s til %s", en: "%s has gone from format %s to %s"}
	migrateByWrite = text{nb: "samsvar migrate %s --write endrer filen", en: "samsvar migrate %s --write changes the file"}
	checkMigrated  = text{nb: "samsvar check %s viser om noe gjenstår", en: "samsvar check %s shows whether anything remains"}
)

type migrateFlags struct {
	output word
	write  toggle
}

func (a *app) migrateCommand() *cobra.Command {
	var o migrateFlags
	cmd := a.command("migrate CASE", 1, 1, func(_ *cobra.Command, args []string) error {
		return a.migrate(args[0], &o)
	})
	a.toggleFlag(cmd.Flags(), &o.write, "write", "", helpMigrateWrite)
	a.flag(cmd.Flags(), &o.output, "output", "o", helpMigrateOutput)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
	}
	return cmd
}

// migrate shows what brings a case file into the newest format, and does it when
// asked to. The changes are always shown.
func (a *app) migrate(name string, o *migrateFlags) error {
	switch {
	case bool(o.write) && o.output != "":
		return usage(writeOrOutput)
	case bool(o.write) && name == "-":
		return usage(writeNoFile).withHint(useOutput)
	}
	in, err := a.readCase(name)
	if err != nil {
		return err
	}
	m, problem := model.Migrate(in.name, in.text)
	if problem != nil {
		a.explain([]report.Problem{*problem}, in, &library{})
		return fail(exitRefused, cannotMigrate, in.name)
	}
	if m.From != model.Format {
		a.showChanges(in, m.Text, o.output == "-")
	}
	where := string(o.output)
	if o.write && m.From != model.Format {
		where = in.path
	}
	switch {
	case where == "-":
		if _, err := a.stdout.Write(m.Text); err != nil {
			return failWrite(err, "stdout")
		}
	case where != "":
		if !bool(o.write) && sameFile(where, in.path) {
			return fail(exitRefused, overInput, where).withHint(migrateByWrite, in.name)
		}
		if err := writeFiles([]target{{where, m.Text}}); err != nil {
			return err
		}
	}
	a.saySummary(in.name, where, m.From)
	return nil
}

// showChanges prints the differences as a unified diff: on stdout, or on stderr
// when the case itself goes there.
func (a *app) showChanges(in *caseFile, now []byte, toStderr bool) {
	changes := diff.Diff(in.name, in.text, in.name, now)
	shown := string(changes)
	if toStderr || a.outTerminal {
		shown = printable(shown)
	}
	if toStderr {
		_, _ = fmt.Fprint(a.stderr, shown)
		return
	}
	_, _ = fmt.Fprint(a.stdout, shown)
}

func (a *app) saySummary(name, where string, from int) {
	now := strconv.Itoa(model.Format)
	switch {
	case from == model.Format:
		a.complain(a.say(alreadyCurrent, printable(name), now))
	case where == "":
		a.complain(a.say(wouldMigrate, printable(name), strconv.Itoa(from), now))
		a.complain("  hint: " + a.say(migrateByWrite, printable(name)))
	default:
		a.complain(a.say(hasMigrated, printable(name), strconv.Itoa(from), now))
		if where != "-" {
			a.complain("  hint: " + a.say(checkMigrated, printable(where)))
		}
	}
}
