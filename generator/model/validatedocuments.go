package model

import (
	"errors"
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/generator/report"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// documentProblems checks the facts of the document types' own.
func (c *Case) documentProblems(value map[string]any, out *[]report.Problem) {
	if c.types == nil {
		return
	}
	facts, _ := value["documents"].(map[string]any)
	known, _ := c.types.root.Field("documents")
	for _, id := range sortedKeys(facts) {
		path := joinKey("documents", id)
		if _, ok := known.Type.Field(id); !ok {
			*out = append(*out, c.Problem("key-unknown", path, known.Type.unknown(id)...))
			continue
		}
		s := c.types.schemas[id]
		if s == nil {
			continue
		}
		compiled, err := s.compiled()
		if err != nil { // the dialect lets nothing through that does not compile
			*out = append(*out, c.Problem("schema-json", path, "reason", err.Error()))
			continue
		}
		var invalid *jsonschema.ValidationError
		if errors.As(compiled.Validate(facts[id]), &invalid) {
			c.schemaProblems(invalid, facts[id], path, out)
		}
	}
}

// kindProblem reports a value of another kind than the schema wants. Load has
// converted what stands in a file; this is a value that was made in Go, or read
// before the schema was known.
func (c *Case) kindProblem(want []string, path string, at any, out *[]report.Problem) {
	value := ""
	switch at := at.(type) {
	case map[string]any, []any:
	case string:
		if at == "" {
			return // an empty item of a list; it has its own rule
		}
		value = shown(at)
	default:
		value = fmt.Sprint(at)
	}
	rule := "want-" + strings.Replace(strings.Join(want, ""), "array", "list", 1)
	if rule == "want-string" && value != "" {
		rule = "want-string-quoted"
	}
	*out = append(*out, c.Problem(rule, path, "value", value, "suggestion", ""))
}
