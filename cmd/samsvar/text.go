package main

import (
	"fmt"
	"strings"
)

// text is a message in the two languages of the program: lower case, no full
// stop. Each stands beside what it is about. It is a format of package fmt.
type text struct{ nb, en string }

// in gives the message in a language.
func (t text) in(language string, args ...any) string {
	format := t.en
	if language == "nb" {
		format = t.nb
	}
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// say gives the message in the language of the run.
func (a *app) say(t text, args ...any) string { return t.in(a.language, args...) }

// uiLanguage finds the language of messages before the flags are parsed, since
// their help is a message too. Package generator knows nothing of the environment.
func uiLanguage(args []string, env func(string) string) string {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--ui-lang=")
		if arg == "--ui-lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == "nb" || value == "en") {
			return value
		}
		if arg == "--" {
			break
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} { // in the order of POSIX
		value := env(name)
		if value == "" {
			continue
		}
		language, _, _ := strings.Cut(strings.ToLower(value), "_")
		language, _, _ = strings.Cut(language, ".")
		switch language {
		case "nb", "nn", "no", "norwegian", "bokmal", "nynorsk":
			return "nb"
		}
		return "en"
	}
	return "en"
}
