package model

import (
	"strings"

	"github.com/samsvar/samsvar/generator/model/internal/jsontree"
)

// compose writes the core schema with the facts of the document types. Their
// definitions go to those of the core as documents.<id>.<name>, which no name of
// the core can be.
func (d *DocumentTypes) compose(language string) []byte {
	core, err := jsontree.Parse(Schema(language))
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	core.Delete("$id") // another schema than the one that is published
	properties, defs := jsontree.NewObject(), core.Get("$defs")
	for _, id := range d.ids {
		s := d.schemas[id]
		if s == nil {
			properties.Set(id, jsontree.NewObject())
			continue
		}
		tree := s.tree.Clone()
		localise(tree, language, "documents."+id+".")
		if own := tree.Get("$defs"); own != nil {
			for _, m := range own.Members {
				defs.Set("documents."+id+"."+m.Key, m.Value)
			}
			tree.Delete("$defs")
		}
		properties.Set(id, tree)
	}
	documents := core.Get("properties").Get("documents")
	documents.Set("properties", properties)
	documents.Set("additionalProperties", jsontree.NewBoolean(false))
	return core.Bytes()
}

// localise gives a schema and those in it their title and description in a
// language, and its references the prefix.
func localise(n *jsontree.Node, language, prefix string) {
	if n == nil || n.Kind != jsontree.Object {
		return
	}
	if ref := n.Get("$ref"); ref != nil {
		ref.Text = "#/$defs/" + prefix + strings.TrimPrefix(ref.Text, "#/$defs/")
	}
	if x := n.Get("x-samsvar"); x != nil {
		for _, key := range []string{"title", "description"} {
			text := x.Get(key).Get(language)
			if key == "title" && text == nil && n.Get(key) == nil {
				text = x.Get("label").Get(language)
			}
			if text != nil {
				n.Set(key, jsontree.NewString(text.Text))
			}
			x.Delete(key)
		}
	}
	for _, key := range []string{"properties", "$defs"} {
		if inner := n.Get(key); inner != nil {
			for _, m := range inner.Members {
				localise(m.Value, language, prefix)
			}
		}
	}
	localise(n.Get("items"), language, prefix)
	localise(n.Get("additionalProperties"), language, prefix)
}
