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
	below map[string]fs.FS          // id → the library whose catalogue the house library replaces
	once  sync.Once

	list     []*Catalogue
	demands  map[string]*Demand
	bases    []Replaced
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
	set := &catalogueSet{files: map[string]catalogueFiles{}, below: map[string]fs.FS{}}
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
				set.below[strings.TrimSuffix(e.Name(), ext)] = l
				continue
			}
			seen[name] = true
			text, err := ReadFile(l, name)
			if err != nil {
				ld.add(ReadProblem(name, err))
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
	Base *Base `yaml:"base"`
}

// catalogue reads one catalogue. Without a usable head it is left out.
func (s *catalogueSet) catalogue(id string, files catalogueFiles) {
	head, rows := path.Join(catalogueDir, id+".yaml"), path.Join(catalogueDir, id+".csv")
	if files.head == nil || files.rows == nil {
		there := report.Pos{File: cond(files.head == nil, rows, head), Line: 1, Column: 1}
		s.add(problemAt("catalogue-file", there, "file", cond(files.head == nil, head, rows)))
		return
	}
	var h catalogueHead
	problems := DecodeYAML(head, files.head, &h)
	s.add(problems...)
	if Unreadable(problems) {
		return
	}
	if h.ID != id && !Misspelt(problems)["id"] {
		s.add(problemAt("clause-id", YAMLPlace(head, files.head, "id"), "id", h.ID, "want", id))
		return
	}
	s.base(id, files, h)
	c := &Catalogue{
		ID: id, Title: h.Title, Publisher: h.Publisher, Source: h.Source, Edition: h.Edition, Checked: h.Checked,
		Licence: h.Licence, Note: h.Note, Documents: h.Documents, File: head, Overridden: files.house,
	}
	for _, g := range h.Groups {
		c.Groups = append(c.Groups, DemandGroup{g.ID, g.Title})
	}
	s.head(c, files.head, Misspelt(problems))
	r := &catalogueReader{catalogue: c, file: rows}
	r.read(files.rows)
	s.add(r.problems...)
	for i := range c.Rows {
		s.demands[c.Rows[i].ID] = &c.Rows[i]
	}
	s.list = append(s.list, c)
}

// base compares what a catalogue of the house library was written to replace with
// what it replaces.
func (s *catalogueSet) base(id string, files catalogueFiles, h catalogueHead) {
	head := path.Join(catalogueDir, id+".yaml")
	below := s.below[id]
	if below == nil {
		if h.Base != nil {
			s.add(problemAt("base-gone", YAMLPlace(head, files.head, "base"), "id", id))
		}
		return
	}
	r := Replaced{ID: id, Base: h.Base, At: YAMLPlace(head, files.head, "base"), FS: below, Files: CatalogueFiles(below, id)}
	var now catalogueHead
	if text, err := ReadFile(below, head); err == nil {
		_ = DecodeYAML(head, text, &now)
	}
	r.Now = now.Edition
	s.bases = append(s.bases, r)
	if p := r.Changed(); p != nil {
		s.add(*p)
	}
}

// head checks that a catalogue says what it is.
func (s *catalogueSet) head(c *Catalogue, text []byte, misspelt map[string]bool) {
	missing := func(value string, key ...string) {
		if value == "" && !misspelt[key[len(key)-1]] {
			s.add(problemAt("catalogue-missing", YAMLPlace(c.File, text, key...), "what", strings.Join(key, ".")))
		}
	}
	missing(c.Publisher, "publisher")
	missing(c.Source, "source")
	missing(c.Edition, "edition")
	missing(c.Licence, "licence")
	missing(strings.Join(c.Documents, ""), "documents")
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

func cond(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
