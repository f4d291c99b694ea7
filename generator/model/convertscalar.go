package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// any reads what no schema describes, as YAML 1.2 has it; a date stays a text.
func (k *converter) any(n *yaml.Node, path string, depth int) any {
	t := &Type{Kind: KindAny}
	switch n.Kind {
	case yaml.MappingNode:
		return k.mapping(n, &Type{Kind: KindMap, Item: t}, path, depth)
	case yaml.SequenceNode:
		return k.list(n, &Type{Kind: KindArray, Item: t}, path, depth)
	}
	switch n.ShortTag() {
	case "!!int":
		if i, ok := parseInteger(n.Value); ok {
			return i
		}
	case "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil && numeric.MatchString(n.Value) {
			return f
		}
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	}
	return scalarText(n)
}

func (k *converter) text(n *yaml.Node, t *Type, path string) any {
	if n.Style&^yaml.TaggedStyle == 0 && otherType(n, t) && (t.Enum == nil || slices.Contains(t.Enum, n.Value)) {
		k.add(n, "quote-it", path, "value", shown(n.Value))
	}
	return scalarText(n)
}

// scalarText is the text of a scalar. The line break at the end of a block
// scalar belongs to YAML, not to the text.
func scalarText(n *yaml.Node) string {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return strings.TrimRight(n.Value, "\n")
	}
	return n.Value
}

// otherType tells whether an ordinary YAML reader takes an unquoted text for
// something else. YAML 1.1, which many still read, has no, yes, on and off as
// booleans: NO is not Norway there. A date is left alone where a date is wanted.
func otherType(n *yaml.Node, t *Type) bool {
	switch n.ShortTag() {
	case "!!int", "!!float", "!!bool":
		return true
	case "!!timestamp":
		return t.Format != "date"
	case "!!str":
		switch strings.ToLower(n.Value) {
		case "yes", "no", "on", "off":
			return true
		}
	}
	return false
}

var (
	wholeNumber = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)$`)
	numeric     = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
)

func parseInteger(s string) (int64, bool) {
	if !wholeNumber.MatchString(s) {
		return 0, false
	}
	i, err := strconv.ParseInt(s, 10, 64)
	return i, err == nil
}

func (k *converter) integer(n *yaml.Node, path string) any {
	i, ok := parseInteger(n.Value)
	switch {
	case ok && n.ShortTag() == "!!int":
		return i
	case ok:
		k.reject(n, "want-integer-quoted", path, "value", shown(n.Value))
	default:
		k.reject(n, "want-integer", path, "value", shown(n.Value))
	}
	return nil
}

func (k *converter) number(n *yaml.Node, path string) any {
	if tag := n.ShortTag(); (tag == "!!int" || tag == "!!float") && numeric.MatchString(n.Value) {
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	}
	k.reject(n, "want-number", path, "value", shown(n.Value))
	return nil
}

func (k *converter) boolean(n *yaml.Node, path string) any {
	if n.ShortTag() == "!!bool" {
		return strings.EqualFold(n.Value, "true")
	}
	suggestion := ""
	switch strings.ToLower(n.Value) {
	case "true", "yes", "ja", "on":
		suggestion = "true"
	case "false", "no", "nei", "off":
		suggestion = "false"
	}
	value := shown(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		value = strconv.Quote(value)
	}
	k.reject(n, "want-boolean", path, "value", value, "suggestion", suggestion)
	return nil
}
