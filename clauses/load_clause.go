package clauses

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// header is the YAML file of a clause.
type header struct {
	ID           string              `yaml:"id"`
	Version      string              `yaml:"version"`
	Licence      string              `yaml:"licence"`
	Source       string              `yaml:"source"`
	Checked      string              `yaml:"checked"`
	Law          []string            `yaml:"law"`
	Covers       map[string][]string `yaml:"covers"`
	Defines      map[string]Forms    `yaml:"defines"`
	When         Located             `yaml:"when"`
	Alternatives []Alternative       `yaml:"alternatives"`
}

// clauses reads the clauses of all layers. One in the house library replaces
// that of the same id with all its files.
func (ld *loader) clauses() {
	seen := map[string]bool{}
	for _, l := range ld.layers {
		var names, texts []string
		err := fs.WalkDir(l, "text", func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || d.IsDir():
			case path.Ext(name) == ".yaml":
				names = append(names, name)
			case path.Ext(name) == ".md" && path.Base(name) != "README.md":
				texts = append(texts, name)
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			ld.add(problem("library-read", "text", "reason", err.Error()))
		}
		slices.Sort(names)
		replaced := map[string]bool{}
		belongs := map[string]bool{}
		for _, name := range names {
			if seen[name] {
				ld.library.replaced = append(ld.library.replaced, name)
				replaced[strings.TrimSuffix(name, ".yaml")] = true
				ld.replacedDefines(l, name)
				continue
			}
			seen[name] = true
			for _, text := range ld.clause(l, name) {
				belongs[text] = true
			}
		}
		for _, name := range texts {
			stem, _, _ := strings.Cut(path.Base(name), ".")
			stem, _, _ = strings.Cut(stem, "@")
			switch {
			case replaced[path.Join(path.Dir(name), stem)]:
				ld.library.replaced = append(ld.library.replaced, name)
			case !belongs[name]:
				ld.add(problem("text-orphan", name))
			}
		}
	}
	slices.Sort(ld.library.replaced)
}

// clause reads a clause. It returns the names that its texts have, in whatever
// language.
func (ld *loader) clause(fsys layer, name string) (texts []string) {
	base := strings.TrimSuffix(name, ".yaml")
	text, err := ReadFile(fsys, name)
	if err != nil {
		ld.add(problem("library-read", name, "reason", err.Error()))
		return textNames(base, nil)
	}
	var h header
	if !ld.decode(name, text, &h) {
		return textNames(base, nil)
	}
	id := strings.ReplaceAll(strings.TrimPrefix(base, "text/"), "/", ".")
	if h.ID != id {
		ld.add(problem("clause-id", name, "id", h.ID, "want", id))
	}
	if h.Licence == "" || h.Source == "" || h.Version == "" || h.Checked == "" {
		ld.add(problem("clause-provenance", name))
	}
	for _, law := range h.Law {
		if ld.library.laws[law] == nil {
			ld.add(problem("expression-law", name, "id", law))
		}
	}
	c := &Clause{
		ID: id, Version: h.Version, Licence: h.Licence, Origin: h.Source, Checked: h.Checked, Law: h.Law,
		Covers: h.Covers, Defines: h.Defines, Alternatives: h.Alternatives, File: name,
		Overridden: fsys.house, texts: map[textKey]*Text{},
	}
	if h.When.Text != "" {
		ld.parser.begin(name, report.Pos{Line: h.When.Line, Column: h.When.Column}, nil)
		c.When = ld.parser.compile(h.When.Text, 0, ld.parser.scope)
		ld.add(ld.parser.problems...)
	}
	for _, a := range append([]Alternative{{}}, h.Alternatives...) {
		ld.texts(fsys, c, a.ID)
	}
	ld.covers(c)
	ld.defines(c)
	ld.library.clauses[id] = c
	return textNames(base, h.Alternatives)
}

// textNames are the files that may hold the texts of a clause.
func textNames(base string, alternatives []Alternative) (names []string) {
	for _, l := range doc.Languages() {
		names = append(names, base+"."+string(l)+".md")
		for _, a := range alternatives {
			names = append(names, base+"@"+a.ID+"."+string(l)+".md")
		}
	}
	return names
}

// texts reads the text of an alternative in each language. A missing one is a
// problem only where it is used.
func (ld *loader) texts(fsys fs.FS, c *Clause, alternative string) {
	base := strings.TrimSuffix(c.File, ".yaml")
	if alternative != "" {
		base += "@" + alternative
	}
	for _, l := range ld.library.languages {
		name := base + "." + string(l) + ".md"
		source, err := ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			ld.add(problem("library-read", name, "reason", err.Error()))
			continue
		}
		t, problems := ld.parser.parseText(name, source)
		ld.add(problems...)
		c.texts[textKey{alternative, l}] = t
	}
	ld.parity(c, alternative, base)
}

// parity checks that a text has the same paragraphs under the same names in
// every language.
func (ld *loader) parity(c *Clause, alternative, base string) {
	var first doc.Language
	var want *Text
	for _, l := range ld.library.languages {
		t, ok := c.Text(alternative, l)
		switch {
		case !ok:
		case want == nil:
			first, want = l, t
		case !slices.Equal(want.anchors, t.anchors):
			ld.add(problem("text-parity", base+"."+string(l)+".md", "language", string(first)))
		}
	}
}

// covers checks that a demand is met by paragraphs that exist.
func (ld *loader) covers(c *Clause) {
	for _, l := range ld.library.languages {
		t, ok := c.Text("", l)
		if !ok {
			continue
		}
		for demand, anchors := range c.Covers {
			for _, a := range strings.Split(strings.Join(anchors, "+"), "+") {
				if !slices.Contains(t.anchors, a) {
					ld.add(problem("covers-anchor", c.File, "demand", demand, "anchor", a))
				}
			}
		}
	}
}

// references checks that what a text refers to is in the library. Annexes and
// tables are named by a document type; its clauses have a dot in their ids.
func (ld *loader) references() {
	for _, c := range ld.library.Clauses() {
		for _, t := range c.texts {
			for _, r := range t.refs {
				ld.reference(r)
			}
		}
	}
}

func (ld *loader) reference(r Reference) {
	id, anchor, named := strings.Cut(r.Target, "#")
	if !strings.Contains(id, ".") && !named {
		return
	}
	c, ok := ld.library.clauses[id]
	if !ok {
		var known []string
		for _, c := range ld.library.Clauses() {
			known = append(known, c.ID)
		}
		ld.add(problemAt("text-reference", r.Pos, "target", r.Target, "suggestion", model.Suggest(id, known)))
		return
	}
	if !named {
		return
	}
	var known []string
	for _, t := range c.texts {
		known = append(known, t.anchors...)
	}
	if !slices.Contains(known, anchor) {
		slices.Sort(known)
		ld.add(problemAt("text-reference", r.Pos, "target", r.Target, "suggestion", model.Suggest(anchor, known)))
	}
}
