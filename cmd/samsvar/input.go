package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// caseFile is the case that a command is about.
type caseFile struct {
	name     string // as it stands in messages
	path     string // empty for stdin
	text     []byte
	c        *model.Case // nil when the text is no case at all
	problems []report.Problem
}

// stdinName stands in messages for a case that is read from stdin.
const stdinName = "<stdin>"

var (
	caseIsFolder   = text{nb: "%s er en mappe, ikke en saksfil", en: "%s is a folder, not a case file"}
	nameTheFile    = text{nb: "skriv %s", en: "write %s"}
	newCaseByInit  = text{nb: "lag en ny sak med samsvar init MAPPE", en: "make a new case with samsvar init DIR"}
	wrongCaseHints = []string{".yaml", ".yml", ".json"}
)

// readCase reads CASE: a file, or stdin for "-".
func (a *app) readCase(arg string) (*caseFile, error) {
	in := &caseFile{name: arg, path: arg}
	r := a.stdin
	if arg == "-" {
		in.name, in.path = stdinName, ""
	} else {
		f, err := openCase(arg)
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }()
		r = f
	}
	// One byte more than Load accepts, so that it sees that there is more.
	text, err := io.ReadAll(io.LimitReader(r, model.DefaultMaxBytes+1))
	if err != nil {
		return nil, failRead(err, in.name)
	}
	in.text = text
	in.c, in.problems = model.Load(in.name, bytes.NewReader(text), model.LoadOptions{})
	return in, nil
}

// know tells the case which document types there are. Facts of their own are read
// by their schemas, for which a file with such facts is read once more.
func (in *caseFile) know(lib *library) {
	switch {
	case in.c == nil:
	case bytes.Contains(in.text, []byte("documents")):
		in.c, in.problems = lib.Load(in.name, bytes.NewReader(in.text))
	default:
		in.c = in.c.With(lib.Templates().Documents())
	}
}

func openCase(name string) (*os.File, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f := failRead(err, name).withHint(newCaseByInit)
		if near := nearFile(name); near != "" {
			f.withHint(didYouMean, near)
		}
		return nil, f
	case err != nil:
		return nil, failRead(err, name)
	case info.IsDir():
		f := fail(exitIO, caseIsFolder, name)
		if inside := filepath.Join(name, "case.yaml"); isFile(inside) {
			f.withHint(nameTheFile, inside)
		}
		return nil, f
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, failRead(err, name)
	}
	return f, nil
}

// openRegular opens a file that is no folder, device or pipe, and tells its size.
func openRegular(name string) (*os.File, int64, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, 0, failRead(err, name)
	case info.IsDir():
		return nil, 0, failRead(errIsFolder, name)
	case !info.Mode().IsRegular():
		return nil, 0, failRead(errNotRegular, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, failRead(err, name)
	}
	return f, info.Size(), nil
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// nearFile finds the file beside a missing one that was probably meant.
func nearFile(name string) string {
	dir, base := filepath.Split(name)
	entries, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return ""
	}
	var known []string
	for _, e := range entries {
		if slices.Contains(wrongCaseHints, strings.ToLower(filepath.Ext(e.Name()))) {
			known = append(known, e.Name())
		}
	}
	if near := model.Suggest(base, known); near != "" {
		return dir + near
	}
	return ""
}

// invalid reports whether the form of the case is wrong, so that nothing can be
// made of it.
func (in *caseFile) invalid() bool {
	return in.c == nil || report.HasError(in.problems)
}

// language of the case, bokmål when it has none that there is.
func (in *caseFile) language() doc.Language {
	if in.c != nil && slices.Contains(doc.Languages(), doc.Language(in.c.Language)) {
		return doc.Language(in.c.Language)
	}
	return doc.Bokmal
}

// relabel names the open points in the language of the user.
func (in *caseFile) relabel(open []report.Open, language string) {
	if in.c != nil {
		generator.Relabel(in.c, open, language)
	}
}
