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
	// Languages to make a file in each; none means the language of the case.
	Languages []doc.Language
	// Beside are pairs of languages, each set side by side in one file. With pairs
	// and no Languages there are no files in one language.
	Beside []Pair
	// Formats of Formats(); none means docx for documents and xlsx for workbooks. What
	// cannot be written in any of them is left out, unless it was named.
	Formats []string
	// Parties are the ids of those parties whose documents are wanted, of document
	// types that are made for each party; none means all.
	Parties []string
	// StandardText is the file that is the body of the document, when the case
	// says that the body is a standard's own text. A house library can have it
	// instead (standards/<id>.<extension>).
	StandardText *StandardFile
	// Style is the customer's own Word file with styles and letterhead; that of the
	// house library where nil.
	Style *docx.Reference
	// Stage is what the documents are made for; the zero value is a draft.
	Stage Stage
	// Final is the same as the Stage of that name, and goes before it.
	Final bool
	// WithCoverage adds a table at the end that shows where each demand is met.
	WithCoverage bool
	// Audience of Audiences() is who the files will be sent to: only document types
	// that may be are made. None is the one who asks, who may see all.
	Audience string
	// Notes adds the drafting notes of the library, as comments in Word. Such an
	// edition is internal, is marked so, and has a name of its own.
	Notes bool
	// Previous is an earlier state of the case, which documents tell the changes from
	// (riskChanges in an expression).
	Previous *model.Case
}

