package main

import (
	"errors"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var (
	unknownFlag    = text{nb: "valget %s finnes ikke", en: "there is no flag %s"}
	flagNeedsValue = text{nb: "valget %s mangler verdi", en: "the flag %s needs a value"}
	flagSyntax     = text{nb: "valget %s er ikke skrevet riktig", en: "the flag %s is not written correctly"}
	flagValue      = text{nb: "--%s kan ikke være «%s»", en: "--%s cannot be “%s”"}
	unknownCommand = text{nb: "kommandoen «%s» finnes ikke", en: "there is no command “%s”"}
	tooFewArgs     = text{nb: "%s trenger %s", en: "%s needs %s"}
	tooManyArgs    = text{nb: "%s tar ikke imot «%s»", en: "%s does not take “%s”"}

	seeHelp    = text{nb: "se %s --help", en: "see %s --help"}
	didYouMean = text{nb: "mente du «%s»?", en: "did you mean “%s”?"}
	oneOf      = text{nb: "bruk en av disse: %s", en: "use one of these: %s"}
	meantOneOf = text{nb: "mente du «%s»? bruk en av disse: %s", en: "did you mean “%s”? use one of these: %s"}
)

// withChoices hints at what there is, and at what was probably meant.
func (f *failure) withChoices(word string, known []string) *failure {
	list := strings.Join(known, ", ")
	if s := model.Suggest(word, known); s != "" {
		return f.withHint(meantOneOf, s, list)
	}
	return f.withHint(oneOf, list)
}

// flagError puts an error of the flag parser into words of ours.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
		choice  *choiceError
		told    *failure
	)
	path := cmd.CommandPath()
	switch {
	case errors.As(err, &told):
		return told
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return usage(unknownFlag, "-"+name).withHint(seeHelp, path)
		}
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if s := model.Suggest(name, known); s != "" {
			return usage(unknownFlag, "--"+name).withHint(didYouMean, "--"+s)
		}
		return usage(unknownFlag, "--"+name).withHint(seeHelp, path)
	case errors.As(err, &missing):
		name := "--" + missing.GetSpecifiedName()
		if missing.GetSpecifiedShortnames() != "" {
			name = name[1:]
		}
		return usage(flagNeedsValue, name).withHint(seeHelp, path)
	case errors.As(err, &invalid) && errors.As(err, &choice):
		return usage(flagValue, invalid.GetFlag().Name, choice.word).withChoices(choice.word, choice.allowed)
	case errors.As(err, &syntax):
		return usage(flagSyntax, syntax.GetSpecifiedFlag()).withHint(seeHelp, path)
	}
	return usage(text{nb: "%s", en: "%s"}, err.Error()).withHint(seeHelp, path)
}

// arguments checks how many there are: at least min of those that are named in
// the usage line, and no more than max; a negative max is any number.
func arguments(min, max int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < min {
			name := strings.Fields(cmd.Use)[1+len(args)]
			return usage(tooFewArgs, cmd.CommandPath(), name).withHint(seeHelp, cmd.CommandPath())
		}
		if max >= 0 && len(args) > max {
			return usage(tooManyArgs, cmd.CommandPath(), args[max]).withHint(seeHelp, cmd.CommandPath())
		}
		return nil
	}
}
