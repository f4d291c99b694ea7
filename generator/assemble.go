package generator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/templates"
)

// assembly is the making of one document in one language.
type assembly struct {
	g        *Generator
	c        *model.Case
	t        *templates.Template
	language doc.Language
	edition  edition // what the document is part of
	filler   *clauses.Filler
	words    *clauses.Words
	opens    *openPoints
	problems []report.Problem
	checked  []string                // dates on which the texts used were held against the law
	homes    map[string]string       // table id → id of the section it stands in
	body     bool                    // the first numbered clause has been placed
	left     map[string]clauses.Left // what is left out: a clause, a paragraph, a table, a column or row → why
	parts    map[string][]string     // column or row of a table → what is open in it
	points   map[string][]string     // paragraph → tables that it refers to
	lists    []doc.List              // what the columns of sheets choose from
	grids    []doc.Grid              // what their formulas look up
	sheet    bool                    // the entries of a sheet are being filled
	elements map[string][]string     // table → paths of the elements of its rows
	assessed *risk.Register          // of the risk part
	previous *model.Case             // nil: no changes are told
}

// assemble makes the tree of a document in one language of an edition; first is
// the assembly of the left language when it is the right one. The problems of the
// assembly are findings about what came out, such as a reference to a clause that is
// not in the document.
func (g *Generator) assemble(c *model.Case, t *templates.Template, l doc.Language, e edition, first *assembly, made making) (*doc.Document, *assembly, error) {
	view := c.View()
	a := &assembly{g: g, c: c, t: t, language: l, edition: e, homes: map[string]string{}, left: map[string]clauses.Left{}, parts: map[string][]string{}, elements: map[string][]string{}, previous: made.previous}
	if t.Audience != internal {
		made.reasoned = slices.DeleteFunc(slices.Clone(made.reasoned), ofRisk)
	}
	a.opens = newOpenPoints(c, t.ID, l, g.set, made)
	if first != nil {
		a.opens.first = first.opens
	}
	a.words = g.library.Words(view, namesOf(c.Resolved()).name)
	a.filler = &clauses.Filler{
		Context: &expr.Context{Root: view, Dot: view, Language: l, Beside: [2]doc.Language{e.Left, e.Right}, Words: &lawWatch{a.words, a}},
		Open:    a.opens.at,
		Left:    a.leaveOut,
	}
	d := &doc.Document{ID: t.ID, Language: l, Labels: a.labels()}
	if err := a.choices(); err != nil {
		return nil, nil, err
	}
	blocks, err := a.outline(t.Outline, doc.Clause)
	d.Lists, d.Grids = a.lists, a.grids
	if err != nil {
		return nil, nil, err
	}
	if t.Cover != nil {
		cover, err := a.cover(t.Cover)
		if err != nil {
			return nil, nil, err
		}
		blocks = append([]doc.Block{cover}, blocks...)
	}
	d.Blocks = blocks
	if err := a.properties(d); err != nil {
		return nil, nil, err
	}
	a.opens.finish(d)
	a.points = pointers(d)
	a.number(d)
	a.opens.places(d)
	return d, a, nil
}

// ofRisk: a finding about the risk assessment, which stays in the house.
func ofRisk(p report.Problem) bool { return p.Path == "risk" || strings.HasPrefix(p.Path, "risk.") }

func (a *assembly) word(key string, pairs ...string) string {
	return a.g.set.Word(key, a.language, pairs...)
}

func (a *assembly) labels() doc.Labels {
	return doc.Labels{
		Annex: a.word("annex"), Clause: a.word("clause"), Table: a.word("table"), TableRef: a.word("tableRef"), Footnotes: a.word("footnotes"),
		Entry: doc.EntryLabels{Title: a.word("entryTitle"), Choice: a.word("entryChoice"), Number: a.word("entryNumber"), Date: a.word("entryDate")},
	}
}

// outline fills the entries of an outline, in a number series.
func (a *assembly) outline(items []templates.Item, scheme doc.Scheme) ([]doc.Block, error) {
	var out []doc.Block
	for _, item := range items {
		yes, open, err := a.filler.True(item.When)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", a.t.File, item.Line, err)
		}
		if open == nil && !yes {
			a.leave(item, clauses.Left{Condition: item.When.Source})
			continue
		}
		b, err := a.item(item, scheme, open)
		if err != nil {
			return nil, err
		}
		out = append(out, b...)
	}
	return out, nil
}

