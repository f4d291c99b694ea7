package markdown_test

import (
	"fmt"
	"os"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/markdown"
)

func ExampleWrite() {
	d := &doc.Document{
		Title:    "Audit",
		Language: doc.English,
		Blocks: []doc.Block{
			&doc.Section{ID: "audit", Scheme: doc.Clause, Level: 1, Title: doc.T("Audit"), Blocks: []doc.Block{
				&doc.Paragraph{Scheme: doc.Clause, Level: 2, Inlines: doc.T("The controller may audit:")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Inlines: doc.T("once a year, and")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Inlines: doc.T("after a *serious* breach.")},
			}},
		},
	}
	doc.Number(d)
	if err := markdown.Write(os.Stdout, d, markdown.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Audit
	//
	// <a id="audit"></a>
	// ## 1. Audit
	//
	// 1.1 The controller may audit:
	//
	// - (a) once a year, and
	// - (b) after a \*serious\* breach.
}
