package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choice is the value of a flag that takes one word of a few, or several of them
// with commas between.
type choice struct {
	values  []string
	allowed []string
	many    bool
	set     bool
}

var _ pflag.Value = (*choice)(nil)

// Set implements pflag.Value.
func (c *choice) Set(s string) error {
	words := []string{s}
	if c.many {
		words = strings.Split(s, ",")
	}
	if !c.set {
		c.values = nil // the default
	}
	for _, w := range words {
		w = strings.TrimSpace(w)
		if !slices.Contains(c.allowed, w) {
			return &choiceError{w, c.allowed}
		}
		if c.many && slices.Contains(c.values, w) {
			continue
		}
		if !c.many {
			c.values = nil
		}
		c.values = append(c.values, w)
	}
	c.set = true
	return nil
}

// String implements pflag.Value. A default is not shown: the help says it in the
// language of the user.
func (c *choice) String() string { return "" }

// Type implements pflag.Value.
func (c *choice) Type() string { return strings.Join(c.allowed, "|") }

func (c *choice) one() string {
	if len(c.values) == 0 {
		return ""
	}
	return c.values[0]
}

// choiceError says that a word is not among the allowed ones.
type choiceError struct {
	word    string
	allowed []string
}

func (e *choiceError) Error() string { return e.word }

// choiceFlag adds a flag with a choice and its completion.
func (a *app) choiceFlag(cmd *cobra.Command, c *choice, name string, help text) {
	a.flag(cmd.Flags(), c, name, "", help)
	_ = cmd.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := ""
		if i := strings.LastIndexByte(typed, ','); c.many && i >= 0 {
			before = typed[:i+1]
		}
		var out []string
		for _, w := range c.allowed {
			out = append(out, before+w)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	})
}

// flag adds a flag whose help is in the language of the user.
func (a *app) flag(flags *pflag.FlagSet, v pflag.Value, name, short string, help text) *pflag.Flag {
	f := flags.VarPF(v, name, short, a.say(help))
	f.DefValue = ""
	return f
}

// toggle is a flag without a value.
type toggle bool

// Set implements pflag.Value.
func (t *toggle) Set(s string) error {
	*t = toggle(s == "true")
	if s != "true" && s != "false" {
		return &choiceError{s, []string{"true", "false"}}
	}
	return nil
}

// String implements pflag.Value; cobra parses it.
func (t *toggle) String() string { return strconv.FormatBool(bool(*t)) }

// Type implements pflag.Value; pflag shows no name for a bool.
func (t *toggle) Type() string { return "bool" }

func (a *app) toggleFlag(flags *pflag.FlagSet, t *toggle, name, short string, help text) {
	a.flag(flags, t, name, short, help).NoOptDefVal = "true"
}

// word is a flag that takes any text.
type word string

// Set implements pflag.Value.
func (w *word) Set(s string) error {
	*w = word(s)
	return nil
}

// String implements pflag.Value.
func (w *word) String() string { return "" }

// Type implements pflag.Value.
func (w *word) Type() string { return "string" }
