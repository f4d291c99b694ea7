package qa_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/qa"
)

// TestLongTexts: the time grows with the text, not with its square, which would take
// hours for the lengths here.
func TestLongTexts(t *testing.T) {
	l, problems := clauses.Load(clauses.Embedded(), clauses.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	k := qa.New(l)
	for _, part := range []string{"brudd varsles innen 48 timer ", "punkt 99.9 ", "bilag Q ", "M-99 ", ". ", ".) ", "1 ", "en ", "«", "Brudd. "} {
		text := strings.Repeat(part, 400_000/len(part))
		c := &model.Case{
			Title: text, Agreement: &model.Agreement{BreachNoticeHours: new(24)},
			Security: &model.Security{Measures: []model.Measure{{ID: "M-01"}}},
		}
		d := &doc.Document{Language: doc.Bokmal, Blocks: []doc.Block{&doc.Section{ID: "x", Blocks: []doc.Block{
			&doc.Paragraph{ID: "x#1", Inlines: doc.T(text), Pos: doc.Pos{File: "x.nb.md", Line: 1}},
		}}}}
		found := k.Check(qa.Document{Tree: d, Case: c})
		if want := strings.ContainsAny(part, "4Q9"); want != (len(found) > 0) && part != "M-99 " {
			t.Errorf("%q: %d findings", part, len(found))
		}
	}
}
