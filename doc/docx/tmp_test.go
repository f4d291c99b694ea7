package docx

import (
	"os"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func TestTmp(t *testing.T) {
	os.MkdirAll("/tmp/dx", 0o755)
	for _, l := range doc.Languages() {
		b := write(t, sample(l), nil)
		os.WriteFile("/tmp/dx/own-"+string(l)+".docx", b, 0o644)
		for _, f := range Lint(b) {
			t.Log(f)
		}
	}
}