// Output is one file.
type Output struct {
	Document string
	Language doc.Language
	Beside   doc.Language // the language in the right column, where there is one
	// Party is the id of the party whose document it is, where there is one for
	// each of several parties.
	Party  string
	Format string
	// Standard: the file is a standard's own text, unaltered, and has no language.
	Standard bool
	// Name is the file's name: dpa.docx, or dpa.oslo.nn.docx where there are several
	// parties and languages, dpa.nb-en.docx beside others for two languages in one;
	// dpa.notes.docx is an edition with drafting notes, and dpa.standard.pdf a
	// standard's own text.
	Name string
	// Internal files are not to be sent to others.
	Internal bool
	Data     []byte
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

// The reasons. Invalid: the case has problems of form, or two parties whose files
// would have the same name. NotFinal, NotTender: a final
// version or one for a tender was asked for and something is wrong or open.
// BadStandard: the body is to be a standard's own text, and the file with it is
// missing or not the right one; the report says what. NotForAudience: a document was
// named that may not be sent to the audience. NotesInFinal, NotesOutside: drafting
// notes belong in drafts and stay in the house. The others are about the request.
const (
	Invalid         Reason = "invalid"
	NotFinal        Reason = "not-final"
	NotTender       Reason = "not-tender"
	UnknownDocument Reason = "unknown-document"
	UnknownFormat   Reason = "unknown-format"
	NoLanguage      Reason = "no-language"
	NothingToMake   Reason = "nothing-to-make"
	SameLanguage    Reason = "same-language" // beside itself
	BadStandard     Reason = "bad-standard"
	UnusedStandard  Reason = "unused-standard" // a file that no document has use for
	UnknownParty    Reason = "unknown-party"
	NotPerParty     Reason = "not-per-party" // a party was named, and the document is one for all
	PartyWanted     Reason = "party-wanted"  // one document is wanted, and there is one for each party
	UnknownAudience Reason = "unknown-audience"
	NotForAudience  Reason = "not-for-audience"
	NotesInFinal    Reason = "notes-in-final"
	NotesOutside    Reason = "notes-outside"
	NotInFormat     Reason = "not-in-format" // a document was named that cannot be written in the formats; Known are its own
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
	for _, f := range r.Formats {
		if _, known := formats[f]; !known {
			return nil, &report.Report{}, &RefusedError{UnknownFormat, f, Formats()}
		}
	}
	made, rep, err := g.check(r)
	if err != nil {
		return nil, rep, err
	}
	made, err = written(made, r)
	if err != nil {
		return nil, rep, err
	}
	if inWord := func(m assembled) bool { return slices.Contains(formatsOf(m.t, r.Formats), "docx") }; r.Style == nil && g.style != nil && slices.ContainsFunc(made, inWord) {
		r.Style = g.style
		rep.Overridden = append(rep.Overridden, g.styleFile)
		rep.Sort()
	}
	if slices.ContainsFunc(made, func(m assembled) bool { return m.body != nil && len(m.body.problems) > 0 }) {
		return nil, rep, &RefusedError{Reason: BadStandard}
	}
	if reason := r.stage().refusal(rep.Complete()); reason != "" {
		return nil, rep, &RefusedError{Reason: reason}
	}
	if len(made) == 0 {
		return nil, rep, &RefusedError{Reason: NothingToMake}
	}
	var out []Output
	for i, m := range made {
		if r.WithCoverage {
			m.cover()
		}
		if r.Notes {
			m.addNotes()
		}
		for _, f := range formatsOf(m.t, r.Formats) {
			var b bytes.Buffer
			if err := formats[f].write(&b, m.document, r); err != nil {
				return nil, rep, fmt.Errorf("%s as %s: %w", m.t.ID, f, err)
			}
			id, language := m.t.ID, ""
			if r.Notes {
				id += ".notes"
			}
			if several(made, m) {
				language = m.edition.String()
			}
			out = append(out, Output{
				Document: m.t.ID, Language: m.edition.Left, Beside: m.edition.Right, Party: m.party, Format: f,
				Name: fileName(id, m.party, language, f), Data: b.Bytes(), Internal: r.Notes || m.t.Audience == internal,
			})
		}
		if last := i == len(made)-1 || made[i+1].t != m.t; last && m.body != nil {
			out = append(out, m.body.output(m.t.ID))
		}
	}
	return out, rep, nil
}

// Check finds what is invalid, wrong or open for document types; none means the
// set that the case calls for. The error is *RefusedError when a document type or
// a language does not exist; an invalid case is no error here.
func (g *Generator) Check(c *model.Case, documents ...string) (*report.Report, error) {
	return g.CheckRequest(Request{Case: c, Documents: documents})
}

// CheckRequest is Check of what a request would make, with its parties, its audience
// and its file with the text of a standard. A request that Generate would refuse
// whatever the case says is refused here too.
func (g *Generator) CheckRequest(r Request) (*report.Report, error) {
	_, rep, err := g.check(r)
	var refused *RefusedError
	if errors.As(err, &refused) && refused.Reason == Invalid {
		err = nil
	}
	return rep, err
}

// Tree makes the document tree of one document type, for those who write it in a
// format of their own. Where there is a document for each of several parties, a
// party must be named.
func (g *Generator) Tree(c *model.Case, document string, l doc.Language, party ...string) (*doc.Document, *report.Report, error) {
	made, rep, err := g.one(Request{Case: c, Documents: []string{document}, Languages: []doc.Language{l}, Parties: party})
	if err != nil {
		return nil, rep, err
	}
	return made.document, rep, nil
}

// one assembles just one document, in the first language.
func (g *Generator) one(r Request) (*assembled, *report.Report, error) {
	made, rep, err := g.check(r)
	if err != nil {
		return nil, rep, err
	}
	var parties []string
	for _, m := range made {
		if !slices.Contains(parties, m.party) {
			parties = append(parties, m.party)
		}
	}
	if len(parties) > 1 {
		return nil, rep, &RefusedError{PartyWanted, r.Documents[0], parties}
	}
	return &made[0], rep, nil
}

// assembled is one document in the languages of an edition.
type assembled struct {
	*assembly
	document *doc.Document
	second   *assembly // of the document beside it
	party    string    // id, where there are several
	body     *body     // nil: the document is ours
}

// check assembles documents and reports on them.
func (g *Generator) check(r Request) ([]assembled, *report.Report, error) {
	c := r.Case
	if c == nil {
		return nil, &report.Report{}, errors.New("generate: no case")
	}
	if err := g.admit(r); err != nil {
		return nil, &report.Report{}, err
	}
	c = c.With(g.set.Documents())                                 // also one that was made in Go
	rep := &report.Report{Overridden: slices.Clone(g.overridden)} // a report sorts its own
	found := g.input(c)
	invalid := report.HasError(found)
	if !invalid {
		found = append(found, g.rules(c)...)
	}
	found, silenced, wrong := lower(c, notDue(c, found), !invalid)
	rep.Silenced = silenced
	rep.Add(found...)
	rep.Add(wrong...)
	rep.Add(g.warnings...)
	rep.Assumed = assumed(c)
	defer rep.Sort()
	chosen, err := g.choose(c, r.Documents)
	if err != nil {
		return nil, rep, err
	}
	chosen = admitted(chosen, r.Audience)
	for _, t := range chosen {
		rep.Documents = append(rep.Documents, t.ID)
	}
	if invalid {
		for _, t := range chosen {
			rep.Open = append(rep.Open, g.openBySchema(c, t)...)
		}
		return nil, rep, &RefusedError{Reason: Invalid}
	}
	editions, err := g.editions(c, r.Languages, r.Beside)
	if err != nil {
		return nil, rep, err
	}
	made := making{stage: r.stage(), reasoned: rep.Reasoned(), previous: r.Previous}
	planned, err := g.plan(c, chosen, r)
	if err != nil {
		return nil, rep, err
	}
	var out []assembled
	for _, p := range planned {
		if rep.Add(p.problems...); len(p.problems) > 0 {
			return nil, rep, &RefusedError{Reason: Invalid}
		}
		if p.body != nil {
			rep.Add(p.body.problems...)
		}
		for _, own := range p.cases {
			told := map[string]bool{} // in another language
			for i, e := range editionsOf(p.t, editions) {
				m, missing, err := g.edition(own.c, p.t, e, made)
				if err != nil {
					return nil, rep, err
				}
				rep.Add(m.found(told)...)
				if i == 0 {
					rep.Open = addOpen(rep.Open, m.opens.list)
				}
				if missing != "" {
					return nil, rep, &RefusedError{NoLanguage, string(missing), languageNames(g.languages)}
				}
				m.party, m.body = own.id, p.body
				out = append(out, m)
			}
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
			return nil, &RefusedError{UnknownDocument, id, g.set.IDs()}
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
