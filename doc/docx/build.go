package docx

import (
	"fmt"
	"slices"
	"sync"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/samsvar/samsvar/doc/internal/twin"
)

// writer turns one document into the parts that depend on it.
type writer struct {
	ref *Reference
	d   *doc.Document

	body     story
	notes    story
	comments story

	page       page // of the section that is being written
	side       bool // that section lies on its side
	sections   int  // sections that are closed
	cover      bool // the document begins with a cover
	indent     int  // text edge of unnumbered paragraphs where we stand, in twips
	fresh      bool // nothing stands on the page yet
	headerRefs [2][]headerRef

	styles   *[nAllStyles]string // their ids in the styles part of this document
	pairs    *twin.Pairs         // of a document in two languages
	beside   *beside             // of a document in two languages
	targets  map[string]target   // what references can point to, by id
	ids      []string            // of the blocks, in reading order
	bookmark int                 // id of the last bookmark
	noteID   int

	commentID int // of the next comment
	controls  map[int]bool

	lang []byte // w:lang of a run
	last struct {
		paragraph  bool // the last thing in the body is a paragraph
		style, end int  // bytes in the body: after its w:pStyle, before its </w:pPr>
		keep       bool // it has w:keepNext
		breakAt    [2]int
		row        [2]int // when a row of two columns stands before it: the bytes after the w:pStyle of both paragraphs
	}
	at  string // the block that is being written, for errors
	err error  // the first one
}

// target is a block that a reference can point to.
type target struct {
	number targetKind
	name   string // of the bookmark
	stop   string // what stands after its number in a table of contents
}

type targetKind int

const (
	isNumbered targetKind = iota // the number of its paragraph
	isText                       // a heading without a number: its words
	isTable                      // the number in a caption
)

var bodies = sync.Pool{New: func() any { b := make([]byte, 0, 256<<10); return &b }}

// build makes the package of a document. The package may hold memory that is used
// again: call release when it is written.
func build(d *doc.Document, ref *Reference) (pkg *ooxml.Package, release func(), err error) {
	if d == nil {
		return nil, nil, fmt.Errorf("no document")
	}
	if !slices.Contains(doc.Languages(), d.Language) {
		return nil, nil, fmt.Errorf("unknown language %q", d.Language)
	}
	buf := bodies.Get().(*[]byte)
	w := &writer{ref: ref, d: d, styles: &ref.ids, targets: map[string]target{}, noteID: ref.notes.first - 1, bookmark: ref.bookmarks, controls: ref.takenControls()}
	w.lang = []byte(`<w:lang w:val="` + d.Language.Tag() + `"/>`)
	rels := ref.rels.Clone()
	w.body = story{w: w, buf: (*buf)[:0], rels: rels}
	w.notes = story{w: w, rels: ref.notes.rels.Clone(), place: inNote}
	w.comments = story{w: w, rels: &ooxml.Relationships{}, place: inComment}
	release = func() { *buf = w.body.buf[:0]; bodies.Put(buf) }

	hang := w.survey(d.Blocks)
	w.page = ref.section.page
	if ref.own && !hang {
		w.page.left = a4.left
	}
	pkg = ref.pkg.Clone()
	types := ref.types.Clone()
	look := ref.look[lookKey(d.Language, hang)]
	if d.Beside != nil {
		if look, err = w.besides(); err != nil {
			release()
			return nil, nil, err
		}
	}
	for _, name := range look.Names() {
		pkg.Adopt(name, look, name)
	}
	w.running(pkg, types, rels)

	w.body.str(ref.opening)
	w.fresh = true
	w.blocks(d.Blocks, false)
	w.finish()
	w.body.str(`</w:body></w:document>`)
	if w.err == nil {
		w.err = w.properties(pkg, types)
	}
	if w.err != nil {
		release()
		return nil, nil, w.err
	}
	pkg.Set(ref.main, w.body.buf)
	pkg.Set(ref.numbering.name, ref.numberingPart(w.lists()))
	if len(w.notes.buf) > 0 {
		pkg.Set(ref.notes.name, ref.notesPart(w.notes.buf))
		if len(w.notes.rels.All()) > 0 {
			pkg.Set(ooxml.RelsName(ref.notes.name), w.notes.rels.Bytes())
		}
	}
	w.addComments(pkg, types, rels)
	addIDs(pkg, types, rels, ref, w.idsPart())
	pkg.Set(ooxml.RelsName(ref.main), rels.Bytes())
	pkg.Set(ooxml.ContentTypesName, types.Bytes())
	return pkg, release, nil
}

// survey lists what references can point to and tells whether numbers hang in the
// margin anywhere.
func (w *writer) survey(bs []doc.Block) (hang bool) {
	for _, b := range bs {
		switch b := b.(type) {
		case *doc.Section:
			if b == nil {
				continue // blocks tells
			}
			kind := isNumbered
			if b.Scheme == doc.Unnumbered || b.Scheme == doc.Clause && b.Level != 1 {
				kind = isText
			}
			hang = hang || kind == isNumbered
			w.mark(b.ID, kind)
			if t, ok := w.targets[b.ID]; ok && b.Scheme == doc.Clause && kind == isNumbered {
				t.stop = "."
				w.targets[b.ID] = t
			}
			hang = w.survey(b.Blocks) || hang
		case *doc.Paragraph:
			if b != nil {
				hang = hang || numberedParagraph(b)
				w.mark(b.ID, isNumbered)
			}
		case *doc.Table:
			if b != nil {
				w.mark(b.ID, isTable)
			}
		case *doc.Signatures:
			if b != nil {
				w.mark(b.ID, isText)
			}
		}
	}
	return hang
}

func numberedParagraph(p *doc.Paragraph) bool {
	return p.Scheme != doc.Unnumbered && p.Level >= 2 && !p.Continues && (p.Scheme != doc.Annex || p.Level > 2)
}

func (w *writer) mark(id string, kind targetKind) {
	if id == "" {
		return
	}
	if _, twice := w.targets[id]; twice {
		w.fail("two blocks with the id %q", id)
	}
	w.targets[id] = target{number: kind, name: bookmarkName(id)}
	w.ids = append(w.ids, id)
}

// fail keeps the first error, with the block in which it occurred.
func (w *writer) fail(format string, a ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, a...)
		if w.at != "" {
			w.err = fmt.Errorf("%s: %w", w.at, w.err)
		}
	}
}

// enter names the block that errors are about.
func (w *writer) enter(kind, id string, p doc.Pos) {
	w.at = kind
	if id != "" {
		w.at += " " + id
	}
	if p.File != "" {
		w.at = fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, w.at)
	}
}
