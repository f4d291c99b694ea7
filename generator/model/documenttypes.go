package model

import (
	"maps"
	"slices"
	"sync"
)

// DocumentTypes are the document types that a case can have facts for, with the
// schemas of those that have one. The nil value knows no types: what stands below
// documents is then read as YAML has it, and not checked. It is immutable and
// safe for concurrent use.
type DocumentTypes struct {
	ids     []string // sorted
	schemas map[string]*DocumentSchema
	root    *Type
	nb, en  func() []byte
}

// NewDocumentTypes takes the schemas by the id of the document type. A type
// without a schema, nil, may have any facts.
func NewDocumentTypes(schemas map[string]*DocumentSchema) *DocumentTypes {
	d := &DocumentTypes{ids: slices.Sorted(maps.Keys(schemas)), schemas: map[string]*DocumentSchema{}}
	types := &Type{Kind: KindObject, byName: map[string]int{}}
	for i, id := range d.ids {
		f := Field{Name: id, Type: &Type{Kind: KindAny}}
		if s := schemas[id]; s != nil {
			d.schemas[id], f = s, s.field
		}
		types.byName[id] = i
		types.Fields = append(types.Fields, f)
	}
	core := *Root()
	core.Fields = slices.Clone(core.Fields)
	core.Fields[core.byName["documents"]].Type = types
	d.root = &core
	d.nb = sync.OnceValue(func() []byte { return d.compose("nb") })
	d.en = sync.OnceValue(func() []byte { return d.compose("en") })
	return d
}

// Root describes the case with the facts of the document types in their place;
// all else is shared with the Root of the core.
func (d *DocumentTypes) Root() *Type {
	if d == nil {
		return Root()
	}
	return d.root
}

// Schema returns the JSON Schema 2020-12 of the case file with the facts of the
// document types, as the function Schema returns that of the core; where no type
// has a schema, they are the same. The caller must not change it.
func (d *DocumentTypes) Schema(language string) []byte {
	switch {
	case d == nil || len(d.schemas) == 0:
		return Schema(language)
	case language == "nb" || language == "nn":
		return d.nb()
	}
	return d.en()
}

// With returns the case as one that knows the document types: Validate checks
// the facts below documents by them, Open lists what is missing there, and in
// View each type that has a schema has its object, if only an empty one. A case
// that was loaded with the types knows them already.
//
// A case that was loaded without them had the values below documents read as
// YAML has them, which can be another type than the schema wants; Load with
// LoadOptions.Documents reads them right.
func (c *Case) With(d *DocumentTypes) *Case {
	if c.types == d {
		return c
	}
	out := *c
	out.types = d
	return &out
}

// root describes the case with what it knows of its document types.
func (c *Case) root() *Type { return c.types.Root() }

// places makes room in a view for the facts of each document type, so that one
// that is needed is missing in its own place, and not as a whole that the schema
// does not ask for.
func (d *DocumentTypes) places(view map[string]any) {
	if d == nil || len(d.schemas) == 0 {
		return
	}
	facts, ok := view["documents"].(map[string]any)
	if !ok {
		facts = map[string]any{}
		view["documents"] = facts
	}
	for id := range d.schemas {
		if facts[id] == nil {
			facts[id] = map[string]any{}
		}
	}
}
