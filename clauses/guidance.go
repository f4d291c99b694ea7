package clauses

import (
	"errors"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// Guidance implements expr.Words: the rows of a group of a catalogue, in its order.
func (w *Words) Guidance(group string, l doc.Language) (out []expr.Guidance) {
	for _, d := range w.library.Group(group) {
		out = append(out, expr.Guidance{ID: d.Short(), Text: d.Words(l)})
	}
	return out
}

// Risk implements expr.Words: only a generator knows the scale of a case.
func (w *Words) Risk(view, _ string, _ doc.Language) ([]map[string]any, error) {
	return nil, errors.New(view + ": the risk assessment is known where a document is made")
}

// Zone implements expr.Words; the words for zones are those of a generator.
func (w *Words) Zone(country string, _ doc.Language) string { return country }
