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
	Notes        map[string]Located  `yaml:"notes"`
	Default      *rawAlternative     `yaml:"default"`
	Alternatives []rawAlternative    `yaml:"alternatives"`
	Base         *Base               `yaml:"base"`
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
				ld.base(l, clauseID(name))
				ld.replacedDefines(l, name)
				continue
			}
			seen[name] = true
			for _, text := range ld.clause(l, name) {
				belongs[text] = true
			}
		}
		for _, name := range texts {
			switch {
			case replaced[path.Join(path.Dir(name), stem(name))]:
				ld.library.replaced = append(ld.library.replaced, name)
			case !belongs[name]:
				ld.add(problemAt("text-orphan", report.Pos{File: name, Line: 1, Column: 1}))
			}
		}
	}
	ld.goneBases()
	slices.Sort(ld.library.replaced)
}

// clause reads a clause. It returns the names that its texts have, in whatever
// language. One whose YAML file cannot be read is there nevertheless, so that what
// refers to it is no second fault, and its texts are read.
func (ld *loader) clause(fsys layer, name string) (texts []string) {
	c := &Clause{ID: clauseID(name), File: name, Overridden: fsys.house, texts: map[textKey]*Text{}}
	ld.library.clauses[c.ID] = c
	text, err := ReadFile(fsys, name)
	var h header
	var misspelt map[string]bool
	if err != nil {
		ld.add(ReadProblem(name, err))
		c.broken = true
	} else {
		var good bool
		misspelt, good = ld.decode(name, text, &h)
		c.broken = !good
	}
	c.Version, c.Licence, c.Origin, c.Checked, c.Law = h.Version, h.Licence, h.Source, h.Checked, h.Law
	c.Covers, c.Defines, c.base = h.Covers, h.Defines, h.Base
	if c.broken {
		c.Alternatives = alternativesIn(fsys, c.ID)
	} else {
		ld.header(c, h, misspelt)
		ld.alternatives(c, &h, len(misspelt) > 0)
	}
	if h.When.Text != "" {
		ld.parser.begin(name, report.Pos{Line: h.When.Line, Column: h.When.Column}, nil)
		c.When = ld.parser.compile(h.When.Text, 0, ld.parser.scope)
		ld.add(ld.parser.problems...)
	}
	for _, a := range append([]Alternative{{}}, c.Alternatives...) {
		ld.texts(fsys, c, a.ID)
	}
	ld.covers(c)
	ld.alternativeTexts(c)
	ld.defines(c)
	return textNames(strings.TrimSuffix(name, ".yaml"), c.Alternatives)
}

// header checks the YAML file of a clause.
func (ld *loader) header(c *Clause, h header, misspelt map[string]bool) {
	if h.ID != c.ID && !misspelt["id"] {
		ld.add(problemAt("clause-id", ld.library.placeOf(c, "id"), "id", h.ID, "want", c.ID))
	}
	var missing []string
	for _, k := range []struct{ key, value string }{{"version", h.Version}, {"licence", h.Licence}, {"source", h.Source}, {"checked", h.Checked}} {
		if k.value == "" && !misspelt[k.key] {
			missing = append(missing, k.key)
		}
	}
	if len(missing) > 0 {
		ld.add(problemAt("clause-provenance", ld.library.placeOf(c, missing[0]), "what", strings.Join(missing, ", ")))
	}
	if h.Checked != "" && !isDate(h.Checked) {
		ld.add(problemAt("library-date", ld.library.placeOf(c, "checked"), "value", h.Checked))
	}
	for _, law := range h.Law {
		if ld.library.laws[law] == nil {
			ld.add(problemAt("expression-law", ld.library.placeOf(c, "law", law), "id", law))
		}
	}
}

func clauseID(name string) string {
	return strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(name, "text/"), ".yaml"), "/", ".")
}

// alternativesIn finds the alternatives of a clause by the names of its texts.
func alternativesIn(fsys fs.FS, id string) (out []Alternative) {
	for _, name := range ClauseFiles(fsys, id) {
		head, _, _ := strings.Cut(path.Base(name), ".")
		_, alternative, ok := strings.Cut(head, "@")
		if ok && !slices.ContainsFunc(out, func(a Alternative) bool { return a.ID == alternative }) {
			out = append(out, Alternative{ID: alternative})
		}
	}
	return out
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
			ld.add(ReadProblem(name, err))
			continue
		}
		t, problems := ld.parser.parseText(name, source)
		ld.add(problems...)
		t.file, t.broken = name, len(problems) > 0
		c.texts[textKey{alternative, l}] = t
	}
}

// covers checks that a demand is met by paragraphs that exist. A text with a fault
// of its own may lack them for that.
func (ld *loader) covers(c *Clause) {
	type missing struct{ demand, anchor string }
	seen := map[missing]bool{}
	for _, l := range ld.library.languages {
		t, ok := c.Text("", l)
		if !ok || t.broken {
			continue
		}
		for demand, anchors := range c.Covers {
			for _, a := range strings.Split(strings.Join(anchors, "+"), "+") {
				if m := (missing{demand, a}); !slices.Contains(t.anchors, a) && !seen[m] {
					seen[m] = true
					ld.add(problemAt("covers-anchor", ld.library.placeOf(c, "covers", demand), "demand", demand, "anchor", a, "suggestion", model.Suggest(a, t.anchors)))
				}
			}
		}
	}
}
