package model

import (
	"fmt"
	"slices"

	"github.com/samsvar/samsvar/generator/report"
)

// OpenField is a fact that a document needs and the case does not have.
type OpenField struct {
	Path  string // path in the case, such as "controllers[0].orgNumber"
	Who   string // who supplies it: "controller", "processor" or ""
	Phase string // phase from which it counts; empty is all
	Pos   report.Pos

	title map[string]string
	name  string
	key   string // of a map, when it is a value in one
	about []link // what it belongs to, from the nearest
}

// Open lists what a document type needs and the case does not have, in the order
// of the schema; with "" it is for all document types.
//
// An object that is absent is one open point, not one for each of its fields. A
// field inherits the document types, the phase and the supplier of the object it
// stands in, and narrows the document types by its own. A value that is there
// but wrong is a problem and no open point.
//
// The facts of a document type's own are listed for that type, each in its place
// below documents, when the case knows the type (With).
func (c *Case) Open(document string) []OpenField {
	w := openWalker{c: c, document: document}
	w.object(c.root(), c.Resolved().raw(), inherited{needed: true}, "", nil)
	return w.open
}

type openWalker struct {
	c        *Case
	document string
	open     []OpenField
}

// inherited is what a field gets from the objects above it.
type inherited struct {
	needed     bool
	phase, who string
}

func (h inherited) of(f *Field, document string) inherited {
	if len(f.Needs) > 0 && !slices.Contains(f.Needs, document) && (document != "" || f.Needs[0] == "none") {
		h.needed = false
	}
	if f.Phase != "" {
		h.phase = f.Phase
	}
	if f.Who != "" {
		h.who = f.Who
	}
	return h
}

func (w *openWalker) object(t *Type, v map[string]any, h inherited, path string, about []link) {
	required := t.demanded(v)
	for i := range t.Fields {
		f := &t.Fields[i]
		h, path := h.of(f, w.document), joinKey(path, f.Name)
		if !h.needed || w.c.rejected(path) {
			continue
		}
		x, present := v[f.Name]
		list, _ := x.([]any)
		if (f.Required || slices.Contains(required, f.Name)) && (!present || len(list) < f.Type.MinItems) {
			w.open = append(w.open, OpenField{
				Path: w.c.Original(path), Who: h.who, Phase: h.phase, Pos: w.c.PosOf(path),
				title: f.Title, name: f.Name, about: about,
			})
		}
		if present {
			w.inside(f.Type, x, h, path, about, f.Title)
		}
	}
}

func (w *openWalker) inside(t *Type, x any, h inherited, path string, about []link, title map[string]string) {
	switch x := x.(type) {
	case map[string]any:
		switch {
		case t.Kind == KindObject:
			w.object(t, x, h, path, push(about, link{noun: w.c.noun(t), title: title, top: len(about) == 0, plain: t.Name == "Address"}))
		case t.Kind == KindMap && t.Item.Kind == KindObject:
			for _, key := range sortedKeys(x) {
				if y, ok := x[key].(map[string]any); ok {
					w.object(t.Item, y, h, joinKey(path, key), push(about, link{noun: w.c.noun(t.Item), title: title, item: true, key: true, name: key}))
				}
			}
		}
	case []any:
		if t.Kind != KindArray || t.Item.Kind != KindObject {
			return
		}
		for i, item := range x {
			at := joinIndex(path, i)
			if y, ok := item.(map[string]any); ok && !w.c.rejected(at) {
				l := link{noun: w.c.noun(t.Item), title: title, item: true, of: len(x), no: i + 1}
				l.called(t.Item, y)
				w.object(t.Item, y, h, at, push(about, l))
			}
		}
	}
}

// noun of a type; that of the controller is the one the agreement chooses.
func (c *Case) noun(t *Type) map[string]string {
	if a := c.Agreement; t.Name == "Controller" && a != nil && a.ControllerTerm != "" {
		if words := enumLabels()["Agreement.controllerTerm"][a.ControllerTerm]; words != nil {
			return words
		}
	}
	return t.Noun
}

// push puts l first, in a new list.
func push(about []link, l link) []link { return append([]link{l}, about...) }

// demanded are the fields that the conditions of the type make required.
func (t *Type) demanded(v map[string]any) []string {
	var out []string
	for _, k := range t.Conditions {
		if x, ok := v[k.Field]; ok && slices.Contains(k.Values, fmt.Sprint(x)) {
			out = append(out, k.Required...)
		}
	}
	return out
}
