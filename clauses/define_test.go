package clauses_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

// TestDefinitions: the terms of a clause, and of one that a house library has
// replaced, whose words other texts go on using.
func TestDefinitions(t *testing.T) {
	base := files(
		"text/dpa/x.yaml", header+"defines:\n  place: {nb: [sted, steder]}\n  days.b: {nb: [uker]}\n  days.a: {nb: [dager]}\n",
		"text/dpa/x.nb.md", "# T\n\n- **dager** og **uker** {#days}\n- **sted**: x {#place}\n")
	list := func(o clauses.Options) (out []string) {
		for _, d := range load(t, base, o).Definitions() {
			out = append(out, d.Key+" "+d.Paragraph()+" "+d.Forms.In(doc.Bokmal)[0])
		}
		return out
	}
	if got, want := list(clauses.Options{}), []string{"days.a dpa.x#days dager", "days.b dpa.x#days uker", "place dpa.x#place sted"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	house := files("text/dpa/x.yaml", header+"defines:\n  place: {nb: [plass]}\n", "text/dpa/x.nb.md", "# T\n\n- **plass**: x {#place}\n")
	delete(house, "terms.yaml")
	delete(house, "law.yaml")
	if got, want := list(clauses.Options{Overlay: house}), []string{"days.a dpa.x#days dager", "days.b dpa.x#days uker", "place dpa.x#place plass"}; !slices.Equal(got, want) {
		t.Errorf("in a house library: %q", got)
	}
	if got := (clauses.Forms{NB: []string{"x"}}).In("sv"); got != nil {
		t.Errorf("%q", got)
	}
}
