package main

import (
	"github.com/samsvar/samsvar/generator"
)

var (
	helpAudience = text{
		nb: "lag bare det som kan sendes til `HVEM`: internal, authority, signatory, supplier eller public (ellers alt saken kaller på)",
		en: "make only what may be sent to `WHOM`: internal, authority, signatory, supplier or public (otherwise all that the case calls for)",
	}
	helpNotes = text{
		nb: "ta med merknader til den som forhandler, som kommentarer i Word; bare til internt bruk",
		en: "add drafting notes for the one who negotiates, as comments in Word; for internal use only",
	}

	notForAudience = text{nb: "%s kan ikke sendes til %s, og ingenting er skrevet", en: "%s may not be sent to %s, and nothing was written"}
	mayBeSent      = text{nb: "det som kan sendes dit, er: %s", en: "what may be sent there: %s"}
	noneMayBeSent  = text{nb: "ingen av dokumentene som %s kaller på, kan sendes til %s", en: "none of the documents that %s calls for may be sent to %s"}
	notesFinal     = text{nb: "merknader hører bare hjemme i et utkast, og ingenting er skrevet", en: "drafting notes belong in a draft only, and nothing was written"}
	withoutFinal   = text{nb: "bruk --notes uten --final og --tender", en: "use --notes without --final and --tender"}
	notesInternal  = text{nb: "merknader er interne og kan ikke sendes til %s; ingenting er skrevet", en: "drafting notes are internal and may not be sent to %s; nothing was written"}
	withoutNotes   = text{nb: "bruk --audience uten --notes", en: "use --audience without --notes"}

	internalFiles = text{nb: "internt, skal ikke sendes ut: %s", en: "internal, not to be sent out: %s"}
	chooseForThem = text{nb: "--audience supplier lager bare det en leverandør kan få", en: "--audience supplier makes only what a supplier may have"}
)

// refusedAudience says why what was asked for may not be sent.
func refusedAudience(r *generator.RefusedError, o *generateFlags) error {
	switch r.Reason {
	case generator.NotesInFinal:
		return fail(exitRefused, notesFinal).withHint(withoutFinal)
	case generator.NotesOutside:
		return fail(exitRefused, notesInternal, o.audience.one()).withHint(withoutNotes)
	}
	f := fail(exitRefused, notForAudience, r.Detail, o.audience.one())
	if len(r.Known) > 0 {
		f = f.withHint(mayBeSent, joined(r.Known))
	}
	return f
}

// nothingToMake: the case calls for no document, or for none that may be sent.
func nothingToMake(name string, lib *library, o *generateFlags) error {
	if to := o.audience.one(); to != "" {
		f := fail(exitRefused, noneMayBeSent, name, to)
		if ids := lib.documentsFor(to); len(ids) > 0 {
			f = f.withHint(mayBeSent, joined(ids))
		}
		return f
	}
	return fail(exitRefused, noDocuments, name).withHint(nameDocuments, joined(lib.Templates().IDs()))
}

// documentsFor are the document types that may be sent to an audience.
func (l *library) documentsFor(audience string) []string {
	var out []string
	for _, t := range l.Templates().Templates() {
		if generator.MaySee(audience, t.Audience) {
			out = append(out, t.ID)
		}
	}
	return out
}

// warnInternal names the files that must stay in the house.
func (a *app) warnInternal(files []string, o *generateFlags) {
	if len(files) == 0 {
		return
	}
	for i := range files {
		files[i] = printable(files[i])
	}
	a.complain(a.say(internalFiles, joined(files)))
	if o.whole && !o.audience.set && !bool(o.notes) {
		a.complain("  hint: " + a.say(chooseForThem))
	}
}
