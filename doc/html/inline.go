package html

import (
	"net/url"
	"reflect"
	"strconv"

	"github.com/samsvar/samsvar/doc"
)

func (w *writer) inlines(in []doc.Inline) {
	for _, i := range in {
		w.inline(i)
	}
}

func (w *writer) inline(i doc.Inline) {
	if isNil(i) {
		w.fail("nil inline")
		return
	}
	switch n := i.(type) {
	case *doc.Text:
		w.styled(n)
	case *doc.Ref:
		w.ref(n)
	case *doc.Open:
		w.openPoint(n)
	case *doc.Footnote:
		w.footnote(n)
	case *doc.Link:
		w.external(n)
	case *doc.PageNumber, *doc.PageCount:
		w.raw("#") // as doc.Plain has it
	default:
		w.fail("unknown inline %T", i)
	}
}

func (w *writer) styled(t *doc.Text) {
	if t.Bold {
		w.raw("<strong>")
	}
	if t.Italic {
		w.raw("<em>")
	}
	w.text(t.S)
	if t.Italic {
		w.raw("</em>")
	}
	if t.Bold {
		w.raw("</strong>")
	}
}

func (w *writer) ref(r *doc.Ref) {
	if r.Number == "" {
		w.fail("reference to %q has no number", r.Target)
		return
	}
	if w.nesting == "link" {
		w.text(r.Text())
		return
	}
	w.element("a", r.Text(), "class", "ref", "href", w.link(r.Target))
}

// openPoint marks the place. Its number is spelled out for those who hear the
// page, and in the title for those who point at it.
func (w *writer) openPoint(o *doc.Open) {
	class, name, id := "open", w.word.open, ""
	if o.Reserved {
		class, name = "open reserved", w.word.reserved
	}
	title := name
	if o.No > 0 {
		title += " " + strconv.Itoa(o.No)
		if w.nesting != "header" && !w.opens[o.No] {
			if w.opens == nil {
				w.opens = map[int]bool{}
			}
			w.opens[o.No] = true
			id = "~open-" + strconv.Itoa(o.No)
		}
	}
	if o.Path != "" && !o.Reserved {
		title += ": " + o.Path
	}
	w.open("mark", "class", class, "id", id, "title", title)
	w.text(o.Text())
	if o.No > 0 {
		w.raw("<sup>")
		w.element("span", name+" ", "class", "heard")
		w.raw(strconv.Itoa(o.No))
		w.raw("</sup>")
	}
	w.close("mark")
}

func (w *writer) footnote(f *doc.Footnote) {
	if w.nesting != "" {
		w.fail("footnote inside a %s", w.nesting)
		return
	}
	if w.sameNote(f) {
		return
	}
	w.notes = append(w.notes, f)
	no := strconv.Itoa(len(w.notes))
	w.pairs.Wrote(f, len(w.notes))
	w.raw(`<sup class="note">`)
	w.element("a", no, "id", "~ref-"+no, "href", "#~note-"+no, "role", "doc-noteref")
	w.raw("</sup>")
}

func (w *writer) external(l *doc.Link) {
	if w.nesting == "link" {
		w.fail("link inside a link")
		return
	}
	u, err := url.Parse(l.URL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
		w.fail("link %q is not http, https or mailto", l.URL)
		return
	}
	before := w.nesting
	w.nesting = "link"
	w.open("a", "href", u.String())
	w.inlines(l.Inlines)
	if len(l.Inlines) == 0 {
		w.text(l.URL)
	}
	w.close("a")
	w.nesting = before
}

// noteList writes the footnotes at the end of the text. It takes each note as it
// comes, since the number of notes is known only when all are written.
func (w *writer) noteList() {
	if len(w.notes) == 0 {
		return
	}
	heading := w.d.Labels.Footnotes
	if heading == "" {
		heading = w.word.footnotes
	}
	w.raw("\n<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"~notes\">\n")
	second := heading
	if w.pairs != nil && w.d.Beside.Labels.Footnotes != "" {
		second = w.d.Beside.Labels.Footnotes
	}
	w.open("h2", "id", "~notes")
	w.bothWords(heading, second, slash)
	w.close("h2")
	w.raw("\n<ol>\n")
	w.nesting = "footnote"
	for i, f := range w.notes {
		no := strconv.Itoa(i + 1)
		w.open("li", "id", "~note-"+no)
		w.both(f.Inlines, w.pairs.NoteText(f), slash)
		w.raw(" ")
		w.element("a", "↩", "class", "back", "href", "#~ref-"+no, "role", "doc-backlink", "aria-label", w.word.back)
		w.close("li")
		w.raw("\n")
	}
	w.nesting = ""
	w.raw("</ol>\n</section>\n")
}

// plain is doc.Plain for a tree that may hold nil nodes, which are reported where
// they are written.
func plain(in []doc.Inline) string {
	for _, i := range in {
		if isNil(i) {
			return ""
		}
		if l, ok := i.(*doc.Link); ok && plain(l.Inlines) == "" {
			return ""
		}
	}
	return doc.Plain(in)
}

// isNil tells nil interfaces and nil pointers in them.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	p := reflect.ValueOf(v)
	return p.Kind() == reflect.Pointer && p.IsNil()
}
