package docx

import (
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// fieldChar follows begin, separate and end of complex fields.
func (c *partLint) fieldChar(kind string) {
	top := len(c.fields) - 1
	switch {
	case kind == "begin":
		c.fields = append(c.fields, field{})
	case top < 0:
		c.fault("field", "%s of a field that has not begun", kind)
	case kind == "separate":
		if c.fields[top].separated {
			c.fault("field", "a field is separated twice")
		}
		c.fields[top].separated = true
	case kind == "end":
		c.instruction(c.fields[top].code)
		c.fields = c.fields[:top]
	default:
		c.fault("field", "%q is no part of a field", kind)
	}
}

func (c *partLint) fieldsEnd() {
	for _, f := range c.fields {
		c.fault("field", "a field does not end: %q", strings.TrimSpace(f.code))
	}
}

// instruction checks that a field finds the bookmark that it names.
func (c *partLint) instruction(code string) {
	args := strings.Fields(code)
	if len(args) == 0 {
		c.fault("field", "a field without instruction")
		return
	}
	switch strings.ToUpper(args[0]) {
	case "REF", "PAGEREF", "NOTEREF":
		if len(args) < 2 {
			c.fault("field", "%s without a bookmark", args[0])
			return
		}
		c.anchor(args[0], args[1])
	case "HYPERLINK":
		if i := slices.Index(args, `\l`); i >= 0 && i+1 < len(args) {
			c.anchor("HYPERLINK", strings.Trim(args[i+1], `"`))
		}
	}
}

func (c *partLint) anchor(what, name string) {
	if !c.anchors[strings.ToLower(name)] {
		c.fault("anchor", "%s points to the bookmark %q, which is not there", what, name)
	}
}

// grid checks the widths of a table that has fixed ones: those of the cells in a
// row sum to those of the grid, and a row has as many cells as the grid columns.
func (c *partLint) grid(t *ooxml.Node) {
	grid := t.Child("w:tblGrid")
	if grid == nil {
		c.fault("grid", "a table has no grid")
		return
	}
	fixed := false
	if l := t.Path("w:tblPr", "w:tblLayout"); l != nil {
		fixed = l.Attr("w:type") == "fixed"
	}
	total := 0
	for _, k := range grid.Kids {
		total += idOf(k, "w:w")
	}
	for i, r := range t.Kids {
		if r.Name != "w:tr" {
			continue
		}
		sum, span, known := 0, 0, true
		if p := r.Child("w:trPr"); p != nil {
			for _, name := range []string{"w:gridBefore", "w:gridAfter"} {
				if k := p.Child(name); k != nil {
					span += idOf(k, "w:val")
					known = false
				}
			}
		}
		for _, tc := range r.Kids {
			if tc.Name != "w:tc" {
				known = known && tc.Name != "w:sdt"
				continue
			}
			n := 1
			if k := tc.Path("w:tcPr", "w:gridSpan"); k != nil {
				n = idOf(k, "w:val")
			}
			span += n
			w := tc.Path("w:tcPr", "w:tcW")
			if w == nil || w.Attr("w:type") != "dxa" {
				known = false
				continue
			}
			sum += idOf(w, "w:w")
		}
		switch {
		case span > len(grid.Kids):
			c.fault("grid", "row %d spans %d columns of %d", i, span, len(grid.Kids))
		case fixed && known && sum != total:
			c.fault("grid", "the cells of row %d are %d wide, the grid %d", i, sum, total)
		}
	}
}

// numbering checks the order and the targets of lists.
func (c *partLint) numbering(root *ooxml.Node) {
	abstract, nums := map[string]bool{}, map[string]bool{}
	seen := false
	for _, k := range root.Kids {
		switch k.Name {
		case "w:abstractNum":
			if seen {
				c.fault("list", "w:abstractNum stands after w:num")
			}
			if id := k.Attr("w:abstractNumId"); abstract[id] {
				c.fault("list", "two w:abstractNum with the id %q", id)
			} else {
				abstract[id] = true
			}
		case "w:num":
			seen = true
			id := k.Attr("w:numId")
			if nums[id] {
				c.fault("list", "two w:num with the id %q", id)
			}
			nums[id] = true
			if a := k.Val("w:abstractNumId"); !abstract[a] {
				c.fault("list", "the list %q names the abstract list %q, which is not there", id, a)
			}
		}
	}
}

// sections checks that the body ends in a section and that only the first has a
// title page.
func (c *partLint) sections(root *ooxml.Node) {
	body := root.Child("w:body")
	if body == nil {
		c.fault("section", "the document has no body")
		return
	}
	for i, k := range body.Kids {
		if k.Name == "w:sectPr" && i != len(body.Kids)-1 {
			c.fault("section", "w:sectPr is not the last in the body")
		}
	}
	n := 0
	ooxml.EachNamed(body, "w:sectPr", func(s *ooxml.Node) {
		if s.Child("w:titlePg") != nil && n > 0 {
			c.fault("title-page", "section %d has a title page", n+1)
		}
		n++
	})
}
