package templates

import (
	"io/fs"
	"path"
	"slices"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

const (
	templateFile = "template.yaml"
	schemaFile   = "schema.json"
)

// Documents reads which document types there are, and schema.json of those that
// have facts of their own; its texts must be there in the languages. A text
// library needs to know them before it is loaded (clauses.Options.Root), and Load
// takes them in its options.
//
// A document type of the house library brings its own schema, or has none.
func Documents(fsys fs.FS, languages []doc.Language, o Options) (*model.DocumentTypes, []report.Problem) {
	ld := &loader{}
	texts := make([]string, len(languages))
	for i, l := range languages {
		texts[i] = string(l)
	}
	schemas := map[string]*model.DocumentSchema{}
	for _, layer := range o.layers(fsys) {
		own := folders(layer, templateFile) // an error is told by Load
		for _, id := range folders(layer, schemaFile) {
			ld.file = path.Join(id, schemaFile)
			if !slices.Contains(own, id) {
				ld.problem("schema-orphan", 1)
			}
		}
		for _, id := range own {
			if _, taken := schemas[id]; taken {
				continue
			}
			schemas[id] = nil
			ld.file = path.Join(id, schemaFile)
			if !exists(layer, ld.file) {
				continue
			}
			if text, ok := ld.read(layer, ld.file); ok {
				schemas[id] = ld.schema(id, text, texts)
			}
		}
	}
	report.SortProblems(ld.problems)
	return model.NewDocumentTypes(schemas), ld.problems
}

// schema reads a schema; nil when something is wrong with it.
func (ld *loader) schema(id string, text []byte, languages []string) *model.DocumentSchema {
	s, problems := model.ParseDocumentSchema(id, text, languages...)
	for i := range problems {
		problems[i].Pos.File = ld.file
	}
	ld.add(problems...)
	return s
}

// layers are the house library, if there is one, and the set.
func (o Options) layers(fsys fs.FS) []fs.FS {
	if o.Overlay == nil {
		return []fs.FS{fsys}
	}
	return []fs.FS{o.Overlay, fsys}
}

// folders lists the folders that hold a file, sorted.
func folders(fsys fs.FS, file string) []string {
	names, err := fs.Glob(fsys, "*/"+file)
	if err != nil {
		return nil
	}
	for i, name := range names {
		names[i] = path.Dir(name)
	}
	slices.Sort(names)
	return names
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}
