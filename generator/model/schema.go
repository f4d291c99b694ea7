package model

import (
	_ "embed"
	"sync"
)

//go:generate go run ./internal/schema/generate

//go:embed schema.nb.json
var schemaNB []byte

//go:embed schema.en.json
var schemaEN []byte

// Schema returns the JSON Schema 2020-12 of the case file, with titles and
// descriptions in bokmål ("nb", and "nn") or English (any other language). The
// caller must not change it.
func Schema(language string) []byte {
	if language == "nb" || language == "nn" {
		return schemaNB
	}
	return schemaEN
}

var root = sync.OnceValue(func() *Type {
	t, err := TypeFromSchema(schemaEN)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	t.Name = "Case"
	return t
})

// Root describes the case: its fields, their types, and which documents need
// them. It is read from the schema once.
func Root() *Type { return root() }

// EnumLabel is the word for a value of an enumeration of the core, such as
// ("Location.purpose", "storage", "nb") → "lagring".
func EnumLabel(typeField, value, language string) (string, bool) {
	s, ok := enumLabels()[typeField][value][language]
	return s, ok
}

// EnumLabel is the word for a value of an enumerated text, or of a list of such
// texts.
func (t *Type) EnumLabel(value, language string) (string, bool) {
	for t.Kind == KindArray {
		t = t.Item
	}
	s, ok := t.labels[value][language]
	return s, ok
}

// enumLabels are the words by enumeration, value and language.
var enumLabels = sync.OnceValue(func() map[string]map[string]map[string]string {
	out := map[string]map[string]map[string]string{}
	seen := map[*Type]bool{}
	var visit func(t *Type)
	visit = func(t *Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		if t.EnumKey != "" {
			out[t.EnumKey] = t.labels
		}
		visit(t.Item)
		for _, f := range t.Fields {
			visit(f.Type)
		}
	}
	visit(root())
	return out
})
