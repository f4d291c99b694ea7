package docx

import (
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// columns checks a table that holds the same text in two languages: a row has a
// cell for each, both or none of which have a number; each column counts in lists
// of its own; and the table of contents, which takes every paragraph with an
// outline level, finds none in the right one.
func (c *partLint) columns(t *ooxml.Node) {
	st := t.Path("w:tblPr", "w:tblStyle")
	if st == nil {
		return
	}
	node := c.styleNodes[st.Attr("w:val")]
	if node == nil || !strings.EqualFold(node.Val("w:name"), styleNames[sColumns]) {
		return
	}
	var lists [2]map[string]bool
	for i := range lists {
		lists[i] = map[string]bool{}
	}
	row := 0
	for _, r := range t.Kids {
		if r.Name != "w:tr" {
			continue
		}
		row++
		var cells []*ooxml.Node
		for _, k := range r.Kids {
			if k.Name == "w:tc" {
				cells = append(cells, k)
			}
		}
		if len(cells) != 2 {
			c.fault("columns", "row %d has %d cells, not one for each language", row, len(cells))
			continue
		}
		var numbers [2]int
		for i, cell := range cells {
			ooxml.EachNamed(cell, "w:p", func(p *ooxml.Node) {
				if id := c.listOf(p); id != "" {
					numbers[i]++
					lists[i][id] = true
				}
				if i == 1 && c.outlined(p) {
					c.fault("columns", "row %d has a heading in the right column, which the table of contents would list as well", row)
				}
			})
		}
		if numbers[0] != numbers[1] {
			c.fault("columns", "row %d has %d numbers beside %d", row, numbers[0], numbers[1])
		}
	}
	for _, id := range sorted(lists[0]) {
		if lists[1][id] {
			c.fault("columns", "both columns count in the list %q", id)
		}
	}
}

// property finds a property of a paragraph: its own, or that of its style or of
// one that the style is based on.
func (c *partLint) property(p *ooxml.Node, name string) *ooxml.Node {
	if k := p.Path("w:pPr", name); k != nil {
		return k
	}
	id := ""
	if k := p.Path("w:pPr", "w:pStyle"); k != nil {
		id = k.Attr("w:val")
	}
	for range 20 { // a chain that turns on itself is no reason to hang
		n := c.styleNodes[id]
		if n == nil {
			break
		}
		if k := n.Path("w:pPr", name); k != nil {
			return k
		}
		id = n.Val("w:basedOn")
	}
	return nil
}

// listOf is the list that numbers a paragraph, or nothing.
func (c *partLint) listOf(p *ooxml.Node) string {
	n := c.property(p, "w:numPr")
	if n == nil || n.Val("w:numId") == "0" {
		return ""
	}
	return n.Val("w:numId")
}

// outlined tells whether a paragraph is a heading.
func (c *partLint) outlined(p *ooxml.Node) bool {
	l := c.property(p, "w:outlineLvl")
	return l != nil && l.Attr("w:val") != "9"
}
