package templates

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// words are what the program itself prints, by key and language (locale.yaml).
type words map[string]map[string]string

// Word returns the word of a key in a language, with {name} replaced from the
// pairs. A key that does not exist gives the key, which a test would show.
func (s *Set) Word(key string, l doc.Language, pairs ...string) string {
	w, ok := s.words[key][string(l)]
	if !ok {
		return key
	}
	if len(pairs) == 0 {
		return w
	}
	replace := make([]string, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		replace[i], replace[i+1] = "{"+pairs[i]+"}", pairs[i+1]
	}
	return strings.NewReplacer(replace...).Replace(w)
}

// locale reads the words. Those of the program itself are the lowest layer, so
// that a set of document types need not bring them; in a house library each word
// replaces one.
func (ld *loader) locale(layers []fs.FS, house bool) {
	ld.file = "locale.yaml"
	ld.set.words = words{}
	sources := map[string][]byte{} // key → the file that has it last
	for i := len(layers) - 1; i >= 0; i-- {
		if _, err := fs.Stat(layers[i], ld.file); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		text, ok := ld.read(layers[i], ld.file)
		if !ok {
			continue
		}
		ld.source = text
		if house && i == 0 {
			ld.set.replaced = append(ld.set.replaced, ld.file)
		}
		var w words
		if !ld.decode(text, &w) {
			continue
		}
		known := slices.Sorted(maps.Keys(ld.set.words))
		for _, key := range slices.Sorted(maps.Keys(w)) {
			if ld.set.words[key] == nil {
				if i < len(layers)-1 { // it would never be printed
					ld.problemAt("library-key", ld.at(key), "key", key, "suggestion", model.Suggest(key, known))
					continue
				}
				ld.set.words[key] = map[string]string{}
			}
			sources[key] = text
			for l, word := range w[key] {
				if !slices.Contains(doc.Languages(), doc.Language(l)) {
					ld.problemAt("library-language", ld.at(key, l), "value", l)
				}
				ld.set.words[key][l] = word
			}
		}
	}
	for key, by := range ld.set.words {
		for _, l := range ld.library.Languages() {
			if by[string(l)] == "" {
				ld.source = sources[key]
				ld.problemAt("text-language", ld.at(key), "what", key, "language", string(l))
			}
		}
	}
}
