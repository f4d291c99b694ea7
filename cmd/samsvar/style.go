package main

import (
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator"
)

// readStyle reads --style; nil without a name.
func readStyle(name string) (*docx.Reference, error) {
	if name == "" {
		return nil, nil
	}
	f, size, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	ref, err := docx.ParseReference(f, size)
	if err != nil {
		p := generator.StyleProblem(name, err)
		verbatim := text{nb: "%s", en: "%s"}
		return nil, fail(exitRefused, verbatim, text{nb: p.Message("nb"), en: p.Message("en")}).
			withHint(verbatim, text{nb: p.Hint("nb"), en: p.Hint("en")})
	}
	return ref, nil
}
