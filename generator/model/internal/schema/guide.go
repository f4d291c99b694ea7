package schema

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
)

// Guide writes the page about the case file: every object with its fields, their
// meaning, when they are needed and the law they come from.
func Guide(fsys fs.FS) ([]byte, error) {
	docs, err := ReadDocs(fsys)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(`# The case file

Every field of a case, from the structs in generator/model. This page is generated: go generate ./generator/model

*Needed* means that the document has an open point while the fact is absent; nothing else is ever required. A field whose
object is absent is not needed. *When* says which answer makes it needed.

`)
	for _, o := range Objects() {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", o.Name, docs.Lang["en"][o.Name].Desc)
		b.WriteString("| field | value | needed | meaning | law |\n|---|---|---|---|---|\n")
		for _, f := range o.Fields {
			key := docs.key(f)
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", f.Name, kindOf(f), neededOf(f), cell(docs.Lang["en"][key].Desc), cell(docs.Law[key]))
		}
		b.WriteString("\n")
	}
	return []byte(strings.TrimRight(b.String(), "\n") + "\n"), nil
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// kindOf describes the value: its type, its limits or its words.
func kindOf(f Field) string {
	var values, limits []string
	for part := range strings.SplitSeq(f.Tag.Get("jsonschema"), ",") {
		name, value, _ := strings.Cut(part, "=")
		switch name {
		case "enum":
			values = append(values, "`"+value+"`")
		case "minimum":
			limits = append(limits, "from "+value)
		case "maximum":
			limits = append(limits, "to "+value)
		case "format":
			limits = append(limits, value)
		}
	}
	if len(values) > 0 {
		list := ""
		if f.Type.Kind() == reflect.Slice {
			list = "list of "
		}
		return list + strings.Join(values, ", ")
	}
	kind := typeName(f.Type)
	if len(limits) > 0 {
		kind += ", " + strings.Join(limits, " ")
	}
	return kind
}

func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return typeName(t.Elem())
	case reflect.Slice:
		return "list of " + typeName(t.Elem())
	case reflect.Map:
		return "map to " + typeName(t.Elem())
	case reflect.Struct:
		return fmt.Sprintf("[%s](#%s)", t.Name(), strings.ToLower(t.Name()))
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "whole number"
	case reflect.Interface:
		return "anything"
	}
	if t.Name() == "Date" {
		return "date"
	}
	return "text"
}

// neededOf says when an absent field is an open point.
func neededOf(f Field) string {
	needed := ""
	for part := range strings.SplitSeq(f.Tag.Get("jsonschema"), ",") {
		if part == "required" {
			needed = "yes"
		}
	}
	for _, c := range conditions {
		for _, r := range c.required {
			if c.object != f.Object || r != f.Name {
				continue
			}
			var words []string
			for _, v := range c.values {
				words = append(words, fmt.Sprint(v))
			}
			needed = fmt.Sprintf("when `%s: %s`", c.field, strings.Join(words, "` or `"))
		}
	}
	return needed
}
