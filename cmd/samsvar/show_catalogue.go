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
		rows = append(rows, []string{c.ID, c.Form, strconv.Itoa(c.Len()), c.Name(doc.Language(a.language))})
	}
	return a.table(rows)
}

// showCatalogue shows where a catalogue comes from and its rows by group.
func (l *library) showCatalogue(c *clauses.Catalogue, language string) *page {
	lang := doc.Language(language)
	p := &page{}
	p.fact("catalogue", c.ID)
	p.fact("form", c.Form)
	p.fact("title", c.Name(lang))
	p.fact("publisher", c.Publisher)
	p.fact("source", c.Source)
	p.fact("edition", c.Edition)
	p.fact("checked", c.Checked)
	p.fact("licence", c.Licence)
	p.fact("documents", strings.Join(c.Documents, ", "))
	p.fact("rows", strconv.Itoa(c.Len()))
	p.fact("note", c.NoteIn(lang))
	p.fact("file", "clauses/"+c.File)
	if c.Overridden {
		p.fact("library", l.dir)
	}
	l.rows(p, c, lang)
	return p
}

// row is what is shown of a row on one line.
type row struct{ group, id, about, words, confidence string }

// rows shows the rows of a catalogue, each group below its title.
func (l *library) rows(p *page, c *clauses.Catalogue, lang doc.Language) {
	var rows []row
	for _, d := range c.Rows {
		rows = append(rows, row{d.Group, ownID(d.ID), concerns(&d), d.Words(lang), d.Confidence})
	}
	for _, s := range c.Scenarios {
		rows = append(rows, row{s.Group, s.ID, s.Area, s.Name(lang), s.Confidence})
	}
	for _, m := range c.Measures {
		rows = append(rows, row{m.Group, m.ID, m.Type, m.Name(lang), m.Confidence})
	}
	id, about := 0, 0
	for _, r := range rows {
		id, about = max(id, len(r.id)), max(about, len(r.about))
	}
	group := ""
	for _, r := range rows {
		if r.group != group {
			group = r.group
			p.head(group + ": " + c.GroupName(group, lang))
		}
		line := fmt.Sprintf("%-*s  %-*s  %s", id, r.id, about, r.about, r.words)
		if r.confidence != "high" {
			line += " [" + r.confidence + "]"
		}
		p.line(line)
	}
}

// showDemand shows a demand in full, and the clauses that meet it.
func (l *library) showDemand(d *clauses.Demand, languages []string) *page {
	p := &page{}
	p.fact("demand", d.ID)
	catalogue, _, _ := strings.Cut(d.ID, ":")
	l.whereFrom(p, catalogue, d.Group, languages)
	p.fact("kind", d.Kind)
	p.fact("documents", concerns(d))
	p.fact("addressee", d.Addressee)
	p.fact("phase", d.Phase)
	p.fact("source", d.Source)
	p.fact("confidence", d.Confidence)
	p.fact("checked", d.Checked)
	p.fact("note", d.Note)
	p.facts("covered by", l.covering(d.ID))
	p.facts("answered by", l.answering(d.ID, first(languages)))
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

// whereFrom shows the catalogue and the group of a row.
func (l *library) whereFrom(p *page, catalogue, group string, languages []string) {
	if c, ok := l.Library().Catalogue(catalogue); ok && len(languages) > 0 {
		catalogue += ": " + c.Name(first(languages))
		group += ": " + c.GroupName(group, first(languages))
	}
	p.fact("catalogue", catalogue)
	p.fact("group", group)
}

// first is the language that names are shown in.
func first(languages []string) doc.Language {
	return doc.Language(strings.Join(languages[:min(1, len(languages))], ""))
}

// ownID is the id of a demand in its catalogue.
func ownID(id string) string {
	_, own, _ := strings.Cut(id, ":")
	return own
}

// concerns are the documents that a demand is about, as its file has them.
func concerns(d *clauses.Demand) string {
	if len(d.Documents) == 0 {
		return "none"
	}
	return strings.Join(d.Documents, "+")
}

// rowCompletions are the catalogues, the rows of the one whose name has been typed,
// and rows that a case names by their id alone, once some of it has been typed.
func (l *library) rowCompletions(start string, lang doc.Language) []string {
	var out []string
	for _, c := range l.Library().Catalogues() {
		if !strings.HasPrefix(start, c.ID+":") {
			out = append(out, c.ID+"\t"+c.Name(lang))
			continue
		}
		for _, d := range c.Rows {
			out = append(out, d.ID+"\t"+d.Words(lang))
		}
		for _, s := range c.Scenarios {
			out = append(out, c.ID+":"+s.ID+"\t"+s.Name(lang))
		}
		for _, m := range c.Measures {
			out = append(out, c.ID+":"+m.ID+"\t"+m.Name(lang))
		}
	}
	if start == "" {
		return out
	}
	for _, s := range l.Library().Scenarios() {
		out = append(out, s.ID+"\t"+s.Name(lang))
	}
	for _, m := range l.Library().Measures() {
		out = append(out, m.ID+"\t"+m.Name(lang))
	}
	return out
}
