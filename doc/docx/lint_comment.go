package docx

import "github.com/samsvar/samsvar/doc/internal/ooxml"

// commentIDs checks that two comments do not have one id: Word shows the first.
func (c *partLint) commentIDs(root *ooxml.Node) {
	seen := map[string]bool{}
	for _, k := range root.Kids {
		id := k.Attr("w:id")
		if k.Name == "w:comment" && seen[id] {
			c.fault("comment", "two comments with the id %q", id)
		}
		seen[id] = true
	}
}

// commentRanges checks that what a comment is about begins before it ends and is
// closed by its mark. A mark alone is a comment on a place (ISO/IEC 29500-1,
// 17.13.4.5).
func (c *partLint) commentRanges(root *ooxml.Node) {
	state := map[string]string{}
	var order []string
	root.Each(func(n *ooxml.Node) bool {
		id, before := n.Attr("w:id"), state[n.Attr("w:id")]
		switch n.Name {
		case "w:commentRangeStart":
			if before != "" {
				c.fault("comment", "the range of comment %q begins twice", id)
			}
			state[id], order = "begun", append(order, id)
		case "w:commentRangeEnd":
			if before != "begun" {
				c.fault("comment", "the range of comment %q ends without a beginning", id)
			}
			state[id] = "ended"
		case "w:commentReference":
			if before == "begun" || before == "marked" {
				c.fault("comment", "the mark of comment %q does not stand after its range", id)
			}
			state[id] = "marked"
		}
		return true
	})
	for _, id := range order {
		if state[id] != "marked" {
			c.fault("comment", "the range of comment %q has no end or no mark", id)
		}
	}
}
