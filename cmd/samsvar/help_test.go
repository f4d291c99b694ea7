package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

func noEnv(string) string { return "" }

// Every command has a help text in both languages, with an example, and no line
// is wider than the terminal.
func TestHelp(t *testing.T) {
	for _, language := range []string{"nb", "en"} {
		a := &app{language: language}
		commands := append([]*cobra.Command{a.root()}, a.root().Commands()...)
		if len(commands) < 9 {
			t.Fatalf("only %d commands", len(commands))
		}
		for _, c := range commands {
			h := a.helpText(c.Name())
			if h.title == "" || h.body == "" || strings.HasSuffix(h.title, ".") || !strings.Contains(h.body, "samsvar ") {
				t.Errorf("%s: the help of %s lacks something: %q", language, c.Name(), h)
			}
			for _, line := range strings.Split(a.helpOf(c), "\n") {
				if utf8.RuneCountInString(line) > 105 {
					t.Errorf("%s: %s: too wide: %s", language, c.Name(), line)
				}
			}
		}
	}
}

func TestRunInProcess(t *testing.T) {
	var out, diagnostics bytes.Buffer
	code := run([]string{"check", "-", "--format", "json"}, strings.NewReader("- no case"), &out, &diagnostics, noEnv)
	if code != exitRefused || !strings.Contains(out.String(), `"yaml-no-mapping"`) || diagnostics.Len() > 0 {
		t.Errorf("code %d\n%s\n%s", code, &out, &diagnostics)
	}
}

func TestUILanguage(t *testing.T) {
	for _, c := range []struct {
		args []string
		env  map[string]string
		want string
	}{
		{nil, nil, "en"},
		{nil, map[string]string{"LANG": "nb_NO.UTF-8"}, "nb"},
		{nil, map[string]string{"LANG": "no"}, "nb"},
		{nil, map[string]string{"LANG": "nn_NO"}, "nb"},
		{nil, map[string]string{"LANG": "nl_NL"}, "en"},
		{nil, map[string]string{"LANG": "C.UTF-8"}, "en"},
		{nil, map[string]string{"LC_ALL": "C", "LANG": "nb_NO"}, "en"},
		{nil, map[string]string{"LC_MESSAGES": "nb_NO", "LANG": "en_GB"}, "nb"},
		{[]string{"--ui-lang", "nb"}, nil, "nb"},
		{[]string{"check", "--ui-lang=en"}, map[string]string{"LANG": "nb_NO"}, "en"},
		{[]string{"--ui-lang"}, nil, "en"},
		{[]string{"--", "--ui-lang=nb"}, nil, "en"},
	} {
		if got := uiLanguage(c.args, func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}
