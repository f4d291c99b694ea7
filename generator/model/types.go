package model

// Kind is the kind of a value in the schema.
type Kind string

// The kinds. A map has keys of its own choosing; any is not described here, such
// as the facts of one document type.
const (
	KindObject  Kind = "object"
	KindArray   Kind = "array"
	KindMap     Kind = "map"
	KindString  Kind = "string"
	KindInteger Kind = "integer"
	KindNumber  Kind = "number"
	KindBoolean Kind = "boolean"
	KindAny     Kind = "any"
)

// Type describes a value of the case. Types are shared and must not be changed.
type Type struct {
	Kind    Kind
	Name    string   // of an object, such as "Party"
	Fields  []Field  // of an object, in the order of the schema
	Item    *Type    // of an array or a map
	Enum    []string // the allowed values; nil when any is allowed
	EnumKey string   // name of the enumeration, such as "Location.purpose"
	Format  string   // date, email, country-code or period
	Pattern string   // regular expression (RE2)
	// MinItems is how many items an array must have to be complete.
	MinItems int
	// Conditions make fields required that otherwise are not.
	Conditions []Condition
	// Noun names one object of the type in each language; empty when a reader
	// needs no such name.
	Noun map[string]string

	byName map[string]int
	labels map[string]map[string]string // of Enum, by value and language
}

// Field is a field of an object.
type Field struct {
	Name     string
	Type     *Type
	Required bool     // an open point when absent, for the documents that need it
	Needs    []string // document types that need it; empty inherits from the object it stands in, "none" is no document
	Phase    string   // phase from which it counts; empty inherits
	Who      string   // who supplies it, "controller" or "processor"; empty inherits
	Title    map[string]string
	// Default is the enumerated value that documents go by when the field is absent;
	// empty when there is none.
	Default string
}

// Condition makes fields required when Field has one of Values (as text; true
// for a boolean).
type Condition struct {
	Field    string
	Values   []string
	Required []string
}

// Field finds a field of an object.
func (t *Type) Field(name string) (*Field, bool) {
	if t == nil {
		return nil, false
	}
	i, ok := t.byName[name]
	if !ok {
		return nil, false
	}
	return &t.Fields[i], true
}

// FieldNames lists the fields of an object, in the order of the schema.
func (t *Type) FieldNames() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}

// At finds the type at a path, such as "subprocessors[0].address.country"; list
// indexes may be left out of it ("subprocessors.address").
func (t *Type) At(path string) (*Type, bool) {
	steps, err := ParsePath(path)
	if err != nil {
		return nil, false
	}
	for _, s := range steps {
		if !s.isIndex() {
			for t.Kind == KindArray {
				t = t.Item
			}
		}
		next := t.child(s)
		if next == nil {
			return nil, false
		}
		t = next
	}
	return t, true
}

// child is the type one step down, nil when there is none.
func (t *Type) child(s Step) *Type {
	switch {
	case t.Kind == KindAny:
		return t
	case s.isIndex() && t.Kind == KindArray:
		return t.Item
	case s.isIndex():
		return nil
	case t.Kind == KindMap:
		return t.Item
	case t.Kind == KindObject:
		if f, ok := t.Field(s.Name); ok {
			return f.Type
		}
	}
	return nil
}
