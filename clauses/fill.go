package clauses

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
)

// Filler puts a case into texts.
type Filler struct {
	Context *expr.Context
	// Open makes the node for a missing value.
	Open func(path string) *doc.Open
	// Left is told of each paragraph that is left out, by its name; it may be nil.
	Left func(target string, why Left)
}

// Section fills a clause: its heading with what stands under it, as part of a
// number series. A section of a clause has level 1, of an annex level 2.
func (f *Filler) Section(c *Clause, t *Text, scheme doc.Scheme) (*doc.Section, error) {
	s := &doc.Section{ID: c.ID, Scheme: scheme, Level: 1, Pos: doc.Pos{File: c.File}}
	if scheme == doc.Annex {
		s.Level = 2
	}
	var err error
	if s.Title, err = f.inlines(t.title); err != nil {
		return nil, err
	}
	s.Blocks, err = f.blocks(t.blocks, c.ID, "", scheme)
	return s, err
}

// Line fills one line.
func (f *Filler) Line(l *Line) ([]doc.Inline, error) {
	if l == nil {
		return nil, nil
	}
	return f.inlines(l.inlines)
}

// True evaluates a condition. When a needed value is missing, it returns the open
// point instead.
func (f *Filler) True(e *expr.Expr) (bool, *doc.Open, error) {
	if e == nil {
		return true, nil, nil
	}
	yes, err := e.True(f.Context)
	var open *expr.Open
	if errors.As(err, &open) {
		return false, f.Open(open.Path), nil
	}
	return yes, nil, err
}

// Each evaluates a list and returns a filler for each element; with a missing
// needed list it returns the open point instead.
func (f *Filler) Each(e *expr.Expr) ([]*Filler, *doc.Open, error) {
	elements, err := e.Each(f.Context)
	var open *expr.Open
	if errors.As(err, &open) {
		return nil, f.Open(open.Path), nil
	}
	out := make([]*Filler, len(elements))
	for i, el := range elements {
		out[i] = &Filler{Context: f.Context.With(el.Value, el.Path), Open: f.Open, Left: f.Left}
	}
	return out, nil, err
}

// blocks fills blocks. Suffix tells repetitions apart in the ids.
func (f *Filler) blocks(bs []block, id, suffix string, scheme doc.Scheme) ([]doc.Block, error) {
	var out []doc.Block
	openPara := func(o *doc.Open, level int) {
		// The same missing fact, asked for by neighbours, is shown once.
		if n := len(out); n > 0 {
			if p, ok := out[n-1].(*doc.Paragraph); ok && p.ID == "" && len(p.Inlines) == 1 {
				if last, ok := p.Inlines[0].(*doc.Open); ok && last.Path == o.Path {
					return
				}
			}
		}
		out = append(out, &doc.Paragraph{Scheme: scheme, Level: level, Inlines: []doc.Inline{o}})
	}
	for _, b := range bs {
		switch b := b.(type) {
		case *para:
			in, err := f.inlines(b.inlines)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", b.at.File, b.at.Line, err)
			}
			out = append(out, &doc.Paragraph{
				ID: id + "#" + b.anchor + suffix, Scheme: scheme, Level: b.level, Continues: b.continues,
				Inlines: in, Pos: doc.Pos{File: b.at.File, Line: b.at.Line, Col: b.at.Column},
			})
		case *when:
			yes, open, err := f.True(b.cond)
			switch {
			case err != nil:
				return nil, fmt.Errorf("%s:%d: %w", b.at.File, b.at.Line, err)
			case open != nil:
				openPara(open, levelOf(b.blocks))
				f.leave(b.blocks, id, suffix, because(b.cond.Source, open))
			case yes:
				inner, err := f.blocks(b.blocks, id, suffix, scheme)
				if err != nil {
					return nil, err
				}
				out = append(out, inner...)
			default:
				f.leave(b.blocks, id, suffix, because(b.cond.Source, nil))
			}
		case *each:
			fillers, open, err := f.Each(b.list)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", b.at.File, b.at.Line, err)
			}
			if open != nil {
				openPara(open, levelOf(b.blocks))
			}
			if len(fillers) == 0 {
				why := because(b.list.Source, open)
				why.Empty = open == nil
				f.leave(b.blocks, id, suffix, why)
			}
			for i, inner := range fillers {
				filled, err := inner.blocks(b.blocks, id, suffix+"."+elementID(inner, i), scheme)
				if err != nil {
					return nil, err
				}
				out = append(out, filled...)
			}
		}
	}
	keepLists(out)
	return out, nil
}

