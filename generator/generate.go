package generator

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// Request says what to make. Only Case is needed.
type Request struct {
	Case *model.Case
	// Documents are document types; none means the set that the case calls for.
	Documents []string
	// Languages; none means the language of the case.
	Languages []doc.Language
	// Formats of Formats(); none means docx.
	Formats []string
	// Style is the customer's own Word file with styles and letterhead.
	Style *docx.Reference
	// Stage is what the documents are made for; the zero value is a draft.
	Stage Stage
	// Final is the same as the Stage of that name, and goes before it.
	Final bool
	// WithCoverage adds a table at the end that shows where each demand is met.
	WithCoverage bool
}

// Output is one file.
type Output struct {
	Document string
	Language doc.Language
	Format   string
	// Name is the file's name: dpa.docx, or dpa.nn.docx where there are several
	// languages.
	Name string
	Data []byte
}

// RefusedError says why nothing was made. The report has the details.
type RefusedError struct {
	Reason Reason
	// Detail names what the caller asked for that there is not, such as a
	// document type; Known lists what there is.
	Detail string
	Known  []string
}

// Reason of a refusal.
type Reason string

// The reasons. Invalid: the case has problems of form. NotFinal, NotTender: a final
// version or one for a tender was asked for and something is wrong or open. The
// others are about the request.
const (
	Invalid         Reason = "invalid"
	NotFinal        Reason = "not-final"
	NotTender       Reason = "not-tender"
	UnknownDocument Reason = "unknown-document"
	UnknownFormat   Reason = "unknown-format"
	NoLanguage      Reason = "no-language"
	NothingToMake   Reason = "nothing-to-make"
)

func (e *RefusedError) Error() string {
	if e.Detail == "" {
		return "refused: " + string(e.Reason)
	}
	return fmt.Sprintf("refused: %s: %s", e.Reason, e.Detail)
}

// Generate makes documents. It returns all of them or none: the error is
// *RefusedError when the case or the request is at fault. The report is never nil
// when the request has a case.
func (g *Generator) Generate(r Request) ([]Output, *report.Report, error) {
	if r.Case == nil {
		return nil, nil, errors.New("generate: no case")
	}
	if len(r.Formats) == 0 {
		r.Formats = []string{"docx"}
	}
	for _, f := range r.Formats {
		if formats[f] == nil {
			return nil, &report.Report{}, &RefusedError{UnknownFormat, f, Formats()}
		}
	}
	made, rep, err := g.check(r.Case, r.Documents, r.Languages, r.stage())
	if err != nil {
		return nil, rep, err
	}
	if reason := r.stage().refusal(rep.Complete()); reason != "" {
		return nil, rep, &RefusedError{Reason: reason}
	}
	if len(made) == 0 {
		return nil, rep, &RefusedError{Reason: NothingToMake}
	}
	severalLanguages := slices.ContainsFunc(made, func(m assembled) bool { return m.language != made[0].language })
	var out []Output
	for _, m := range made {
		if r.WithCoverage {
			m.addCoverage(m.document)
		}
		for _, f := range r.Formats {
			var b bytes.Buffer
			if err := formats[f](&b, m.document, r); err != nil {
				return nil, rep, fmt.Errorf("%s as %s: %w", m.t.ID, f, err)
			}
			name := m.t.ID
			if severalLanguages {
				name += "." + string(m.language)
			}
			out = append(out, Output{m.t.ID, m.language, f, name + "." + f, b.Bytes()})
		}
	}
	return out, rep, nil
}

// Check finds what is invalid, wrong or open for document types; none means the
// set that the case calls for. The error is *RefusedError when a document type or
// a language does not exist; an invalid case is no error here.
func (g *Generator) Check(c *model.Case, documents ...string) (*report.Report, error) {
	_, rep, err := g.check(c, documents, nil, Draft)
	var refused *RefusedError
	if errors.As(err, &refused) && refused.Reason == Invalid {
		err = nil
	}
	return rep, err
}

// Tree makes the document tree of one document type, for those who write it in a
// format of their own.
func (g *Generator) Tree(c *model.Case, document string, l doc.Language) (*doc.Document, *report.Report, error) {
	made, rep, err := g.check(c, []string{document}, []doc.Language{l}, Draft)
	if err != nil {
		return nil, rep, err
	}
	return made[0].document, rep, nil
}

