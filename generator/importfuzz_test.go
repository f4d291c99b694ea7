package generator_test

import (
	"bytes"
	"encoding/csv"
	stdjson "encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/json"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
)

// fuzzCase is small, so that much can be tried.
const fuzzCase = `samsvar: 1
language: nb
id: "2026/77"
risk:
  scenarios:
    - {id: R-01, title: "=1+1", cia: [integrity], causes: [a, b], likelihood: 2, consequence: {privacy: 3}, decision: {choice: accept, date: 2026-11-01}}
    - {id: R-02, title: x}
`

// FuzzReadFilled tries texts; the parts of workbooks are fuzzed in doc/xlsx, and files
// that are broken somewhere in TestReadFilledBroken. Whatever a file is, there is an answer: a register that can be held
// against the case, or a problem that has words. What a register changes can be written
// into the case, or the patch says why not.
func FuzzReadFilled(f *testing.F) {
	g, _ := registerCase(f)
	c := reload(f, g, []byte(fuzzCase))
	// Of real files the first columns, and what is not asked for taken out: the fuzzer
	// spends its time on making inputs shorter.
	for _, l := range doc.Languages() {
		records, err := csv.NewReader(bytes.NewReader(written(f, g, c, l, "csv"))).ReadAll()
		if err != nil {
			f.Fatal(err)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		for _, r := range records {
			if err := w.Write(r[:12]); err != nil {
				f.Fatal(err)
			}
		}
		w.Flush()
		f.Add(b.Bytes())
		var book json.Book
		if err := stdjson.Unmarshal(written(f, g, c, l, "json"), &book); err != nil {
			f.Fatal(err)
		}
		book.Sheets = book.Sheets[:1]
		book.Sheets[0].Columns = nil
		text, err := stdjson.Marshal(book)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", "{", "PK", "\xD0\xCF\x11\xE0", "id", "id;title\nR-01;x\n;y\n", "id,id\n,\n", "\uFEFFid,likelihood\r\nR-01,\"5\"\r\n", "\xE6id,title\n",
		`{"version": 1, "document": "risk-register", "language": "nb", "sheets": [{"sheet": "register", "rows": [{"cells": {"title": "x", "cia": "integritet", "decidedOn": "1.2.2027"}}, {"id": "R-01", "cells": {"likelihood": 1e99, "criteria.x": null}}]}]}`,
		`{"version": 1, "document": "dpa", "language": "xx", "sheets": null}`,
		`{"version": 1, "document": "risk-register", "language": "", "sheets": [{}, {"rows": [{"cells": null}]}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readFilled(t, g, c, data) })
}

// TestReadFilledBroken: real workbooks with some bytes changed, cut off or taken out.
func TestReadFilledBroken(t *testing.T) {
	g, _ := registerCase(t)
	c := reload(t, g, []byte(fuzzCase))
	whole := written(t, g, c, doc.Bokmal, "xlsx")
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		data := slices.Clone(whole)
		at := random.IntN(len(data))
		switch i % 4 {
		case 0:
			data = data[:at]
		case 1:
			data = slices.Delete(data, at, min(at+random.IntN(100), len(data)))
		case 2:
			data[at] ^= byte(1 + random.IntN(255))
		default: // in the directory of the file, which is at its end
			data[len(data)-1-random.IntN(1500)] ^= byte(1 + random.IntN(255))
		}
		readFilled(t, g, c, data)
	}
}

func readFilled(t *testing.T, g *generator.Generator, c *model.Case, data []byte) {
	t.Helper()
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
}
