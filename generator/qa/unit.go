package qa

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/rules"
)

// unit is a paragraph of the document: of the text, of a cell, or a title.
type unit struct {
	id    string // "dpa.audit#notice"; of a table or a section where it has no name
	text  string
	spans []span
	words []words.Word
	ends  []int      // of its sentences; nil until somebody asks
	pos   report.Pos // in the library

	elsewhere map[int]bool // sentence, by its start: it speaks of another document
	house     bool         // the library's part of it comes from a house library
}

// span is where one node begins in the text of its unit.
type span struct {
	start int
	path  string // of the value in the case; empty for text of the library
}

// fieldMark stands for what Word computes or what is open: no text to judge.
const fieldMark = "\uFFFC"

// pathAt is the path of the value that stands at a place.
func (u *unit) pathAt(offset int) string {
	path := ""
	for _, s := range u.spans {
		if s.start > offset {
			break
		}
		path = s.path
	}
	return path
}

// collect lists the paragraphs of the document in reading order, but for the cover,
// the signatures and the list of open points, which hold facts and no sentences.
func (k *check) collect() []unit {
	out := make([]unit, 0, 512)
	list := make([]words.Word, 0, 16384) // of all units, to which each unit has its part
	origins := originsOf(k.view)
	add := func(id string, in []doc.Inline, pos report.Pos, house bool) {
		u := newUnit(in, origins)
		before := len(list)
		if list = words.Append(list, u.text); len(list) == before {
			return // no words
		}
		u.words = list[before:len(list):len(list)]
		u.id, u.pos, u.house = id, pos, house
		out = append(out, u)
	}
	var visit func(bs []doc.Block, section string)
	visit = func(bs []doc.Block, section string) {
		clause, _ := k.library.Clause(section)
		house := clause != nil && clause.Overridden
		for _, b := range bs {
			switch b := b.(type) {
			case *doc.Section:
				if b.ID == "" {
					continue // the list of open points
				}
				inner, _ := k.library.Clause(b.ID)
				add(b.ID, b.Title, at("clauses/", b.Pos), inner != nil && inner.Overridden || inner == nil && k.d.House)
				visit(b.Blocks, b.ID)
			case *doc.Paragraph:
				if b.Pos.File == "" { // instead of a table without rows
					add(section, b.Inlines, report.Pos{}, k.d.House)
					continue
				}
				add(b.ID, b.Inlines, at("clauses/", b.Pos), house)
			case *doc.Table:
				pos := at("templates/", b.Pos)
				for _, in := range linesOf(b) {
					add(b.ID, in, pos, k.d.House)
				}
			}
		}
	}
	visit(k.d.Tree.Blocks, "")
	return out
}

// linesOf are the caption, the headings and the cells of a table.
func linesOf(t *doc.Table) [][]doc.Inline {
	out := [][]doc.Inline{t.Caption}
	for _, c := range t.Columns {
		out = append(out, doc.T(c.Title))
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			out = append(out, c.Paragraphs...)
		}
	}
	return out
}

func at(folder string, p doc.Pos) report.Pos {
	if p.File == "" {
		return report.Pos{}
	}
	return report.Pos{File: folder + p.File, Line: p.Line, Column: p.Col}
}

// newUnit joins the nodes of a paragraph.
func newUnit(in []doc.Inline, o origins) (u unit) {
	if len(in) == 1 {
		if t, ok := in[0].(*doc.Text); ok {
			return unit{text: t.S, spans: []span{{0, o.of(t.S)}}}
		}
	}
	var b strings.Builder
	var join func(in []doc.Inline)
	join = func(in []doc.Inline) {
		for _, i := range in {
			switch n := i.(type) {
			case *doc.Text:
				u.spans = append(u.spans, span{b.Len(), o.of(n.S)})
				b.WriteString(n.S)
			case *doc.Link:
				join(n.Inlines)
			case *doc.Ref, *doc.Open, *doc.PageNumber, *doc.PageCount:
				u.spans = append(u.spans, span{start: b.Len()})
				b.WriteString(fieldMark)
			}
		}
	}
	join(in)
	u.text = b.String()
	return u
}

// origins finds the path of a text that comes from the case. A value is a node of
// its own in the tree, whole but for a capital at the start and a full stop at the
// end, so that it can be known again.
type origins map[string]string

func originsOf(view map[string]any) origins {
	o := origins{}
	rules.EachText(view, func(path, text string) {
		if _, taken := o[core(text)]; !taken {
			o[core(text)] = path
		}
	})
	return o
}

func (o origins) of(text string) string {
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return ""
	}
	return o[core(text)]
}

// core is what is the same of a value in the case and in the document.
func core(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	_, first := utf8.DecodeRuneInString(s)
	return s[first:]
}

// sentence is the part of a text around a place, between the ends of sentences.
func (u *unit) sentence(offset int) (start, end int) {
	if u.ends == nil {
		u.ends = sentenceEnds(u.text)
	}
	i := sort.SearchInts(u.ends, offset)
	if i > 0 {
		start = u.ends[i-1] + 1
	}
	return start, u.ends[i]
}

// sentenceEnds are the places of the signs that end a sentence, and the end of the
// text.
func sentenceEnds(text string) []int {
	var ends []int
	for i, r := range text {
		switch r {
		case ';', '\n':
			ends = append(ends, i)
		case '.', '!', '?':
			if beginsSentence(text[i+1:]) {
				ends = append(ends, i)
			}
		}
	}
	return append(ends, len(text))
}

// beginsSentence reports whether a full stop before rest ends a sentence: blanks
// and a capital follow, or nothing.
func beginsSentence(rest string) bool {
	const near = 64 // blanks; a text of nothing else is no sentence
	trimmed := strings.TrimLeft(rest[:min(near, len(rest))], " \u00a0\t\n)»”")
	if trimmed == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	return rest[0] != trimmed[0] && (unicode.IsUpper(r) || r == '\uFFFC' || r == '«' || r == '“')
}

// within lists the words between two places.
func (u *unit) within(start, end int) []words.Word {
	i := sort.Search(len(u.words), func(i int) bool { return u.words[i].Start >= start })
	j := sort.Search(len(u.words), func(i int) bool { return u.words[i].Start >= end })
	return u.words[i:j]
}