// assembled is one document in one language.
type assembled struct {
	*assembly
	document *doc.Document
}

// check assembles documents and reports on them.
func (g *Generator) check(c *model.Case, documents []string, languages []doc.Language, stage Stage) ([]assembled, *report.Report, error) {
	if c == nil {
		return nil, &report.Report{}, errors.New("generate: no case")
	}
	c = c.With(g.set.Documents())                                 // also one that was made in Go
	rep := &report.Report{Overridden: slices.Clone(g.overridden)} // a report sorts its own
	found := g.input(c)
	invalid := slices.ContainsFunc(found, func(p report.Problem) bool { return p.Severity() == report.Error })
	if !invalid {
		found = append(found, g.rules(c)...)
	}
	found, silenced, wrong := lower(c, notDue(c, found), !invalid)
	rep.Silenced = silenced
	rep.Add(found...)
	rep.Add(wrong...)
	rep.Add(g.warnings...)
	defer rep.Sort()
	chosen, err := g.choose(c, documents)
	if err != nil {
		return nil, rep, err
	}
	for _, t := range chosen {
		rep.Documents = append(rep.Documents, t.ID)
	}
	if invalid {
		for _, t := range chosen {
			rep.Open = append(rep.Open, g.openBySchema(c, t)...)
		}
		return nil, rep, &RefusedError{Reason: Invalid}
	}
	if languages, err = g.inLanguages(c, languages); err != nil {
		return nil, rep, err
	}
	made := making{stage: stage, reasoned: rep.Reasoned()}
	var out []assembled
	for _, t := range chosen {
		for i, l := range languages {
			d, a, err := g.assemble(c, t, l, made)
			if err != nil {
				return nil, rep, err
			}
			rep.Add(a.problems...)
			if i == 0 {
				rep.Open = append(rep.Open, a.opens.list...)
			}
			if slices.ContainsFunc(a.problems, func(p report.Problem) bool { return p.Rule == "text-missing" }) {
				return nil, rep, &RefusedError{NoLanguage, string(l), languageNames(g.languages)}
			}
			out = append(out, assembled{a, d})
		}
	}
	return out, rep, nil
}

// input is what is wrong with the form of the case, whoever made it.
func (g *Generator) input(c *model.Case) []report.Problem {
	return slices.Concat(c.Source().Problems(), c.Validate())
}

// choose finds the document types.
func (g *Generator) choose(c *model.Case, ids []string) ([]*templates.Template, error) {
	var out []*templates.Template
	if len(ids) == 0 {
		view := c.View()
		for _, t := range g.set.Templates() {
			if t.Wanted(view) {
				out = append(out, t)
			}
		}
		return out, nil
	}
	for _, id := range ids {
		t, ok := g.set.Template(id)
		if !ok {
			var known []string
			for _, t := range g.set.Templates() {
				known = append(known, t.ID)
			}
			return nil, &RefusedError{UnknownDocument, id, known}
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out, nil
}

// inLanguages finds the languages to write in.
func (g *Generator) inLanguages(c *model.Case, languages []doc.Language) ([]doc.Language, error) {
	if len(languages) == 0 {
		languages = []doc.Language{doc.Language(c.Language)}
		if c.Language == "" { // an open point of its own
			languages = g.languages[:1]
		}
	}
	var out []doc.Language
	for _, l := range languages {
		if !slices.Contains(g.languages, l) {
			return nil, &RefusedError{NoLanguage, string(l), languageNames(g.languages)}
		}
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out, nil
}

func languageNames(languages []doc.Language) []string {
	out := make([]string, len(languages))
	for i, l := range languages {
		out[i] = string(l)
	}
	return out
}

// openBySchema lists the open points of a case that cannot be assembled.
func (g *Generator) openBySchema(c *model.Case, t *templates.Template) []report.Open {
	l := doc.Bokmal
	if c.Language != "" {
		l = doc.Language(strings.ToLower(c.Language))
	}
	o := newOpenPoints(c, t.ID, l, g.set, making{})
	o.finish(&doc.Document{})
	return o.list
}
