package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/spf13/cobra"
)

var (
	helpSuggestWrite  = text{nb: "legg til i saken det som passer og mangler", en: "add to the case what fits and is missing"}
	helpSuggestAll    = text{nb: "vis også det som er besvart, satt til side eller ikke passer", en: "show too what is answered, set aside or does not fit"}
	helpSuggestFormat = text{nb: "skriv forslagene som `text|json` (ellers text)", en: "write the suggestions as `text|json` (default text)"}

	cannotSuggest  = text{nb: "«%s» kan ikke foreslås", en: "“%s” cannot be suggested"}
	suggestInvalid = text{nb: "saken har feil, og ingenting kan foreslås", en: "the case is invalid, and nothing can be suggested"}
	suggestFailed  = text{nb: "%s kan ikke endres: %s", en: "%s cannot be changed: %s"}

	suggestCount   = text{nb: "passer og mangler: %d, mangler et faktum: %d, besvart: %d, satt til side: %d, passer ikke: %d", en: "fit and are missing: %d, lack a fact: %d, answered: %d, set aside: %d, do not fit: %d"}
	suggestByWrite = text{nb: "samsvar suggest risks %s --write legger dem som mangler, til i filen", en: "samsvar suggest risks %s --write adds those that are missing to the file"}
	suggestNothing = text{nb: "%s har alt som passer; ingenting å legge til", en: "%s has all that fits; nothing to add"}
	suggestWrote   = text{nb: "lagt til i %s (%d): %s", en: "added to %s (%d): %s"}
	suggestAssess  = text{nb: "vurder dem nå: eier, sannsynlighet, konsekvens og begrunnelse er åpne", en: "assess them now: owner, likelihood, consequence and rationale are open"}
)

// The heads of the parts of the list.
var (
	headWanted    = text{nb: "passer og mangler i saken", en: "fit and are missing in the case"}
	headUndecided = text{nb: "et faktum mangler", en: "a fact is missing"}
	headAnswered  = text{nb: "besvart", en: "answered"}
	headAside     = text{nb: "satt til side i risk.areas", en: "set aside in risk.areas"}
	headUnfit     = text{nb: "passer ikke", en: "do not fit"}
)

// suggestable is what there is to suggest.
var suggestable = []string{"risks"}

type suggestFlags struct {
	format     choice
	write, all toggle
	overlay    word
	only       list
}

