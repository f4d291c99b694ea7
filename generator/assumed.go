package generator

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// assumed lists the defaults that the documents of a case go by.
func assumed(c *model.Case) (out []report.Assumed) {
	for _, a := range c.Assumed() {
		words := map[string]string{}
		for _, l := range doc.Languages() {
			words[string(l)] = a.Label(string(l))
		}
		out = append(out, report.Assumed{Path: a.Path, Value: a.Value, Words: words, Pos: a.Pos})
	}
	return out
}
