package main

import (
	"io"

	"github.com/samsvar/samsvar/generator"
	"github.com/spf13/cobra"
)

var (
	helpStandard = text{nb: "bruk `FIL` uendret som avtaletekst, når saken sier at en standard er det", en: "use `FILE` unaltered as the body of the agreement, where the case says that a standard is"}

	refusedStandard = text{nb: "standardens egen tekst er ikke på plass, og ingenting er skrevet", en: "the standard's own text is not in place, and nothing was written"}
	ownOrStandard   = text{nb: "en standards navn står bare på standardens egen, uendrede tekst", en: "the name of a standard stands only on its own unaltered text"}
	unusedStandard  = text{nb: "--standard %s passer ikke: avtaleteksten er vår egen", en: "--standard %s does not fit: the body of the agreement is our own"}
	whenStandard    = text{nb: "agreement.standard i saken sier hvilken standard avtaleteksten er", en: "agreement.standard in the case says which standard the body is"}
)

func (a *app) standardFlag(cmd *cobra.Command, name *word) {
	a.flag(cmd.Flags(), name, "standard", "", helpStandard)
	_ = cmd.MarkFlagFilename("standard", generator.StandardTypes()...)
}

// readStandard reads --standard; nil without a name. Of a file that is too large it
// reads no more than shows that it is.
func readStandard(name string) (*generator.StandardFile, error) {
	if name == "" {
		return nil, nil
	}
	f, _, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, generator.MaxStandardBytes+1))
	if err != nil {
		return nil, failRead(err, name)
	}
	return &generator.StandardFile{Name: name, Data: data}, nil
}
