package generator_test

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// TestRegisterSameBytes: the register of a case is the same bytes each time, in each
// language and format, also when many are made at once with one generator.
func TestRegisterSameBytes(t *testing.T) {
	g, c := registerCase(t)
	formats := []string{"csv", "html", "json", "md", "xlsx"}
	make := func(l doc.Language) (map[string][]byte, error) {
		out, _, err := g.Generate(generator.Request{Case: c, Documents: []string{"risk-register"}, Languages: []doc.Language{l}, Formats: formats})
		files := map[string][]byte{}
		for _, o := range out {
			files[o.Format] = o.Data
		}
		if err == nil && len(files) != len(formats) {
			err = fmt.Errorf("%d files", len(files))
		}
		return files, err
	}
	first := map[doc.Language]map[string][]byte{}
	for _, l := range doc.Languages() {
		files, err := make(l)
		if err != nil {
			t.Fatal(err)
		}
		first[l] = files
	}
	var wg sync.WaitGroup
	for range 3 {
		for _, l := range doc.Languages() {
			wg.Go(func() {
				files, err := make(l)
				if err != nil {
					t.Error(err)
				}
				for format, data := range files {
					if !bytes.Equal(data, first[l][format]) {
						t.Errorf("%s in %s is not the same twice", format, l)
					}
				}
				// Reading back shares nothing either.
				f, err := g.ReadFilled("register.xlsx", bytes.NewReader(first[l]["xlsx"]), generator.FilledHint{})
				if err != nil {
					t.Error(err)
					return
				}
				if im, err := g.Import(c, f); err != nil || len(im.Changes) > 0 {
					t.Errorf("%v: %v", err, im)
				}
			})
		}
	}
	wg.Wait()
}
