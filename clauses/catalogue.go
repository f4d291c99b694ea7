package clauses

import (
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// Catalogue is a list from one source: the demands of a law, a guide or a report,
// or scenarios or measures.
type Catalogue struct {
	ID         string
	Form       string // Demands, Scenarios or Measures
	Title      map[doc.Language]string
	Publisher  string
	Source     string // where it can be read
	Edition    string
	Checked    string // YYYY-MM-DD: when the list was last held against the source
	Licence    string // SPDX, of the wording here
	Note       map[doc.Language]string
	Documents  []string // what its rows may concern
	Groups     []DemandGroup
	Rows       []Demand   // of the form Demands, in the order of the file
	Scenarios  []Scenario // of the form Scenarios
	Measures   []Measure  // of the form Measures
	File       string     // the YAML file
	Overridden bool       // a file of it comes from a house library

	reasons map[string]conditionReason // by canonical condition
}

// Len is the number of rows.
func (c *Catalogue) Len() int { return len(c.Rows) + len(c.Scenarios) + len(c.Measures) }

// Reasons lists the conditions that the catalogue has words for, in canonical form
// and sorted.
func (c *Catalogue) Reasons() []string { return slices.Sorted(maps.Keys(c.reasons)) }

// DemandGroup is a group of rows, such as normen-sky's DPA-SKY.
type DemandGroup struct {
	ID    string
	Title map[doc.Language]string
}

// Name is the title of the catalogue in a language.
func (c *Catalogue) Name(l doc.Language) string { return inLanguage(c.Title, l) }

// NoteIn is the note in a language.
func (c *Catalogue) NoteIn(l doc.Language) string { return inLanguage(c.Note, l) }

// GroupName is the title of a group in a language.
func (c *Catalogue) GroupName(group string, l doc.Language) string {
	for _, g := range c.Groups {
		if g.ID == group {
			return inLanguage(g.Title, l)
		}
	}
	return ""
}

func inLanguage(texts map[doc.Language]string, l doc.Language) string {
	order := []doc.Language{l, doc.Bokmal, doc.Nynorsk, doc.English}
	if l == doc.English {
		order = []doc.Language{doc.English, doc.Bokmal, doc.Nynorsk}
	}
	for _, try := range order {
		if s := texts[try]; s != "" {
			return s
		}
	}
	return ""
}

// Catalogues lists the catalogues, sorted by id. They are parsed at the first use
// of them. What is wrong in them is left out; CheckCatalogues tells it.
func (l *Library) Catalogues() []*Catalogue { return slices.Clone(l.catalogues.load().list) }

// Catalogue finds a catalogue by its id.
func (l *Library) Catalogue(id string) (*Catalogue, bool) {
	for _, c := range l.catalogues.load().list {
		if c.ID == id {
			return c, true
		}
	}
	return nil, false
}

// Group lists the demands of a group, named as catalogue:group, in the order of the
// catalogue; none where there is no such catalogue.
func (l *Library) Group(name string) (out []*Demand) {
	id, group, _ := strings.Cut(name, ":")
	c, ok := l.Catalogue(id)
	if !ok {
		return nil
	}
	for i := range c.Rows {
		if d := &c.Rows[i]; d.Group == group {
			out = append(out, d)
		}
	}
	return out
}

// Demand finds a demand by its id with the catalogue, such as "gdpr:DPA-L-12".
func (l *Library) Demand(id string) (*Demand, bool) {
	d, ok := l.catalogues.load().demands[id]
	return d, ok
}

// Demands lists what concerns a document, in the order of the catalogues and of
// their rows.
func (l *Library) Demands(document string) []*Demand {
	var out []*Demand
	for _, c := range l.catalogues.load().list {
		for i := range c.Rows {
			if c.Rows[i].Concerns(document) {
				out = append(out, &c.Rows[i])
			}
		}
	}
	return out
}

// Covering lists the clauses that say they meet a demand, sorted by id.
func (l *Library) Covering(demand string) []*Clause {
	var out []*Clause
	for _, c := range l.Clauses() {
		if _, ok := c.Covers[demand]; ok {
			out = append(out, c)
		}
	}
	return out
}

// demandIDs are all demands, sorted.
func (l *Library) demandIDs() []string { return slices.Sorted(maps.Keys(l.catalogues.load().demands)) }
