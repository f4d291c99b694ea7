package generator

import (
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// openPoints collects what is missing in one document: what the schema asks for,
// and what its text turned out to need.
type openPoints struct {
	c        *model.Case
	set      *templates.Set
	document string
	language doc.Language
	first    *openPoints                // in the language beside which this one stands: the numbers are the same
	fields   map[string]model.OpenField // by path
	order    []string                   // paths in the order of the schema
	nodes    map[string][]*doc.Open     // by path
	list     []report.Open
	heading  *doc.Section
	made     making
}

func newOpenPoints(c *model.Case, document string, l doc.Language, set *templates.Set, made making) *openPoints {
	o := &openPoints{c: c, set: set, document: document, language: l, made: made, fields: map[string]model.OpenField{}, nodes: map[string][]*doc.Open{}}
	for _, f := range c.Open(document) {
		o.fields[f.Path] = f
		o.order = append(o.order, f.Path)
	}
	return o
}

// at makes the node that stands in place of a missing value. Its path is that of
// the whole case, also in the document of one of several parties.
func (o *openPoints) at(inCase string) *doc.Open {
	path := o.c.Original(inCase)
	if _, known := o.fields[path]; !known {
		o.fields[path] = o.c.OpenAt(inCase, o.document)
		o.order = append(o.order, path)
	}
	f := o.fields[path]
	n := &doc.Open{Path: path, Label: f.Label(string(o.language)), Reserved: o.reserved(f)}
	if n.Reserved && f.Who == "processor" {
		n.Label = o.set.Word("reserved", o.language)
	}
	o.nodes[path] = append(o.nodes[path], n)
	return n
}

// reserved: the fact is not due in the phase of the case. What a supplier gives
// is not due before there is one. In a version for a tender nothing else is
// reserved, since a hole in it is for the supplier to fill, or for nobody.
func (o *openPoints) reserved(f model.OpenField) bool {
	early := f.Who == "processor" && model.Before(o.c.Phase, "award")
	if o.made.stage == Tender {
		return early
	}
	return early || model.Before(o.c.Phase, f.Phase)
}

// finish numbers the open points: first those that have a place in the document,
// in reading order, then the rest. Without any, the list is taken out.
func (o *openPoints) finish(d *doc.Document) {
	var paths []string
	if o.first != nil {
		for _, p := range o.first.list {
			paths = append(paths, p.Path)
		}
	}
	_ = doc.WalkInlines(d, func(i doc.Inline) error {
		if n, ok := i.(*doc.Open); ok && !slices.Contains(paths, n.Path) {
			paths = append(paths, n.Path)
		}
		return nil
	})
	for _, p := range o.order {
		if !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	}
	for i, path := range paths {
		f := o.fields[path]
		for _, n := range o.nodes[path] {
			n.No = i + 1
		}
		o.list = append(o.list, report.Open{
			No: i + 1, Path: path, Document: o.document, Label: f.Label(string(o.language)),
			Responsible: f.Who, Phase: f.Phase, Reserved: o.reserved(f), Pos: f.Pos,
		})
	}
	if len(o.list) == 0 {
		d.Blocks = o.without(d.Blocks)
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Cover:
			b.Badge = o.badge()
		case *doc.TOC:
			b.Break = len(o.list) > 0 // the list has its page to itself
		}
	}
}

// without takes out the list, which stands at the top or in a sheet.
func (o *openPoints) without(blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		if s, ok := b.(*doc.Section); ok && s.Sheet != nil {
			s.Blocks = o.without(s.Blocks)
		}
	}
	return slices.DeleteFunc(blocks, func(b doc.Block) bool { return o.heading != nil && b == doc.Block(o.heading) })
}

// places finds where each open point first stands and fills in the list. It runs
// when the document has its numbers.
func (o *openPoints) places(d *doc.Document) {
	if len(o.list) == 0 {
		return
	}
	where := placesOf(d)
	for i := range o.list {
		p := &o.list[i]
		at := where[p.Path]
		p.Place = at.number
		if at.cover {
			p.Place = o.set.Word("openCover", o.language)
		}
	}
	if o.heading != nil {
		o.fill(where)
		doc.Number(d) // for the references in the list
	}
}

func (o *openPoints) who(responsible string) string {
	switch responsible {
	case "controller":
		return o.set.Word("whoController", o.language)
	case "processor":
		return o.set.Word("whoProcessor", o.language)
	}
	return o.set.Word("whoNone", o.language)
}

type openPlace struct {
	target, number string
	cover          bool
}

// placesOf finds the numbered block in which each open point first stands; the
// cover counts only when it stands nowhere else.
func placesOf(d *doc.Document) map[string]openPlace {
	out := map[string]openPlace{}
	var visit func(bs []doc.Block, around openPlace)
	note := func(at openPlace, lines ...[]doc.Inline) {
		for _, l := range lines {
			for _, in := range l {
				n, ok := in.(*doc.Open)
				if !ok || (at.target == "" && !at.cover) {
					continue
				}
				if known, seen := out[n.Path]; !seen || known.cover {
					out[n.Path] = at
				}
			}
		}
	}
	visit = func(bs []doc.Block, around openPlace) {
		for _, b := range bs {
			at := around
			switch b := b.(type) {
			case *doc.Section:
				if b.Number != "" {
					at = openPlace{target: b.ID, number: b.Number}
				}
				note(at, b.Title)
				visit(b.Blocks, at)
			case *doc.Paragraph:
				if b.Full != "" && b.ID != "" {
					at = openPlace{target: b.ID, number: b.Full}
				}
				note(at, b.Inlines)
			case *doc.Table:
				if b.Number > 0 {
					at = openPlace{target: b.ID, number: d.Labels.TableRef + " " + strconv.Itoa(b.Number)}
				}
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						note(at, c.Paragraphs...)
					}
				}
			case *doc.Cover:
				at.cover = true
				note(at, b.Title, b.Subtitle)
				for _, p := range b.Parties {
					note(at, p.Name)
					note(at, p.Lines...)
				}
				for _, f := range b.Facts {
					note(at, f.Value)
				}
			case *doc.Signatures:
				for _, s := range b.Parties {
					note(at, s.Party, s.Name, s.Title, s.Remark)
				}
			}
		}
	}
	visit(d.Blocks, openPlace{})
	return out
}
