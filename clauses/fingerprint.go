package clauses

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Base says what a text of a house library was written to replace: the version of
// the library's own, and the fingerprint of its files.
type Base struct {
	Version     string `yaml:"version"`
	Fingerprint string `yaml:"fingerprint"`
}

// Fingerprint is what the files of one thing in a library have in common with
// nothing else: "sha256:" and the hexadecimal SHA-256 (FIPS 180-4) of, for each
// file sorted by name, its name, a zero byte, its length in bytes in decimal, a
// zero byte, and its text. The name is without the folder; the text is without a
// byte order mark and has line feeds for line ends.
func Fingerprint(fsys fs.FS, names []string) (string, error) {
	h := sha256.New()
	for _, name := range slices.Sorted(slices.Values(names)) {
		text, err := ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		text = normalise(text)
		_, _ = h.Write([]byte(path.Base(name) + "\x00" + strconv.Itoa(len(text)) + "\x00"))
		_, _ = h.Write(text)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// ClauseFiles lists the files of a clause, sorted: its YAML file and its texts,
// those of alternatives as well. There are none where there is no such clause.
func ClauseFiles(fsys fs.FS, id string) []string {
	base := "text/" + strings.ReplaceAll(id, ".", "/")
	if _, err := fs.Stat(fsys, base+".yaml"); id == "" || err != nil {
		return nil
	}
	entries, err := fs.ReadDir(fsys, path.Dir(base))
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if !e.IsDir() && (ext == ".yaml" || ext == ".md") && stem(e.Name()) == path.Base(base) {
			out = append(out, path.Join(path.Dir(base), e.Name()))
		}
	}
	return out
}

// stem is the name of the clause that a file belongs to: audit of
// audit@capped.nb.md.
func stem(file string) string {
	s, _, _ := strings.Cut(path.Base(file), ".")
	s, _, _ = strings.Cut(s, "@")
	return s
}

// CatalogueFiles lists the two files of a catalogue; none where there is no such
// catalogue.
func CatalogueFiles(fsys fs.FS, id string) []string {
	names := []string{path.Join(catalogueDir, id+".csv"), path.Join(catalogueDir, id+".yaml")}
	for _, name := range names {
		if _, err := fs.Stat(fsys, name); err != nil {
			return nil
		}
	}
	return names
}

// Replaced compares what a text of a house library was written to replace with
// what it replaces now.
type Replaced struct {
	ID    string
	Base  *Base      // as the house library has it; nil without
	At    report.Pos // where it has it, or begins
	FS    fs.FS      // of what is replaced
	Files []string   // that are replaced
	Now   string     // version of them, where they have one
}

// Changed is the warning that they differ; nil when they do not, or when the house
// library does not say what it replaces.
func (r Replaced) Changed() *report.Problem {
	if r.Base == nil {
		return nil
	}
	now, err := Fingerprint(r.FS, r.Files)
	if err != nil || now == r.Base.Fingerprint {
		return nil
	}
	args := []string{"id", r.ID, "fingerprint", now}
	if r.Base.Version != r.Now {
		args = append(args, "then", cmp.Or(r.Base.Version, "?"), "now", cmp.Or(r.Now, "?"))
	} else {
		args = append(args, "same", r.Now)
	}
	p := problemAt("base-changed", r.At, args...)
	return &p
}

// Missing is the warning that the house library does not say what it replaces.
func (r Replaced) Missing() *report.Problem {
	if r.Base != nil {
		return nil
	}
	p := problemAt("base-missing", r.At, "id", r.ID)
	return &p
}

// base notes what a clause of the house library replaces.
func (ld *loader) base(fsys fs.FS, id string) {
	c := ld.library.clauses[id]
	if c == nil {
		return
	}
	files := ClauseFiles(fsys, id)
	var now header
	if text, err := ReadFile(fsys, strings.TrimSuffix(c.File, ".yaml")+".yaml"); err == nil {
		_ = DecodeYAML(c.File, text, &now)
	}
	r := Replaced{ID: id, Base: c.base, At: ld.library.placeOf(c, "base"), FS: fsys, Files: files, Now: now.Version}
	ld.library.bases = append(ld.library.bases, r)
	if p := r.Changed(); p != nil {
		ld.add(*p)
	}
}

// goneBases finds clauses that say they replace one that the library does not
// have, such as one that was renamed.
func (ld *loader) goneBases() {
	var known []string
	replaced := map[string]bool{}
	for _, r := range ld.library.bases {
		replaced[r.ID] = true
		known = append(known, r.ID)
	}
	for _, c := range ld.library.Clauses() {
		if !c.Overridden {
			known = append(known, c.ID)
		}
	}
	for _, c := range ld.library.Clauses() {
		if c.base != nil && !replaced[c.ID] {
			ld.add(problemAt("base-gone", ld.library.placeOf(c, "base"), "id", c.ID, "suggestion", model.Suggest(c.ID, known)))
		}
	}
}

// CheckBases finds clauses and catalogues of the house library that replace some
// of the library and do not say which version. Load leaves it out: nothing is
// wrong yet.
func (l *Library) CheckBases() []report.Problem {
	var out []report.Problem
	for _, r := range slices.Concat(l.bases, l.catalogues.load().bases) {
		if p := r.Missing(); p != nil {
			out = append(out, *p)
		}
	}
	return out
}
