package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

// showClause shows where a clause comes from, what it is for, and its text as its
// author wrote it. The words are those of the clause's file.
func (l *library) showClause(c *clauses.Clause, languages []string) *page {
	p := &page{}
	p.fact("clause", c.ID)
	p.fact("version", c.Version)
	p.fact("licence", c.Licence)
	p.fact("source", c.Origin)
	p.fact("checked", c.Checked)
	for i, id := range c.Law {
		name := ""
		if i == 0 {
			name = "law"
		}
		line := id
		if law, ok := l.Library().Law(id); ok && len(languages) > 0 {
			line += ": " + law.Citation(doc.Language(languages[0]))
		}
		fmt.Fprintf(&p.b, "%-12s %s\n", name, line)
	}
	for i, demand := range slices.Sorted(maps.Keys(c.Covers)) {
		name := ""
		if i == 0 {
			name = "covers"
		}
		fmt.Fprintf(&p.b, "%-12s %s: %s\n", name, demand, strings.Join(c.Covers[demand], ", "))
	}
	if c.When != nil {
		p.fact("when", c.When.Source)
	}
	p.fact("used by", strings.Join(l.users(c.ID), ", "))
	p.fact("file", "clauses/"+c.File)
	if c.Overridden {
		p.fact("library", l.dir)
	}
	l.clausePositions(p, c, languages)
	l.clauseTexts(p, c, "", languages)
	for _, alternative := range c.Alternatives {
		l.clauseTexts(p, c, alternative.ID, languages)
	}
	return p
}

// clausePositions shows what there is to choose, and the drafting notes, in the
// words that a case which says nothing gets.
func (l *library) clausePositions(p *page, c *clauses.Clause, languages []string) {
	if len(languages) == 0 {
		return
	}
	language := doc.Language(languages[0])
	words := l.Library().Words(map[string]any{}, nil)
	for _, a := range c.Positions() {
		position, _ := words.Position(c, a.ID, language)
		name := path.Base(strings.TrimSuffix(c.File, ".yaml"))
		if a.ID != "" {
			name += "@" + a.ID
		}
		p.head(name + ": " + a.Rank + ", favours " + a.Favours + ": " + position.Title)
		p.line(position.Rationale)
	}
	if notes := words.Notes(c, language); len(notes) > 0 {
		p.head("notes")
		p.line(strings.Join(notes, "\n\n"))
	}
}

// clauseTexts shows the files with the text of an alternative.
func (l *library) clauseTexts(p *page, c *clauses.Clause, alternative string, languages []string) {
	base := strings.TrimSuffix(c.File, ".yaml")
	if alternative != "" {
		base += "@" + alternative
	}
	for _, lang := range languages {
		if _, ok := c.Text(alternative, doc.Language(lang)); !ok {
			continue
		}
		name := lang
		if alternative != "" {
			name += ", " + alternative
		}
		p.head(name)
		p.line(strings.TrimSpace(string(l.read("clauses/" + base + "." + lang + ".md"))))
	}
}

// users are the document types whose outline has a clause.
func (l *library) users(clause string) []string {
	var has func(items []templates.Item) bool
	has = func(items []templates.Item) bool {
		return slices.ContainsFunc(items, func(i templates.Item) bool {
			return i.Clause == clause || has(i.Inner())
		})
	}
	var out []string
	for _, t := range l.Templates().Templates() {
		if has(t.Outline) {
			out = append(out, t.ID)
		}
	}
	return out
}