func (a *assembly) item(item templates.Item, scheme doc.Scheme, open *doc.Open) ([]doc.Block, error) {
	switch {
	case item.OpenPoints:
		return []doc.Block{a.opens.section()}, nil
	case item.TOC > 0:
		return []doc.Block{&doc.TOC{Title: a.word("toc"), Depth: item.TOC}}, nil
	case item.Clause != "":
		if item.Unnumbered {
			scheme = doc.Unnumbered
		}
		s, err := a.clause(item, scheme, open)
		if err != nil || s == nil {
			return nil, err
		}
		for _, name := range item.Tables {
			b, err := a.table(a.t.Tables[name])
			if err != nil {
				return nil, fmt.Errorf("%s: table %s: %w", a.t.File, name, err)
			}
			a.homes["table:"+name] = s.ID
			introduce(s.Blocks, b)
			s.Blocks = append(s.Blocks, b...)
		}
		return []doc.Block{s}, nil
	case item.Signatures != "":
		b, err := a.signatures(a.t.Signatures[item.Signatures])
		return []doc.Block{b}, err
	case item.Sheet != nil:
		s, err := a.sheetOf(item.Sheet)
		return []doc.Block{s}, err
	case item.Table != "":
		b, err := a.table(a.t.Tables[item.Table])
		if err != nil {
			return nil, fmt.Errorf("%s: table %s: %w", a.t.File, item.Table, err)
		}
		return b, nil
	case item.Annex != nil:
		title, err := a.line(item.Annex.Title)
		if err != nil {
			return nil, err
		}
		s := &doc.Section{ID: item.Annex.ID, Scheme: doc.Annex, Level: 1, Title: title, Break: true, Landscape: item.Annex.Landscape}
		s.Blocks, err = a.outline(item.Annex.Outline, doc.Annex)
		return []doc.Block{s}, err
	}
	return nil, nil
}

// introduce keeps the sentence before a table, or before the sentence that stands in
// its stead, on its page, when it is of the clause's own text and not one that stands
// for another table.
func introduce(before, table []doc.Block) {
	if len(before) == 0 || len(table) == 0 {
		return
	}
	p, ok := before[len(before)-1].(*doc.Paragraph)
	if ok && p.ID != "" {
		p.KeepNext = true
	}
}

// clause fills the clause of an entry: nil when its condition does not hold.
func (a *assembly) clause(item templates.Item, scheme doc.Scheme, open *doc.Open) (*doc.Section, error) {
	id, condition := item.Clause, item.When
	c, ok := a.g.library.Clause(id)
	if !ok {
		return nil, fmt.Errorf("%s: clause %s is not in the library", a.t.File, id)
	}
	if open == nil {
		yes, missing, err := a.filler.True(c.When)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.File, err)
		}
		condition = c.When
		if open = missing; open == nil && !yes {
			a.leave(item, clauses.Left{Condition: c.When.Source})
			return nil, nil
		}
	}
	alternative := a.chosen(c)
	text, ok := c.Text(alternative, a.language)
	if !ok {
		a.problems = append(a.problems, inFolder("clauses", []report.Problem{a.g.library.MissingText(c, alternative, a.language)})...)
		return nil, nil
	}
	a.checked = append(a.checked, c.Checked)
	s, err := a.filler.Section(c, text, scheme)
	if err != nil {
		return nil, err
	}
	if open != nil {
		// Whether the clause applies is not known: its heading and what is missing.
		a.left[id] = clauses.Left{Condition: condition.Source, Open: open.Path}
		s.Blocks = []doc.Block{&doc.Paragraph{Scheme: scheme, Level: 2, Inlines: []doc.Inline{open}}}
	}
	if a.sheet {
		s.Level = 2
	}
	if item.Prose {
		for _, b := range s.Blocks {
			if p, ok := b.(*doc.Paragraph); ok && p.Level == 2 {
				p.Scheme = doc.Annex // in which paragraphs have no number
				p.KeepNext = p.KeepNext || allBold(p.Inlines)
			}
		}
	}
	if scheme == doc.Unnumbered {
		for _, b := range s.Blocks {
			if p, ok := b.(*doc.Paragraph); ok && p.Level == 2 {
				p.Level = 0 // stands at the margin, as there is no number to hang
			}
		}
	}
	if scheme == doc.Clause && !a.body {
		a.body, s.Break = true, true
	}
	return s, nil
}

