package generator

import (
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// Relabel names open points in a language (nb, nn or en), such as that of the
// user; a report has them in that of the document.
func Relabel(c *model.Case, open []report.Open, language string) {
	labels := map[string]map[string]string{}
	for i, o := range open {
		if labels[o.Document] == nil {
			labels[o.Document] = map[string]string{}
			for _, f := range c.Open(o.Document) {
				labels[o.Document][f.Path] = f.Label(language)
			}
		}
		label, ok := labels[o.Document][o.Path]
		if !ok {
			label = c.OpenAt(o.Path, o.Document).Label(language)
		}
		open[i].Label = label
	}
}
