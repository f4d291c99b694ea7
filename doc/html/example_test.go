package html_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/html"
)

func ExampleWrite() {
	d := &doc.Document{
		Title:    "Audit",
		Language: doc.English,
		Blocks: []doc.Block{
			&doc.Section{ID: "audit", Scheme: doc.Clause, Level: 1, Title: doc.T("Audit"), Blocks: []doc.Block{
				&doc.Paragraph{ID: "audit#yearly", Scheme: doc.Clause, Level: 2, Inlines: doc.T("Once a year.")},
			}},
		},
	}
	doc.Number(d)
	var file bytes.Buffer
	if err := html.Write(&file, d, html.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(file.String()) {
		if strings.HasPrefix(line, "<html") || strings.HasPrefix(line, "<p ") {
			fmt.Print(line)
		}
	}
	// Output:
	// <html lang="en-GB">
	// <p id="audit--yearly"><span class="n">1.1 </span>Once a year.</p>
}
