package report

import (
	"maps"
	"slices"
	"strings"
)

// Args makes the arguments of a problem from pairs of name and value.
func Args(pairs ...string) map[string]string {
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return args
}

// Words are the pairs of an argument that is in words: {name} gets that of the
// reader's language, and English, or else another one, where there is none.
func Words[L ~string](name string, texts map[L]string) (pairs []string) {
	for _, l := range slices.Sorted(maps.Keys(texts)) {
		if texts[l] != "" {
			pairs = append(pairs, name+"."+string(l), texts[l])
		}
	}
	return pairs
}

// localised gives the arguments in words the name that a message has for them.
func localised(args map[string]string, language string) map[string]string {
	var out map[string]string
	for _, key := range slices.Sorted(maps.Keys(args)) {
		name, l, inWords := strings.Cut(key, ".")
		if !inWords {
			continue
		}
		if out == nil {
			out = maps.Clone(args)
		}
		if _, other := out[name]; l == language || !other || l == "en" && args[name+"."+language] == "" {
			out[name] = args[key]
		}
	}
	if out == nil {
		return args
	}
	return out
}
