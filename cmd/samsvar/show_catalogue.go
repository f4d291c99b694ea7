package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

var brokenCatalogues = text{nb: "katalogene har feil", en: "the catalogues are wrong"}

// soundCatalogues are the catalogues of a library. It gives up, with the problems
// on stderr, when one of them is wrong.
func (a *app) soundCatalogues(lib *library) ([]*clauses.Catalogue, error) {
	var problems []report.Problem
	for _, p := range lib.Library().CheckCatalogues() {
		if p.Severity() == report.Error && !strings.HasPrefix(p.Rule, "covers-") { // which is about clauses
			problems = append(problems, p)
		}
	}
	if len(problems) > 0 {
		a.explain(inFolder("clauses", problems), nil, lib)
		return nil, fail(exitRefused, brokenCatalogues).withHint(lintIt)
	}
	return lib.Library().Catalogues(), nil
}

// inFolder gives problems of a part of the library its folder.
func inFolder(dir string, problems []report.Problem) []report.Problem {
	for i := range problems {
		problems[i].Pos.File = dir + "/" + problems[i].Pos.File
	}
	return problems
}

func (a *app) listCatalogues(lib *library) error {
	catalogues, err := a.soundCatalogues(lib)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, c := range catalogues {
		rows = append(rows, []string{c.ID, strconv.Itoa(len(c.Rows)), c.Name(doc.Language(a.language))})
	}
	return a.table(rows)
}

// showCatalogue shows where a catalogue comes from and its rows by group.
func (l *library) showCatalogue(c *clauses.Catalogue, language string) *page {
	lang := doc.Language(language)
	p := &page{}
	p.fact("catalogue", c.ID)
	p.fact("title", c.Name(lang))
	p.fact("publisher", c.Publisher)
	p.fact("source", c.Source)
	p.fact("edition", c.Edition)
	p.fact("checked", c.Checked)
	p.fact("licence", c.Licence)
	p.fact("documents", strings.Join(c.Documents, ", "))
	p.fact("rows", strconv.Itoa(len(c.Rows)))
	p.fact("note", c.NoteIn(lang))
	p.fact("file", "clauses/"+c.File)
	if c.Overridden {
		p.fact("library", l.dir)
	}
	id, documents := 0, 0
	for _, d := range c.Rows {
		id, documents = max(id, len(ownID(&d))), max(documents, len(concerns(&d)))
	}
	group := ""
	for _, d := range c.Rows {
		if d.Group != group {
			group = d.Group
			p.head(group + ": " + c.GroupName(group, lang))
		}
		line := fmt.Sprintf("%-*s  %-*s  %s", id, ownID(&d), documents, concerns(&d), d.Words(lang))
		if !d.Confirmed() {
			line += " [" + d.Confidence + "]"
		}
		p.line(line)
	}
	return p
}

// showDemand shows a demand in full, and the clauses that meet it.
func (l *library) showDemand(d *clauses.Demand, languages []string) *page {
	p := &page{}
	p.fact("demand", d.ID)
	id, _, _ := strings.Cut(d.ID, ":")
	group := d.Group
	if c, ok := l.Library().Catalogue(id); ok && len(languages) > 0 {
		lang := doc.Language(languages[0])
		id += ": " + c.Name(lang)
		group += ": " + c.GroupName(d.Group, lang)
	}
	p.fact("catalogue", id)
	p.fact("group", group)
	p.fact("kind", d.Kind)
	p.fact("documents", concerns(d))
	p.fact("addressee", d.Addressee)
	p.fact("phase", d.Phase)
	p.fact("source", d.Source)
	p.fact("confidence", d.Confidence)
	p.fact("checked", d.Checked)
	p.fact("note", d.Note)
	name := "covered by"
	for _, line := range l.covering(d.ID) {
		fmt.Fprintf(&p.b, "%-12s %s\n", name, line)
		name = ""
	}
	p.fact("file", fmt.Sprintf("clauses/%s:%d", d.Pos.File, d.Pos.Line))
	for _, lang := range languages {
		if s := d.Text[doc.Language(lang)]; s != "" {
			p.head(lang)
			p.line(s)
		}
	}
	return p
}

// covering are the clauses that meet a demand with their paragraphs, and the tables
// of document types.
func (l *library) covering(demand string) []string {
	var out []string
	for _, c := range l.Library().Covering(demand) {
		out = append(out, c.ID+": "+strings.Join(c.Covers[demand], ", "))
	}
	for _, t := range l.Templates().Templates() {
		if tables := t.TablesCovering(demand); len(tables) > 0 {
			out = append(out, t.ID+": "+strings.Join(tables, ", "))
		}
	}
	return out
}

// ownID is the id of a demand in its catalogue.
func ownID(d *clauses.Demand) string {
	_, id, _ := strings.Cut(d.ID, ":")
	return id
}

// concerns are the documents that a demand is about, as its file has them.
func concerns(d *clauses.Demand) string {
	if len(d.Documents) == 0 {
		return "none"
	}
	return strings.Join(d.Documents, "+")
}

// demandCompletions are the catalogues, and the demands of the one whose name has
// been typed.
func (l *library) demandCompletions(start string, lang doc.Language) []string {
	var out []string
	for _, c := range l.Library().Catalogues() {
		if !strings.HasPrefix(start, c.ID+":") {
			out = append(out, c.ID+"\t"+c.Name(lang))
			continue
		}
		for _, d := range c.Rows {
			out = append(out, d.ID+"\t"+d.Words(lang))
		}
	}
	return out
}
