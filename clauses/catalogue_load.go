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

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// catalogueSet holds the files of the catalogues, read with the library, and what
// they say, parsed at the first use: making a document does not need them.
type catalogueSet struct {
	files map[string]catalogueFiles // by id
	below map[string]fs.FS          // id → the library whose catalogue the house library replaces
	scope expr.Scope                // of the conditions in them
	once  sync.Once

	list      []*Catalogue
	demands   map[string]*Demand
	scenarios map[string]*Scenario // by id, and by id with the catalogue
	measures  map[string]*Measure  // likewise
	bases     []Replaced
	problems  []report.Problem

	// What is known of rows while they are read, sound or not.
	ids        map[string]map[string]report.Pos // form → id → where it stands
	names      map[string]bool                  // catalogue:id
	unread     map[string]bool                  // catalogues, and forms, of which not all could be read
	references []catalogueReference
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
	set := &catalogueSet{files: map[string]catalogueFiles{}, below: map[string]fs.FS{}, scope: ld.library.scope()}
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

// load parses the files once. Those of the house library come last, so that what
// they have once more is told of them.
func (s *catalogueSet) load() *catalogueSet {
	s.once.Do(func() {
		s.demands, s.scenarios, s.measures = map[string]*Demand{}, map[string]*Scenario{}, map[string]*Measure{}
		s.ids, s.names, s.unread = map[string]map[string]report.Pos{}, map[string]bool{}, map[string]bool{}
		for _, house := range []bool{false, true} {
			for _, id := range slices.Sorted(maps.Keys(s.files)) {
				if s.files[id].house == house {
					s.catalogue(id, s.files[id])
				}
			}
		}
		slices.SortFunc(s.list, func(a, b *Catalogue) int { return cmp.Compare(a.ID, b.ID) })
		s.resolve()
		report.SortProblems(s.problems)
		s.files, s.ids, s.names, s.references = nil, nil, nil, nil
	})
	return s
}

func (s *catalogueSet) add(p ...report.Problem) { s.problems = append(s.problems, p...) }

// catalogue reads one catalogue. Without a usable head it is left out.
func (s *catalogueSet) catalogue(id string, files catalogueFiles) {
	head, rows := path.Join(catalogueDir, id+".yaml"), path.Join(catalogueDir, id+".csv")
	if files.head == nil || files.rows == nil {
		there := report.Pos{File: cond(files.head == nil, rows, head), Line: 1, Column: 1}
		s.add(problemAt("catalogue-file", there, "file", cond(files.head == nil, head, rows)))
		s.leave(id, formOf(files.head))
		return
	}
	var h catalogueHead
	problems := DecodeYAML(head, files.head, &h)
	s.add(problems...)
	if Unreadable(problems) {
		s.leave(id, "")
		return
	}
	if h.ID != id && !Misspelt(problems)["id"] {
		s.add(problemAt("clause-id", YAMLPlace(head, files.head, "id"), "id", h.ID, "want", id))
		s.leave(id, h.form())
		return
	}
	form, known := catalogueForms()[h.form()]
	if !known {
		meant := model.Suggest(h.Form.Text, formNames())
		s.add(problemAt("catalogue-value", report.Pos{File: head, Line: h.Form.Line, Column: h.Form.Column}, "column", "form", "value", h.Form.Text,
			"suggestion", meant, "allowed", strings.Join(formNames(), ", ")))
		s.leave(id, meant)
		return
	}
	s.base(id, files, h)
	c := &Catalogue{
		ID: id, Form: h.form(), Title: h.Title, Publisher: h.Publisher, Source: h.Source, Edition: h.Edition, Checked: h.Checked,
		Licence: h.Licence, Note: h.Note, Documents: h.Documents, File: head, Overridden: files.house,
	}
	for _, g := range h.Groups {
		c.Groups = append(c.Groups, DemandGroup{g.ID, g.Title})
	}
	s.head(c, form, files.head, Misspelt(problems))
	c.reasons = s.reasons(c, files.head, h.Reasons)
	r := &catalogueReader{set: s, catalogue: c, form: form, scope: s.scope, file: rows}
	if !r.read(files.rows) {
		s.unread[id], s.unread[c.Form] = true, true
	}
	s.add(r.problems...)
	s.list = append(s.list, c)
	for i := range c.Rows {
		s.demands[c.Rows[i].ID] = &c.Rows[i]
	}
	for i := range c.Scenarios {
		s.scenarios[c.Scenarios[i].ID], s.scenarios[id+":"+c.Scenarios[i].ID] = &c.Scenarios[i], &c.Scenarios[i]
	}
	for i := range c.Measures {
		s.measures[c.Measures[i].ID], s.measures[id+":"+c.Measures[i].ID] = &c.Measures[i], &c.Measures[i]
	}
}

// leave notes that a catalogue could not be read: rows that are looked for may
// stand in it. Where its form is not known, it may be any.
func (s *catalogueSet) leave(id, form string) {
	s.unread[id] = true
	for _, f := range formNames() {
		if form == "" || f == form {
			s.unread[f] = true
		}
	}
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

func cond(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
