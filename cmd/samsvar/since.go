package main

import (
	"github.com/samsvar/samsvar/generator/model"
)

var refusedSince = text{nb: "den tidligere saken har feil, og ingenting er skrevet", en: "the earlier case is invalid, and nothing was written"}

// since reads the earlier case of --since; nil without one.
func (a *app) since(name string, lib *library) (*model.Case, error) {
	if name == "" {
		return nil, nil
	}
	in, err := a.readCase(name)
	if err != nil {
		return nil, err
	}
	in.know(lib)
	if in.c == nil || in.invalid() {
		a.explain(in.problems, in, lib)
		return nil, fail(exitRefused, refusedSince).withHint(correctFirst)
	}
	return in.c, nil
}