func (a *app) suggestCommand() *cobra.Command {
	o := suggestFlags{format: choice{values: []string{"text"}, allowed: []string{"text", "json"}}}
	cmd := a.command("suggest risks CASE", 2, 2, func(_ *cobra.Command, args []string) error {
		if !slices.Contains(suggestable, args[0]) {
			return usage(cannotSuggest, args[0]).withChoices(args[0], suggestable)
		}
		return a.suggestRisks(args[1], &o)
	})
	a.toggleFlag(cmd.Flags(), &o.write, "write", "", helpSuggestWrite)
	a.toggleFlag(cmd.Flags(), &o.all, "all", "", helpSuggestAll)
	a.choiceFlag(cmd, &o.format, "format", helpSuggestFormat)
	a.flag(cmd.Flags(), &o.only, "only", "", helpSuggestOnly)
	a.overlayFlag(cmd, &o.overlay)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		switch len(args) {
		case 0:
			return suggestable, cobra.ShellCompDirectiveNoFileComp
		case 1:
			return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// suggestRisks lists the scenarios of the library that the case lacks, and writes
// them into it when asked to.
func (a *app) suggestRisks(name string, o *suggestFlags) error {
	if bool(o.write) && name == "-" {
		return usage(writeNoFile)
	}
	in, err := a.readCase(name)
	if err != nil {
		return err
	}
	lib, err := a.wholeLibrary(string(o.overlay), in.language(), doc.Language(a.language), doc.Bokmal)
	if err != nil {
		return err
	}
	if _, err := a.soundCatalogues(lib); err != nil {
		return err
	}
	in.know(lib)
	if in.invalid() {
		a.explain(in.problems, in, lib)
		return fail(exitRefused, suggestInvalid).withHint(correctFirst)
	}
	all, err := lib.SuggestRisks(in.c)
	var refused *generator.RefusedError
	switch {
	case errors.As(err, &refused):
		return fail(exitRefused, suggestInvalid).withHint(correctFirst)
	case err != nil:
		return err
	}
	if all, err = only(all, o.only.values); err != nil {
		return err
	}
	sorted := sortSuggestions(all)
	if o.format.one() == "json" {
		err = a.suggestJSON(sorted, all, bool(o.all))
	} else {
		err = a.suggestText(sorted, bool(o.all))
	}
	if err != nil {
		return failWrite(err, "stdout")
	}
	a.complain(a.say(suggestCount, len(sorted.wanted), len(sorted.undecided), len(sorted.answered), len(sorted.aside), len(sorted.unfit)))
	if !o.write {
		if len(sorted.wanted) > 0 && in.path != "" {
			a.complain("  hint: " + a.say(suggestByWrite, printable(in.name)))
		}
		return nil
	}
	return a.writeSuggestions(in, lib, all)
}

// writeSuggestions puts what is missing into the file of the case.
func (a *app) writeSuggestions(in *caseFile, lib *library, all []generator.Suggestion) error {
	edits := lib.SuggestEdits(in.c, all)
	if len(edits) == 0 {
		a.complain(a.say(suggestNothing, printable(in.name)))
		return nil
	}
	now, err := in.c.Source().Patch(edits)
	if err != nil {
		return fail(exitRefused, suggestFailed, in.name, err.Error())
	}
	if err := writeFiles([]target{{in.path, now}}); err != nil {
		return err
	}
	var ids []string
	for _, s := range all {
		if s.Wanted() {
			ids = append(ids, s.Scenario.ID)
		}
	}
	a.complain(a.say(suggestWrote, printable(in.name), len(ids), strings.Join(ids, ", ")))
	a.complain("  hint: " + a.say(suggestAssess))
	return nil
}

// sorted are suggestions by what there is to do with them.
type sorted struct{ wanted, undecided, answered, aside, unfit []generator.Suggestion }

func sortSuggestions(all []generator.Suggestion) (out sorted) {
	for _, s := range all {
		list := &out.wanted
		switch {
		case len(s.AnsweredBy) > 0:
			list = &out.answered
		case s.Fit == generator.Unfit:
			list = &out.unfit
		case s.SetAside != "":
			list = &out.aside
		case s.Fit == generator.Undecided:
			list = &out.undecided
		}
		*list = append(*list, s)
	}
	return out
}

// suggestText writes the suggestions for people, each with its reason.
func (a *app) suggestText(s sorted, all bool) error {
	p := &page{}
	part := func(head text, list []generator.Suggestion, about func(generator.Suggestion) string) {
		if len(list) == 0 {
			return
		}
		if p.b.Len() > 0 {
			p.line("")
		}
		p.line(a.say(head) + ":")
		for _, one := range list {
			p.line(fmt.Sprintf("  %-14s  %s", one.Scenario.ID, one.Scenario.Name(doc.Language(a.language))))
			p.line(fmt.Sprintf("  %-14s  %s", "", about(one)))
		}
	}
	reason := func(one generator.Suggestion) string { return one.Reasons[doc.Language(a.language)] }
	part(headWanted, s.wanted, reason)
	part(headUndecided, s.undecided, reason)
	if all {
		part(headAnswered, s.answered, func(one generator.Suggestion) string { return strings.Join(one.AnsweredBy, ", ") })
		part(headAside, s.aside, func(one generator.Suggestion) string { return one.SetAside })
		part(headUnfit, s.unfit, reason)
	}
	_, err := fmt.Fprint(a.stdout, printable(p.b.String()))
	return err
}

// suggestionJSON is a suggestion for programs.
type suggestionJSON struct {
	ID         string   `json:"id"`
	Catalogue  string   `json:"catalogue"`
	Fit        string   `json:"fit"`
	Wanted     bool     `json:"wanted"`
	Reason     string   `json:"reason"`
	Condition  string   `json:"condition,omitempty"`
	Missing    string   `json:"missing,omitempty"`
	AnsweredBy []string `json:"answeredBy,omitempty"`
	SetAside   string   `json:"setAside,omitempty"`
	Area       string   `json:"area"`
	CIA        []string `json:"cia"`
	// The texts, in the language of the case.
	Language      string   `json:"language"`
	Title         string   `json:"title"`
	Description   string   `json:"description"`
	Causes        []string `json:"causes"`
	Consequences  []string `json:"consequences"`
	Vulnerability string   `json:"vulnerability"`
	Measures      []string `json:"measures,omitempty"`
	Answers       []string `json:"answers,omitempty"`
	Refs          []string `json:"refs,omitempty"`
}

// suggestJSON writes the suggestions in the order of the catalogues.
func (a *app) suggestJSON(s sorted, list []generator.Suggestion, all bool) error {
	out := struct {
		Suggestions []suggestionJSON `json:"suggestions"`
		Counts      map[string]int   `json:"counts"`
	}{[]suggestionJSON{}, map[string]int{
		"wanted": len(s.wanted), "undecided": len(s.undecided), "answered": len(s.answered), "setAside": len(s.aside), "unfit": len(s.unfit),
	}}
	shown := map[string]bool{}
	for _, one := range slices.Concat(s.wanted, s.undecided) {
		shown[one.Scenario.ID] = true
	}
	for _, one := range list {
		if !all && !shown[one.Scenario.ID] {
			continue
		}
		j := suggestionJSON{
			ID: one.Scenario.ID, Catalogue: one.Scenario.Catalogue, Fit: string(one.Fit), Wanted: one.Wanted(),
			Reason: one.Reasons[doc.Language(a.language)], Missing: one.Missing, AnsweredBy: one.AnsweredBy, SetAside: one.SetAside,
			Area: one.Scenario.Area, CIA: one.Scenario.CIA, Language: string(one.Language), Title: one.Title, Description: one.Description,
			Causes: one.Causes, Consequences: one.Consequences, Vulnerability: one.Vulnerability,
			Measures: one.Scenario.Measures, Answers: one.Scenario.Answers, Refs: one.Scenario.Refs,
		}
		if one.Scenario.When != nil {
			j.Condition = one.Scenario.When.Source
		}
		out.Suggestions = append(out.Suggestions, j)
	}
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
