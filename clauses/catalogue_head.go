package clauses

import (
	"cmp"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// catalogueHead is the YAML file of a catalogue.
type catalogueHead struct {
	ID        string                  `yaml:"id"`
	Form      Located                 `yaml:"form"`
	Title     map[doc.Language]string `yaml:"title"`
	Publisher string                  `yaml:"publisher"`
	Source    string                  `yaml:"source"`
	Edition   string                  `yaml:"edition"`
	Checked   string                  `yaml:"checked"`
	Licence   string                  `yaml:"licence"`
	Note      map[doc.Language]string `yaml:"note"`
	Documents []string                `yaml:"documents"`
	Groups    []struct {
		ID    string                  `yaml:"id"`
		Title map[doc.Language]string `yaml:"title"`
	} `yaml:"groups"`
	Reasons []conditionReason `yaml:"reasons"`
	Base    *Base             `yaml:"base"`
}

// form of the catalogue; demands where it does not say.
func (h catalogueHead) form() string { return cmp.Or(h.Form.Text, Demands) }

// formOf is the form of a catalogue whose table is missing; empty where its head
// cannot be read, or is what is missing.
func formOf(head []byte) string {
	var h catalogueHead
	if head == nil || Unreadable(DecodeYAML("", head, &h)) {
		return ""
	}
	return h.form()
}

// head checks that a catalogue says what it is.
func (s *catalogueSet) head(c *Catalogue, form catalogueForm, text []byte, misspelt map[string]bool) {
	missing := func(value string, key ...string) {
		if value == "" && !misspelt[key[len(key)-1]] {
			s.add(problemAt("catalogue-missing", YAMLPlace(c.File, text, key...), "what", strings.Join(key, ".")))
		}
	}
	missing(c.Publisher, "publisher")
	missing(c.Source, "source")
	missing(c.Edition, "edition")
	missing(c.Licence, "licence")
	if form.documents {
		missing(strings.Join(c.Documents, ""), "documents")
	}
	missing(cond(len(c.Groups) > 0, "yes", ""), "groups")
	if missing(c.Checked, "checked"); c.Checked != "" && !isDate(c.Checked) {
		s.add(problemAt("library-date", YAMLPlace(c.File, text, "checked"), "value", c.Checked))
	}
	for _, l := range doc.Languages() {
		missing(c.Title[l], "title", string(l))
		for _, g := range c.Groups {
			missing(g.Title[l], "groups", cmp.Or(g.ID, "?"), "title", string(l))
		}
	}
}
