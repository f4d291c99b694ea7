package docx

import (
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// partLint checks one part in one walk.
type partLint struct {
	*linter
	name      string
	starts    map[string]bool // ids of bookmarks
	ends      map[string]bool
	revisions map[string]bool
	fields    []field
}

// field is a complex field that is open.
type field struct {
	code      string
	separated bool
}

func (c *partLint) fault(rule, format string, a ...any) { c.add(c.name, rule, format, a...) }

// first are the properties that stand before all else in their parent, and what
// may stand before them (ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28, 17.4).
var first = map[string]struct {
	parent string
	after  []string
}{
	"w:pPr":     {"w:p", nil},
	"w:rPr":     {"w:r", nil},
	"w:tblPr":   {"w:tbl", []string{"w:bookmarkStart", "w:bookmarkEnd"}},
	"w:tblGrid": {"w:tbl", []string{"w:tblPr", "w:bookmarkStart", "w:bookmarkEnd"}},
	"w:tcPr":    {"w:tc", nil},
	"w:trPr":    {"w:tr", []string{"w:tblPrEx"}},
	"w:sdtPr":   {"w:sdt", nil},
}

// styled says of which kind the style is that an element names.
var styled = map[string]string{"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table"}

// highlights are the colours of w:highlight (17.18.40).
var highlights = strings.Fields("black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow darkGray lightGray none")

func (c *partLint) walk(n, parent *ooxml.Node) {
	c.element(n, parent)
	for i, k := range n.Kids {
		if rule, ok := first[k.Name]; ok && rule.parent == n.Name {
			for _, before := range n.Kids[:i] {
				if !slices.Contains(rule.after, before.Name) {
					c.fault("order", "%s stands after %s in %s", k.Name, before.Name, n.Name)
					break
				}
			}
		}
		c.walk(k, n)
	}
}

func (c *partLint) element(n, parent *ooxml.Node) {
	for _, a := range n.Attrs {
		if strings.HasPrefix(a.Name, "r:") && a.Value != "" {
			rs := c.Rels[c.name]
			if rs == nil {
				rs = &ooxml.Relationships{}
			}
			if _, ok := rs.ByID(a.Value); !ok {
				c.fault("relationship-id", "%s names the relationship %q, which is not there", n.Name, a.Value)
			}
		}
	}
	if kind, ok := styled[n.Name]; ok {
		switch have := c.styles[n.Attr("w:val")]; have {
		case kind:
		case "":
			c.fault("style", "there is no style %q", n.Attr("w:val"))
		default:
			c.fault("style", "%s names %q, which is a %s style", n.Name, n.Attr("w:val"), have)
		}
	}
	switch n.Name {
	case "w:basedOn", "w:next", "w:link":
		if parent != nil && parent.Name == "w:style" && c.styles[n.Attr("w:val")] == "" {
			c.fault("style", "style %q names %q, which is not there", parent.Attr("w:styleId"), n.Attr("w:val"))
		}
	case "w:numId":
		if v := n.Attr("w:val"); !c.nums[v] {
			c.fault("list", "there is no list %q", v)
		}
	case "w:t", "w:instrText", "w:delText":
		for _, k := range n.Kids {
			c.fault("text", "%s within %s", k.Name, n.Name)
		}
		if n.Name == "w:instrText" && len(c.fields) > 0 {
			c.fields[len(c.fields)-1].code += n.Text
		}
	case "w:tc":
		if k := n.Kids; len(k) == 0 || !endsInParagraph(k[len(k)-1]) {
			c.fault("cell", "a table cell does not end with a paragraph")
		}
	case "w:tbl":
		c.grid(n)
		c.rows(n)
		c.columns(n)
	case "w:bookmarkStart":
		c.bookmark(n)
	case "w:bookmarkEnd":
		id := n.Attr("w:id")
		if c.ends[id] {
			c.fault("bookmark", "the bookmark %q ends twice", id)
		}
		c.ends[id] = true
	case "w:hyperlink":
		if a := n.Attr("w:anchor"); a != "" {
			c.anchor(n.Name, a)
		}
	case "w:fldSimple":
		c.instruction(n.Attr("w:instr"))
	case "w:fldChar":
		c.fieldChar(n.Attr("w:fldCharType"))
	case "w:footnoteReference", "w:endnoteReference":
		if id := n.Attr("w:id"); !c.notes[n.Name][id] {
			c.fault("note", "there is no note %q", id)
		}
	case "w:commentReference", "w:commentRangeStart", "w:commentRangeEnd":
		if id := n.Attr("w:id"); !c.notes[n.Name][id] {
			c.fault("comment", "there is no comment %q", id)
		}
	case "wp:docPr":
		if id := n.Attr("id"); c.drawings[id] {
			c.fault("drawing-id", "two drawings with the id %q", id)
		} else {
			c.drawings[id] = true
		}
	case "w:sdtPr":
		c.control(n)
	case "w:highlight":
		if v := n.Attr("w:val"); !slices.Contains(highlights, v) {
			c.fault("highlight", "%q is not one of the named colours", v)
		}
	case "w:ins", "w:del", "w:moveFrom", "w:moveTo":
		if id := n.Attr("w:id"); c.revisions[id] {
			c.fault("revision-id", "two changes with the id %q", id)
		} else {
			c.revisions[id] = true
		}
	}
}

// endsInParagraph also looks into a content control around the last paragraph.
func endsInParagraph(n *ooxml.Node) bool {
	switch n.Name {
	case "w:p":
		return true
	case "w:sdt", "w:customXml", "w:sdtContent":
		return len(n.Kids) > 0 && endsInParagraph(n.Kids[len(n.Kids)-1])
	case "w:bookmarkEnd":
		return true // Word itself puts one after the paragraph
	}
	return false
}

func (c *partLint) bookmark(n *ooxml.Node) {
	id, name := n.Attr("w:id"), n.Attr("w:name")
	if c.starts[id] {
		c.fault("bookmark", "two bookmarks with the id %q", id)
	}
	c.starts[id] = true
	key := strings.ToLower(name)
	if c.bookmarks[key] {
		c.fault("bookmark", "two bookmarks with the name %q", name)
	}
	c.bookmarks[key] = true
	if size := len(utf16.Encode([]rune(name))); size == 0 || size > 40 {
		c.fault("bookmark", "the name %q has %d characters, not 1 to 40", name, size)
	}
}

// pairs checks that each bookmark has a start and an end.
func (c *partLint) pairs() {
	for _, id := range sorted(c.starts) {
		if !c.ends[id] {
			c.fault("bookmark", "the bookmark %q has no end", id)
		}
	}
	for _, id := range sorted(c.ends) {
		if !c.starts[id] {
			c.fault("bookmark", "the bookmark %q has no start", id)
		}
	}
}

func sorted(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (c *partLint) control(n *ooxml.Node) {
	if k := n.Child("w:id"); k != nil {
		id := k.Attr("w:val")
		if c.controls[id] {
			c.fault("control", "two content controls with the id %q", id)
		}
		c.controls[id] = true
	}
	for _, name := range []string{"w:tag", "w:alias"} {
		if v := n.Val(name); len(utf16.Encode([]rune(v))) > 64 {
			c.fault("control", "%s has more than 64 characters: %q", name, v)
		}
	}
}

// placeholders finds the mark-up of a template in the text of a paragraph, also
// where it is split over runs.
func (c *partLint) placeholders(root *ooxml.Node) {
	ooxml.EachNamed(root, "w:p", func(p *ooxml.Node) {
		var b strings.Builder
		ooxml.EachNamed(p, "w:t", func(t *ooxml.Node) { b.WriteString(t.Text) })
		if s := b.String(); strings.Contains(s, "{{") {
			c.fault("placeholder", "left-over {{ in %q", cut(s[strings.Index(s, "{{"):], 40))
		}
	})
}
