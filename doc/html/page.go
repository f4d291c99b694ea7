package html

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// policy forbids everything that the file does not need: scripts, pictures, fonts
// and the network.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

func (w *writer) document(o Options) {
	title := w.title()
	if title == "" {
		w.fail("document without a title")
		return
	}
	if strings.Contains(o.CSS, "<") {
		w.fail(`style sheet with "<" in it`)
		return
	}
	m := w.d.Meta
	w.raw("<!DOCTYPE html>\n")
	w.open("html", "lang", w.d.Language.Tag())
	w.raw("\n<head>\n<meta charset=\"utf-8\"/>\n")
	w.meta("viewport", "width=device-width, initial-scale=1")
	w.void("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	w.raw("\n")
	w.raw("<title>") // holds text only: no elements that isolate or break lines
	w.b = appendAttribute(w.b, strings.Join(strings.Fields(title), " "))
	w.raw("</title>\n")
	w.meta("description", m.Subject)
	w.meta("author", m.Creator)
	w.meta("keywords", strings.Join(m.Keywords, ", "))
	w.meta("generator", m.Generator)
	w.meta("color-scheme", "light dark")
	w.meta("referrer", "no-referrer") // a confidential file gives its address to nobody
	w.raw("<style>\n")
	w.raw(screenCSS)
	w.raw(printCSS)
	if w.pairs != nil {
		w.raw("@page { margin: 25mm 20mm; }\n")
	}
	w.marginBoxes()
	w.raw(o.CSS)
	w.raw("</style>\n</head>\n")
	class := ""
	if w.pairs != nil {
		class = "two"
	}
	w.open("body", "class", class)
	w.raw("\n")
	w.body(title)
	w.raw("</body>\n</html>\n")
}

func (w *writer) meta(name, content string) {
	if content != "" {
		w.void("meta", "name", name, "content", content)
		w.raw("\n")
	}
}

// title is the name of the file: that of the document, of its cover, or its ID.
func (w *writer) title() string {
	if t := strings.TrimSpace(w.d.Title); t != "" {
		return t
	}
	if c, _ := w.leadingCover(); c != nil {
		if t := strings.TrimSpace(plain(c.Title)); t != "" {
			return t
		}
	}
	return w.d.ID
}

// leadingCover is the cover that the document begins with, and the blocks after it.
func (w *writer) leadingCover() (*doc.Cover, []doc.Block) {
	if len(w.d.Blocks) > 0 {
		if c, ok := w.d.Blocks[0].(*doc.Cover); ok && c != nil {
			return c, w.d.Blocks[1:]
		}
	}
	return nil, w.d.Blocks
}

func (w *writer) body(title string) {
	w.element("a", w.word.skip, "class", "skip", "href", "#~start")
	w.raw("\n<header>\n")
	w.running("classification", w.d.Running.Right, w.second().Right)
	c, blocks := w.leadingCover()
	if c != nil {
		w.cover(c, "h1")
	} else {
		w.element("h1", title, "class", "title")
		w.raw("\n")
	}
	w.raw("</header>\n<main>\n")
	// The contents may follow a list of open points; the skip link leads past them.
	after := 0
	for i, b := range blocks {
		if _, ok := b.(*doc.TOC); ok {
			after = i + 1
		}
	}
	w.blocks(blocks[:after])
	w.raw("<div id=\"~start\" tabindex=\"-1\"></div>\n")
	w.blocks(blocks[after:])
	w.noteList()
	w.raw("</main>\n")
	w.raw("<footer>\n")
	w.running("", w.d.Running.Left, w.second().Left)
	w.raw("</footer>\n")
}

func (w *writer) running(class string, in, second []doc.Inline) {
	before := w.nesting
	w.nesting = "header"
	w.runBoth("p", class, in, second, newLine)
	w.nesting = before
}

// second is the header and the footer in the second language.
func (w *writer) second() doc.Running {
	if w.pairs == nil {
		return w.d.Running
	}
	return w.d.Beside.Running
}

func (w *writer) toc(t *doc.TOC) {
	w.tocs++
	id, name := "~toc-"+strconv.Itoa(w.tocs), ""
	if t.Title == "" {
		id, name = "", w.word.contents
	}
	w.raw("\n")
	class := ""
	if t.Break {
		class = "break"
	}
	w.open("nav", "class", class, "aria-labelledby", id, "aria-label", name)
	w.raw("\n")
	if t.Title != "" {
		r, _ := twin.Of(w.pairs, t)
		w.open("h2", "id", id)
		w.bothWords(t.Title, r.Title, slash)
		w.close("h2")
		w.raw("\n")
	}
	var l list
	for _, entry := range t.Entries {
		l.item(w, max(entry.Level, 1), "")
		w.open("a", "href", w.link(entry.Target))
		if n := entry.Number; n != "" {
			if strings.Trim(n, "0123456789") == "" {
				n += "." // as before the heading
			}
			w.number(n)
		}
		w.text(entry.Text)
		w.close("a")
	}
	l.close(w, 0)
	w.raw("</nav>\n")
}

// marginBoxes writes the header and the footer of the printed page. The first
// page has none when it is the cover.
func (w *writer) marginBoxes() {
	c, _ := w.leadingCover()
	r, r2 := w.d.Running, w.second()
	for _, box := range []struct {
		name    string
		in, in2 []doc.Inline
	}{{"top-left", r.Left, r2.Left}, {"top-right", r.Right, r2.Right}, {"bottom-right", r.Footer, r2.Footer}} {
		if len(box.in) == 0 {
			continue
		}
		w.raw("@page { @" + box.name + " { content:")
		w.cssContent(box.in)
		if !doc.SameText(box.in, box.in2) {
			w.raw(` " · "`)
			w.cssContent(box.in2)
		}
		w.raw(" } }\n")
		if c != nil {
			w.raw("@page :first { @" + box.name + " { content: none } }\n")
		}
	}
}

func (w *writer) cssContent(in []doc.Inline) {
	for _, i := range in {
		if isNil(i) {
			w.fail("nil inline")
			return
		}
		w.raw(" ")
		switch n := i.(type) {
		case *doc.PageNumber:
			w.raw("counter(page)")
		case *doc.PageCount:
			w.raw("counter(pages)")
		case *doc.Link:
			w.cssContent(n.Inlines)
		case *doc.Footnote:
			w.fail("footnote inside a header")
		case *doc.Text, *doc.Ref, *doc.Open:
			w.b = appendCSSString(w.b, doc.Plain([]doc.Inline{i}))
		default:
			w.fail("unknown inline %T", i)
		}
	}
}
