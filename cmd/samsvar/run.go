package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/samsvar/samsvar/generator/report"
)

// The exit codes, which scripts rely on.
const (
	exitDone    = 0 // done and complete
	exitRefused = 1 // the input is invalid or was refused; nothing was written
	exitUsage   = 2 // wrong usage
	exitOpen    = 3 // written or checked, but open points or errors remain
	exitIO      = 4 // could not read or write
)

// run is the program: it returns the exit code. Env looks up an environment
// variable.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	out := &resultWriter{w: bufio.NewWriterSize(stdout, 1<<16)}
	a := &app{
		stdin: stdin, stdout: out, stderr: stderr, env: env,
		outTerminal: isTerminal(stdout), errTerminal: isTerminal(stderr),
		language: uiLanguage(args, env), color: "auto",
	}
	root := a.root()
	root.SetArgs(append([]string{}, args...))
	err := root.Execute()
	if flushed := out.flush(); flushed != nil && !isIO(err) {
		err = failWrite(flushed, "stdout")
	}
	return a.exit(err)
}

// app is one run of the program.
type app struct {
	stdin       io.Reader
	stdout      *resultWriter // results
	stderr      io.Writer     // diagnostics
	env         func(string) string
	outTerminal bool
	errTerminal bool
	language    string // of messages: nb or en
	color       string // auto, always or never
}

// exit prints what went wrong and finds the exit code.
func (a *app) exit(err error) int {
	var code exitCode
	var fail *failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &fail):
		a.printFailure(fail)
		return fail.code
	}
	// All errors that can be foreseen are failures.
	a.printFailure(&failure{code: exitRefused, what: text{nb: "%s", en: "%s"}, args: []any{err.Error()}})
	return exitRefused
}

// exitCode is an error that has been told already.
type exitCode int

func (exitCode) Error() string { return "told already" }

// done ends a command with a code.
func done(code int) error {
	if code == exitDone {
		return nil
	}
	return exitCode(code)
}

func isIO(err error) bool {
	var fail *failure
	return errors.As(err, &fail) && fail.code == exitIO
}

// resultWriter remembers the first error, so that a full disk is not taken for
// success.
type resultWriter struct {
	w   *bufio.Writer
	err error
}

func (r *resultWriter) Write(b []byte) (int, error) {
	n, err := r.w.Write(b)
	if err != nil && r.err == nil {
		r.err = err
	}
	return n, err
}

func (r *resultWriter) flush() error {
	if err := r.w.Flush(); r.err == nil {
		r.err = err
	}
	return r.err
}

// textOptions for reports on stdout or stderr.
func (a *app) textOptions(toStderr bool) report.TextOptions {
	terminal := a.outTerminal
	if toStderr {
		terminal = a.errTerminal
	}
	return report.TextOptions{Language: a.language, Color: a.colored(terminal)}
}
