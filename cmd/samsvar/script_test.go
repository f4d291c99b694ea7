package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/samsvar/samsvar/doc/xlsx/xlsxtest"
)

var update bool

func init() {
	flag.BoolVar(&update, "update", false, "rewrite the expected output in testdata")
	flag.BoolVar(&update, "u", false, "short for -update")
}

// asSamsvar is set in the environment where the test binary is to be the command.
const asSamsvar = "SAMSVAR_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asSamsvar) != "" {
		main()
		return
	}
	testscript.Main(m, map[string]func(){"samsvar": main})
}

// TestScripts runs the scripts in testdata/script. Each starts in a folder with
// the files of testdata/fixture. Besides the commands of testscript there are
//
//	exits CODE PROGRAM ARGS...   runs a program that must end with just this code
//	sparse FILE BYTES            makes a file of zeros that takes no space
//	docx FILE KIND               makes a Word file, or something like it
//	nofile PATTERN...            nothing may match
//	edit FILE OLD NEW            replaces text that stands in the file once
//	crlf FILE...                 line ends as on Windows
//	fill FILE TABLE ROW KEY TEXT fills in a cell of a workbook; ROW is an id or +1
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	fixture, err := filepath.Abs("testdata/fixture")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files:               scripts,
		UpdateScripts:       update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"} {
				e.Setenv(name, "")
			}
			return os.CopyFS(e.WorkDir, os.DirFS(fixture))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "sparse": sparse, "docx": makeDocx, "nofile": nofile, "edit": edit, "crlf": crlf, "fill": fill,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func sparse(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	name := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(name, nil, 0o666))
	ts.Check(os.Truncate(name, size))
}

func nofile(ts *testscript.TestScript, _ bool, args []string) {
	for _, pattern := range args {
		found, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		if len(found) > 0 {
			ts.Fatalf("%v is there", found)
		}
	}
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	text, err := os.ReadFile(name)
	ts.Check(err)
	if strings.Count(string(text), args[1]) != 1 {
		ts.Fatalf("%q does not stand in %s once", args[1], args[0])
	}
	ts.Check(os.WriteFile(name, []byte(strings.Replace(string(text), args[1], args[2], 1)), 0o666))
}

func fill(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 5 {
		ts.Fatalf("usage: fill FILE TABLE ROW KEY TEXT")
	}
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	d := xlsxtest.Open(scripted{ts: ts}, data)
	d.Set(args[1], args[2], args[3], args[4])
	ts.Check(os.WriteFile(name, d.Save(), 0o666))
}

// scripted is a script as what ends a test.
type scripted struct {
	testing.TB
	ts *testscript.TestScript
}

func (scripted) Helper()                             {}
func (s scripted) Fatal(args ...any)                 { s.ts.Fatalf("%s", fmt.Sprint(args...)) }
func (s scripted) Fatalf(format string, args ...any) { s.ts.Fatalf(format, args...) }

func crlf(ts *testscript.TestScript, _ bool, args []string) {
	for _, arg := range args {
		name := ts.MkAbs(arg)
		text, err := os.ReadFile(name)
		ts.Check(err)
		ts.Check(os.WriteFile(name, bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), 0o666))
	}
}
