package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGuide does what doc/guide/write-a-clause.md tells its reader to do.
func TestGuide(t *testing.T) {
	dir, ran := walkGuide(t, "write-a-clause.md", "\n## Change a clause in ten minutes\n", "\n## The files of a clause\n")
	if ran["sh"] < 7 || ran["text"] < 5 || ran["diff"] < 5 {
		t.Errorf("too little was run: %v", ran)
	}
	// What it was for: the paragraph is in the agreement, in each language.
	for language, words := range map[string]string{
		"nb": "Haster meldingen, skal databehandleren også ringe kontaktpunktet.",
		"nn": "Hastar meldinga, skal databehandlaren også ringje kontaktpunktet.",
		"en": "If a notice is urgent, the processor shall also telephone the point of contact.",
	} {
		if got := runInGuide(t, dir, "samsvar generate my-case/case.yaml dpa --overlay our-library -o - --format md --lang "+language); !strings.Contains(got, words) {
			t.Errorf("%s: the paragraph is not in the agreement", language)
		}
	}
}

// TestRiskGuide does what doc/guide/risk.md tells its reader to do.
func TestRiskGuide(t *testing.T) {
	_, ran := walkGuide(t, "risk.md", "\n## Change a scale in five minutes\n", "\n## A scale of your own\n")
	if ran["sh"] < 4 || ran["text"] < 4 || ran["diff"] < 1 {
		t.Errorf("too little was run: %v", ran)
	}
}

// walkGuide does what a part of a guide tells its reader to do: it runs the commands
// of the sh blocks, makes the changes of the diff blocks, and holds what the commands
// print against the text block that follows, in which … stands for anything. So the
// guide cannot say what is not so. It returns the folder, and how many blocks of each
// kind there were.
func walkGuide(t *testing.T, name, from, to string) (dir string, ran map[string]int) {
	t.Helper()
	text, err := os.ReadFile("../../doc/guide/" + name)
	if err != nil {
		t.Fatal(err)
	}
	_, walk, found := strings.Cut(string(text), from)
	walk, _, ended := strings.Cut(walk, to)
	if !found || !ended {
		t.Fatal("the guide has no walk-through")
	}
	printed := ""
	dir, ran = t.TempDir(), map[string]int{}
	for _, block := range fencedBlocks(walk) {
		ran[block.kind]++
		switch block.kind {
		case "sh":
			printed = ""
			for _, command := range strings.Split(strings.TrimSpace(block.text), "\n") {
				printed += runInGuide(t, dir, command)
			}
		case "text":
			if !matchesGuide(block.text, printed) {
				t.Errorf("the guide says\n%s\nthe command says\n%s", block.text, printed)
			}
		case "diff":
			if err := applyDiff(dir, block.text); err != nil {
				t.Error(err)
			}
		default:
			t.Errorf("a block of %q is neither run nor compared", block.kind)
		}
	}
	return dir, ran
}

// TestGuideRejects: a guide that says something else than the command is found.
func TestGuideRejects(t *testing.T) {
	for _, c := range []struct {
		guide, printed string
		want           bool
	}{
		{"a\n…\nc\n", "a\nb\nb\nc\n", true}, {"1 document, … open\n", "1 document, 53 open\n", true},
		{"a\n", "b\n", false}, {"a\n", "a\nb\n", false}, {"a.c\n", "abc\n", false}, {"a\n…\nd\n", "a\nb\nc\n", false},
	} {
		if got := matchesGuide(c.guide, c.printed); got != c.want {
			t.Errorf("%q %q: %v", c.guide, c.printed, got)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x"), []byte("a\nb\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, diff := range []string{"--- x\n-c\n+d\n", "--- y\n-a\n+d\n", "-a\n+d\n"} {
		if applyDiff(dir, diff) == nil {
			t.Errorf("%q was made", diff)
		}
	}
	if err := applyDiff(dir, "--- x\n a\n+c\n-b\n"); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "x")); string(got) != "a\nc\n" {
		t.Errorf("got %q", got)
	}
}

type guideBlock struct{ kind, text string }

var fencePattern = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```$")

func fencedBlocks(text string) (out []guideBlock) {
	for _, m := range fencePattern.FindAllStringSubmatch(text, -1) {
		out = append(out, guideBlock{m[1], m[2]})
	}
	return out
}

// runInGuide runs a command as its reader would, and returns what the terminal
// shows. Open points and findings are no failure.
func runInGuide(t *testing.T, dir, command string) string {
	t.Helper()
	words := strings.Fields(command)
	if len(words) < 2 || words[0] != "samsvar" {
		t.Fatalf("no command of ours: %s", command)
	}
	cmd := exec.Command(os.Args[0], words[1:]...)
	cmd.Args[0] = "samsvar"
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asSamsvar+"=1", "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && (exit.ExitCode() == exitUsage || exit.ExitCode() == exitIO) || err != nil && exit == nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return filepath.ToSlash(string(out))
}

// matchesGuide compares what is printed with a text in which … is anything.
func matchesGuide(guide, printed string) bool {
	pattern := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(guide)), "…", "(?s:.*)")
	return regexp.MustCompile("^" + pattern + "$").MatchString(strings.TrimSpace(printed))
}

// applyDiff makes a change: the first line names the file, and the lines that are
// kept or taken out must stand in it once.
func applyDiff(dir, diff string) error {
	head, body, _ := strings.Cut(diff, "\n")
	name, ok := strings.CutPrefix(head, "--- ")
	if !ok {
		return fmt.Errorf("a diff without a file: %s", diff)
	}
	file := filepath.Join(dir, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var before, after strings.Builder
	for _, line := range strings.SplitAfter(body, "\n") {
		switch {
		case line == "":
		case strings.HasPrefix(line, "+"):
			after.WriteString(line[1:])
		case strings.HasPrefix(line, "-"):
			before.WriteString(line[1:])
		default:
			line = strings.TrimPrefix(line, " ")
			before.WriteString(line)
			after.WriteString(line)
		}
	}
	if strings.Count(string(text), before.String()) != 1 {
		return fmt.Errorf("%s: this does not stand there once:\n%s", name, &before)
	}
	return os.WriteFile(file, []byte(strings.Replace(string(text), before.String(), after.String(), 1)), 0o666)
}
