package xlsx

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/samsvar/samsvar/doc/doctest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldenLines puts each element on a line of its own, so that a difference can be read.
func goldenLines(xml string) string {
	return strings.ReplaceAll(strings.ReplaceAll(xml, "><", ">\n<"), "\r\n", "\n") + "\n"
}

// The parts are compared, not the zip: compressors change, workbooks must not.
func TestGolden(t *testing.T) {
	d := doctest.BigWorkbook(3)
	d.Blocks = d.Blocks[:3]
	p := unpack(t, write(t, d))
	for part, name := range map[string]string{
		"xl/worksheets/sheet1.xml": "readme", "xl/worksheets/sheet2.xml": "register", "xl/worksheets/sheet3.xml": "matrix", "xl/worksheets/sheet5.xml": "lists", "xl/worksheets/sheet6.xml": "identity",
		"xl/workbook.xml": "workbook", "xl/styles.xml": "styles", "xl/_rels/workbook.xml.rels": "workbook-rels", "[Content_Types].xml": "content-types", "docProps/core.xml": "core", "docProps/app.xml": "app",
	} {
		data, ok := p.Part(part)
		if !ok {
			t.Errorf("no part %s", part)
		}
		golden(t, name, goldenLines(string(data)))
	}
	golden(t, "parts", strings.Join(p.Names(), "\n")+"\n")
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
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", file, diff)
	}
}
