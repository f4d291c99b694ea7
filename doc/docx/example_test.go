package docx_test

import (
	"bytes"
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
)

func ExampleWrite() {
	d := &doc.Document{
		ID: "dpa", Language: doc.English, Title: "Data processing agreement",
		Labels: doc.Labels{Annex: "Annex", Clause: "clause", Table: "Table"},
		Blocks: []doc.Block{
			&doc.Section{ID: "audit", Scheme: doc.Clause, Level: 1, Title: doc.T("Audit"), Blocks: []doc.Block{
				&doc.Paragraph{ID: "audit#right", Scheme: doc.Clause, Level: 2, Inlines: doc.T("The controller may audit.")},
			}},
		},
	}
	doc.Number(d) // before writing: Word's fields need their first result
	var file bytes.Buffer
	if err := docx.Write(&file, d, docx.Options{}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(docx.Lint(file.Bytes()))
	// Output: []
}
