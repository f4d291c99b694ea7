package expr

import (
	"slices"
	"strconv"
	"strings"
)

// Uses lists what the expression takes from outside itself, sorted and each once:
// paths of the case (.title, $.title), and the terms and provisions that it names
// (term "controller", law "gdpr-28", note "gdpr-28"), whatever their form. It is
// the same for expressions that say the same in different languages.
func (e *Expr) Uses() []string {
	var out []string
	collectUses(e.node, &out)
	slices.Sort(out)
	return slices.Compact(out)
}

// named are the functions whose first argument names a term or a provision.
var named = map[string]string{"term": "term", "Term": "term", "law": "law", "note": "note"}

func collectUses(n node, out *[]string) {
	switch n := n.(type) {
	case *path:
		s := ""
		if n.root {
			s = "$"
		}
		for _, step := range n.steps {
			s += "." + step.name
		}
		*out = append(*out, strings.TrimSpace(s))
	case *call:
		if kind, ok := named[n.name]; ok && len(n.args) > 0 {
			if l, isLiteral := n.args[0].(literal); isLiteral {
				if id, isText := l.data.(string); isText {
					*out = append(*out, kind+" "+strconv.Quote(id))
					return
				}
			}
		}
		for _, a := range n.args {
			collectUses(a, out)
		}
	}
}