// elementID names one turn of a repetition: the element's own id, or its place.
func elementID(f *Filler, i int) string {
	if m, ok := f.Context.Dot.(map[string]any); ok {
		if s, ok := m["id"].(string); ok && s != "" {
			return s
		}
	}
	return strconv.Itoa(i + 1)
}

// levelOf is the level of the first paragraph in blocks.
func levelOf(bs []block) int {
	for _, b := range bs {
		switch b := b.(type) {
		case *para:
			return b.level
		case *when:
			return levelOf(b.blocks)
		case *each:
			return levelOf(b.blocks)
		}
	}
	return 2
}

// keepLists keeps the line before a list on the page of its first item.
func keepLists(bs []doc.Block) {
	for i := 0; i+1 < len(bs); i++ {
		p, ok := bs[i].(*doc.Paragraph)
		next, isPara := bs[i+1].(*doc.Paragraph)
		if ok && isPara && next.Level > p.Level {
			p.KeepNext = true
		}
	}
}

// appendOpen adds an open point, unless the text before it, but for blanks and
// commas, is the same one: an address that is missing is missing once, not street,
// postal code and town.
func appendOpen(in []doc.Inline, o *doc.Open) []doc.Inline {
	last := len(in) - 1
	if last > 0 {
		if t, ok := in[last].(*doc.Text); ok && strings.Trim(t.S, " ,;\n") == "" {
			last--
		}
	}
	if last >= 0 {
		if before, ok := in[last].(*doc.Open); ok && before.Path == o.Path {
			return in[:last+1]
		}
	}
	return append(in, o)
}

// beginsSentence reports whether what comes after in begins a sentence: it is the
// first, or follows a full stop that is not part of an abbreviation.
func beginsSentence(in []doc.Inline) bool {
	text := strings.TrimRight(doc.Plain(in), " \n")
	if text == "" || strings.HasSuffix(text, "?") {
		return true
	}
	if !strings.HasSuffix(text, ".") {
		return false
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	last := words[len(words)-1]
	return !slices.Contains(abbreviations, strings.ToLower(last))
}

// abbreviations that stand before a reference, in all languages.
var abbreviations = []string{"jf.", "nr.", "kap.", "pkt.", "bl.a.", "f.eks.", "m.fl.", "mv.", "ev.", "cf.", "e.g.", "i.e.", "no.", "art.", "cl.", "para."}

// sentenceEnds reports whether the text goes on with a full stop: a value that
// ends with one of its own (a sentence, "Inc.") must not double it.
func sentenceEnds(rest []inline) bool {
	if len(rest) == 0 {
		return false
	}
	w, ok := rest[0].(*words)
	return ok && strings.HasPrefix(w.text.S, ".")
}

func (f *Filler) inlines(in []inline) ([]doc.Inline, error) {
	var out []doc.Inline
	for n, i := range in {
		switch i := i.(type) {
		case *words:
			t := i.text
			out = append(out, &t)
		case *reference:
			out = append(out, &doc.Ref{Target: i.target, First: beginsSentence(out)})
		case *link:
			inner, err := f.inlines(i.inlines)
			if err != nil {
				return nil, err
			}
			out = append(out, &doc.Link{URL: i.url, Inlines: inner})
		case *printed:
			got, err := i.expr.Inlines(f.Context)
			var open *expr.Open
			if errors.As(err, &open) {
				out = appendOpen(out, f.Open(open.Path))
				continue
			}
			if err != nil {
				return nil, err
			}
			for _, g := range got {
				if t, ok := g.(*doc.Text); ok {
					t.Bold, t.Italic = t.Bold || i.bold, t.Italic || i.italic
					if sentenceEnds(in[n+1:]) {
						t.S = strings.TrimSuffix(t.S, ".")
					}
				}
			}
			out = append(out, got...)
		}
	}
	return out, nil
}
