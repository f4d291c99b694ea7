package generator_test

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/xlsx/xlsxtest"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// library is the whole library, in every language.
var library = sync.OnceValues(func() (*generator.Generator, error) {
	return generator.New(generator.Options{Languages: doc.Languages()})
})

// registerText is the case file of the register that the tests fill in.
func registerText(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/register/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// registerCase loads the case, with pairs of texts replaced.
func registerCase(t testing.TB, pairs ...string) (*generator.Generator, *model.Case) {
	t.Helper()
	g, err := library()
	if err != nil {
		t.Fatal(err)
	}
	return g, reload(t, g, []byte(change(t, registerText(t), pairs...)))
}

// reload loads a case that must be valid.
func reload(t testing.TB, g *generator.Generator, text []byte) *model.Case {
	t.Helper()
	c, problems := g.Load("case.yaml", bytes.NewReader(text))
	if c == nil {
		t.Fatal(problems)
	}
	for _, p := range append(problems, c.Validate()...) {
		if p.Severity() == report.Error {
			t.Fatalf("%s: %s", p.Path, p.Message("en"))
		}
	}
	return c
}

// written makes the register in a format.
func written(t testing.TB, g *generator.Generator, c *model.Case, l doc.Language, format string) []byte {
	t.Helper()
	out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"risk-register"}, Languages: []doc.Language{l}, Formats: []string{format}})
	if err != nil || len(out) != 1 {
		t.Fatalf("%d files: %v", len(out), err)
	}
	return out[0].Data
}

// imported reads a file back.
func imported(t testing.TB, g *generator.Generator, c *model.Case, name string, data []byte) *generator.Imported {
	t.Helper()
	f, err := g.ReadFilled(name, bytes.NewReader(data), generator.FilledHint{Language: "nb"})
	if err != nil {
		t.Fatal(err)
	}
	im, err := g.Import(c, f)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// differences are the changes as text, without the cells they come from.
func differences(im *generator.Imported) (out []string) {
	for _, c := range im.Changes {
		s := fmt.Sprintf("%s %s", c.Kind, c.Path)
		if c.Kind == generator.ImportAdd {
			s += " " + c.Row
		}
		out = append(out, fmt.Sprintf("%s: %q → %q", s, c.Old, c.New))
	}
	return out
}

// complaints are the problems: rule and message.
func complaints(problems []report.Problem) (out []string) {
	for _, p := range problems {
		out = append(out, p.Rule+": "+p.Message("en"))
	}
	return out
}

// edited changes a workbook as somebody would who has it open.
func edited(t testing.TB, data []byte, f func(d desk)) []byte {
	t.Helper()
	d := xlsxtest.Open(t, data)
	f(d)
	return d.Save()
}

type desk = *xlsxtest.Desk
