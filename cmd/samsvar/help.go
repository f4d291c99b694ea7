package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// The help texts: the first line is what the command does in one line, the rest
// what there is to know, with examples.
//
//go:embed help/*.txt
var helpFiles embed.FS

type helpText struct{ title, body string }

func (a *app) helpText(name string) helpText {
	data, err := helpFiles.ReadFile("help/" + name + "." + a.language + ".txt")
	if err != nil {
		return helpText{} // a test asks for all of them
	}
	title, body, _ := strings.Cut(string(data), "\n")
	return helpText{title, strings.TrimSpace(body)}
}

var (
	headUsage    = text{nb: "Bruk:", en: "Usage:"}
	headCommands = text{nb: "Kommandoer:", en: "Commands:"}
	headFlags    = text{nb: "Valg:", en: "Flags:"}
	headGlobal   = text{nb: "Valg for alle kommandoer:", en: "Flags of all commands:"}
	flagsWord    = text{nb: "[valg]", en: "[flags]"}
)

// helpOf is the whole help of a command.
func (a *app) helpOf(cmd *cobra.Command) string {
	const width = 100
	var b strings.Builder
	part := func(head text, body string) {
		fmt.Fprintf(&b, "\n%s\n%s\n", a.say(head), strings.TrimRight(body, "\n"))
	}
	h := a.helpText(cmd.Name())
	if h.title == "" { // of cobra's own commands
		h = helpText{cmd.Short, strings.TrimSpace(cmd.Long)}
	}
	fmt.Fprintf(&b, "%s\n", h.title)
	part(headUsage, "  "+cmd.UseLine()+" "+a.say(flagsWord))
	if h.body != "" {
		fmt.Fprintf(&b, "\n%s\n", h.body)
	}
	if list := a.commandList(cmd); list != "" {
		part(headCommands, list)
	}
	if cmd.LocalNonPersistentFlags().HasAvailableFlags() {
		part(headFlags, cmd.LocalNonPersistentFlags().FlagUsagesWrapped(width))
	}
	part(headGlobal, cmd.Root().PersistentFlags().FlagUsagesWrapped(width))
	fmt.Fprintf(&b, "\n%s\n", a.exitCodes())
	return b.String()
}

func (a *app) exitCodes() string {
	h := a.helpText("exit-codes")
	return h.title + "\n" + "  " + h.body
}

func (a *app) commandList(cmd *cobra.Command) string {
	var b strings.Builder
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			fmt.Fprintf(&b, "  %-12s %s\n", c.Name(), c.Short)
		}
	}
	return b.String()
}

// helpCommand is samsvar help COMMAND.
func (a *app) helpCommand() *cobra.Command {
	cmd := a.command("help [COMMAND]", 0, -1, func(cmd *cobra.Command, args []string) error {
		topic, rest, err := cmd.Root().Find(args)
		if err != nil || topic == nil || len(rest) > 0 {
			return usage(unknownCommand, strings.Join(args, " ")).withHint(seeHelp, "samsvar")
		}
		return topic.Help()
	})
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		var out []string
		for _, c := range cmd.Root().Commands() {
			if c.IsAvailableCommand() && len(args) == 0 {
				out = append(out, c.Name()+"\t"+c.Short)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}
