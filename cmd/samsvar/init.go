package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/samsvar/samsvar/templates"
	"github.com/spf13/cobra"
)

// The skeleton of a case.
//
//go:embed init/case.yaml
var skeleton embed.FS

var (
	alreadyThere = text{nb: "%s finnes fra før", en: "%s is already there"}
	otherFolder  = text{nb: "velg en annen mappe; ingenting er skrevet", en: "choose another folder; nothing was written"}
	nextStep     = text{nb: "fyll ut %[1]s, og se hva som mangler med samsvar check %[1]s", en: "fill in %[1]s, and see what is missing with samsvar check %[1]s"}
)

func (a *app) initCommand() *cobra.Command {
	var quiet toggle
	cmd := a.command("init DIR", 1, 1, func(_ *cobra.Command, args []string) error {
		return a.init(args[0], bool(quiet))
	})
	a.toggleFlag(cmd.Flags(), &quiet, "quiet", "q", helpQuiet)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return cmd
}

// init writes a new case. The skeleton is in bokmål, and so is its schema.
func (a *app) init(dir string, quiet bool) error {
	text, err := skeleton.ReadFile("init/case.yaml")
	if err != nil {
		return err
	}
	documents, _ := templates.Documents(templates.Embedded(), nil, templates.Options{})
	files := []target{
		{filepath.Join(dir, "case.yaml"), text},
		{filepath.Join(dir, "samsvar.schema.json"), documents.Schema("nb")},
	}
	for _, f := range files {
		if _, err := os.Lstat(f.name); err == nil {
			return fail(exitRefused, alreadyThere, f.name).withHint(otherFolder)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return failFiles(err, f.name)
		}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	for _, f := range files {
		_, _ = fmt.Fprintln(a.stdout, f.name)
	}
	if !quiet {
		a.complain("  hint: " + a.say(nextStep, printable(files[0].name)))
	}
	return nil
}
