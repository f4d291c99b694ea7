package schema

import (
	"fmt"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v4"
)

// Languages of the labels.
var Languages = []string{"nb", "nn", "en"}

// Entry is the text of one type or field in one language.
type Entry struct {
	Title string `yaml:"title"`
	Desc  string `yaml:"desc"`
	// Noun names one object of the type where an open point is listed:
	// "underdatabehandler". Only for types.
	Noun string `yaml:"noun"`
}

// Docs are all texts: doc.<language>.yaml, doc.law.yaml and enums.yaml.
type Docs struct {
	Lang  map[string]map[string]Entry
	Law   map[string]string
	Enums map[string]map[string]map[string]string // key, value, language
}

// ReadDocs reads the documentation files.
func ReadDocs(fsys fs.FS) (*Docs, error) {
	d := &Docs{Lang: map[string]map[string]Entry{}}
	for _, l := range Languages {
		var entries map[string]Entry
		if err := read(fsys, "doc."+l+".yaml", &entries); err != nil {
			return nil, err
		}
		d.Lang[l] = entries
	}
	if err := read(fsys, "doc.law.yaml", &d.Law); err != nil {
		return nil, err
	}
	return d, read(fsys, "enums.yaml", &d.Enums)
}

func read(fsys fs.FS, name string, out any) error {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	if err := yaml.Load(text, out, yaml.WithKnownFields()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// key under which a field is documented: its object's own, or the embedded
// struct's.
func (d *Docs) key(f Field) string {
	own := f.Object + "." + f.Name
	if _, ok := d.Lang["en"][own]; ok || f.Object == f.Owner {
		return own
	}
	return f.Owner + "." + f.Name
}

func (d *Docs) texts(key string, text func(Entry) string) map[string]string {
	out := map[string]string{}
	for _, l := range Languages {
		if s := text(d.Lang[l][key]); s != "" {
			out[l] = s
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// Missing lists what lacks a text, and texts that belong to nothing, sorted.
func (d *Docs) Missing() []string {
	var out []string
	used := map[string]bool{}
	usedEnum := map[string]bool{}
	check := func(key string) {
		used[key] = true
		for _, l := range Languages {
			e := d.Lang[l][key]
			if e.Title == "" {
				out = append(out, fmt.Sprintf("doc.%s.yaml: %s has no title", l, key))
			}
			if e.Desc == "" && l != "nn" {
				out = append(out, fmt.Sprintf("doc.%s.yaml: %s has no desc", l, key))
			}
		}
	}
	for _, o := range Objects() {
		check(o.Name)
		for _, f := range o.Fields {
			key := d.key(f)
			if !used[key] {
				check(key)
			}
			for _, v := range enumValues(f) {
				usedEnum[key+" "+v] = true
				for _, l := range Languages {
					if d.Enums[key][v][l] == "" {
						out = append(out, fmt.Sprintf("enums.yaml: %s %s has no %s", key, v, l))
					}
				}
			}
		}
	}
	for l, entries := range d.Lang {
		for key, e := range entries {
			if !used[key] {
				out = append(out, fmt.Sprintf("doc.%s.yaml: %s is not a field", l, key))
			}
			if e.Noun == "" && d.Lang["en"][key].Noun != "" {
				out = append(out, fmt.Sprintf("doc.%s.yaml: %s has no noun", l, key))
			}
		}
	}
	for key := range d.Law {
		if !used[key] {
			out = append(out, fmt.Sprintf("doc.law.yaml: %s is not a field", key))
		}
	}
	for key, values := range d.Enums {
		for v := range values {
			if !usedEnum[key+" "+v] {
				out = append(out, fmt.Sprintf("enums.yaml: %s %s is not a value", key, v))
			}
		}
	}
	slices.Sort(out)
	return out
}
