package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var (
	helpLang   = text{nb: "lag dem på `LANG`: nb, nn, en (ellers sakens språk); nb,en er to spalter i én fil", en: "make them in `LANG`: nb, nn, en (otherwise the language of the case); nb,en is two columns in one file"}
	manyBeside = text{nb: "--lang %s er %s språk, og to kan stå side om side", en: "--lang %s is %s languages, and two can stand side by side"}
	sameBeside = text{nb: "--lang %s er samme språk to ganger", en: "--lang %s is the same language twice"}
	repeatLang = text{nb: "en fil på hvert språk: %s", en: "a file in each language: %s"}
)

// editions is the value of --lang: a language, or two joined by a comma for one
// file in two columns. The flag may be repeated.
type editions struct {
	languages []doc.Language
	beside    []generator.Pair
}

var _ pflag.Value = (*editions)(nil)

// Set implements pflag.Value.
func (e *editions) Set(s string) error {
	known := words(doc.Languages())
	parts := strings.Split(s, ",")
	for i, w := range parts {
		if parts[i] = strings.TrimSpace(w); !slices.Contains(known, parts[i]) {
			return &choiceError{parts[i], known}
		}
	}
	switch {
	case len(parts) > 2:
		return usage(manyBeside, s, strconv.Itoa(len(parts))).withHint(repeatLang, "--lang "+strings.Join(parts, " --lang "))
	case len(parts) == 2 && parts[0] == parts[1]:
		return usage(sameBeside, s)
	case len(parts) == 2:
		e.beside = append(e.beside, generator.Pair{Left: doc.Language(parts[0]), Right: doc.Language(parts[1])})
	default:
		e.languages = append(e.languages, doc.Language(parts[0]))
	}
	return nil
}

// String implements pflag.Value. The default, the language of the case, is said in
// the help.
func (e *editions) String() string { return "" }

// Type implements pflag.Value.
func (e *editions) Type() string { return strings.Join(words(doc.Languages()), "|") }

// orElse is the editions, or one in the language given when there are none.
func (e *editions) orElse(l doc.Language) ([]doc.Language, []generator.Pair) {
	if len(e.languages)+len(e.beside) == 0 {
		return []doc.Language{l}, nil
	}
	return e.languages, e.beside
}

// all are the languages in editions, each as often as it is there.
func all(languages []doc.Language, beside []generator.Pair) []doc.Language {
	out := slices.Clone(languages)
	for _, p := range beside {
		out = append(out, p.Left, p.Right)
	}
	return out
}

// langFlag adds --lang with its completion.
func (a *app) langFlag(cmd *cobra.Command, e *editions) {
	a.flag(cmd.Flags(), e, "lang", "", helpLang)
	_ = cmd.RegisterFlagCompletionFunc("lang", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := ""
		if first, _, ok := strings.Cut(typed, ","); ok {
			before = first + ","
		}
		var out []string
		for _, w := range words(doc.Languages()) {
			if before != w+"," {
				out = append(out, before+w)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	})
}
