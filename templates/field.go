package templates

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
)

// Field is a fact of the case that meets demands by itself: what they ask for is
// that the fact is known. A document that prints it says so; a text for it is then
// not needed.
type Field struct {
	Path   string // in the case: processor.certificates
	Value  *expr.Expr
	When   *expr.Expr // leaves the demands to others
	Covers []string
}

// CasePrefix begins the name of a fact among the places that meet a demand:
// case:processor.certificates.
const CasePrefix = "case:"

// Target is the name of the fact among the places that meet a demand.
func (f *Field) Target() string { return CasePrefix + f.Path }

// Field finds the fact of a target.
func (t *Template) Field(target string) (*Field, bool) {
	for i := range t.Fields {
		if t.Fields[i].Target() == target {
			return &t.Fields[i], true
		}
	}
	return nil, false
}

// fieldPath is a path without a call or an index: a fact of the case itself.
var fieldPath = regexp.MustCompile(`^(\.[A-Za-z_][A-Za-z0-9_]*)+$`)

func (ld *loader) fields(raw []rawField, s expr.Scope) (out []Field) {
	seen := map[string]bool{}
	for i, r := range raw {
		switch path := r.Path; {
		case path.Text == "":
			ld.wanted(false, "fields", strconv.Itoa(i), "path")
			continue
		case !fieldPath.MatchString(path.Text):
			ld.problem("template-field", path.Line, "path", path.Text)
			continue
		case seen[path.Text]:
			ld.problem("template-key-twice", path.Line, "id", "fields", "key", path.Text)
		}
		seen[r.Path.Text] = true
		ld.wanted(r.Covers != nil, "fields", strconv.Itoa(i), "covers")
		out = append(out, Field{
			Path: strings.TrimPrefix(r.Path.Text, "."), Value: ld.expr(r.Path, s), When: ld.expr(r.When, s), Covers: r.Covers,
		})
	}
	return out
}