// allBold tells whether a paragraph heads those after it.
func allBold(in []doc.Inline) bool {
	for _, i := range in {
		if t, ok := i.(*doc.Text); !ok || !t.Bold && strings.TrimSpace(t.S) != "" {
			return false
		}
	}
	return len(in) > 0
}

// chosen is the alternative that the case has picked.
func (a *assembly) chosen(c *clauses.Clause) string {
	if a.c.Agreement == nil {
		return ""
	}
	choice, ok := a.c.Agreement.Choices[c.ID]
	if !ok || !c.HasAlternative(choice.Alternative) {
		return "" // an unknown alternative is a finding of the rules
	}
	return choice.Alternative
}

func (a *assembly) line(l templates.Lines) ([]doc.Inline, error) {
	return a.filler.Line(l[a.language])
}

// plain fills a line for a place that holds only text.
func (a *assembly) plain(f *clauses.Filler, l templates.Lines) (string, error) {
	in, err := f.Line(l[a.language])
	return doc.Plain(in), err
}

// properties fills in what is about the document as a whole.
func (a *assembly) properties(d *doc.Document) error {
	title, err := a.plain(a.filler, a.t.Title)
	if a.t.Cover != nil && a.t.Cover.Title != nil { // which can be of the case, as when only annexes are made
		title, err = a.plain(a.filler, a.t.Cover.Title)
	}
	if err != nil {
		return err
	}
	subject, err := a.plain(a.filler, a.t.Subject)
	if err != nil {
		return err
	}
	d.Title = title
	if subject != "" {
		d.Title += " – " + subject
	}
	d.Meta = doc.Meta{Subject: subject, CaseID: a.c.ID, Date: string(a.c.Date), Generator: "samsvar"}
	if len(a.c.Controllers) > 0 {
		d.Meta.Creator = a.c.Controllers[0].Name
	}
	if a.c.Version != nil {
		d.Meta.Version = a.c.Version.No
	}
	mark := ""
	if a.t.Audience == internal {
		mark = a.word("internal")
	}
	left := title
	if a.c.ID != "" && a.opens.first == nil { // beside the first language it stands there
		left += " · " + a.c.ID
	}
	d.Running = doc.Running{Left: doc.T(left), Right: a.marked(mark), Footer: a.footer()}
	return nil
}

// exemption is the classification in the header: only what a person has confirmed.
func (a *assembly) exemption() string {
	o, ok := a.c.Openness[a.t.ID]
	if !ok || o.Exempt == "" || o.Exempt == "none" || o.ConfirmedBy == "" {
		return ""
	}
	return a.word("exempt", "exempt", o.Exempt)
}

// footer is "Side {page} av {pages}" with fields.
func (a *assembly) footer() []doc.Inline {
	before, rest, _ := strings.Cut(a.word("page"), "{page}")
	between, after, _ := strings.Cut(rest, "{pages}")
	out := append(doc.T(before), &doc.PageNumber{})
	out = append(append(out, doc.T(between)...), &doc.PageCount{})
	return append(out, doc.T(after)...)
}

// lawWatch notes which provisions a document cites, for the state of the law.
type lawWatch struct {
	expr.Words
	a *assembly
}

func (w *lawWatch) Law(id string, l doc.Language) (string, bool) {
	if law, ok := w.a.g.library.Law(id); ok {
		w.a.checked = append(w.a.checked, law.Checked)
	}
	return w.Words.Law(id, l)
}

// lawState is the date to which all law in the document is known to be right: the
// earliest of the dates on which its texts and provisions were checked.
func (a *assembly) lawState() string {
	state := ""
	for _, day := range a.checked {
		if day != "" && (state == "" || day < state) {
			state = day
		}
	}
	return state
}
