package main

import (
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/spf13/cobra"
)

var (
	helpUILang  = text{nb: "meldinger på `nb|en` (ellers etter LC_ALL, LC_MESSAGES, LANG)", en: "messages in `nb|en` (otherwise by LC_ALL, LC_MESSAGES, LANG)"}
	helpColor   = text{nb: "farger `auto|always|never`; auto er på en terminal uten NO_COLOR", en: "colour `auto|always|never`; auto is on a terminal without NO_COLOR"}
	helpHelp    = text{nb: "vis hjelp", en: "show help"}
	helpVersion = text{nb: "vis versjonen", en: "show the version"}
)

// root makes the command with all that stands below it.
func (a *app) root() *cobra.Command {
	root := a.command("samsvar COMMAND", 0, -1, func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			a.complain(strings.TrimRight(a.helpOf(cmd), "\n"))
			return done(exitUsage)
		}
		var known []string
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				known = append(known, c.Name())
			}
		}
		f := usage(unknownCommand, args[0]).withHint(seeHelp, "samsvar")
		if s := model.Suggest(args[0], known); s != "" {
			f.withHint(didYouMean, s)
		}
		return f
	})
	root.SilenceErrors, root.SilenceUsage = true, true
	root.Version = version()
	root.SetVersionTemplate("samsvar {{.Version}}\n")
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { _, _ = fmt.Fprint(a.stdout, a.helpOf(cmd)) })

	lang := &choice{allowed: []string{"nb", "en"}}
	color := &choice{allowed: []string{"auto", "always", "never"}}
	global := root.PersistentFlags()
	a.flag(global, lang, "ui-lang", "", helpUILang)
	a.flag(global, color, "color", "", helpColor)
	a.toggleFlag(global, new(toggle), "help", "h", helpHelp)
	a.toggleFlag(root.Flags(), new(toggle), "version", "", helpVersion)
	_ = root.RegisterFlagCompletionFunc("ui-lang", cobra.FixedCompletions(lang.allowed, cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(color.allowed, cobra.ShellCompDirectiveNoFileComp))
	root.PersistentPreRun = func(*cobra.Command, []string) {
		if color.set {
			a.color = color.one()
		}
	}

	root.AddCommand(a.initCommand(), a.checkCommand(), a.generateCommand(), a.coverageCommand(), a.suggestCommand(), a.importCommand(), a.listCommand(), a.showCommand(), a.schemaCommand(), a.lintCommand(), a.ejectCommand(), a.migrateCommand())
	root.SetHelpCommand(a.helpCommand())
	root.InitDefaultCompletionCmd("completion")
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Short, c.DisableFlagsInUseLine = a.helpText("completion").title, true
			for _, shell := range c.Commands() {
				shell.Args = arguments(0, 0)
			}
			c.Args = arguments(0, -1)
		}
	}
	return root
}

// command makes a command whose help stands in help/<name>.<language>.txt.
func (a *app) command(use string, min, max int, run func(*cobra.Command, []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: arguments(min, max), RunE: run, DisableFlagsInUseLine: true}
	cmd.Short = a.helpText(cmd.Name()).title
	return cmd
}
