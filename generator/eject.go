package generator

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/templates"
)

// File is a file of a house library.
type File struct {
	Name string // with slashes, such as clauses/text/dpa/audit.nb.md
	Data []byte
}

// wholeFiles are the parts of a library that are one file.
var wholeFiles = map[string]string{"terms": "clauses/terms.yaml", "law": "clauses/law.yaml", "locale": "templates/locale.yaml"}

// Eject copies one thing out of the library, as files of a house library to be
// changed: a clause with all its texts (dpa.audit), a document type (dpa), a scale of
// risk (webinar-5x5), a catalogue (gdpr), or terms, law or locale. The YAML file gets the key base, which
// says what it replaces; a part of which a house library replaces single entries
// has none. There are no files where there is no such thing.
func Eject(o Options, id string) ([]File, error) {
	o = o.withDefaults()
	if name, ok := wholeFiles[id]; ok {
		folder, rest, _ := strings.Cut(name, "/")
		text, err := clauses.ReadFile(map[string]fs.FS{"clauses": o.Clauses, "templates": o.Templates}[folder], rest)
		return []File{{name, text}}, err
	}
	for _, kind := range []struct {
		folder, head string
		fsys         fs.FS
		names        []string
	}{
		{"clauses", "text/" + strings.ReplaceAll(id, ".", "/") + ".yaml", o.Clauses, clauses.ClauseFiles(o.Clauses, id)},
		{"templates", path.Join(id, "template.yaml"), o.Templates, templates.Files(o.Templates, id)},
		{"templates", path.Join("risk", id+".yaml"), o.Templates, templates.ScaleFiles(o.Templates, id)},
		{"clauses", path.Join("catalogues", id+".yaml"), o.Clauses, clauses.CatalogueFiles(o.Clauses, id)},
	} {
		if len(kind.names) == 0 {
			continue
		}
		return ejected(kind.folder, kind.head, kind.fsys, kind.names)
	}
	return nil, nil
}

// ejected reads files and writes into the head what they are.
func ejected(folder, head string, fsys fs.FS, names []string) ([]File, error) {
	fingerprint, err := clauses.Fingerprint(fsys, names)
	if err != nil {
		return nil, err
	}
	var out []File
	for _, name := range names {
		text, err := clauses.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if name == head {
			text = clauses.WithBase(text, fingerprint)
		}
		out = append(out, File{path.Join(folder, name), text})
	}
	return out, nil
}

// Ejectable lists what Eject can copy, sorted.
func Ejectable(o Options) []string {
	o = o.withDefaults()
	var out []string
	for id := range wholeFiles {
		out = append(out, id)
	}
	_ = fs.WalkDir(o.Clauses, "text", func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".yaml" {
			out = append(out, strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(name, "text/"), ".yaml"), "/", "."))
		}
		return nil
	})
	types, _ := fs.Glob(o.Templates, "*/template.yaml")
	for _, name := range types {
		out = append(out, path.Dir(name))
	}
	scales, _ := fs.Glob(o.Templates, "risk/*.yaml")
	for _, name := range scales {
		if id := strings.TrimSuffix(path.Base(name), ".yaml"); len(templates.ScaleFiles(o.Templates, id)) > 0 {
			out = append(out, id)
		}
	}
	catalogues, _ := fs.Glob(o.Clauses, "catalogues/*.yaml")
	for _, name := range catalogues {
		out = append(out, strings.TrimSuffix(path.Base(name), ".yaml"))
	}
	slices.Sort(out)
	return out
}
