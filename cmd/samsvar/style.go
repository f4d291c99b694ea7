package main

import (
	"os"

	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator"
)

// readStyle reads --style; nil without a name.
func readStyle(name string) (*docx.Reference, error) {
	if name == "" {
		return nil, nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, failRead(err, name)
	case info.IsDir():
		return nil, failRead(errIsFolder, name)
	case !info.Mode().IsRegular(): // a zip file is read from its end
		return nil, failRead(errNotRegular, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, failRead(err, name)
	}
	defer func() { _ = f.Close() }()
	ref, err := docx.ParseReference(f, info.Size())
	if err != nil {
		p := generator.StyleProblem(name, err)
		verbatim := text{nb: "%s", en: "%s"}
		return nil, fail(exitRefused, verbatim, text{nb: p.Message("nb"), en: p.Message("en")}).
			withHint(verbatim, text{nb: p.Hint("nb"), en: p.Hint("en")})
	}
	return ref, nil
}
