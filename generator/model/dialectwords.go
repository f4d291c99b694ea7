package model

import (
	"slices"

	"github.com/samsvar/samsvar/generator/model/internal/jsontree"
)

// What x-samsvar may say.
var (
	extensionKeys = []string{"label", "title", "description", "noun", "needs", "phase", "who", "law", "values"}
	phaseNames    = []string{"planning", "tender", "award", "contract", "operation", "exit"}
	whoNames      = []string{"controller", "processor"}
	textLanguages = []string{"nb", "nn", "en"}
)

// extension is x-samsvar of a schema, made when it is not there.
func (d *dialect) extension(n *jsontree.Node) *jsontree.Node {
	x := n.Get("x-samsvar")
	if x == nil {
		x = jsontree.NewObject()
		n.Set("x-samsvar", x)
	}
	return x
}

// texts checks the title, the description and x-samsvar of a schema that stands
// under a name.
func (d *dialect) texts(n *jsontree.Node, name string) {
	for _, key := range []string{"title", "description"} {
		if v := n.Get(key); v != nil && v.Kind != jsontree.String {
			d.value(key, v)
		}
	}
	x := n.Get("x-samsvar")
	if x == nil || !d.keys("x-samsvar", x, extensionKeys) {
		return
	}
	for _, m := range x.Members {
		v := m.Value
		switch m.Key {
		case "label", "title", "description", "noun":
			d.translated(name+"."+m.Key, v)
		case "phase":
			if v.Kind != jsontree.String || !slices.Contains(phaseNames, v.Text) {
				d.value("phase", v, phaseNames...)
			}
		case "who":
			if v.Kind != jsontree.String || !slices.Contains(whoNames, v.Text) {
				d.value("who", v, whoNames...)
			}
		case "needs":
			// A fact below documents.<id> is needed by that type or by none.
			if v.Kind != jsontree.Array || len(v.Items) != 1 {
				d.value("needs", v, `["none"]`)
			} else if v.Items[0].Text != "none" && v.Items[0].Text != d.id {
				d.value("needs", v.Items[0], "none", d.id)
			}
		case "law":
			if v.Kind != jsontree.String || v.Text == "" {
				d.value(m.Key, v)
			}
		}
	}
}

// translated checks {nb, nn, en}; what lacks a loaded language is not silent.
func (d *dialect) translated(what string, n *jsontree.Node) {
	if !d.keys(what, n, textLanguages) {
		return
	}
	for _, m := range n.Members {
		if m.Value.Kind != jsontree.String || m.Value.Text == "" {
			d.value(what, m.Value)
		}
	}
	for _, l := range d.languages {
		if n.Get(l) == nil {
			d.add("text-language", n.Pos, "what", what, "language", l)
		}
	}
}

// label gives a field the words that an open point is listed by: those of its
// label, or else of its title.
func (d *dialect) label(field jsontree.Member) {
	n := field.Value
	if n.Kind != jsontree.Object {
		return
	}
	x := n.Get("x-samsvar")
	switch {
	case x != nil && (x.Kind != jsontree.Object || x.Get("label") != nil):
	case x != nil && x.Get("title") != nil:
		x.Set("label", x.Get("title").Clone())
	case n.Get("title") != nil && n.Get("title").Text != "":
		label := jsontree.NewObject()
		for _, l := range textLanguages {
			label.Set(l, jsontree.NewString(n.Get("title").Text))
		}
		d.extension(n).Set("label", label)
	default:
		d.add("schema-label", field.At, "field", field.Key)
	}
}

// words checks the words of the values of an enumeration, which x-samsvar of a
// text or of a list of texts may have, and names it.
func (d *dialect) words(n *jsontree.Node, name string) {
	x := n.Get("x-samsvar")
	if x == nil || x.Kind != jsontree.Object {
		return
	}
	values, of := x.Get("values"), n
	if values == nil {
		return
	}
	if n.Get("items") != nil {
		of = n.Get("items")
	}
	enum := of.Get("enum")
	if enum == nil || enum.Kind != jsontree.Array {
		d.add("schema-missing", values.Pos, "key", "enum")
		return
	}
	var allowed []string
	for _, item := range enum.Items {
		allowed = append(allowed, item.Text)
	}
	if !d.keys("values", values, allowed) {
		return
	}
	for _, m := range values.Members {
		d.translated(name+"."+m.Key, m.Value)
	}
	for _, value := range allowed {
		if values.Get(value) == nil {
			d.add("schema-missing", values.Pos, "key", shown(value))
		}
	}
	x.Set("key", jsontree.NewString("documents."+name))
}
