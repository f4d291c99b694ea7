package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/report"
)

var (
	oneOutput     = text{nb: "%s er ett sted, men det blir %s filer", en: "%s is one place, but there will be %s files"}
	nameAFolder   = text{nb: "oppgi en mappe med -o", en: "name a folder with -o"}
	otherFormat   = text{nb: "%s passer ikke med --format %s", en: "%s does not go with --format %s"}
	overInput     = text{nb: "%s er en av filene det leses fra", en: "%s is one of the files that is read"}
	anotherFolder = text{nb: "velg en annen mappe med -o", en: "choose another folder with -o"}

	oneDocument   = text{nb: "1 dokument skrevet", en: "1 document written"}
	manyDocuments = text{nb: "%s dokumenter skrevet", en: "%s documents written"}
	inFiles       = text{nb: " i %s filer", en: " in %s files"}
	nothingOpen   = text{nb: ", ingenting åpent", en: ", nothing open"}
	houseStyle    = text{nb: "stiler og brevhode fra %s", en: "styles and letterhead from %s"}
)

// deliver writes the documents and says what came of it.
func (a *app) deliver(outputs []generator.Output, rep *report.Report, in *caseFile, lib *library, o *generateFlags) error {
	var internal []string
	if o.output == "-" {
		if len(outputs) != 1 {
			return usage(oneOutput, "-", strconv.Itoa(len(outputs))).withHint(nameAFolder)
		}
		_, _ = a.stdout.Write(outputs[0].Data)
		if err := a.stdout.flush(); err != nil {
			return failWrite(err, "stdout")
		}
	} else {
		files, err := targets(outputs, string(o.output))
		if err != nil {
			return err
		}
		for _, f := range files {
			if sameFile(f.name, in.path) || sameFile(f.name, string(o.style)) || sameFile(f.name, string(o.standard)) {
				return fail(exitRefused, overInput, f.name).withHint(anotherFolder)
			}
		}
		if err := writeFiles(files); err != nil {
			return err
		}
		for i, f := range files {
			_, _ = fmt.Fprintln(a.stdout, f.name)
			if outputs[i].Internal {
				internal = append(internal, f.name)
			}
		}
	}
	code := exitDone
	if !rep.Complete() {
		code = exitOpen
	}
	if !o.quiet {
		a.explain(rep.Problems, in, lib)
		for _, f := range rep.Overridden {
			if strings.HasPrefix(f, "style.") {
				a.complain(a.say(houseStyle, printable(filepath.Join(lib.dir, f))))
			}
		}
		a.complain(a.summary(outputs, rep))
		a.warnInternal(internal, o)
		if len(rep.Open) > 0 && in.path != "" {
			a.complain("  hint: " + a.say(openListed, printable(in.name)))
		}
	}
	return done(code)
}

// summary is "1 document written, 12 open points".
func (a *app) summary(outputs []generator.Output, rep *report.Report) string {
	documents := map[string]bool{}
	for _, out := range outputs {
		documents[out.Document] = true
	}
	s := a.say(oneDocument)
	if n := len(documents); n > 1 {
		s = a.say(manyDocuments, strconv.Itoa(n))
	}
	if n := len(outputs); n > len(documents) {
		s += a.say(inFiles, strconv.Itoa(n))
	}
	if counts := rep.Counts(a.language); counts != "" {
		return s + ", " + counts
	}
	return s + a.say(nothingOpen)
}

// targets decides where the files go: a name that ends like a file is one, unless
// a folder has that name.
func targets(outputs []generator.Output, where string) ([]target, error) {
	if f := fileFormat(where); f != "" && !isDir(where) {
		if len(outputs) != 1 {
			return nil, usage(oneOutput, where, strconv.Itoa(len(outputs))).withHint(nameAFolder)
		}
		if f != outputs[0].Format {
			return nil, usage(otherFormat, where, outputs[0].Format)
		}
		return []target{{filepath.Clean(where), outputs[0].Data}}, nil
	}
	var files []target
	for _, out := range outputs {
		files = append(files, target{filepath.Join(where, out.Name), out.Data})
	}
	return files, nil
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// sameFile reports whether two names lead to one file.
func sameFile(a, b string) bool {
	if b == "" {
		return false
	}
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
