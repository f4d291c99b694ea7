package qa

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/clauses/words"
)

//go:embed facts.yaml
var factsYAML []byte

// data is what facts.yaml says.
type data struct {
	Numbers   map[string]map[string]int    `yaml:"numbers"` // language → word → number
	Units     map[string]map[string]string `yaml:"units"`   // language → word → unit
	Between   map[string]string            `yaml:"between"` // adjective → unit of the noun after it
	Facts     []fact                       `yaml:"facts"`
	Elsewhere patterns                     `yaml:"elsewhere"`

	spoken map[string][]spoken // by word: Numbers the other way round
}

// spoken is a number in words.
type spoken struct {
	language string
	number   int
}

// fact is a number of the case, and how a sentence that speaks of it is known.
type fact struct {
	Path   string     `yaml:"path"`
	Unit   string     `yaml:"unit"`   // hours or days
	All    []patterns `yaml:"all"`    // a word of each group stands in the sentence
	Not    patterns   `yaml:"not"`    // and none of these
	Ignore []string   `yaml:"ignore"` // values of the case that speak of something else, by path
}

// patterns match words: "varsl*" the beginning, "*varsel*" any part, "rto" all.
type patterns []pattern

type pattern struct {
	text       string
	start, end bool // more may stand before, after
}

// UnmarshalYAML reads a pattern from a word with or without stars.
func (p *pattern) UnmarshalYAML(n *yaml.Node) error {
	var s string
	if err := n.Decode(&s); err != nil {
		return err
	}
	*p = pattern{strings.Trim(s, "*"), strings.HasPrefix(s, "*"), strings.HasSuffix(s, "*")}
	if ws := words.Split(p.text); len(ws) != 1 || ws[0].Lower != p.text {
		return fmt.Errorf("facts.yaml: %q is no pattern for a word in small letters", s)
	}
	return nil
}

func (p pattern) match(word string) bool {
	switch {
	case p.start && p.end:
		return strings.Contains(word, p.text)
	case p.start:
		return strings.HasSuffix(word, p.text)
	case p.end:
		return strings.HasPrefix(word, p.text)
	}
	return word == p.text
}

func (p patterns) match(word string) bool {
	for i := range p {
		if p[i].match(word) {
			return true
		}
	}
	return false
}

func (p patterns) in(ws []words.Word) bool {
	return slices.ContainsFunc(ws, func(w words.Word) bool { return p.match(w.Lower) })
}

var loadData = sync.OnceValue(func() *data {
	d, err := readData(factsYAML)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	return d
})

func readData(text []byte) (*data, error) {
	var d data
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(&d); err != nil {
		return nil, err
	}
	for _, f := range d.Facts {
		if f.Path == "" || f.Unit != "hours" && f.Unit != "days" || len(f.All) == 0 {
			return nil, fmt.Errorf("facts.yaml: %q has no path, unit or words", f.Path)
		}
	}
	d.spoken = map[string][]spoken{}
	for _, lang := range slices.Sorted(maps.Keys(d.Numbers)) {
		for word, n := range d.Numbers[lang] {
			d.spoken[word] = append(d.spoken[word], spoken{lang, n})
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(d.Units)) {
		for word, unit := range d.Units[lang] {
			if inHours(1, unit).least == 0 {
				return nil, fmt.Errorf("facts.yaml: %s: %q is no unit", word, unit)
			}
		}
	}
	return &d, nil
}
