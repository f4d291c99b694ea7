package doc_test

import (
	"fmt"

	"github.com/samsvar/samsvar/doc"
)

func ExampleNumber() {
	ref := &doc.Ref{Target: "audit#breach"}
	d := &doc.Document{
		ID:       "dpa",
		Language: doc.English,
		Labels:   doc.Labels{Clause: "clause"},
		Blocks: []doc.Block{
			&doc.Section{ID: "audit", Scheme: doc.Clause, Level: 1, Title: doc.T("Audit"), Blocks: []doc.Block{
				&doc.Paragraph{Scheme: doc.Clause, Level: 2, Inlines: doc.T("The controller may audit:")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Inlines: doc.T("once a year, and")},
				&doc.Paragraph{ID: "audit#breach", Scheme: doc.Clause, Level: 3, Inlines: doc.T("after a breach.")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 2, Inlines: []doc.Inline{&doc.Text{S: "The costs of "}, ref, &doc.Text{S: " are shared."}}},
			}},
		},
	}
	fmt.Println(len(doc.Number(d)), "dangling")
	fmt.Printf("%+q\n", ref.Text())
	// Output:
	// 0 dangling
	// "clause\u00a01.1(b)"
}
