package model

import (
	"errors"
	"sync"

	"github.com/samsvar/samsvar/generator/model/internal/jsontree"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// DocumentSchema describes the facts that one document type has of its own: what
// a case holds below documents.<id>. It is immutable and safe for concurrent use.
type DocumentSchema struct {
	tree     *jsontree.Node // in the form of the core schema
	field    Field          // of the case's documents
	compiled func() (*jsonschema.Schema, error)
}

// ParseDocumentSchema reads schema.json of a document type: JSON Schema 2020-12
// in the dialect of TypeFromSchema (doc/guide/add-a-document.md). Its texts must
// be there in the languages. The problems have a line and a column, and no file;
// with one of them there is no schema.
func ParseDocumentSchema(id string, text []byte, languages ...string) (*DocumentSchema, []report.Problem) {
	d := &dialect{id: id, languages: languages}
	tree, err := jsontree.Parse(text)
	var syntax *jsontree.SyntaxError
	if errors.As(err, &syntax) {
		d.add("schema-json", syntax.Pos, "reason", syntax.Reason)
		return nil, d.problems
	}
	if d.top(tree); len(d.problems) > 0 {
		report.SortProblems(d.problems)
		return nil, d.problems
	}
	s, err := newDocumentSchema(id, tree)
	if err != nil { // the dialect lets nothing through that is not read
		d.add("schema-json", tree.Pos, "reason", err.Error())
		return nil, d.problems
	}
	return s, nil
}

func newDocumentSchema(id string, tree *jsontree.Node) (*DocumentSchema, error) {
	text := tree.Bytes()
	t, x, err := typeFromSchema(text)
	if err != nil {
		return nil, err
	}
	return &DocumentSchema{
		tree:     tree,
		field:    Field{Name: id, Type: t, Needs: x.Needs, Phase: x.Phase, Who: x.Who, Title: x.Label},
		compiled: sync.OnceValues(func() (*jsonschema.Schema, error) { return compileSchema(text) }),
	}, nil
}
