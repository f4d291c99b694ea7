package generator_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

const fuzzCase = `samsvar: 1
language: nb
id: "2026/77"
risk:
  scenarios:
    - {id: R-01, title: "=1+1", cia: [integrity], causes: [a, b], likelihood: 2, consequence: {privacy: 3}, decision: {choice: accept, date: 2026-11-01}}
    - {id: R-02, title: x}
`

// FuzzReadFilled: whatever a file is, there is an answer: a register that can be held
// against the case, or a problem that has words. What a register changes can be written
// into the case, or the patch says why not.
func FuzzReadFilled(f *testing.F) {
	g, c := registerCase(f)
	small := reload(f, g, []byte(fuzzCase)) // a small file is changed more often
	for _, l := range doc.Languages() {
		f.Add(written(f, g, small, l, "csv"))
		f.Add(written(f, g, small, l, "json"))
	}
	f.Add(written(f, g, small, doc.Bokmal, "xlsx")) // whose parts are fuzzed in doc/xlsx
	for _, text := range []string{
		"", "{", "PK", "\xD0\xCF\x11\xE0", "id", "id;title\nR-01;x\n;y\n", "id,id\n,\n", "\uFEFFid,likelihood\r\nR-01,\"5\"\r\n", "\xE6id,title\n",
		`{"version": 1, "document": "risk-register", "language": "nb", "sheets": [{"sheet": "register", "rows": [{"cells": {"title": "x", "cia": "integritet", "decidedOn": "1.2.2027"}}, {"id": "R-01", "cells": {"likelihood": 1e99, "criteria.x": null}}]}]}`,
		`{"version": 1, "document": "dpa", "language": "xx", "sheets": null}`,
		`{"version": 1, "document": "risk-register", "language": "", "sheets": [{}, {"rows": [{"cells": null}]}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		filled, err := g.ReadFilled("file", bytes.NewReader(data), generator.FilledHint{Language: "nb"})
		var wrong *generator.FilledError
		switch {
		case errors.As(err, &wrong):
			for _, l := range []string{"nb", "nn", "en"} {
				if wrong.Problem.Message(l) == "" {
					t.Errorf("%s has no words in %s", wrong.Problem.Rule, l)
				}
			}
			return
		case err != nil || filled == nil:
			t.Fatalf("%v, %v", filled, err)
		}
		im, err := g.Import(c, filled)
		var refused *generator.RefusedError
		if errors.As(err, &refused) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range im.Problems {
			if p.Message("nb") == "" {
				t.Errorf("%s has no words", p.Rule)
			}
		}
		if len(im.Edits) != 0 && len(im.Changes) == 0 {
			t.Errorf("%d edits that are not told", len(im.Edits))
		}
		if len(im.Edits) > 50 {
			im.Edits = im.Edits[:50]
		}
		if text, err := c.Source().Patch(im.Edits); err == nil && len(text) == 0 {
			t.Error("nothing is left of the case")
		}
	})
}
