package clauses

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// catalogueSet holds the files of the catalogues, read with the library, and what
// they say, parsed at the first use: making a document does not need them.
type catalogueSet struct {
	files map[string]catalogueFiles // by id
	once  sync.Once

	list     []*Catalogue
	demands  map[string]*Demand
	problems []report.Problem
}

// catalogueFiles are the two files of a catalogue; nil is an absent one.
type catalogueFiles struct {
	head, rows []byte
	house      bool
}

const catalogueDir = "catalogues"

// catalogues reads the files. One in the house library stands in for that of the
// same name.
func (ld *loader) catalogues() {
	set := &catalogueSet{files: map[string]catalogueFiles{}}
	ld.library.catalogues = set
	seen := map[string]bool{}
	for _, l := range ld.layers {
		entries, err := fs.ReadDir(l, catalogueDir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			ld.add(problem("library-read", catalogueDir, "reason", err.Error()))
		}
		for _, e := range entries {
			name, ext := path.Join(catalogueDir, e.Name()), path.Ext(e.Name())
			if e.IsDir() || ext != ".yaml" && ext != ".csv" {
				continue
			}
			if seen[name] {
				ld.library.replaced = append(ld.library.replaced, name)
				continue
			}
			seen[name] = true
			text, err := ReadFile(l, name)
			if err != nil {
				ld.add(problem("library-read", name, "reason", err.Error()))
				text = []byte{}
			}
			id := strings.TrimSuffix(e.Name(), ext)
			f := set.files[id]
			f.house = f.house || l.house
			if ext == ".csv" {
				f.rows = text
			} else {
				f.head = text
			}
			set.files[id] = f
		}
	}
}

// load parses the files once.
func (s *catalogueSet) load() *catalogueSet {
	s.once.Do(func() {
		s.demands = map[string]*Demand{}
		for _, id := range slices.Sorted(maps.Keys(s.files)) {
			s.catalogue(id, s.files[id])
		}
		report.SortProblems(s.problems)
		s.files = nil
	})
	return s
}

func (s *catalogueSet) add(p ...report.Problem) { s.problems = append(s.problems, p...) }

// catalogueHead is the YAML file of a catalogue.
type catalogueHead struct {
	ID        string                  `yaml:"id"`
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
}

// catalogue reads one catalogue. Without a usable head it is left out.
func (s *catalogueSet) catalogue(id string, files catalogueFiles) {
	head, rows := path.Join(catalogueDir, id+".yaml"), path.Join(catalogueDir, id+".csv")
	if files.head == nil || files.rows == nil {
		s.add(problem("catalogue-file", cond(files.head == nil, rows, head), "file", cond(files.head == nil, head, rows)))
		return
	}
	var h catalogueHead
	if problems := DecodeYAML(head, files.head, &h); len(problems) > 0 {
		s.add(problems...)
		return
	}
	if h.ID != id {
		s.add(problem("clause-id", head, "id", h.ID, "want", id))
		return
	}
	c := &Catalogue{
		ID: id, Title: h.Title, Publisher: h.Publisher, Source: h.Source, Edition: h.Edition, Checked: h.Checked,
		Licence: h.Licence, Note: h.Note, Documents: h.Documents, File: head, Overridden: files.house,
	}
	for _, g := range h.Groups {
		c.Groups = append(c.Groups, DemandGroup{g.ID, g.Title})
	}
	s.head(c)
	r := &catalogueReader{catalogue: c, file: rows}
	r.read(files.rows)
	s.add(r.problems...)
	for i := range c.Rows {
		s.demands[c.Rows[i].ID] = &c.Rows[i]
	}
	s.list = append(s.list, c)
}

// head checks that a catalogue says what it is.
func (s *catalogueSet) head(c *Catalogue) {
	missing := func(key, value string) {
		if value == "" {
			s.add(problem("catalogue-missing", c.File, "what", key))
		}
	}
	missing("publisher", c.Publisher)
	missing("source", c.Source)
	missing("edition", c.Edition)
	missing("licence", c.Licence)
	missing("documents", strings.Join(c.Documents, ""))
	missing("groups", cond(len(c.Groups) > 0, "yes", ""))
	if missing("checked", c.Checked); c.Checked != "" && !isDate(c.Checked) {
		s.add(problem("catalogue-value", c.File, "value", c.Checked, "column", "checked", "allowed", dateForm))
	}
	for _, l := range doc.Languages() {
		missing("title."+string(l), c.Title[l])
		for _, g := range c.Groups {
			missing("groups."+cmp.Or(g.ID, "?")+".title."+string(l), g.Title[l])
		}
	}
}

func cond(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
