package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/spf13/cobra"
)

var (
	notEjectable = text{nb: "ingen klausul, dokumenttype, skala eller katalog heter «%s»", en: "no clause, document type, scale or catalogue is called “%s”"}
	seeEjectable = text{nb: "se samsvar list clauses, documents, scales og catalogues; ellers terms, law og locale", en: "see samsvar list clauses, documents, scales and catalogues; also terms, law and locale"}
	ejectHint    = text{nb: "endre filene, og se om noe er galt med samsvar lint %s", en: "change the files, and see whether anything is wrong with samsvar lint %s"}
	keepOwn      = text{nb: "behold bare det du endrer; resten kommer fra biblioteket. Se om noe er galt med samsvar lint %s", en: "keep only what you change; the rest comes from the library. See whether anything is wrong with samsvar lint %s"}
	ejectElse    = text{nb: "endre den filen, eller velg en annen mappe; ingenting er skrevet", en: "change that file, or choose another folder; nothing was written"}
)

func (a *app) ejectCommand() *cobra.Command {
	var quiet toggle
	cmd := a.command("eject ID DIR", 2, 2, func(_ *cobra.Command, args []string) error {
		return a.eject(args[0], args[1], bool(quiet))
	})
	a.toggleFlag(cmd.Flags(), &quiet, "quiet", "q", helpQuiet)
	cmd.ValidArgsFunction = a.completeEject
	return cmd
}

// eject copies one thing of the library into a house library.
func (a *app) eject(id, dir string, quiet bool) error {
	files, err := generator.Eject(generator.Options{}, id)
	switch {
	case err != nil:
		return err
	case len(files) == 0:
		f := usage(notEjectable, id).withHint(seeEjectable)
		if s := model.Suggest(id, generator.Ejectable(generator.Options{})); s != "" {
			f.withHint(didYouMean, s)
		}
		return f
	}
	var targets []target
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if _, err := os.Lstat(name); err == nil {
			return fail(exitRefused, alreadyThere, name).withHint(ejectElse)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return failFiles(err, name)
		}
		targets = append(targets, target{name, f.Data})
	}
	if err := writeFiles(targets); err != nil {
		return err
	}
	for _, f := range targets {
		_, _ = fmt.Fprintln(a.stdout, printable(f.name))
	}
	if !quiet {
		hint := ejectHint
		if id == "terms" || id == "law" || id == "locale" {
			hint = keepOwn
		}
		a.complain("  hint: " + a.say(hint, printable(dir)))
	}
	return nil
}

// completeEject completes what can be ejected, then a folder.
func (a *app) completeEject(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return generator.Ejectable(generator.Options{}), cobra.ShellCompDirectiveNoFileComp
	case 1:
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
