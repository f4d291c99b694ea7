package templates

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
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
	for i := len(layers) - 1; i >= 0; i-- {
		if _, err := fs.Stat(layers[i], ld.file); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		text, ok := ld.read(layers[i], ld.file)
		var w words
		if !ok || !ld.decode(text, &w) {
			continue
		}
		if house && i == 0 {
			ld.set.replaced = append(ld.set.replaced, ld.file)
		}
		for key, by := range w {
			if ld.set.words[key] == nil {
				if i < len(layers)-1 { // it would never be printed
					ld.problem("library-yaml", 0, "reason", "the key "+key+" is not known here")
				}
				ld.set.words[key] = map[string]string{}
			}
			for l, word := range by {
				if !slices.Contains(doc.Languages(), doc.Language(l)) {
					ld.problem("library-yaml", 0, "reason", "the key "+key+"."+l+" is not known here")
				}
				ld.set.words[key][l] = word
			}
		}
	}
	for key, by := range ld.set.words {
		for _, l := range ld.library.Languages() {
			if by[string(l)] == "" {
				ld.problem("text-language", 0, "what", key, "language", string(l))
			}
		}
	}
}
