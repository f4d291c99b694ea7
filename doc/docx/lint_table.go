package docx

import "github.com/samsvar/samsvar/doc/internal/ooxml"

// rows checks what Word passes over in silence: a row marked as a header below one
// that is not does not repeat and is read as none (ISO/IEC 29500-1, 17.4.78), and a
// cell that goes on with nothing above it hides its text or stands alone (17.4.84).
func (c *partLint) rows(t *ooxml.Node) {
	var above map[int]int // the spans of the cells that are merged downwards, by their first column
	row, body := 0, false
	for _, r := range t.Kids {
		if r.Name != "w:tr" {
			continue
		}
		row++
		head := false
		at := 0
		if p := r.Child("w:trPr"); p != nil {
			head = on(p.Child("w:tblHeader"))
			if k := p.Child("w:gridBefore"); k != nil {
				at = idOf(k, "w:val")
			}
		}
		if head && body {
			c.fault("header-row", "row %d is marked as a header below a row that is none", row)
		}
		body = body || !head
		here := map[int]int{}
		for _, tc := range cellsOf(r) {
			span := 1
			if k := tc.Path("w:tcPr", "w:gridSpan"); k != nil {
				span = max(idOf(k, "w:val"), 1)
			}
			if m := tc.Path("w:tcPr", "w:vMerge"); m != nil {
				if up, ok := above[at]; m.Attr("w:val") != "restart" && (!ok || up != span) {
					c.fault("merge", "row %d has a cell that goes on with none of its width above it", row)
				}
				here[at] = span
			}
			at += span
		}
		above = here
	}
}

// cellsOf lists the cells of a row, those in content controls too.
func cellsOf(r *ooxml.Node) []*ooxml.Node {
	var out []*ooxml.Node
	for _, k := range r.Kids {
		switch k.Name {
		case "w:tc":
			out = append(out, k)
		case "w:sdt", "w:sdtContent", "w:customXml":
			out = append(out, cellsOf(k)...)
		}
	}
	return out
}

// on reads ST_OnOff as an element.
func on(k *ooxml.Node) bool {
	if k == nil {
		return false
	}
	v := k.Attr("w:val")
	return v == "" || isOn(v)
}
