package expr

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// languageFunctions speak of the languages of the document itself.
func languageFunctions() map[string]*function {
	return map[string]*function{
		"bilingual": {run: func(c *Context, _ *call, _ []value) (value, error) { return ok(c.Beside[1] != "") }},
		"language": {min: 1, max: 1, check: knownLanguage, run: func(c *Context, _ *call, a []value) (value, error) {
			which := a[0].data.(string)
			l, there := c.which(which)
			if !there {
				return value{}, fmt.Errorf("language %q: the document is in one language; ask bilingual first", which)
			}
			return ok(languages[l][index(c.Language)])
		}},
	}
}

// whichLanguages are what language may be asked for.
var whichLanguages = []string{"first", "second", "prevailing", "other"}

func knownLanguage(c *compiler, n *call, _ []typed) (*model.Type, error) {
	words, err := c.constants(n)
	if err != nil {
		return nil, err
	}
	for _, w := range whichLanguages {
		if words[0] == w {
			return nil, nil
		}
	}
	return nil, c.fail("expression-value", "value", words[0], "suggestion", model.Suggest(words[0], whichLanguages))
}

// which finds a language of the document. The text that prevails is the Norwegian
// one, wherever it stands, and of two Norwegian ones the first.
func (c *Context) which(word string) (doc.Language, bool) {
	first, second := c.Beside[0], c.Beside[1]
	prevailing, other := first, second
	if first == doc.English && second != "" {
		prevailing, other = second, first
	}
	l := map[string]doc.Language{"first": first, "second": second, "prevailing": prevailing, "other": other}[word]
	if l == "" && second == "" && (word == "first" || word == "prevailing") {
		l = c.Language
	}
	return l, l != ""
}

// languages by the words for them.
var languages = map[doc.Language][3]string{
	doc.Bokmal:  {"norsk bokmål", "norsk bokmål", "Norwegian Bokmål"},
	doc.Nynorsk: {"norsk nynorsk", "norsk nynorsk", "Norwegian Nynorsk"},
	doc.English: {"engelsk", "engelsk", "English"},
}
