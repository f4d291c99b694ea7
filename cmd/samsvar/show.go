package main

import (
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/spf13/cobra"
)

var (
	helpShowLang = text{nb: "vis tekst på `LANG`, flere med komma (ellers nb,nn,en)", en: "show texts in `LANG`, several with commas (otherwise nb,nn,en)"}
	unknownID    = text{nb: "ingen klausul, dokumenttype, katalog, rad i en katalog eller regel heter «%s»", en: "no clause, document type, catalogue, row of a catalogue or rule is called “%s”"}
	seeLists     = text{nb: "se samsvar list documents, clauses, catalogues og rules", en: "see samsvar list documents, clauses, catalogues and rules"}
)

func (a *app) showCommand() *cobra.Command {
	var overlay word
	lang := choice{values: words(doc.Languages()), allowed: words(doc.Languages()), many: true}
	cmd := a.command("show ID", 1, 1, func(_ *cobra.Command, args []string) error {
		return a.show(args[0], string(overlay), lang.values)
	})
	a.choiceFlag(cmd, &lang, "lang", helpShowLang)
	a.overlayFlag(cmd, &overlay)
	cmd.ValidArgsFunction = a.completeIDs
	return cmd
}

func (a *app) show(id, overlay string, languages []string) error {
	if r, ok := report.RuleByID(id); ok {
		return a.showRule(r, overlay, languages)
	}
	// The user's language is loaded too, for titles.
	load := []doc.Language{doc.Language(a.language), doc.Bokmal}
	for _, l := range languages {
		load = append(load, doc.Language(l))
	}
	lib, err := a.wholeLibrary(overlay, load...)
	if err != nil {
		return err
	}
	if t, ok := lib.Templates().Template(id); ok {
		return a.printPage(lib.showDocument(t, a.language))
	}
	if c, ok := lib.Library().Clause(id); ok {
		return a.printPage(lib.showClause(c, languages))
	}
	catalogues, err := a.soundCatalogues(lib)
	if err != nil {
		return err
	}
	if c, ok := lib.Library().Catalogue(id); ok {
		return a.printPage(lib.showCatalogue(c, a.language))
	}
	if d, ok := lib.Library().Demand(id); ok {
		return a.printPage(lib.showDemand(d, languages))
	}
	if s, ok := lib.Library().Scenario(id); ok {
		return a.printPage(lib.showScenario(s, languages))
	}
	if m, ok := lib.Library().Measure(id); ok {
		return a.printPage(lib.showMeasure(m, languages))
	}
	known := lib.Templates().IDs()
	for _, c := range lib.Library().Clauses() {
		known = append(known, c.ID)
	}
	for _, r := range report.Rules() {
		known = append(known, r.ID)
	}
	for _, c := range catalogues {
		known = append(known, c.ID)
		for _, d := range c.Rows {
			known = append(known, d.ID)
		}
		for _, s := range c.Scenarios {
			known = append(known, s.ID)
		}
		for _, m := range c.Measures {
			known = append(known, m.ID)
		}
	}
	f := usage(unknownID, id).withHint(seeLists)
	if s := model.Suggest(id, known); s != "" {
		f.withHint(didYouMean, s)
	}
	return f
}

// page is text of named facts and of blocks.
type page struct{ b strings.Builder }

// fact is a line with a name; nothing when there is no value.
func (p *page) fact(name, value string) {
	if value != "" {
		fmt.Fprintf(&p.b, "%-12s %s\n", name, value)
	}
}

// facts are lines of which the first has the name.
func (p *page) facts(name string, values []string) {
	for _, value := range values {
		fmt.Fprintf(&p.b, "%-12s %s\n", name, value)
		name = ""
	}
}

func (p *page) line(s string) { fmt.Fprintln(&p.b, s) }

// head begins a part.
func (p *page) head(s string) { fmt.Fprintf(&p.b, "\n--- %s ---\n", s) }

func (a *app) printPage(p *page) error {
	if _, err := fmt.Fprint(a.stdout, printable(p.b.String())); err != nil {
		return failWrite(err, "stdout")
	}
	return nil
}
