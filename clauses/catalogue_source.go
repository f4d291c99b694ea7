package clauses

import (
	_ "embed"
	"regexp"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/doc"
)

//go:embed source-words.yaml
var sourceWordsFile []byte

// sourceWord is a phrase in the source of a demand.
type sourceWord struct {
	EN string `yaml:"en"`
	NB string `yaml:"nb"`
	NN string `yaml:"nn"`

	pattern *regexp.Regexp
}

var sourceWords = sync.OnceValue(func() (words []sourceWord) {
	if err := yaml.Unmarshal(sourceWordsFile, &words); err != nil {
		panic(err) // embedded data, read by a test
	}
	for i := range words {
		words[i].pattern = regexp.MustCompile(`(^|[^\p{L}-])` + regexp.QuoteMeta(words[i].EN) + `($|[^\p{L}-])`)
	}
	return words
})

// SourceIn is the source as a document in the language says it.
func (d *Demand) SourceIn(l doc.Language) string {
	if l == doc.English {
		return d.Source
	}
	s := d.Source
	for _, w := range sourceWords() {
		to := w.NB
		if l == doc.Nynorsk {
			to = w.NN
		}
		s = w.pattern.ReplaceAllString(s, "${1}"+to+"${2}")
	}
	return s
}
