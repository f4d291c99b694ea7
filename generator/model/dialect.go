package model

import (
	"regexp"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/generator/model/internal/jsontree"
	"github.com/samsvar/samsvar/generator/report"
)

// A dialect checks the schema of a document type's own facts, and puts the tree
// into the form of the core schema: objects closed, labels in x-samsvar,
// enumerations named.
type dialect struct {
	id        string
	languages []string
	defs      *jsontree.Node
	problems  []report.Problem
}

func (d *dialect) add(rule string, at jsontree.Pos, args ...string) {
	d.problems = append(d.problems, report.Problem{Rule: rule, Pos: report.Pos{Line: at.Line, Column: at.Column}, Args: report.Args(args...)})
}

// value reports a value that a key cannot have.
func (d *dialect) value(key string, n *jsontree.Node, allowed ...string) {
	text := n.Text
	switch n.Kind {
	case jsontree.Object:
		text = "{ }"
	case jsontree.Array:
		text = "[ ]"
	}
	suggestion := Suggest(text, allowed)
	if suggestion != "" {
		allowed = nil
	}
	d.add("schema-value", n.Pos, "key", key, "value", shown(text), "suggestion", suggestion, "allowed", strings.Join(allowed, ", "))
}

// keys checks that an object has only keys of a list, each once; false when it is
// no object.
func (d *dialect) keys(key string, n *jsontree.Node, allowed []string) bool {
	if n.Kind != jsontree.Object {
		d.value(key, n)
		return false
	}
	first := map[string]int{}
	for _, m := range n.Members {
		if line, twice := first[m.Key]; twice {
			d.add("key-twice", m.At, "key", shown(m.Key), "line", itoa(line))
			continue
		}
		first[m.Key] = m.At.Line
		if allowed != nil && !slices.Contains(allowed, m.Key) {
			suggestion, list := Suggest(m.Key, allowed), ""
			if suggestion == "" {
				list = strings.Join(allowed, ", ")
			}
			d.add("schema-keyword", m.At, "key", shown(m.Key), "suggestion", suggestion, "allowed", list)
		}
	}
	return true
}

// factName is what an expression can spell: .documents.exit.format.
var factName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

func (d *dialect) name(s string, at jsontree.Pos) {
	if !factName.MatchString(s) {
		d.add("schema-name", at, "name", shown(s))
	}
}

// top checks the whole schema.
func (d *dialect) top(n *jsontree.Node) {
	if n.Kind != jsontree.Object || n.Get("type") == nil || n.Get("type").Text != "object" || n.Get("properties") == nil {
		d.add("schema-object", n.Pos)
		return
	}
	d.name(d.id, n.Pos)
	if s := n.Get("$schema"); s != nil && s.Text != draft {
		d.value("$schema", s, draft)
	}
	d.defs = n.Get("$defs")
	n.Delete("$schema")
	n.Delete("$id")
	n.Delete("$defs")
	if x := n.Get("x-samsvar"); x.Get("needs") != nil {
		d.value("needs", x.Get("needs"))
		x.Delete("needs")
	}
	d.schema(n, d.id)
	if d.defs != nil {
		d.definitions()
		n.Set("$defs", d.defs)
	}
	if len(d.problems) == 0 {
		d.extension(n).Set("needs", jsontree.NewArray(jsontree.NewString(d.id)))
	}
}

// definitions checks $defs. A list cannot stand there, so that none is its own
// item.
func (d *dialect) definitions() {
	if !d.keys("$defs", d.defs, nil) {
		return
	}
	for _, m := range d.defs.Members {
		d.name(m.Key, m.At)
		if t := m.Value.Get("type"); t != nil && t.Text == "array" || m.Value.Get("$ref") != nil {
			d.value(m.Key, m.Value)
			continue
		}
		d.schema(m.Value, d.id+"."+m.Key)
	}
}

const draft = "https://json-schema.org/draft/2020-12/schema"

// keywords are what may stand beside a type; an object has properties, a map has
// not.
var keywords = map[string][]string{
	"ref":     {"$ref", "title", "description", "x-samsvar"},
	"object":  {"type", "title", "description", "x-samsvar", "properties", "required", "additionalProperties", "if", "then", "else"},
	"map":     {"type", "title", "description", "x-samsvar", "additionalProperties"},
	"array":   {"type", "title", "description", "x-samsvar", "items", "minItems"},
	"string":  {"type", "title", "description", "x-samsvar", "enum", "format", "pattern", "minLength", "maxLength"},
	"integer": {"type", "title", "description", "x-samsvar", "minimum", "maximum"},
	"number":  {"type", "title", "description", "x-samsvar", "minimum", "maximum"},
	"boolean": {"type", "title", "description", "x-samsvar"},
}

var typeNames = []string{"object", "array", "string", "integer", "number", "boolean"}

// schema checks a schema; name is what its enumeration is called by.
func (d *dialect) schema(n *jsontree.Node, name string) {
	kind := ""
	switch t := n.Get("type"); {
	case n.Kind != jsontree.Object:
		d.value(name, n)
		return
	case n.Get("$ref") != nil:
		kind = "ref"
	case t == nil:
		d.keys(name, n, append([]string{"$ref"}, d.anyKeyword()...))
		d.add("schema-missing", n.Pos, "key", "type")
		return
	case t.Kind != jsontree.String || !slices.Contains(typeNames, t.Text):
		d.value("type", t, typeNames...)
		return
	case t.Text == "object" && n.Get("properties") == nil:
		kind = "map"
	default:
		kind = t.Text
	}
	d.keys(name, n, keywords[kind])
	d.texts(n, name)
	switch kind {
	case "ref":
		d.reference(n.Get("$ref"))
	case "object":
		d.object(n, name)
	case "map":
		d.inner(n, "additionalProperties", name)
	case "array":
		d.number("minItems", n.Get("minItems"), true)
		d.inner(n, "items", name)
	default:
		d.scalar(n)
	}
	d.words(n, name)
}

// anyKeyword lists what may stand in some schema, so that an unknown keyword is
// found where the type is missing as well.
func (d *dialect) anyKeyword() []string {
	var out []string
	for _, kind := range typeNames {
		for _, key := range keywords[kind] {
			if !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

// inner checks the schema of the items of a list or a map.
func (d *dialect) inner(n *jsontree.Node, key, name string) {
	if inner := n.Get(key); inner == nil {
		d.add("schema-missing", n.Pos, "key", key)
	} else {
		d.schema(inner, name)
	}
}

func (d *dialect) reference(n *jsontree.Node) {
	name, ok := strings.CutPrefix(n.Text, "#/$defs/")
	if n.Kind == jsontree.String && ok && d.defs != nil && d.defs.Get(name) != nil {
		return
	}
	var known []string
	if d.defs != nil {
		for _, m := range d.defs.Members {
			known = append(known, "#/$defs/"+m.Key)
		}
	}
	d.add("schema-reference", n.Pos, "target", shown(n.Text), "suggestion", Suggest(n.Text, known))
}
