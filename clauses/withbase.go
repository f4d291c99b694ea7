package clauses

import (
	"bytes"
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// WithBase writes the key base into the YAML file of what is copied into a house
// library: below version (of a catalogue, edition), or else below id. All else
// stays as it is, comments as well.
func WithBase(text []byte, fingerprint string) []byte {
	text = normalise(text)
	var root yaml.Node
	if yaml.Unmarshal(text, &root) != nil || len(root.Content) == 0 {
		return text
	}
	version := ""
	after := 0
	for _, key := range []string{"id", "edition", "version"} {
		if place, value := child(root.Content[0], key); place != nil {
			after = place.Line
			if key != "id" {
				version = "version: " + strconv.Quote(value.Value) + ", "
			}
		}
	}
	line := fmt.Sprintf("base: {%sfingerprint: %q}\n", version, fingerprint)
	at := 0
	for range after {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			text = append(bytes.Clone(text), '\n')
			at = len(text)
			break
		}
		at += next + 1
	}
	return []byte(string(text[:at]) + line + string(text[at:]))
}
