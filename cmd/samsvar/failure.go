package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// failure is an error with an exit code and words for people.
type failure struct {
	code     int
	what     text
	args     []any // of what; a text among them is put into the language
	hint     text
	hintArgs []any
}

func (f *failure) Error() string { return f.what.in("en", localised("en", f.args)...) }

func fail(code int, what text, args ...any) *failure {
	return &failure{code: code, what: what, args: args}
}

func usage(what text, args ...any) *failure { return fail(exitUsage, what, args...) }

func (f *failure) withHint(hint text, args ...any) *failure {
	f.hint, f.hintArgs = hint, args
	return f
}

func localised(language string, args []any) []any {
	out := make([]any, len(args))
	for i, arg := range args {
		if t, ok := arg.(text); ok {
			arg = t.in(language)
		}
		if s, ok := arg.(string); ok {
			arg = printable(s)
		}
		out[i] = arg
	}
	return out
}

// printFailure is `samsvar: what happened`, then the hint.
func (a *app) printFailure(f *failure) {
	a.complain("samsvar: " + a.say(f.what, localised(a.language, f.args)...))
	if hint := a.say(f.hint, localised(a.language, f.hintArgs)...); hint != "" {
		a.complain("  hint: " + hint)
	}
}

// complain prints a line for people, after the results that it is about. There is
// nobody to tell when it fails.
func (a *app) complain(line string) {
	_ = a.stdout.flush()
	_, _ = fmt.Fprintln(a.stderr, line)
}

var (
	cannotRead  = text{nb: "%s kan ikke leses: %s", en: "%s cannot be read: %s"}
	cannotWrite = text{nb: "%s kan ikke skrives: %s", en: "%s cannot be written: %s"}
	noneWritten = text{nb: "%s kan ikke skrives: %s; ingenting er skrevet", en: "%s cannot be written: %s; nothing was written"}
)

func failRead(err error, name string) *failure { return failOS(cannotRead, err, name) }

func failWrite(err error, name string) *failure { return failOS(cannotWrite, err, name) }

// failFiles is for files that are written whole or not at all.
func failFiles(err error, name string) *failure { return failOS(noneWritten, err, name) }

func failOS(what text, err error, name string) *failure {
	for _, r := range osReasons {
		if errors.Is(err, r.err) {
			return fail(exitIO, what, name, r.what).withHint(r.hint)
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // without the name, which has been said
	}
	return fail(exitIO, what, name, err.Error())
}

// osReasons are the errors of the system that people meet.
var osReasons = []struct {
	err        error
	what, hint text
}{
	{fs.ErrNotExist, text{nb: "finnes ikke", en: "does not exist"}, text{}},
	{fs.ErrPermission, text{nb: "ingen tilgang", en: "no permission"},
		text{nb: "er filen åpen i Word, så lukk den der; ellers sjekk rettighetene", en: "if the file is open in Word, close it there; otherwise check the permissions"}},
	{errIsFolder, text{nb: "er en mappe", en: "is a folder"}, text{}},
	{errNotRegular, text{nb: "er ikke en vanlig fil", en: "is no regular file"}, text{}},
	{syscall.EISDIR, text{nb: "er en mappe", en: "is a folder"}, text{}},
	{syscall.ENOTDIR, text{nb: "en del av stien er en fil, ikke en mappe", en: "a part of the path is a file, not a folder"}, text{}},
	{syscall.ENOSPC, text{nb: "disken er full", en: "the disk is full"},
		text{nb: "frigjør plass og prøv igjen", en: "free some space and try again"}},
	{syscall.EFBIG, text{nb: "filen er større enn systemet tillater", en: "the file is larger than the system allows"},
		text{nb: "se ulimit -f", en: "see ulimit -f"}},
	{syscall.EROFS, text{nb: "disken kan bare leses", en: "the disk is read-only"}, text{}},
}

var (
	errIsFolder   = errors.New("is a folder")
	errNotRegular = errors.New("is no regular file")
)
