package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var (
	helpParty         = text{nb: "bare avtalene til partene med disse `ID`-ene, når hver part får sin egen; flere med komma", en: "only the agreements of the parties with these `ID`s, where each party gets its own; several with commas"}
	helpCoverageParty = text{nb: "vis avtalen til parten med denne `ID`-en, når hver part får sin egen", en: "show the agreement of the party with this `ID`, where each party gets its own"}

	unknownParty = text{nb: "ingen part har id «%s»", en: "no party has the id “%s”"}
	notPerParty  = text{nb: "--party passer ikke: %s blir ett dokument for alle partene i saken", en: "--party does not fit: %s is one document for all parties of the case"}
	whenPerParty = text{nb: "controllerRelation: parallel gir hver dataansvarlig sin egen avtale", en: "controllerRelation: parallel gives each controller an agreement of its own"}
	partyWanted  = text{nb: "%s lages for hver part; velg én med --party", en: "%s is made for each party; choose one with --party"}
)

// list is a flag that takes words, with commas or several times.
type list struct{ values []string }

var _ pflag.Value = (*list)(nil)

// Set implements pflag.Value.
func (l *list) Set(s string) error {
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); !slices.Contains(l.values, w) {
			l.values = append(l.values, w)
		}
	}
	return nil
}

// String implements pflag.Value.
func (l *list) String() string { return "" }

// Type implements pflag.Value.
func (l *list) Type() string { return "strings" }

func (a *app) partyFlag(cmd *cobra.Command, l *list, help text) {
	a.flag(cmd.Flags(), l, "party", "", help)
}
