package clauses

import (
	"bytes"
	"embed"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

//go:embed text terms.yaml law.yaml
var embedded embed.FS

// Embedded is the library that comes with the program.
func Embedded() fs.FS { return embedded }

// Options for Load. The zero value loads bokmål without a house library.
type Options struct {
	Languages []doc.Language
	// Overlay is a house library of the same layout: a clause in it replaces the
	// clause of the same id with all its files.
	Overlay fs.FS
}

// maxFile is the largest file of a library that is read.
const maxFile = 1 << 20

// Load reads a text library. The problems are those of the library itself, each
// with its place; with an error among them the library must not be used.
func Load(fsys fs.FS, o Options) (*Library, []report.Problem) {
	if len(o.Languages) == 0 {
		o.Languages = []doc.Language{doc.Bokmal}
	}
	ld := &loader{
		library: &Library{clauses: map[string]*Clause{}, terms: map[string]*term{}, laws: map[string]*Law{}, languages: o.Languages},
		base:    fsys, overlay: o.Overlay,
	}
	ld.terms()
	ld.laws()
	ld.parser = newTextParser(ld.library.Scope())
	ld.clauses()
	report.SortProblems(ld.problems)
	return ld.library, ld.problems
}

type loader struct {
	library  *Library
	base     fs.FS
	overlay  fs.FS
	parser   *textParser
	problems []report.Problem
}

func (ld *loader) add(p ...report.Problem) { ld.problems = append(ld.problems, p...) }

// read reads a file from the overlay where it has it, else from the base.
func (ld *loader) read(name string) ([]byte, bool) {
	for _, fsys := range []fs.FS{ld.overlay, ld.base} {
		if fsys == nil {
			continue
		}
		text, err := readFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			ld.add(problem("library-read", name, "reason", err.Error()))
			return nil, false
		}
		if fsys == ld.overlay {
			ld.library.replaced = append(ld.library.replaced, name)
		}
		return text, true
	}
	return nil, false
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, errors.New("larger than 1 MiB")
	}
	return fs.ReadFile(fsys, name)
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// decode reads YAML strictly: an unknown key is a problem.
func (ld *loader) decode(name string, text []byte, into any) bool {
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	err := d.Decode(into)
	if err == nil {
		return true
	}
	p := problem("library-yaml", name, "reason", strings.TrimPrefix(err.Error(), "yaml: "))
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		p.Pos.Line, _ = strconv.Atoi(m[1])
	}
	ld.add(p)
	return false
}

func (ld *loader) terms() {
	var list []*term
	text, ok := ld.read("terms.yaml")
	if !ok || !ld.decode("terms.yaml", text, &list) {
		return
	}
	for _, t := range list {
		if t.Choose != "" {
			e, err := expr.Compile(t.Choose, scope(nil, nil))
			if err != nil {
				ld.add(problem("expression-path", "terms.yaml", "path", t.Choose))
			}
			t.choose = e
		}
		for _, l := range ld.library.languages {
			for variant := range t.Variants {
				if _, ok := t.form(variant, "", l); !ok {
					ld.add(problem("term-missing", "terms.yaml", "id", t.ID, "variant", variant, "language", string(l)))
				}
			}
		}
		ld.library.terms[t.ID] = t
	}
}

func (ld *loader) laws() {
	var list []*Law
	text, ok := ld.read("law.yaml")
	if !ok || !ld.decode("law.yaml", text, &list) {
		return
	}
	for _, w := range list {
		if w.Source == "" || w.Checked == "" {
			ld.add(problem("law-source", "law.yaml", "id", w.ID))
		}
		ld.library.laws[w.ID] = w
	}
}

// header is the YAML file of a clause.
type header struct {
	ID           string              `yaml:"id"`
	Version      string              `yaml:"version"`
	Licence      string              `yaml:"licence"`
	Source       string              `yaml:"source"`
	Checked      string              `yaml:"checked"`
	Law          []string            `yaml:"law"`
	Covers       map[string][]string `yaml:"covers"`
	When         Located             `yaml:"when"`
	Alternatives []Alternative       `yaml:"alternatives"`
}

func (ld *loader) clauses() {
	seen := map[string]bool{}
	for _, fsys := range []fs.FS{ld.overlay, ld.base} {
		if fsys == nil {
			continue
		}
		var names []string
		err := fs.WalkDir(fsys, "text", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.HasSuffix(name, ".yaml") {
				names = append(names, name)
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			ld.add(problem("library-read", "text", "reason", err.Error()))
		}
		slices.Sort(names)
		for _, name := range names {
			if seen[name] {
				ld.library.replaced = append(ld.library.replaced, name)
				continue
			}
			seen[name] = true
			ld.clause(fsys, name)
		}
	}
	slices.Sort(ld.library.replaced)
}

func (ld *loader) clause(fsys fs.FS, name string) {
	text, err := readFile(fsys, name)
	if err != nil {
		ld.add(problem("library-read", name, "reason", err.Error()))
		return
	}
	var h header
	if !ld.decode(name, text, &h) {
		return
	}
	id := strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(name, "text/"), ".yaml"), "/", ".")
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
		Covers: h.Covers, Alternatives: h.Alternatives, File: name,
		Overridden: ld.overlay != nil && fsys == ld.overlay, texts: map[textKey]*Text{},
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
	ld.library.clauses[id] = c
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
		source, err := readFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			ld.add(problem("library-read", path.Base(name), "reason", err.Error()))
			continue
		}
		t, problems := ld.parser.parseText(name, source)
		ld.add(problems...)
		c.texts[textKey{alternative, l}] = t
	}
	// The same paragraphs under the same names in every language.
	first := ld.library.languages[0]
	want, ok := c.Text(alternative, first)
	for _, l := range ld.library.languages[1:] {
		t, has := c.Text(alternative, l)
		if ok && has && !slices.Equal(want.anchors, t.anchors) {
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
			for _, a := range anchors {
				if !slices.Contains(t.anchors, a) {
					ld.add(problem("covers-anchor", c.File, "demand", demand, "anchor", a))
				}
			}
		}
	}
}
