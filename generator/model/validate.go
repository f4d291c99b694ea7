package model

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/samsvar/samsvar/generator/report"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

const schemaURL = "urn:samsvar:case"

// compiled is the schema without its texts, which a validator has no use for.
var compiled = sync.OnceValue(func() *jsonschema.Schema {
	s, err := compileSchema(schemaEN)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	return s
})

func compileSchema(schema []byte) (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	if m, ok := doc.(map[string]any); ok {
		delete(m, "$id")
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	for _, f := range formats {
		c.RegisterFormat(f)
	}
	if err := c.AddResource(schemaURL, bare(doc, false)); err != nil {
		return nil, err
	}
	return c.Compile(schemaURL)
}

// bare removes titles, descriptions and our own extension from a schema. Below
// properties and $defs the keys are names, not keywords.
func bare(v any, names bool) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	for key, x := range m {
		switch {
		case !names && (key == "title" || key == "description" || key == "x-samsvar"):
			delete(m, key)
		default:
			m[key] = bare(x, !names && (key == "properties" || key == "$defs"))
		}
	}
	return m
}

// Validate checks the case against the schema, the facts below documents against
// those of the document types that it knows (With), and what can be said of it
// without other knowledge: organisation numbers, ids that occur twice, text that
// no document can hold. What is absent is not a problem. The problems are sorted
// by place.
func (c *Case) Validate() []report.Problem {
	value := c.raw()
	var problems []report.Problem
	var invalid *jsonschema.ValidationError
	if errors.As(compiled().Validate(value), &invalid) {
		c.schemaProblems(invalid, value, "", &problems)
	}
	c.documentProblems(value, &problems)
	c.textProblems(value, c.root(), "", &problems)
	c.orgNumberProblems(&problems)
	report.SortProblems(problems)
	return problems
}

// schemaProblems rewords the errors of the validator about the value at a path;
// what is absent is left to Open.
func (c *Case) schemaProblems(e *jsonschema.ValidationError, value any, path string, out *[]report.Problem) {
	for _, cause := range e.Causes {
		c.schemaProblems(cause, value, path, out)
	}
	if len(e.Causes) > 0 {
		return
	}
	path, at := locate(path, value, e.InstanceLocation)
	text := shown(fmt.Sprint(at))
	add := func(rule string, args ...string) { *out = append(*out, c.Problem(rule, path, args...)) }
	switch k := e.ErrorKind.(type) {
	case *kind.Required, *kind.MinItems, *kind.MinLength, *kind.DependentRequired:
	case *kind.Enum:
		if text == "" {
			return // an empty item of a list; it has its own rule
		}
		if path == "samsvar" {
			add("format-unknown", "value", text, "format", strconv.Itoa(Format))
			return
		}
		allowed := make([]string, len(k.Want))
		for i, v := range k.Want {
			allowed[i] = fmt.Sprint(v)
		}
		add("value-unknown", "value", text, "allowed", strings.Join(allowed, ", "), "suggestion", Suggest(text, allowed))
	case *kind.Format:
		switch k.Want {
		case "country-code":
			add("not-country", "value", text, "suggestion", suggestCountry(text))
		case "date", "email", "period":
			add("not-"+k.Want, "value", text)
		default:
			add("not-allowed", "value", text)
		}
	case *kind.Pattern:
		if k.Want == idPattern {
			add("not-id", "value", text)
		} else {
			add("not-pattern", "value", text, "pattern", k.Want)
		}
	case *kind.Minimum:
		add("number-small", "value", text, "min", decimal(k.Want))
	case *kind.Maximum:
		add("number-large", "value", text, "max", decimal(k.Want))
	case *kind.MaxLength:
		add("text-long", "length", strconv.Itoa(k.Got), "max", strconv.Itoa(k.Want))
	case *kind.AdditionalProperties:
		names := slices.Clone(k.Properties)
		slices.Sort(names)
		t, ok := c.root().At(path)
		for _, name := range names {
			args := []string{"key", shown(name)}
			if ok {
				args = t.unknown(name)
			}
			*out = append(*out, c.Problem("key-unknown", joinKey(path, name), args...))
		}
	case *kind.Type:
		c.kindProblem(k.Want, path, at, out)
	default:
		add("not-allowed", "value", text)
	}
}

// idPattern is the pattern of all ids in the structs.
const idPattern = `^[A-Za-z][A-Za-z0-9._-]{0,39}$`

func decimal(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return r.FloatString(2)
}

// locate follows a location of the validator from the value at a path, and
// writes it as a path.
func locate(path string, v any, location []string) (string, any) {
	for _, step := range location {
		switch x := v.(type) {
		case map[string]any:
			path, v = joinKey(path, step), x[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(x) {
				return path, nil
			}
			path, v = joinIndex(path, i), x[i]
		}
	}
	return path, v
}

// textProblems finds texts that no document can hold, empty items of lists and
// ids that occur twice.
func (c *Case) textProblems(v any, t *Type, path string, out *[]report.Problem) {
	add := func(rule, path string, args ...string) { *out = append(*out, c.Problem(rule, path, args...)) }
	switch v := v.(type) {
	case string:
		if i := badByte([]byte(v)); i >= 0 || strings.ContainsRune(v, '\r') {
			add("text-control", path, "value", shown(v))
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			if sub := t.child(Step{Name: key}); sub != nil {
				c.textProblems(v[key], sub, joinKey(path, key), out)
			}
		}
	case []any:
		first := map[string]int{}
		for i, item := range v {
			at := joinIndex(path, i)
			if item == "" && !c.rejected(at) {
				add("item-empty", at)
			}
			if sub := t.child(Step{Index: i}); sub != nil {
				c.textProblems(item, sub, at, out)
			}
			if m, ok := item.(map[string]any); ok && t.Kind == KindArray && t.Item.Kind == KindObject {
				id, _ := m["id"].(string)
				if n, twice := first[id]; twice && id != "" {
					add("id-twice", joinKey(at, "id"), "id", shown(id), "first", joinIndex(path, n))
				} else {
					first[id] = i
				}
			}
		}
	}
}

// rejected reports whether the value at path, or one above it, is in the file
// but cannot be used; that has been reported already.
func (c *Case) rejected(path string) bool {
	return c.source != nil && c.source.rejected[c.Original(path)]
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, cmp.Compare)
	return keys
}
