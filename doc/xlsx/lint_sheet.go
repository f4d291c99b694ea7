package xlsx

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// maxLinks is how many hyperlinks a sheet may have.
const maxLinks = 65530

// sheetLint checks one sheet.
type sheetLint struct {
	*linter
	name string
}

func (c *sheetLint) fault(rule, format string, a ...any) { c.add(c.name, rule, format, a...) }

func (c *sheetLint) check(root *ooxml.Node) {
	c.rows(root.Child("x:sheetData"))
	c.merged(root)
	c.filter(root)
	c.choices(root)
	ooxml.EachNamed(root, "x:cfRule", func(n *ooxml.Node) {
		if v := n.Attr("dxfId"); v != "" && !within(v, c.formats) {
			c.fault("style", "a conditional format has the style %s, which is not there", v)
		}
		for _, k := range n.Kids {
			if k.Name == "x:formula" {
				c.formula(c.name, "a conditional format", k.Text)
			}
		}
	})
	links := 0
	ooxml.EachNamed(root, "x:hyperlink", func(n *ooxml.Node) {
		links++
		if at := n.Attr("location"); at != "" {
			name, _, ok := strings.Cut(at, "!")
			name = strings.ReplaceAll(strings.Trim(name, "'"), "''", "'")
			if ok && c.sheets[strings.ToLower(name)] == "" {
				c.fault("link", "a link leads to the sheet %q, which is not there", name)
			}
		}
	})
	if links > maxLinks {
		c.fault("link", "%d links; Excel takes %d", links, maxLinks)
	}
	if n := root.Child("x:headerFooter"); n != nil {
		for _, k := range n.Kids {
			if utf16Len(k.Text) > maxMessage {
				c.fault("header", "%s has %d characters; Excel takes %d", k.Name, utf16Len(k.Text), maxMessage)
			}
		}
	}
}

// rows checks that rows and cells come in order and hold what a cell can hold.
func (c *sheetLint) rows(data *ooxml.Node) {
	if data == nil {
		c.fault("cell", "a sheet has no place for cells")
		return
	}
	last := 0
	for _, r := range data.Kids {
		row, err := strconv.Atoi(r.Attr("r"))
		if err != nil || row <= last {
			c.fault("cell", "row %q comes after row %d", r.Attr("r"), last)
		}
		last = row
		col := 0
		for _, k := range r.Kids {
			at := k.Attr("r")
			x, y, err := excelize.CellNameToCoordinates(at)
			if err != nil || y != row || x <= col {
				c.fault("cell", "the cell %q does not stand in its place in row %d", at, row)
			}
			col = x
			c.cell(k, at)
		}
	}
}

func (c *sheetLint) cell(n *ooxml.Node, at string) {
	if s := n.Attr("s"); s != "" && !within(s, c.styles) {
		c.fault("style", "%s has the style %s, which is not there", at, s)
	}
	if v := n.Child("x:v"); v != nil && n.Attr("t") == "s" && !within(v.Text, c.strings) {
		c.fault("cell", "%s has the shared text %s, which is not there", at, v.Text)
	}
	length := 0
	ooxml.EachNamed(n, "x:t", func(t *ooxml.Node) { length += utf16Len(t.Text) })
	if v := n.Child("x:v"); v != nil && n.Attr("t") == "str" {
		length += utf16Len(v.Text)
	}
	if length > maxText {
		c.fault("text", "%s has %d characters; a cell holds %d", at, length, maxText)
	}
	if f := n.Child("x:f"); f != nil {
		c.formula(c.name, at, f.Text)
	}
}

func (c *sheetLint) merged(root *ooxml.Node) {
	var all []area
	ooxml.EachNamed(root, "x:mergeCell", func(n *ooxml.Node) {
		a, ok := rangeOf(n.Attr("ref"))
		if !ok || a.from == a.to {
			c.fault("merged", "%q is no range of cells to merge", n.Attr("ref"))
			return
		}
		for _, o := range all {
			if a.meets(o) {
				c.fault("merged", "%s and %s have a cell in common", a.ref(), o.ref())
			}
		}
		all = append(all, a)
	})
	for _, t := range c.tablesOf() {
		for _, a := range all {
			if a.meets(t) {
				c.fault("merged", "%s lies in the table at %s", a.ref(), t.ref())
			}
		}
	}
}

// tablesOf lists the places of the tables of the sheet.
func (c *sheetLint) tablesOf() []area {
	rs := c.Rels[c.name]
	if rs == nil {
		return nil
	}
	var out []area
	for _, r := range rs.All() {
		if r.Kind() != "table" {
			continue
		}
		if t := c.Trees[ooxml.Resolve(c.name, r.Target)]; t != nil {
			if a, ok := rangeOf(t.Attr("ref")); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// filter checks the filter of the sheet: a table has its own.
func (c *sheetLint) filter(root *ooxml.Node) {
	for _, n := range root.Kids {
		if n.Name != "x:autoFilter" {
			continue
		}
		a, ok := rangeOf(n.Attr("ref"))
		if !ok {
			c.fault("filter", "%q is no range to filter", n.Attr("ref"))
			return
		}
		for _, t := range c.tablesOf() {
			if a.meets(t) {
				c.fault("filter", "the filter of %s lies over the table at %s", a.ref(), t.ref())
			}
		}
	}
	for i, t := range c.tablesOf() {
		for _, o := range c.tablesOf()[:i] {
			if t.meets(o) {
				c.fault("table", "the tables at %s and %s have a cell in common", t.ref(), o.ref())
			}
		}
	}
}

// choices checks what may be filled in.
func (c *sheetLint) choices(root *ooxml.Node) {
	var seen []area
	ooxml.EachNamed(root, "x:dataValidation", func(n *ooxml.Node) {
		for ref := range strings.FieldsSeq(n.Attr("sqref")) {
			a, ok := rangeOf(ref)
			if !ok {
				c.fault("choice", "%q is no range", ref)
				continue
			}
			for _, o := range seen {
				if a.meets(o) {
					c.fault("choice", "%s and %s have two rules for one cell", a.ref(), o.ref())
				}
			}
			seen = append(seen, a)
		}
		for _, name := range []string{"promptTitle", "errorTitle", "prompt", "error"} {
			most := maxMessage
			if strings.HasSuffix(name, "Title") {
				most = maxMessageTitle
			}
			if utf16Len(n.Attr(name)) > most {
				c.fault("message", "%s of %s has %d characters; Excel takes %d", name, n.Attr("sqref"), utf16Len(n.Attr(name)), most)
			}
		}
		f := n.Child("x:formula1")
		if n.Attr("type") != "list" {
			return
		}
		if f == nil || f.Text == "" {
			c.fault("choice", "%s is a choice from nothing", n.Attr("sqref"))
			return
		}
		c.formula(c.name, "the choice in "+n.Attr("sqref"), f.Text)
		if soundName(f.Text) && !c.names[strings.ToLower(f.Text)] {
			c.fault("choice", "%s chooses from %q, which is not there", n.Attr("sqref"), f.Text)
		}
		if strings.HasPrefix(f.Text, `"`) && utf16Len(f.Text) > maxMessage+2 {
			c.fault("choice", "%s has a list of %d characters; Excel takes %d", n.Attr("sqref"), utf16Len(f.Text)-2, maxMessage)
		}
	})
}
