package doc

import "fmt"

// Walk calls f for every block of the tree, each before the blocks inside it, in
// reading order. It stops and returns the first error of f.
func Walk(blocks []Block, f func(Block) error) error {
	for _, b := range blocks {
		if err := f(b); err != nil {
			return err
		}
		if s, ok := b.(*Section); ok {
			if err := Walk(s.Blocks, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// WalkInlines calls f for every inline of the document, in reading order, the
// header and the footer last. Inlines inside a footnote or a link follow it. The
// document beside it is not visited.
func WalkInlines(d *Document, f func(Inline) error) error {
	err := Walk(d.Blocks, func(b Block) error {
		for _, in := range BlockInlines(b) {
			if err := eachInline(in, f); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, in := range [][]Inline{d.Running.Left, d.Running.Right, d.Running.Footer} {
		if err := eachInline(in, f); err != nil {
			return err
		}
	}
	return nil
}

func eachInline(in []Inline, f func(Inline) error) error {
	for _, i := range in {
		if err := f(i); err != nil {
			return err
		}
		var inner []Inline
		switch n := i.(type) {
		case *Footnote:
			inner = n.Inlines
		case *Link:
			inner = n.Inlines
		}
		if err := eachInline(inner, f); err != nil {
			return err
		}
	}
	return nil
}

// BlockInlines lists the runs of text that a block itself holds, its comments included,
// without those of the blocks inside it.
func BlockInlines(b Block) [][]Inline {
	switch n := b.(type) {
	case *Section:
		out := [][]Inline{n.Title}
		for _, c := range n.Comments {
			out = append(out, c.Paragraphs...)
		}
		return out
	case *Paragraph:
		return [][]Inline{n.Inlines}
	case *Table:
		out := [][]Inline{n.Caption}
		for _, r := range n.Rows {
			for _, c := range r.Cells {
				out = append(out, c.Paragraphs...)
			}
		}
		return out
	case *Cover:
		out := [][]Inline{n.Title, n.Subtitle}
		for _, p := range n.Parties {
			out = append(append(out, p.Name), p.Lines...)
		}
		for _, f := range n.Facts {
			out = append(out, f.Value)
		}
		return out
	case *Signatures:
		var out [][]Inline
		for _, s := range n.Parties {
			out = append(out, s.Party, s.Name, s.Title, s.Remark)
		}
		return out
	case *TOC:
		return nil
	}
	panic(fmt.Sprintf("doc: unknown block %T", b))
}
