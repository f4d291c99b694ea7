package model

// OpenAt describes the fact at a path as an open point of a document type, also
// when the schema does not ask for it: a text that prints an optional fact has
// found it missing. The path is one that Root knows, in this case; that of the
// open point is in the whole case.
func (c *Case) OpenAt(path, document string) OpenField {
	o := OpenField{Path: c.Original(path), Pos: c.PosOf(path), name: path}
	steps, err := ParsePath(path)
	if err != nil {
		return o
	}
	t, h := c.root(), inherited{needed: true}
	var v any = c.Resolved().raw()
	var title map[string]string
	at := ""
	no, of := 0, 0 // of the item that v is
	for i, s := range steps {
		if s.isIndex() {
			at = joinIndex(at, s.Index)
			list, _ := v.([]any)
			v = nil
			if s.Index < len(list) {
				v = list[s.Index]
			}
			no, of = s.Index+1, len(list)
		} else {
			at = joinKey(at, s.Name)
			m, _ := v.(map[string]any)
			v, no, of = m[s.Name], 0, 0
			if f, ok := t.Field(s.Name); ok {
				h, title = h.of(f, document), f.Title
				o.title, o.name, o.key = f.Title, f.Name, ""
			} else if t.Kind == KindMap {
				o.key = s.Name
			}
		}
		parent := t
		if t = t.child(s); t == nil {
			return o
		}
		if t.Kind == KindObject && i+1 < len(steps) {
			m, _ := v.(map[string]any)
			l := link{noun: c.noun(t), title: title, item: parent.Kind != KindObject, top: len(o.about) == 0, plain: t.Name == "Address"}
			switch {
			case parent.Kind == KindMap:
				l.key, l.name = true, s.Name
			case l.item:
				l.no, l.of = no, of
				l.called(t, m)
			}
			o.about = push(o.about, l)
		}
	}
	o.Who, o.Phase = h.who, h.phase
	return o
}
