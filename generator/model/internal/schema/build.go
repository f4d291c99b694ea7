// Package schema makes the JSON Schema of the case file from the Go structs and
// the texts of the documentation files. It runs when the schema is generated and
// when a test compares it, never in a program.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
	"github.com/samsvar/samsvar/generator/model"
)

// ID of the schema; the language takes the place of %s.
const id = "https://github.com/samsvar/samsvar/raw/main/generator/model/schema.%s.json"

// Build returns the schema with titles and descriptions in language (nb or en).
// The documentation files are read from fsys. What is missing there is left out;
// Missing lists it.
func Build(fsys fs.FS, language string) ([]byte, error) {
	docs, err := ReadDocs(fsys)
	if err != nil {
		return nil, err
	}
	r := &jsonschema.Reflector{
		Anonymous:                  true,
		ExpandedStruct:             true,
		RequiredFromJSONSchemaTags: true,
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			if t == reflect.TypeFor[model.Date]() {
				return &jsonschema.Schema{Type: "string", Format: "date"}
			}
			return nil
		},
	}
	root := r.Reflect(&model.Case{})
	root.ID = jsonschema.ID(fmt.Sprintf(id, language))
	for _, o := range Objects() {
		s := root
		if o.Name != "Case" {
			s = root.Definitions[o.Name]
		}
		if s == nil {
			return nil, fmt.Errorf("type %s is not in the schema", o.Name)
		}
		describeObject(s, o, docs, language)
		for _, f := range o.Fields {
			p, ok := s.Properties.Get(f.Name)
			if !ok {
				return nil, fmt.Errorf("%s.%s is not in the schema", o.Name, f.Name)
			}
			describeField(p, f, docs, language)
		}
		if err := addConditions(s, o); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(root); err != nil {
		return nil, err
	}
	// The schema library escapes HTML when it writes a nested schema.
	return unescapeHTML(b.Bytes()), nil
}

func unescapeHTML(b []byte) []byte {
	for code, char := range map[string]string{`\u003c`: "<", `\u003e`: ">", `\u0026`: "&"} {
		b = bytes.ReplaceAll(b, []byte(code), []byte(char))
	}
	return b
}

func describeObject(s *jsonschema.Schema, o Object, docs *Docs, language string) {
	d := docs.Lang[language][o.Name]
	s.Title, s.Description = d.Title, d.Desc
	if noun := docs.texts(o.Name, func(e Entry) string { return e.Noun }); len(noun) > 0 {
		s.Extras = map[string]any{"x-samsvar": extension{Noun: noun}}
	}
}

func describeField(p *jsonschema.Schema, f Field, docs *Docs, language string) {
	key := docs.key(f)
	d := docs.Lang[language][key]
	p.Title, p.Description = d.Title, d.Desc
	// The tag parser cuts at commas, which a pattern may contain.
	if _, pattern, ok := strings.Cut(f.Tag.Get("jsonschema"), "pattern="); ok {
		p.Pattern = pattern
	}
	x := extension{Label: docs.texts(key, func(e Entry) string { return e.Title }), Law: docs.Law[key]}
	for part := range strings.SplitSeq(f.Tag.Get("samsvar"), ",") {
		name, value, _ := strings.Cut(part, "=")
		switch name {
		case "needs":
			x.Needs = strings.Split(value, "+")
		case "phase":
			x.Phase = value
		case "who":
			x.Who = value
		}
	}
	values := p.Enum
	if p.Items != nil {
		values = p.Items.Enum
	}
	for _, v := range values {
		if text, ok := docs.Enums[key][fmt.Sprint(v)]; ok {
			if x.Values == nil {
				x.Values = map[string]map[string]string{}
			}
			x.Values[fmt.Sprint(v)] = text
		}
	}
	if x.Values != nil || len(values) > 0 {
		x.Key = key
	}
	if !reflect.DeepEqual(x, extension{}) {
		p.Extras = map[string]any{"x-samsvar": x}
	}
}

// An extension is what the schema says beyond JSON Schema.
type extension struct {
	Needs  []string                     `json:"needs,omitempty"`
	Phase  string                       `json:"phase,omitempty"`
	Who    string                       `json:"who,omitempty"`
	Law    string                       `json:"law,omitempty"`
	Label  map[string]string            `json:"label,omitempty"`
	Noun   map[string]string            `json:"noun,omitempty"`   // of an object type
	Key    string                       `json:"key,omitempty"`    // of an enumeration
	Values map[string]map[string]string `json:"values,omitempty"` // labels of an enumeration
}
