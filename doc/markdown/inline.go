package markdown

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// piece is text that is ready to print, and the emphasis that it shall have.
type piece struct {
	s            string
	bold, italic bool
}

// runs turns inlines into pieces. The escaper goes along, since what must be
// escaped depends on what stands before.
func (w *writer) runs(in []doc.Inline, e *escaper) []piece {
	var out []piece
	add := func(bold, italic bool, write func()) {
		e.b.Reset()
		write()
		if e.b.Len() > 0 {
			out = append(out, piece{e.b.String(), bold, italic})
		}
	}
	for _, i := range in {
		if isNil(i) {
			w.fail("nil inline")
			return nil
		}
		switch n := i.(type) {
		case *doc.Text:
			add(n.Bold, n.Italic, func() { e.text(n.S) })
		case *doc.Ref:
			add(false, false, func() { w.ref(n, e) })
		case *doc.Open:
			add(true, n.Reserved, func() { e.text(n.Text()) })
			if n.No > 0 {
				add(false, false, func() { e.text(" (" + w.word.open + "\u00a0" + strconv.Itoa(n.No) + ")") })
			}
		case *doc.Footnote:
			add(false, false, func() { e.raw(w.footnote(n)) })
		case *doc.Link:
			add(false, false, func() { w.external(n, e) })
		case *doc.PageNumber, *doc.PageCount:
			add(false, false, func() { e.text("#") }) // as doc.Plain has it
		default:
			w.fail("unknown inline %T", i)
			return nil
		}
	}
	return out
}

func (w *writer) ref(r *doc.Ref, e *escaper) {
	if r.Number == "" {
		w.fail("reference to %q has no number", r.Target)
		return
	}
	if w.nesting == "link" {
		e.text(r.Text())
		return
	}
	e.raw("[" + line(r.Text()) + "](" + w.link(r.Target) + ")")
}

func (w *writer) footnote(f *doc.Footnote) string {
	if w.nesting != "" {
		w.fail("footnote inside a %s", w.nesting)
		return ""
	}
	if no := w.pairs.SameNote(f); no > 0 {
		return "[^" + strconv.Itoa(no) + "]"
	}
	w.notes = append(w.notes, f)
	w.pairs.Wrote(f, len(w.notes))
	return "[^" + strconv.Itoa(len(w.notes)) + "]"
}

func (w *writer) external(l *doc.Link, e *escaper) {
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
	in := l.Inlines
	if len(in) == 0 {
		in = doc.T(l.URL)
	}
	text := w.lineOf(in)
	w.nesting = before
	e.raw("[" + text + "](" + destinations.Replace(u.String()) + ")")
}

// destinations makes an address safe inside round brackets and in a table cell.
var destinations = strings.NewReplacer(
	" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C", "(", "%28", ")", "%29", "|", "%7C", "`", "%60",
	`"`, "%22", "{", "%7B", "}", "%7D", "[", "%5B", "]", "%5D", "*", "%2A", "&", "&amp;",
)

// text renders inlines that may run over several lines.
func (w *writer) text(in []doc.Inline, at place) string {
	s := join(w.runs(in, newEscaper(at, soft)))
	// A backslash ends a line only where a line follows.
	trailing := ""
	for strings.HasSuffix(s, soft) {
		s, trailing = strings.TrimSuffix(s, soft), trailing+hard
	}
	if s == "" && trailing != "" {
		s = "&#32;" // a tag alone on a line would begin a block of HTML
	}
	return end(s) + trailing
}

// lineAtStart renders inlines on one line that begins with them.
func (w *writer) lineAtStart(in []doc.Inline) string {
	return end(join(w.runs(in, newEscaper(lineStart, hard))))
}

// lineOf renders inlines on one line, after something else.
func (w *writer) lineOf(in []doc.Inline) string {
	return end(join(w.runs(in, newEscaper(midLine, hard))))
}

// isNil tells nil interfaces and nil pointers in them.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	p := reflect.ValueOf(v)
	return p.Kind() == reflect.Pointer && p.IsNil()
}
