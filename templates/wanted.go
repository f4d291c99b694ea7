package templates

import (
	"errors"

	"github.com/samsvar/samsvar/clauses/expr"
)

// Wanted reports whether a case calls for the document type: its condition holds,
// or cannot be decided yet.
func (t *Template) Wanted(view map[string]any) bool {
	if t.When == nil {
		return true
	}
	yes, err := t.When.True(&expr.Context{Root: view, Dot: view})
	var open *expr.Open
	return yes || errors.As(err, &open)
}
