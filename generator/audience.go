package generator

import (
	"slices"

	"github.com/samsvar/samsvar/templates"
)

// internal is the audience of what stays with those who work on the case.
const internal = "internal"

// receives says which documents may be sent to whom, by the audience of the
// document type. Those who sign and those who deliver see the same; an authority
// sees what has left the house; the public sees what was made for it.
var receives = map[string][]string{
	internal:    {internal, "supplier", "signatory", "authority", "public"},
	"authority": {"supplier", "signatory", "authority", "public"},
	"signatory": {"supplier", "signatory", "public"},
	"supplier":  {"supplier", "signatory", "public"},
	"public":    {"public"},
}

// Audiences lists whom documents can be made for, from the narrowest circle to the
// widest.
func Audiences() []string { return []string{internal, "authority", "signatory", "supplier", "public"} }

// MaySee reports whether a document of a type with this audience may be sent to an
// audience. An empty audience is that of the one who asks.
func MaySee(audience, document string) bool {
	return audience == "" || slices.Contains(receives[audience], document)
}

// admit checks what a request asks for against its audience, before anything is
// made. The documents that are named must all be admitted.
func (g *Generator) admit(r Request) error {
	if r.Audience != "" && receives[r.Audience] == nil {
		return &RefusedError{UnknownAudience, r.Audience, Audiences()}
	}
	if r.Notes && r.stage() != Draft {
		return &RefusedError{Reason: NotesInFinal}
	}
	if r.Notes && !MaySee(r.Audience, internal) {
		return &RefusedError{NotesOutside, r.Audience, []string{internal}}
	}
	var may []string
	for _, t := range g.set.Templates() {
		if MaySee(r.Audience, t.Audience) {
			may = append(may, t.ID)
		}
	}
	for _, id := range r.Documents {
		if _, ok := g.set.Template(id); ok && !slices.Contains(may, id) {
			return &RefusedError{NotForAudience, id, may}
		}
	}
	return nil
}

// admitted are the document types that may be sent to an audience.
func admitted(types []*templates.Template, audience string) []*templates.Template {
	return slices.DeleteFunc(types, func(t *templates.Template) bool { return !MaySee(audience, t.Audience) })
}
