package schema_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/model/internal/schema"
)

func TestCommittedSchemaIsFresh(t *testing.T) {
	for _, language := range []string{"nb", "en"} {
		fresh, err := schema.Build(os.DirFS("../.."), language)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(fresh, model.Schema(language)) {
			t.Errorf("schema.%s.json is old: run go generate ./generator/model", language)
		}
	}
}

func TestCommittedGuideIsFresh(t *testing.T) {
	fresh, err := schema.Guide(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../../../../doc/guide/data-model.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, committed) {
		t.Error("doc/guide/data-model.md is old: run go generate ./generator/model")
	}
}

func TestEverythingHasItsTexts(t *testing.T) {
	docs, err := schema.ReadDocs(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range docs.Missing() {
		t.Error(m)
	}
	if n := len(docs.Lang["en"]); n < 250 {
		t.Errorf("only %d texts", n)
	}
}

func TestNoCombinators(t *testing.T) {
	for _, word := range []string{`"allOf"`, `"anyOf"`, `"oneOf"`} {
		if bytes.Contains(model.Schema("en"), []byte(word)) {
			t.Errorf("the schema has %s", word)
		}
	}
}
