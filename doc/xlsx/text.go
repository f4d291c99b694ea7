package xlsx

import (
	"fmt"
	"net/url"
	"reflect"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// maxText is how much a cell holds, in UTF-16 code units.
const maxText = 32767

// run is text in one font.
type run struct {
	s                  string
	bold, italic, link bool
}

// content is what inlines are in a cell.
type content struct {
	runs     []run
	open     bool // an open point is in it
	reserved bool // and all such are places for the supplier
	links    []string
	linked   bool // what is added is the text of a link
}

func (c *content) add(s string, bold, italic bool) {
	if s = clean(s); s == "" {
		return
	}
	r := run{s, bold, italic, c.linked}
	if n := len(c.runs); n > 0 && c.runs[n-1].like(r) {
		c.runs[n-1].s += s
		return
	}
	c.runs = append(c.runs, r)
}

// like tells whether two runs are set in the same way.
func (r run) like(o run) bool { return r.bold == o.bold && r.italic == o.italic && r.link == o.link }

func (c *content) text() string {
	if len(c.runs) == 1 {
		return c.runs[0].s
	}
	var b strings.Builder
	for _, r := range c.runs {
		b.WriteString(r.s)
	}
	return b.String()
}

// fill is that of a cell with an open point in it.
func (c *content) fill() string {
	switch {
	case !c.open:
		return ""
	case c.reserved:
		return suppliers
	}
	return openFill
}

// uniform tells whether one font is enough; it is then that of the first run.
func (c *content) uniform() bool { return len(c.runs) < 2 }

// clean is a text as a cell can hold it.
func clean(s string) string {
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return ooxml.Clean(s)
}

// quoted tells whether a text needs the mark that makes it text: it begins as what
// Excel, or a program that reads the file, would take for a formula.
func quoted(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r\n'", rune(s[0])) }

// inlines turns inlines into the content of a cell. Footnotes go to the sheet.
func (b *book) inlines(c *content, in []doc.Inline) {
	for _, i := range in {
		b.inline(c, i, false)
	}
}

// inline adds one; plain: there can be no footnote.
func (b *book) inline(c *content, i doc.Inline, plain bool) {
	switch n := i.(type) {
	case *doc.Text:
		if n == nil {
			break
		}
		c.add(n.S, n.Bold, n.Italic)
		return
	case *doc.Ref:
		if n == nil {
			break
		}
		if n.Text() == "" {
			b.fail("reference to %q, which has no number", n.Target)
		}
		c.add(n.Text(), false, false)
		return
	case *doc.Open:
		if n == nil {
			break
		}
		c.reserved = n.Reserved && (c.reserved || !c.open)
		c.open = true
		c.add(n.Text(), false, false)
		return
	case *doc.Footnote:
		if n == nil {
			break
		}
		if plain || b.at == nil {
			b.fail("footnote where there can be none")
			return
		}
		c.add(b.footnote(n), false, false)
		return
	case *doc.Link:
		if n == nil {
			break
		}
		b.link(c, n)
		return
	case *doc.PageNumber, *doc.PageCount:
		b.fail("number of a page outside the header and the footer")
		return
	default:
		if n != nil {
			b.fail("unknown kind of inline %T", i)
			return
		}
	}
	b.fail("nothing where an inline should be")
}

// known checks what is measured before it is written.
func (b *book) known(in []doc.Inline) {
	for _, i := range in {
		if v := reflect.ValueOf(i); i == nil || v.Kind() == reflect.Pointer && v.IsNil() {
			b.fail("nothing where an inline should be")
			return
		}
		if l, ok := i.(*doc.Link); ok {
			b.known(l.Inlines)
		}
	}
}

// link adds the text of a link. A cell has one link: where there are more, the
// addresses of the others follow their texts.
func (b *book) link(c *content, n *doc.Link) {
	u, err := url.Parse(n.URL)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "mailto" {
		b.fail("%q is no address of a page", n.URL)
		return
	}
	if c.linked {
		b.fail("link to %q within a link", n.URL)
		return
	}
	c.linked = true
	for _, i := range n.Inlines {
		b.inline(c, i, true)
	}
	c.linked = false
	if len(c.links) > 0 {
		c.add(" ("+n.URL+")", false, false)
	}
	c.links = append(c.links, n.URL)
}

// superscripts are the digits of the number of a note.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// footnote keeps a note for the foot of the sheet and returns its mark.
func (b *book) footnote(n *doc.Footnote) string {
	b.at.notes = append(b.at.notes, n)
	return superscript(len(b.at.notes))
}

func superscript(n int) string {
	return strings.Map(func(r rune) rune { return superscripts[r-'0'] }, fmt.Sprint(n))
}

// paragraphs is the content of a cell of a table.
func (b *book) paragraphs(ps [][]doc.Inline) *content {
	c := &content{}
	for i, p := range ps {
		if i > 0 {
			c.add("\n", false, false)
		}
		b.inlines(c, p)
	}
	return c
}

// fits says that a cell cannot hold a text, which must not be cut in silence.
func (b *book) fits(s string) {
	if len(s) <= maxText {
		return
	}
	if n := utf16Len(s); n > maxText {
		b.fail("a text of %d characters; a cell holds %d", n, maxText)
	}
}
