package generator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
)

// said is where a document says something, and what is open in it.
type said struct {
	openPlace
	open []string // paths
}

// saidIn indexes the sections, paragraphs and tables of a document by their names; of a
// paragraph that is repeated it keeps the first place and all that is open. What
// stands under a paragraph, as the items of a list, belongs to it.
func (a *assembly) saidIn(d *doc.Document) map[string]said {
	out := map[string]said{}
	var visit func(bs []doc.Block, around openPlace)
	visit = func(bs []doc.Block, around openPlace) {
		for i, b := range bs {
			switch b := b.(type) {
			case *doc.Section:
				at := around
				if b.Number != "" {
					at = openPlace{target: b.ID, number: b.Number}
				}
				out[b.ID] = said{openPlace: at}
				visit(b.Blocks, at)
			case *doc.Paragraph:
				at := around
				if b.Full != "" && b.ID != "" {
					at = openPlace{target: b.ID, number: b.Full}
				}
				note(out, named(b.ID), at, under(bs[i:]))
			case *doc.Table:
				at := around
				if b.Number > 0 {
					at = openPlace{target: b.ID, number: d.Labels.TableRef + " " + strconv.Itoa(b.Number)}
				}
				note(out, b.ID, at, doc.BlockInlines(b))
				for id, open := range a.parts {
					if table, _, _ := strings.Cut(id, "#"); table == b.ID {
						out[id] = said{at, open}
					}
				}
			}
		}
	}
	visit(d.Blocks, openPlace{})
	return out
}

func note(out map[string]said, id string, at openPlace, lines [][]doc.Inline) {
	if id == "" {
		return
	}
	s, again := out[id]
	if !again {
		s.openPlace = at
	}
	s.open = append(s.open, openPaths(lines...)...)
	out[id] = s
}

// under is the text of the paragraph that bs begins with, and of what stands
// under it.
func under(bs []doc.Block) (out [][]doc.Inline) {
	first := bs[0].(*doc.Paragraph)
	out = append(out, first.Inlines)
	for _, b := range bs[1:] {
		p, ok := b.(*doc.Paragraph)
		if !ok || p.Level < first.Level || p.Level == first.Level && !p.Continues {
			break
		}
		out = append(out, p.Inlines)
	}
	return out
}

// openPaths lists what is open in runs of text, each once.
func openPaths(lines ...[]doc.Inline) (out []string) {
	for _, l := range lines {
		for _, in := range l {
			if n, ok := in.(*doc.Open); ok && !slices.Contains(out, n.Path) {
				out = append(out, n.Path)
			}
		}
	}
	return out
}

// pointers finds the tables that each paragraph refers to: a text that points to a
// table says what the table says. It runs before references to tables that the
// case has no rows for are turned elsewhere.
func pointers(d *doc.Document) map[string][]string {
	out := map[string][]string{}
	var visit func(bs []doc.Block)
	visit = func(bs []doc.Block) {
		for i, b := range bs {
			switch b := b.(type) {
			case *doc.Section:
				visit(b.Blocks)
			case *doc.Paragraph:
				for _, l := range under(bs[i:]) {
					for _, in := range l {
						if r, ok := in.(*doc.Ref); ok && b.ID != "" && isTable(r.Target) {
							out[named(b.ID)] = append(out[named(b.ID)], r.Target)
						}
					}
				}
			}
		}
	}
	visit(d.Blocks)
	return out
}

func isTable(target string) bool { return strings.HasPrefix(target, "table:") }

// named is the name of a paragraph without what tells its repetitions apart.
func named(id string) string {
	clause, anchor, ok := strings.Cut(id, "#")
	if !ok {
		return id
	}
	anchor, _, _ = strings.Cut(anchor, ".")
	return clause + "#" + anchor
}
