package docx

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// lines puts each element on a line of its own, so that a difference can be read.
func lines(xml string) string {
	return strings.ReplaceAll(strings.ReplaceAll(xml, "><", ">\n<"), "\r\n", "\n") + "\n"
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", file, d)
	}
}

// The parts are compared, not the zip: compressors change, documents must not.
func TestGolden(t *testing.T) {
	own := unpack(t, write(t, sample(doc.Bokmal), nil))
	for part, name := range map[string]string{
		"word/document.xml": "document", "word/numbering.xml": "numbering", "word/footnotes.xml": "footnotes", "word/comments.xml": "comments", "word/header1.xml": "header",
		"word/footer2.xml": "footer-landscape", "word/_rels/document.xml.rels": "document-rels", "[Content_Types].xml": "content-types",
		"docProps/core.xml": "core", "docProps/app.xml": "app", "customXml/item1.xml": "ids",
	} {
		golden(t, name, lines(own[part]))
	}
	columns := unpack(t, write(t, doctest.Bilingual(), nil))
	for part, name := range map[string]string{
		"word/document.xml": "columns-document", "word/numbering.xml": "columns-numbering", "word/footnotes.xml": "columns-footnotes",
		"word/header1.xml": "columns-header", "word/footer1.xml": "columns-footer", "customXml/item1.xml": "columns-ids",
	} {
		golden(t, name, lines(columns[part]))
	}
	matrix := unpack(t, write(t, matrixDocument(doctest.Matrix(3, crowd(3)...)), nil))
	golden(t, "matrix-document", lines(matrix["word/document.xml"]))
	customer := unpack(t, write(t, sample(doc.Bokmal), parse(t, pack(t, customerParts()))))
	for part, name := range map[string]string{
		"word/document.xml": "customer-document", "word/numbering.xml": "customer-numbering", "word/_rels/document.xml.rels": "customer-rels", "[Content_Types].xml": "customer-content-types",
	} {
		golden(t, name, lines(customer[part]))
	}
	var names strings.Builder
	for _, f := range []map[string]string{own, customer} {
		var list []string
		for n := range f {
			list = append(list, n)
		}
		names.WriteString(strings.Join(sortStrings(list), "\n") + "\n\n")
	}
	golden(t, "parts", names.String())
}
