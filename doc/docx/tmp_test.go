package docx

import (
	"bytes"
	"os"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func TestTmp(t *testing.T) {
	os.MkdirAll("/tmp/dx", 0o755)
	cust := pack(t, customerParts())
	os.WriteFile("/tmp/dx/cust.docx", cust, 0o644)
	for _, f := range Lint(cust) {
		t.Log("cust", f)
	}
	ref := parse(t, cust)
	var rb bytes.Buffer
	if err := WriteReference(&rb); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/dx/reference.docx", rb.Bytes(), 0o644)
	again := parse(t, rb.Bytes())
	for _, l := range doc.Languages() {
		for n, r := range map[string]*Reference{"own": nil, "cu": ref, "again": again} {
			b := write(t, sample(l), r)
			os.WriteFile("/tmp/dx/"+n+"-"+string(l)+".docx", b, 0o644)
			for _, f := range Lint(b) {
				t.Log(n, f)
			}
		}
	}
}
